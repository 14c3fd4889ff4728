/* What the player sends, and what it makes of answers that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/must.h"
#include "engine/exchange.h"
#include "scenarios/play/story.h"
#include "shell/stage.h"
#include "shell/vocabulary.h"
#include "world/policy/rulebook.h"
#include "xcp/parse.h"
#include "xcp/sign.h"

#define KEY "00112233445566778899aabbccddeeff"
#define HEAD \
	"version 1\nscenario \"A test\"\nid TEST-1\n" \
	"actor shop reseller\n" \
	"actor anna person name=\"Anna Maria Ek\" email=anna@ek.example city=Uppsala\n" \
	"actor bert person name=Bert\n"

#define GRANTED \
	"<OPS_envelope><body><data_block><dt_assoc><item key=\"response_code\">200</item>" \
	"<item key=\"is_success\">1</item></dt_assoc></data_block></body></OPS_envelope>"

/* A server that grants everything and remembers the last command. */
struct stub {
	struct arena *arena;
	const char *world; /* the answer to POST /worlds */
	const char *reply; /* to a command */
	int status; /* of both */
	enum ending ending; /* of a command */
	const char *why; /* not NULL: no answer to a command */
	struct exchange last; /* command; its texts in the arena */
	size_t commands, deleted;
};

static bool
answer_command(struct stub *s, struct exchange *x, const char **why)
{
	s->commands++;
	s->last = *x;
	s->last.body = arena_strndup(s->arena, x->body, x->body_size);
	for (size_t i = 0; i < x->in_count; i++)
		s->last.in[i] = (struct header){ arena_strdup(s->arena, x->in[i].name),
			arena_strdup(s->arena, x->in[i].value) };
	exchange_answer(x, 200, "text/xml", s->reply, strlen(s->reply));
	x->ending = s->ending;
	*why = s->why;
	return s->why == NULL;
}

static bool
stub_send(void *closure, struct exchange *x, const char **why)
{
	struct stub *s = closure;
	const char *json =
	    "{\"items\":[],\"name\":\"shop\",\"tech_contact\":{\"email\":\"d@s.example\"}}";

	if (x->door != DOOR_WEB)
		return answer_command(s, x, why);
	if (strcmp(x->method, "POST") == 0 && strcmp(x->target, "/api/v1/worlds") == 0)
		json = s->world;
	s->deleted += strcmp(x->method, "DELETE") == 0;
	exchange_answer(x, s->status, "application/json", json, strlen(json));
	return true;
}

static struct stub
stub_of(struct arena *a)
{
	return (struct stub){ .arena = a,
		.world =
		    "{\"now\":\"2026-01-01T00:00:00Z\",\"users\":[{\"username\":\"u1\",\"key\":\"" KEY
		    "\"}]}",
		.reply = GRANTED,
		.status = 200 };
}

static const struct played *
play(struct stub *s, const char *text)
{
	const struct vocabulary any = { 0 };
	struct complaints c = { .arena = s->arena, .file = "x.story" };
	const struct story *story = story_read(&c, &any, text, strlen(text));
	struct carrier carrier = { stub_send, s, NULL };
	struct play_options options = { 0 };

	if (story == NULL)
		print_error("%d:%d: %s\n", c.first->at.line, c.first->at.column, c.first->text);
	assert_non_null(story);
	return story_play(s->arena, story, &carrier, &options);
}

/* The command that was sent, after the proof that it is signed. */
static const struct value *
sent(struct stub *s)
{
	struct xcp_parser *p = xcp_parser_new();
	struct signature right = xcp_sign(s->last.body, s->last.body_size, KEY);
	struct xcp_message m = xcp_parse(p, s->arena, s->last.body, s->last.body_size);

	assert_string_equal(exchange_header(&s->last, "X-Signature"), right.hex);
	assert_string_equal(exchange_header(&s->last, "X-Username"), "u1");
	assert_non_null(m.top);
	xcp_parser_free(p);
	return m.top;
}

struct said {
	const char *path, *value; /* NULL: not there */
};

static void
expect_sent(const char *call, const struct said *rows, size_t count)
{
	struct arena *a = arena_new();
	struct stub s = stub_of(a);
	const struct played *p = play(&s, arena_printf(a, "%s%s\n", HEAD, call));

	assert_null(p->failure);
	assert_int_equal(s.commands, 1);
	for (size_t i = 0; i < count; i++) {
		const struct value *v = value_path(sent(&s), rows[i].path);
		if (rows[i].value == NULL)
			assert_null(v);
		else if (v == NULL)
			fail_msg("%s is not there", rows[i].path);
		else
			assert_string_equal(v->text, rows[i].value);
	}
	arena_free(a);
}
#define EXPECT_SENT(call, ...) \
	expect_sent(call, (const struct said[]){ __VA_ARGS__ }, \
	    sizeof((const struct said[]){ __VA_ARGS__ }) / sizeof(struct said))

