/*
 * The signature doctor at the front desk: each slip as raw bytes on the wire.
 * The reply stays as curt as the vendor's; the diagnosis is in a header of ours
 * and in the journal.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/log.h"
#include "tests/support/served.h"
#include "tests/support/slip.h"
#include "wire/complain.h"

#define ENDS_WITH_HEADERS "\r\n\r\n"

static void
add_world(struct served *s, const char *name, const char *user, const char *key)
{
	struct world_wish wish = { .name = name, .seed = 1, .user = user, .key = key };
	struct world_card card;

	assert_int_equal(engine_create(server_engine(s->server), s->arena, &wish, &card), MADE);
}

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	log_set_level(LOG_QUIET);
	served_open(s, &(struct served_wish){ .routes = wire_routes[0] });
	add_world(s, "one", "clumsy", SLIP_KEY);
	add_world(s, "two", "shop", SLIP_OTHER);
	*state = s;
	return 0;
}

static int
close_server(void **state)
{
	served_close(*state);
	free(*state);
	return 0;
}

/* The whole answer to a body, which may hold a NUL, with this signature. */
static const char *
send_signed(struct served *s, const struct buf *body, const char *signature)
{
	struct talk t;
	struct buf head;

	buf_open(&head, 0);
	buf_printf(&head, "POST / HTTP/1.0\r\nX-Username: clumsy\r\n");
	if (signature != NULL)
		buf_printf(&head, "X-Signature: %s\r\n", signature);
	buf_printf(&head, "Content-Length: %zu\r\n\r\n", body->size);
	talk_open(&t, served_port(s, DOOR_HTTP));
	talk_send(&t, head.data, head.size);
	talk_send(&t, body->data, body->size);
	talk_read_all(&t);
	const char *got = arena_strndup(s->arena, t.got.data, t.got.size);
	talk_close(&t);
	buf_close(&head);
	return got;
}

static void
check(struct served *s, const char *got, const char *says, const char *code)
{
	const char *body = strstr(got, ENDS_WITH_HEADERS);

	assert_non_null(body);
	const char *head = arena_strndup(s->arena, got, (size_t)(body - got));
	const char *diagnosis = strstr(head, "X-Orrery-Diagnosis: ");
	assert_int_equal(strncmp(got, "HTTP/1.1 200 ", 13), 0);
	assert_non_null(diagnosis);
	if (strstr(diagnosis, says) == NULL)
		fail_msg("wanted: %s\ngot: %s", says, diagnosis);
	assert_non_null(strstr(body, code));
	assert_null(strstr(body, says));
	assert_null(strstr(body, "iagnosis"));
}

static void
each_slip_is_named_beside_a_faithful_reply(void **state)
{
	struct served *s = *state;

	for (size_t i = 0; i < slip_count; i++) {
		struct slip_request r = slip_make(&slips[i], NULL);
		check(s, send_signed(s, &r.body, r.signature.data), slips[i].says,
		    "<item key=\"response_code\">401</item>");
		slip_request_close(&r);
	}
}

static void
two_slips_at_once_are_both_named(void **state)
{
	struct served *s = *state;
	const struct slip *newline = &slips[0], *once = NULL;

	for (size_t i = 0; i < slip_count; i++)
		if (strstr(slips[i].says, "only once") != NULL)
			once = &slips[i];
	assert_non_null(once);
	struct slip_request r = slip_make(newline, once);
	const char *got = send_signed(s, &r.body, r.signature.data);
	check(s, got, newline->says, "<item key=\"response_code\">401</item>");
	check(s, got, once->says, "<item key=\"response_code\">401</item>");
	slip_request_close(&r);
}

static void
a_missing_header_is_named(void **state)
{
	struct served *s = *state;
	struct slip_request r = slip_make(NULL, NULL);

	check(s, send_signed(s, &r.body, NULL), "X-Signature is missing",
	    "<item key=\"response_text\">Missing X-Signature: header</item>");
	slip_request_close(&r);
}

static void
without_a_slip_nothing_is_diagnosed(void **state)
{
	struct served *s = *state;
	struct slip_request r = slip_make(NULL, NULL);
	const char *got = send_signed(s, &r.body, r.signature.data);

	assert_null(strstr(got, "<item key=\"response_code\">401</item>"));
	assert_null(strstr(got, "signed but not sent"));
	slip_request_close(&r);
}

static void
the_journal_of_the_world_has_the_diagnosis(void **state)
{
	struct served *s = *state;
	struct exchange x = { .arena = s->arena,
		.door = DOOR_WEB,
		.peer = "test",
		.method = "GET",
		.target = "/api/v1/worlds/one/journal?limit=1000",
		.body = "" };

	struct slip_request r = slip_make(&slips[0], NULL);
	send_signed(s, &r.body, r.signature.data);
	slip_request_close(&r);
	engine_call(server_engine(s->server), &x);
	assert_int_equal(x.status, 200);
	assert_non_null(strstr(x.reply, slips[0].says));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_slip_is_named_beside_a_faithful_reply),
		cmocka_unit_test(two_slips_at_once_are_both_named),
		cmocka_unit_test(a_missing_header_is_named),
		cmocka_unit_test(without_a_slip_nothing_is_diagnosed),
		cmocka_unit_test(the_journal_of_the_world_has_the_diagnosis),
	};

	return cmocka_run_group_tests_name("doctor at the wire", tests, open_server, close_server);
}
