/* advanced_update_nameservers: a new set, more, fewer, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/nameserver.h"

#define GRANTED "Nameserver Update Successful"

/* ek.com points to ns1.a.net and ns2.a.net. */
static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "ek.com", "custom_nameservers", "1",
	    "nameserver_list.0.name", "ns1.a.net", "nameserver_list.1.name", "ns2.a.net");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

/* "+one +two -three" changes, "one two" assigns. */
static const struct value *
update(struct shop *s, const char *domain, const char *words)
{
	struct arena *a = s->lab->a;
	struct value *top = request_new(a, "ADVANCED_UPDATE_NAMESERVERS", "DOMAIN");
	bool assigns = *words != '+' && *words != '-';

	request_set_all(
	    a, top, PAIRS("domain", domain, "op_type", assigns ? "assign" : "add_remove"));
	for (size_t i = 0, n; *words != '\0'; i++, words += n + strspn(words + n, " ")) {
		n = strcspn(words, " ");
		const char *list = assigns ? "assign_ns" : *words == '+' ? "add_ns" : "remove_ns";
		request_set(a, top, arena_printf(a, "%s.%zu", list, i),
		    arena_strndup(a, words + !assigns, n - !assigns));
	}
	return ask(s->lab, s->id, top);
}

/* With blanks between. */
static const char *
on_file(struct shop *s)
{
	const char *names[MAX_NAMESERVERS], *line = "";
	size_t n = nameservers_parse(s->lab->a, lab_term(s->lab, "ek.com").nameservers, names);

	for (size_t i = 0; i < n; i++)
		line = arena_printf(s->lab->a, "%s%s%s", line, i > 0 ? " " : "", names[i]);
	return line;
}

static void
test_what_becomes_of_the_list(void **state)
{
	static const struct {
		const char *words;
		int code;
		const char *text, *after;
	} rows[] = {
		{ "ns1.b.net ns2.b.net", 200, GRANTED, "ns1.b.net ns2.b.net" },
		{ "NS9.b.net", 200, GRANTED, "ns9.b.net" },
		{ "ns2.a.net ns1.a.net", 200, GRANTED, "ns2.a.net ns1.a.net" },
		{ "ns1.a.net ns2.a.net", 200, "No nameserver changes necessary",
		    "ns1.a.net ns2.a.net" },
		{ "+ns3.a.net", 200, GRANTED, "ns1.a.net ns2.a.net ns3.a.net" },
		{ "-ns1.a.net", 200, GRANTED, "ns2.a.net" },
		{ "+ns3.a.net -ns1.a.net", 200, GRANTED, "ns2.a.net ns3.a.net" },
		{ "-ns1.a.net -ns2.a.net +ns3.a.net", 200, GRANTED, "ns3.a.net" },
		{ "-ns2.a.net +ns2.a.net", 200, "No nameserver changes necessary",
		    "ns1.a.net ns2.a.net" },
		{ "-ns1.a.net -ns2.a.net", 465, "Invalid data, error=<no nameserver is left>",
		    NULL },
		{ "-ns3.a.net", 405, "Registry error, unable to remove nameserver", NULL },
		{ "+ns1.a.net", 465, "Invalid data, error=<duplicate nameserver 'ns1.a.net'>",
		    NULL },
		{ "+ns3.a.net +ns3.a.net", 465,
		    "Invalid data, error=<duplicate nameserver 'ns3.a.net'>", NULL },
		{ "ns3.a.net NS3.a.net", 465,
		    "Invalid data, error=<duplicate nameserver 'ns3.a.net'>", NULL },
		{ "ns_3..net", 465, "Invalid data, error=<nameserver 'ns_3..net'>", NULL },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		assert_reply(update(s, "ek.com", rows[i].words), rows[i].code, rows[i].text);
		assert_string_equal(
		    on_file(s), rows[i].after == NULL ? "ns1.a.net ns2.a.net" : rows[i].after);
		shop_end(state);
		begin(state);
	}
}

static const char *
many(struct shop *s, size_t n, const char *sign)
{
	const char *line = "";

	for (size_t i = 0; i < n; i++)
		line = arena_printf(
		    s->lab->a, "%s%s%sns%zu.b.net", line, i > 0 ? " " : "", sign, i);
	return line;
}

