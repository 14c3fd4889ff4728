/* Who may talk to the web port: Host, Origin and the token. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define NONE NULL
#define WORLDS "/api/v1/worlds"

struct row {
	const char *host, *origin, *token; /* sent */
	const char *target;
	int status;
};

static void
try_all(const struct engine_config *config, const struct row *rows, size_t n)
{
	struct house *h = house_open_with(config);

	for (size_t i = 0; i < n; i++) {
		h->host = rows[i].host;
		h->origin = rows[i].origin;
		h->token = rows[i].token;
		struct exchange *x = house_ask(h, "GET", rows[i].target, "");
		if (x->status != rows[i].status)
			fail_msg("row %zu: %d %s", i, x->status, x->reply);
	}
	house_close(h);
}

static void
without_a_token_only_our_own_names_are_served(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "127.0.0.1:8480", NONE, NONE, WORLDS, 200 },
		{ "127.0.0.1", NONE, NONE, WORLDS, 200 },
		{ "localhost:1", NONE, NONE, WORLDS, 200 },
		{ "LOCALHOST", NONE, NONE, WORLDS, 200 },
		{ "[::1]:8480", NONE, NONE, WORLDS, 200 },
		{ "box.test:8480", NONE, NONE, WORLDS, 200 }, /* --tls-name */
		{ "orrery.example", NONE, NONE, WORLDS, 200 }, /* --public-url */
		{ NONE, NONE, NONE, WORLDS, 200 }, /* no browser leaves it out */
		{ "evil.example", NONE, NONE, WORLDS, 403 }, /* DNS rebinding */
		{ "evil.example", NONE, NONE, "/", 403 },
		{ "127.0.0.1.evil.example", NONE, NONE, WORLDS, 403 },
		{ "localhost.evil.example:8480", NONE, NONE, WORLDS, 403 },
		{ "", NONE, NONE, WORLDS, 403 },
		{ "127.0.0.1:8480", "http://127.0.0.1:8480", NONE, WORLDS, 200 },
		{ "127.0.0.1:8480", "http://localhost:8480", NONE, WORLDS, 200 },
		{ "127.0.0.1:8480", "https://orrery.example", NONE, WORLDS, 200 },
		{ "127.0.0.1:8480", "http://evil.example", NONE, WORLDS, 403 },
		{ "127.0.0.1:8480", "null", NONE, WORLDS, 403 },
	};

	try_all(
	    &(struct engine_config){
		.journal = 10, .tls_name = "box.test", .public_url = "https://orrery.example/" },
	    rows, sizeof(rows) / sizeof(*rows));
}

static void
with_a_token_it_is_the_token_that_counts(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "anything.example", NONE, "secret", WORLDS, 200 },
		{ "127.0.0.1", NONE, NONE, WORLDS, 401 },
		{ "127.0.0.1", NONE, "secre", WORLDS, 401 },
		{ "127.0.0.1", NONE, "secrets", WORLDS, 401 },
		{ "127.0.0.1", NONE, "Secret", WORLDS, 401 },
		{ "127.0.0.1", NONE, "", WORLDS, 401 },
		{ "127.0.0.1", NONE, NONE, WORLDS "/demo/now", 401 },
		/* what must work without */
		{ "127.0.0.1", NONE, NONE, "/api/v1/health", 200 },
		{ "127.0.0.1", NONE, NONE, "/", 200 },
		{ "127.0.0.1", NONE, NONE, "/w/demo/terms", 200 },
		/* the token does not excuse a foreign page */
		{ "127.0.0.1", "http://evil.example", "secret", WORLDS, 403 },
	};

	try_all(&(struct engine_config){ .journal = 10, .control_token = "secret" }, rows,
	    sizeof(rows) / sizeof(*rows));
}

static void
who_lacks_the_token_is_told_its_kind(void **state)
{
	(void)state;
	struct house *h = house_open_with(
	    &(struct engine_config){ .journal = 10, .control_token = "secret" });

	h->token = NULL;
	struct exchange *x = house_ask(h, "GET", WORLDS, "");
	assert_string_equal(header_out(x, "WWW-Authenticate"), "Bearer");
	assert_null(strstr(x->reply, "secret"));
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_token_only_our_own_names_are_served),
		cmocka_unit_test(with_a_token_it_is_the_token_that_counts),
		cmocka_unit_test(who_lacks_the_token_is_told_its_kind),
	};

	return cmocka_run_group_tests_name("api gate", tests, house_setup, NULL);
}