static void
a_registration_is_filled_up(void **state)
{
	(void)state;
	EXPECT_SENT("shop > sw_register domain  domain=a.com owner=@anna", { "protocol", "XCP" },
	    { "action", "SW_REGISTER" }, { "object", "DOMAIN" }, { "attributes.domain", "a.com" },
	    { "attributes.reg_type", "new" }, { "attributes.period", "1" },
	    { "attributes.handle", "process" }, { "attributes.custom_nameservers", "0" },
	    { "attributes.custom_tech_contact", "0" },
	    { "attributes.contact_set.owner.first_name", "Anna Maria" },
	    { "attributes.contact_set.owner.last_name", "Ek" },
	    { "attributes.contact_set.owner.city", "Uppsala" },
	    { "attributes.contact_set.owner.country", "CA" },
	    { "attributes.contact_set.admin.email", "anna@ek.example" },
	    { "attributes.contact_set.billing.email", "anna@ek.example" },
	    { "attributes.contact_set.tech", NULL });
}

static void
what_the_line_says_wins(void **state)
{
	(void)state;
	EXPECT_SENT(
	    "shop > sw_register domain  domain=a.com period=10 contacts=@anna owner.email=x@y.z "
	    "owner.fax=\"\" nameserver_list.0.name=ns1.a nameserver_list.1.name=ns2.a ^protocol=XYZ",
	    { "protocol", "XYZ" }, { "attributes.period", "10" },
	    { "attributes.contact_set.owner.email", "x@y.z" },
	    { "attributes.contact_set.admin.email", "anna@ek.example" },
	    { "attributes.contact_set.tech.email", "anna@ek.example" },
	    { "attributes.custom_tech_contact", "1" },
	    { "attributes.nameserver_list.1.name", "ns2.a" });
	EXPECT_SENT("shop > sw_register domain  domain=a.com owner=@anna admin=@bert",
	    { "attributes.contact_set.admin.first_name", "Bert" },
	    { "attributes.contact_set.admin.last_name", "Player" },
	    { "attributes.contact_set.admin.email", "bert@player.example" },
	    { "attributes.contact_set.billing.email", "anna@ek.example" });
}

static void
a_map_says_what_it_says(void **state)
{
	(void)state;
	EXPECT_SENT(
	    "let who first_name=Ann city=\"$x\"\nlet one name=ns1.a sortorder=1\nlet all 0=@one\n"
	    "shop > sw_register domain  domain=a.com owner=@who nameserver_list=@all ^top=@one",
	    { "attributes.contact_set.owner.first_name", "Ann" },
	    { "attributes.contact_set.owner.city", "$x" },
	    { "attributes.contact_set.owner.email", NULL },
	    { "attributes.contact_set.admin.first_name", "Ann" },
	    { "attributes.nameserver_list.0.name", "ns1.a" },
	    { "attributes.nameserver_list.0.sortorder", "1" }, { "top.name", "ns1.a" });
	EXPECT_SENT("let who city=Uppsala\nshop > update_contacts domain=a.com contacts=@who",
	    { "attributes.contact_set.tech.city", "Uppsala" },
	    { "attributes.contact_set.owner.city", "Uppsala" }, { "attributes.types.3", "tech" });
}

static void
a_change_of_contacts_lists_its_roles(void **state)
{
	(void)state;
	EXPECT_SENT("shop > update_contacts domain=a.com admin=@anna tech=@bert",
	    { "object", "DOMAIN" }, { "attributes.types.0", "admin" },
	    { "attributes.types.1", "tech" }, { "attributes.types.2", NULL },
	    { "attributes.contact_set.owner", NULL });
}

static void
objects_that_are_no_domain_are_known(void **state)
{
	(void)state;
	EXPECT_SENT("shop > get_balance", { "object", "BALANCE" });
	EXPECT_SENT("shop > poll limit=5", { "object", "EVENT" }, { "attributes.limit", "5" });
	EXPECT_SENT("shop > poll message", { "object", "MESSAGE" });
}

static void
raw_sends_only_what_is_written(void **state)
{
	(void)state;
	EXPECT_SENT("shop > raw sw_register  domain=a.com", { "action", "sw_register" },
	    { "object", NULL }, { "attributes.domain", "a.com" }, { "attributes.reg_type", NULL },
	    { "attributes.contact_set", NULL });
}

static void
expect_failure(struct stub *s, const char *steps, const char *expected, const char *got)
{
	const struct played *p = play(s, arena_printf(s->arena, "%s%s", HEAD, steps));

	assert_non_null(p->failure);
	if (strstr(p->failure->expected, expected) == NULL)
		fail_msg("expected '%s', not '%s'", expected, p->failure->expected);
	if (strstr(p->failure->got, got) == NULL)
		fail_msg("got '%s', not '%s'", got, p->failure->got);
}

