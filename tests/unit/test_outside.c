/* A name from outside: what DNS and WHOIS would say of it, in every state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define DOMAINS "/worlds/demo/domains"

/* What an operator makes of ek.com; the same name is then looked at. */
static const struct {
	const char *patch; /* NULL: there is no such name */
	const char *rcode, *ns, *found, *status;
} states[] = {
	{ NULL, "NXDOMAIN", "", "false", "" },
	{ "{}", "NOERROR", "ns1.systemdns.com", "true", "ok" },
	{ "{'locked':true}", "NOERROR", "ns1.systemdns.com", "true", "clientTransferProhibited" },
	{ "{'state':'expired'}", "NXDOMAIN", "", "true", "clientHold" },
	{ "{'state':'deleted'}", "NXDOMAIN", "", "false", "" },
};

static json_t *
look(struct house *h, const char *name, const char *how)
{
	return house_api(h, 200, "GET", arena_printf(h->a, DOMAINS "/%s/%s", name, how), "");
}

static void
a_name_shows_its_state(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
		struct house *h = house_open();
		if (states[i].patch != NULL) {
			house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
			house_api(h, 200, "PATCH", DOMAINS "/ek.com", states[i].patch);
		}
		json_t *dns = look(h, "ek.com", "dns"), *whois = look(h, "ek.com", "whois");
		assert_string_equal(text_at(dns, "rcode"), states[i].rcode);
		assert_string_equal(text_at(dns, "ns.0"), states[i].ns);
		assert_string_equal(text_at(whois, "found"), states[i].found);
		assert_string_equal(text_at(whois, "status.0"), states[i].status);
		house_close(h);
	}
}

/* A suspension takes the name out of the zone at its second, a click brings it
 * back with the nameservers it had. */
static void
a_suspension_shows_at_its_second(void **state)
{
	(void)state;
	struct house *h = house_open();
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");

	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'to':'2026-05-20T04:59:59Z'}");
	assert_string_equal(text_at(look(h, "ek.com", "dns"), "rcode"), "NOERROR");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'PT1S'}");
	assert_string_equal(text_at(look(h, "ek.com", "dns"), "rcode"), "NXDOMAIN");
	assert_int_equal(count_at(look(h, "ek.com", "dns"), "ns"), 0);
	json_t *whois = look(h, "ek.com", "whois");
	assert_string_equal(text_at(whois, "status.0"), "clientHold");
	assert_string_equal(text_at(whois, "nameservers.0"), "ns1.systemdns.com");
	house_api(h, 200, "POST", "/worlds/demo/people/anna@ek.example/act", "{'action':'verify'}");
	assert_int_equal(count_at(look(h, "ek.com", "dns"), "ns"), 2);
	house_close(h);
}

static void
any_name_can_be_asked_for(void **state)
{
	static const struct {
		const char *name, *zone, *rcode;
	} rows[] = {
		{ "www.EK.com", "ek.com", "NOERROR" },
		{ "a.b.ek.com", "ek.com", "NOERROR" },
		{ "www.free.com", "free.com", "NXDOMAIN" },
		{ "example.com", "example.com", "NXDOMAIN" }, /* elsewhere, without nameservers */
		{ "ek.nosuchtld", "ek.nosuchtld", "REFUSED" },
	};

	(void)state;
	struct house *h = house_open();
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *dns = look(h, rows[i].name, "dns");
		assert_string_equal(text_at(dns, "zone_name"), rows[i].zone);
		assert_string_equal(text_at(dns, "rcode"), rows[i].rcode);
	}
	assert_string_equal(house_refusal(h, 400, "GET", DOMAINS "/com/dns", ""), "bad_value");
	assert_string_equal(house_refusal(h, 400, "GET", DOMAINS "/-/whois", ""), "bad_value");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_shows_its_state),
		cmocka_unit_test(a_suspension_shows_at_its_second),
		cmocka_unit_test(any_name_can_be_asked_for),
	};

	return cmocka_run_group_tests_name("outside", tests, house_setup, NULL);
}
