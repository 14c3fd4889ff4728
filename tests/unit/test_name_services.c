/* Zones, DS records and forwarding: whose name they may be asked for, by a name or
 * by a cookie, and that they are gone with the name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

/* In an order in which each of them works. */
static const struct {
	const char *action, *path, *value;
} requests[] = {
	{ "create_dns_zone", NULL, NULL },
	{ "get_dns_zone", NULL, NULL },
	{ "set_dns_zone", "records.A.0.ip_address", "192.0.2.1" },
	{ "reset_dns_zone", NULL, NULL },
	{ "force_dns_nameservers", NULL, NULL },
	{ "delete_dns_zone", NULL, NULL },
	{ "set_dnssec_info", "dnssec", "" },
	{ "create_domain_forwarding", NULL, NULL },
	{ "get_domain_forwarding", NULL, NULL },
	{ "set_domain_forwarding", "forwarding", "" },
	{ "delete_domain_forwarding", NULL, NULL },
};

static const struct value *
call(struct shop *s, size_t i, const char *path, const char *value)
{
	struct value *top = request_new(s->lab->a, requests[i].action, "DOMAIN");

	if (requests[i].path != NULL)
		request_set(s->lab->a, top, requests[i].path, requests[i].value);
	if (path != NULL)
		request_set(s->lab->a, top, path, value);
	return ask(s->lab, s->id, top);
}

static const char *
cookie_for(struct shop *s, const char *domain, const char *username, const char *password)
{
	const struct value *r = ASK(s->lab, s->id, "set", "cookie", "domain", domain,
	    "reg_username", username, "reg_password", password);

	return at(r, "attributes.cookie");
}

static void
test_only_for_names_of_ones_own(void **state)
{
	static const struct {
		const char *path, *value;
		int code;
	} rows[] = {
		{ "domain", "theirs.com", 415 },
		{ "domain", "free.com", 415 },
		{ "domain", "example.com", 415 },
		{ "domain", "a..b", 465 },
		{ "^cookie", "1:2", 415 },
		{ NULL, NULL, 460 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(requests); i++)
		for (size_t r = 0; r < COUNT_OF(rows); r++)
			assert_int_equal(
			    code_of(call(s, i, rows[r].path, rows[r].value)), rows[r].code);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM record_list"), 0);
}

static void
test_a_name_or_a_cookie_says_which(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(requests); i++)
		assert_reply(call(s, i, "domain", "EK.com"), 200, "Command Successful");
	for (size_t i = 0; i < COUNT_OF(requests); i++)
		assert_reply(call(s, i, "^domain", "ek.com"), 200, "Command Successful");
	const char *cookie = cookie_for(s, "ek.com", "owen", "secret12");
	for (size_t i = 0; i < COUNT_OF(requests); i++)
		assert_reply(call(s, i, "^cookie", cookie), 200, "Command Successful");
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM record_list"), 0);
}

/* Reading is free; a change takes what the owner permits. */
static void
test_sub_users_need_a_permission(void **state)
{
	static const struct {
		const char *permission;
		bool may;
	} rows[] = { { "0", false }, { "111", false }, { "16", true } };
	struct shop *s = *state;

	for (size_t r = 0; r < COUNT_OF(rows); r++) {
		const char *owner = cookie_for(s, "ek.com", "owen", "secret12");
		assert_int_equal(code_of(ASK(s->lab, s->id, "add", "subuser", "^cookie", owner,
				     "sub_username", "helper", "sub_password", "helping12",
				     "sub_permission", rows[r].permission)),
		    200);
		const char *sub = cookie_for(s, "ek.com", "helper", "helping12");
		for (size_t i = 0; i < COUNT_OF(requests); i++) {
			bool reads = strncmp(requests[i].action, "get_", 4) == 0;
			int code = code_of(call(s, i, "^cookie", sub));
			assert_int_equal(code == 435, !rows[r].may && !reads);
			assert_int_equal(code == 200, rows[r].may);
		}
		const char *id = at(
		    ASK(s->lab, s->id, "get", "subuser", "^cookie", owner), "attributes.id");
		assert_int_equal(code_of(ASK(s->lab, s->id, "delete", "subuser", "^cookie", owner,
				     "sub_id", id)),
		    200);
	}
}

/* Whoever registers it next finds nothing. */
static void
test_they_end_with_the_name(void **state)
{
	struct shop *s = *state;
	struct term t = lab_term(s->lab, "ek.com");

	ASK(s->lab, s->id, "create_dns_zone", "domain", "domain", "ek.com");
	ASK(s->lab, s->id, "create_domain_forwarding", "domain", "domain", "ek.com");
	lab_begin(s->lab);
	t.state = "deleted";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_dns_zone", "domain", "domain", "ek.com")), 415);
	REGISTER(s->lab, s->id, "domain", "ek.com");
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_dns_zone", "domain", "domain", "ek.com")), 480);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_domain_forwarding", "domain", "domain", "ek.com")),
	    480);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(only_for_names_of_ones_own),
		TEST(a_name_or_a_cookie_says_which),
		TEST(sub_users_need_a_permission),
		TEST(they_end_with_the_name),
	};

	return cmocka_run_group_tests_name("services of names", tests, NULL, NULL);
}
