/* The stream of a world: everything, once, in order, from any place on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"
#include "tests/support/reader.h"
#include "tests/support/world.h"
#include "wire/api/api.h"

#define STREAM "/api/v1/worlds/demo/stream"

/* The whole answer of somebody who does not want it in pieces. */
static const char *
whole(struct house *h, const char *query)
{
	struct exchange *x = house_ask(h, "GET", arena_printf(h->a, STREAM "%s", query), "");

	assert_int_equal(x->status, 200);
	assert_string_equal(header_out(x, "Content-Type"), "text/event-stream");
	assert_string_equal(header_out(x, "Cache-Control"), "no-store");
	return x->reply;
}

/* The lines that begin with WORD, without it, joined by blanks. */
static const char *
lines_of(struct house *h, const char *text, const char *word)
{
	const char *all = "";
	size_t n = strlen(word);

	for (const char *at = text; *at != '\0'; at += strcspn(at, "\n"), at += *at == '\n')
		if (strncmp(at, word, n) == 0)
			all = arena_printf(h->a, "%s%s%.*s", all, *all == '\0' ? "" : " ",
			    (int)(strcspn(at, "\n") - n), at + n);
	return all;
}

static void
a_story_is_told_in_order(void **state)
{
	struct house *h = house_open();

	(void)state;
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P6D'}");
	const char *text = whole(h, "?since=begin");
	assert_string_equal(lines_of(h, text, "event: "),
	    "mail event event event event event request fired mail request clock");
	assert_string_equal(lines_of(h, text, "id: "),
	    "e0-0-1-0-0 e0-0-1-1-0 e0-0-1-2-0 e0-0-1-3-0 e0-0-1-4-0 e0-0-1-5-0 e0-0-1-5-1 "
	    "e0-1-1-5-1 e0-1-2-5-1 e0-1-2-5-2 e0-1-2-5-2");
	assert_non_null(
	    strstr(text, "\"kind\":\"verification.reminder_1\",\"subject\":\"ek.com\"}"));
	assert_non_null(
	    strstr(text, "\"to\":\"anna@ek.example\",\"type\":\"verification.request\""));
	assert_null(strstr(text, "/w/demo/")); /* letters are read elsewhere */
	assert_non_null(strstr(text, "event: clock\ndata: {\"now\":\"2026-05-10T15:20:00Z\"}\n\n"));
	house_close(h);
}

/* From each id on exactly what was told after it. */
static void
who_comes_back_with_an_id_misses_nothing(void **state)
{
	struct house *h = house_open();

	(void)state;
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P20D'}");
	const char *text = whole(h, "?since=begin");
	int count = 0;
	for (const char *at = text; (at = strstr(at, "id: ")) != NULL; count++) {
		at += 4;
		const char *id = arena_strndup(h->a, at, strcspn(at, "\n"));
		const char *rest = strstr(at, "\n\n") + 2;
		if (*rest != '\0') /* behind the last one there is but the clock */
			assert_string_equal(whole(h, arena_printf(h->a, "?since=%s", id)), rest);
	}
	assert_true(count > 15);
	house_close(h);
}

static void
without_an_id_only_the_time_is_told(void **state)
{
	struct house *h = house_open();

	(void)state;
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	assert_string_equal(lines_of(h, whole(h, ""), "event: "), "clock");
	house_close(h);
}

/* More than is looked at in one go, of one kind, beside others. */
static void
a_long_story_is_told_whole(void **state)
{
	struct house *h = house_open();
	char name[40];

	(void)state;
	for (int i = 0; i < 60; i++) {
		snprintf(name, sizeof(name), "name%d.com", i);
		house_register(h, name, "Anna", arena_printf(h->a, "Ek%d", i), "anna@ek.example");
	}
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P30D'}");
	const char *text = whole(h, "?since=begin"), *before = "";
	static const struct {
		const char *event, *list;
	} tables[] = { { "fired", "history" }, { "mail", "mail" }, { "event", "events" },
		{ "request", "journal" } };
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		json_t *j = house_api(h, 200, "GET",
		    arena_printf(h->a, "/worlds/demo/%s?limit=1000", tables[i].list), "");
		size_t told = 0;
		const char *line = arena_printf(h->a, "event: %s\n", tables[i].event);
		for (const char *at = text; (at = strstr(at, line)) != NULL; at++)
			told++;
		assert_int_equal(told, count_at(j, "items"));
	}
	for (const char *at = text; (at = strstr(at, "\"at\":\"")) != NULL; at += 6) {
		const char *when = arena_strndup(h->a, at + 6, 20);
		assert_true(strcmp(before, when) <= 0);
		before = when;
	}
	house_close(h);
}