static void
test_thirteen_and_no_more(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(update(s, "ek.com", many(s, 14, ""))), 465);
	assert_int_equal(code_of(update(s, "ek.com", many(s, 12, "+"))), 465);
	assert_string_equal(on_file(s), "ns1.a.net ns2.a.net");
	assert_int_equal(code_of(update(s, "ek.com", many(s, 11, "+"))), 200);
	assert_int_equal(code_of(update(s, "ek.com", many(s, 13, ""))), 200);
}

static void
test_the_reseller_is_told(void **state)
{
	struct shop *s = *state;

	update(s, "ek.com", "ns1.b.net ns2.b.net");
	update(s, "ek.com", "ns1.b.net ns2.b.net");
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM event WHERE name = 'NAMESERVER_UPDATE'"), 1);
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "type", "nameservers", "domain", "ek.com");
	assert_string_equal(at(r, "attributes.nameserver_list.1.name"), "ns2.b.net");
	assert_string_equal(at(r, "attributes.nameserver_list.1.sortorder"), "2");
}

static void
test_a_cookie_and_a_tolerated_object(void **state)
{
	struct shop *s = *state;
	const char *cookie = at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com",
				    "reg_username", "owen", "reg_password", "secret12"),
	    "attributes.cookie");

	assert_reply(ASK(s->lab, s->id, "advanced_update_nameservers", "nameserver", "^cookie",
			 cookie, "op_type", "assign", "assign_ns.0", "ns1.b.net"),
	    200, GRANTED);
	assert_string_equal(on_file(s), "ns1.b.net");
}

static void
test_locked_names(void **state)
{
	static const struct {
		const char *policy;
		int code;
		const char *text;
	} rows[] = {
		{ NULL, 405, "Registry error: domain's nameserver not updated" },
		{ "allowed", 200, GRANTED },
		{ "refused", 405, "Registry error: domain's nameserver not updated" },
	};
	struct shop *s = *state;

	ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com", "data", "status", "lock_state",
	    "1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (rows[i].policy != NULL)
			lab_policy(s->lab, "nameservers.locked", rows[i].policy);
		assert_reply(update(s, "ek.com", "ns1.b.net"), rows[i].code, rows[i].text);
	}
	assert_string_equal(on_file(s), "ns1.b.net");
}

static void
test_a_registry_that_is_busy(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	assert_int_equal(code_of(ASK(s->lab, s->id, "renew", "domain", "domain", "ek.com", "period",
			     "1", "currentexpirationyear", "2027")),
	    250);
	assert_int_equal(code_of(update(s, "ek.com", "ns1.b.net")), 437);
	lab_advance(s->lab, "PT5M");
	assert_int_equal(code_of(update(s, "ek.com", "ns1.b.net")), 200);
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "op_type", NULL, 460, "Required field 'op_type' not provided" },
		{ "op_type", "replace", 465, "Invalid data, error=<op_type 'replace'>" },
		{ "op_type", "add_remove", 465,
		    "Invalid data, error=<assign_ns with add_ns or remove_ns>" },
		{ "assign_ns.0", NULL, 460, "List of nameservers is not provided" },
		{ "add_ns.0", "ns2.b.net", 465,
		    "Invalid data, error=<assign_ns with add_ns or remove_ns>" },
		{ "remove_ns.0", "ns2.a.net", 465,
		    "Invalid data, error=<assign_ns with add_ns or remove_ns>" },
	};
	struct shop *s = *state;

	shop_slips(s, "ADVANCED_UPDATE_NAMESERVERS", "DOMAIN",
	    PAIRS("domain", "ek.com", "op_type", "assign", "assign_ns.0", "ns1.b.net"), rows,
	    COUNT_OF(rows));
	assert_reply(ASK(s->lab, s->id, "advanced_update_nameservers", "domain", "domain", "ek.com",
			 "op_type", "add_remove"),
	    460, "List of nameservers is not provided");
	assert_int_equal(code_of(update(s, "theirs.com", "ns1.b.net")), 415);
	assert_int_equal(code_of(update(s, "nobodys.com", "ns1.b.net")), 415);
	assert_string_equal(on_file(s), "ns1.a.net ns2.a.net");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_becomes_of_the_list),
		TEST(thirteen_and_no_more),
		TEST(the_reseller_is_told),
		TEST(a_cookie_and_a_tolerated_object),
		TEST(locked_names),
		TEST(a_registry_that_is_busy),
		TEST(refusals),
	};

	return cmocka_run_group_tests_name("nameserver updates", tests, NULL, NULL);
}
