/* What HTTP clients get who come from an address that no rule has, over both ports:
 * nothing that they can read as HTTP, as with the vendor, or what a policy says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/tls.h"
#include "world/party/address_rule.h"
#include "world/policy/policy.h"

/* "/worlds/demo/fence/127.0.0.2/framed": demo is served from there only, at once. */
static const struct problem *
fence(struct call *c)
{
	const char *const rules[] = { c->captures[1] };
	struct reseller r;

	must(reseller_find(c->world, c->arena, "demo", &r));
	policy_override(c->world, "ip_rules.delay", "PT0S");
	policy_override(c->world, "ip_rules.https", c->captures[2]);
	address_rules_set(c->world, c->arena, &r, rules, 1);
	reseller_save(c->world, &r);
	exchange_answer(c->x, 200, "text/plain", "done", 4);
	return NULL;
}

static const struct route routes[] = {
	{ "POST", "/worlds/{W}/fence/{RULE}/{HOW}", ROUTE_WRITE, fence, "" },
	{ .method = NULL },
};

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(s, &(struct served_wish){ .routes = routes });
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

#define BODY \
	"<OPS_envelope><body><data_block><dt_assoc><item key='protocol'>XCP</item>" \
	"<item key='action'>GET_BALANCE</item><item key='object'>BALANCE</item>" \
	"</dt_assoc></data_block></body></OPS_envelope>"

static const char *
balance(struct served *s, enum door door)
{
	const char *bytes = arena_printf(s->arena,
	    "POST / HTTP/1.0\r\nX-Username: demo\r\nX-Signature: %s\r\n"
	    "Content-Length: %zu\r\n\r\n%s",
	    served_sign(s, BODY, strlen(BODY)), strlen(BODY), BODY);

	return door == DOOR_HTTPS ? tls_ask(s, bytes) : served_ask(s, door, bytes);
}

static void
set_fence(struct served *s, const char *rule, const char *how)
{
	const char *got = served_ask(s, DOOR_WEB,
	    arena_printf(s->arena,
		"POST /worlds/demo/fence/%s/%s HTTP/1.0\r\nHost: localhost\r\n"
		"Content-Length: 0\r\n\r\n",
		rule, how));

	assert_non_null(strstr(got, "200 OK"));
}

static const char *
code(const char *reply)
{
	const char *at = strstr(reply, "<item key=\"response_code\">");

	return at == NULL ? "" : at + strlen("<item key=\"response_code\">");
}

static void
assert_code(const char *reply, const char *wanted)
{
	if (strncmp(code(reply), wanted, 3) != 0)
		fail_msg("%s", reply);
}

/* The length is that of the envelope, of which nothing is missing and nothing follows. */
static void
assert_framed(const char *reply)
{
	char *body;

	assert_int_equal(strncmp(reply, "Content-Length: ", 16), 0);
	size_t n = strtoul(reply + 16, &body, 10);
	assert_int_equal(strncmp(body, "\r\n\r\n<?xml", 9), 0);
	assert_int_equal(strlen(body + 4), n);
	assert_non_null(strstr(body, "</OPS_envelope>"));
}

static const enum door doors[] = { DOOR_HTTP, DOOR_HTTPS };

static void
who_is_served_gets_http(void **state)
{
	struct served *s = *state;

	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(strncmp(balance(s, doors[i]), "HTTP/1.1 200", 12), 0);
		set_fence(s, "127.0.0.1", "framed");
		assert_code(balance(s, doors[i]), "200");
	}
}

static void
a_stranger_gets_a_message_of_the_other_port(void **state)
{
	struct served *s = *state;

	set_fence(s, "127.0.0.2", "framed");
	for (size_t i = 0; i < 2; i++) {
		const char *got = balance(s, doors[i]);
		assert_framed(got);
		assert_code(got, "555");
	}
}

static void
or_not_a_word(void **state)
{
	struct served *s = *state;

	set_fence(s, "127.0.0.2", "close");
	for (size_t i = 0; i < 2; i++)
		assert_string_equal(balance(s, doors[i]), "");
}

static void
or_a_reply_like_any_other(void **state)
{
	struct served *s = *state;

	set_fence(s, "127.0.0.2", "400");
	for (size_t i = 0; i < 2; i++) {
		const char *got = balance(s, doors[i]);
		assert_int_equal(strncmp(got, "HTTP/1.1 200", 12), 0);
		assert_code(got, "400");
		assert_non_null(strstr(got, ">Access denied: invalid IP address<"));
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_server, close_server)
	const struct CMUnitTest tests[] = {
		TEST(who_is_served_gets_http),
		TEST(a_stranger_gets_a_message_of_the_other_port),
		TEST(or_not_a_word),
		TEST(or_a_reply_like_any_other),
	};

	return cmocka_run_group_tests_name("refused addresses over HTTP", tests, NULL, NULL);
}