static void
no_answer_is_a_failure_of_the_step(void **state)
{
	static const struct {
		const char *why, *reply;
		enum ending ending;
		const char *expected, *got;
	} rows[] = {
		{ "connection refused", "", ENDING_SEND, "an answer to POST /",
		    "connection refused" },
		{ NULL, GRANTED, ENDING_CUT, "an answer to POST /", "the connection was cut" },
		{ NULL, GRANTED, ENDING_RESET, "an answer to POST /", "the connection was cut" },
		{ NULL, "", ENDING_SEND, "a reply that can be understood", "status 200" },
		{ NULL, "<html>Bad gateway</html>", ENDING_SEND, "a reply that can be understood",
		    "status 200" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena *a = arena_new();
		struct stub s = stub_of(a);
		s.why = rows[i].why;
		s.reply = rows[i].reply;
		s.ending = rows[i].ending;
		expect_failure(&s, "shop > lookup domain=a.com\n", rows[i].expected, rows[i].got);
		assert_int_equal(s.deleted, 1); /* the world goes all the same */
		arena_free(a);
	}
}

static void
a_world_that_does_not_come_about_is_a_failure(void **state)
{
	static const struct {
		int status;
		const char *world, *expected, *got;
	} rows[] = {
		{ 409, "{\"error\":{\"code\":\"name_taken\",\"message\":\"There is one.\"}}",
		    "POST /api/v1/worlds to be done", "409 name_taken: There is one." },
		{ 500, "<html>", "POST /api/v1/worlds to be done", "500" },
		{ 200, "{}", "the world's instant", "absent" },
		{ 200, "{\"now\":\"soon\"}", "the world's instant", "soon" },
		{ 200, "{\"now\":\"2026-01-01T00:00:00Z\"}", "a user name and a key for shop",
		    "absent" },
		{ 200, "not JSON", "the world's instant", "absent" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena *a = arena_new();
		struct stub s = stub_of(a);
		s.status = rows[i].status;
		s.world = rows[i].world;
		expect_failure(&s, "shop > lookup domain=a.com\n", rows[i].expected, rows[i].got);
		assert_int_equal(s.commands, 0);
		arena_free(a);
	}
}

/* ---- a real engine whose n-th answer is spoilt on the way ---- */

struct spoiler {
	const struct carrier *carrier;
	size_t count, nth;
	const char *instead;
};

static bool
send_spoilt(void *closure, struct exchange *x, const char **why)
{
	struct spoiler *s = closure;
	bool sent_on = s->carrier->send(s->carrier->closure, x, why);

	if (++s->count == s->nth) {
		x->reply = s->instead;
		x->reply_size = strlen(s->instead);
	}
	return sent_on;
}

static void
spoil_each_answer(const struct rulebook *rules, const char *instead)
{
	static const char text[] = HEAD
	    "shop > sw_register domain=ek.com owner=@anna\n     < attributes.id -> $id\n"
	    "mail anna within PT0S type = verification.request link verify -> $url\n"
	    "event REGISTERED within PT0S domain_name -> $name\n"
	    "run until verification max P30D\n"
	    "foreach case when\n  | a P1D\n  | b P2D\n  advance $when\n"
	    "  state $name verification.status = verifying\n"
	    "  anna verify\n  mail anna none for P1D subject = $url\nend\n"
	    "ignore mail verification.reminder\n"
	    "state order $id status = completed\n";
	bool more = true;

	for (size_t nth = 1; more; nth++) {
		struct arena *a = arena_new();
		struct vocabulary words = vocabulary_of(a, rules);
		struct stage *stage = stage_open(STAGE_INSIDE, rules, NULL);
		struct spoiler s = { stage_carrier(stage), 0, nth, instead };
		struct carrier carrier = { send_spoilt, &s, NULL };
		struct complaints c = { .arena = a, .file = "x.story" };
		const struct story *story = story_read(&c, &words, text, strlen(text));
		struct play_options options = { 0 };
		assert_non_null(story);
		struct played *p = story_play(a, story, &carrier, &options);
		more = s.count >= nth;
		if (!more) /* nothing was spoilt at all */
			for (; p != NULL; p = p->next)
				assert_null(p->failure);
		stage_close(stage);
		arena_free(a);
	}
}

static void
nonsense_from_the_server_breaks_nothing(void **state)
{
	static const char *const nonsense[] = { "", "{", "[]", "{\"items\":7,\"next\":{}}",
		"{\"now\":true,\"users\":[[]],\"items\":[{\"id\":null,\"at\":3}]}" };
	const struct rulebook *rules = rulebook_open(NULL);

	(void)state;
	must(rules != NULL);
	for (size_t i = 0; i < sizeof(nonsense) / sizeof(*nonsense); i++)
		spoil_each_answer(rules, nonsense[i]);
	rulebook_close(rules);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_registration_is_filled_up),
		cmocka_unit_test(what_the_line_says_wins),
		cmocka_unit_test(a_map_says_what_it_says),
		cmocka_unit_test(a_change_of_contacts_lists_its_roles),
		cmocka_unit_test(objects_that_are_no_domain_are_known),
		cmocka_unit_test(raw_sends_only_what_is_written),
		cmocka_unit_test(no_answer_is_a_failure_of_the_step),
		cmocka_unit_test(a_world_that_does_not_come_about_is_a_failure),
		cmocka_unit_test(nonsense_from_the_server_breaks_nothing),
	};

	return cmocka_run_group_tests_name("play_run", tests, NULL, NULL);
}