static void
a_place_of_another_state_is_stale(void **state)
{
	struct house *h = house_open();

	(void)state;
	house_api(h, 201, "POST", "/worlds/demo/snapshots", "{'name':'s'}");
	house_api(h, 200, "POST", "/worlds/demo/restore", "{'name':'s'}");
	static const struct {
		const char *query;
		int status;
		const char *code;
	} rows[] = {
		{ "?since=e0-0-0-0-0", 410, "stale_cursor" },
		{ "?since=e1-0-0-0", 400, "bad_cursor" },
		{ "?since=e1-0-0-0-0-0", 400, "bad_cursor" },
		{ "?since=1", 400, "bad_cursor" },
		{ "?sinc=begin", 400, "unknown_parameter" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(
		    house_refusal(h, rows[i].status, "GET",
			arena_printf(h->a, "/worlds/demo/stream%s", rows[i].query), ""),
		    rows[i].code);
	assert_string_equal(lines_of(h, whole(h, "?since=e1-0-0-0-0"), "event: "), "clock");
	house_close(h);
}

static void
what_happens_is_told_when_it_happens(void **state)
{
	struct house *h = house_open();
	struct reader *r = reader_new(h->engine, STREAM, NULL);

	(void)state;
	reader_waits_for(r, "event: clock\n");
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	reader_waits_for(r, "\"action\":\"SW_REGISTER\"");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P6D'}");
	reader_waits_for(r, "{\"now\":\"2026-05-10T15:20:00Z\"}");
	/* in pieces as in one */
	const char *got = reader_got(r);
	assert_string_equal(strstr(got, "\n\n") + 2, whole(h, "?since=begin"));
	house_close(h);
	reader_free(r);
}

static void
it_goes_on_behind_the_last_event_id(void **state)
{
	struct house *h = house_open();

	(void)state;
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	struct reader *r = reader_new(h->engine, STREAM, "e0-0-1-4-0");
	reader_waits_for(r, "event: clock\n");
	assert_string_equal(lines_of(h, reader_got(r), "event: "), "event request clock");
	house_close(h);
	reader_free(r);
}

static void
it_ends_with_the_state_it_tells_of(void **state)
{
	struct house *h = house_open();

	(void)state;
	house_api(h, 201, "POST", "/worlds/demo/snapshots", "{'name':'s'}");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P6D'}");
	struct reader *r = reader_new(h->engine, STREAM, NULL);
	reader_waits_for(r, "2026-05-10T15:20:00Z");
	house_api(h, 200, "POST", "/worlds/demo/restore", "{'name':'s'}");
	reader_waits_for_end(r);
	assert_non_null(strstr(reader_got(r),
	    "id: e1-0-0-0-0\nevent: restored\ndata: {\"now\":\"2026-05-04T15:20:00Z\"}\n\n"));
	reader_free(r);
	/* and whoever comes back with that id goes on in the new state */
	r = reader_new(h->engine, STREAM, "e1-0-0-0-0");
	reader_waits_for(r, "2026-05-04T15:20:00Z");
	house_api(h, 200, "DELETE", "/worlds/demo", "");
	reader_free(r);
	house_close(h);
}

static void
a_reader_who_leaves_ends_it(void **state)
{
	struct house *h = house_open();
	struct reader *r = reader_new(h->engine, STREAM, NULL);

	(void)state;
	reader_waits_for(r, "event: clock\n");
	reader_leaves(r);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P1D'}");
	reader_free(r);
	house_close(h);
}

static void
refusals_come_before_any_piece(void **state)
{
	struct house *h = house_open();
	struct reader *r = reader_new(h->engine, STREAM, "nonsense");

	(void)state;
	reader_waits_for_end(r);
	assert_int_equal(r->x.status, 400);
	assert_string_equal(reader_got(r), "");
	assert_non_null(strstr(r->x.reply, "bad_cursor"));
	reader_free(r);
	house_close(h);
}

static const struct route *
stream_route(void)
{
	const struct route *r = api_routes;

	while (strcmp(r->path, "/api/v1/worlds/{W}/stream") != 0)
		r++;
	return r;
}

static bool
keep(void *closure, const void *bytes, size_t size)
{
	buf_add(closure, bytes, size);
	return true;
}

/* Silence is broken by a comment, so that a connection is tried now and then. */
static void
silence_is_broken_by_a_comment(void **state)
{
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	struct buf got;
	struct exchange x = { .arena = lab->a,
		.method = "GET",
		.target = STREAM,
		.push = keep,
		.push_closure = &got };
	struct call c = { .world = &lab->w, .arena = lab->a, .x = &x, .route = stream_route() };

	(void)state;
	buf_open(&got, 0);
	lab_begin(lab);
	assert_null(api_stream(&c));
	assert_true(c.waiting);
	buf_clear(&got);
	c.expired = true;
	assert_null(api_stream(&c));
	assert_true(c.waiting);
	assert_string_equal(got.data, ":\n\n");
	lab_end(lab);
	buf_close(&got);
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_story_is_told_in_order),
		cmocka_unit_test(who_comes_back_with_an_id_misses_nothing),
		cmocka_unit_test(without_an_id_only_the_time_is_told),
		cmocka_unit_test(a_long_story_is_told_whole),
		cmocka_unit_test(a_place_of_another_state_is_stale),
		cmocka_unit_test(what_happens_is_told_when_it_happens),
		cmocka_unit_test(it_goes_on_behind_the_last_event_id),
		cmocka_unit_test(it_ends_with_the_state_it_tells_of),
		cmocka_unit_test(a_reader_who_leaves_ends_it),
		cmocka_unit_test(refusals_come_before_any_piece),
		cmocka_unit_test(silence_is_broken_by_a_comment),
	};

	return cmocka_run_group_tests_name("api stream", tests, house_setup, NULL);
}
