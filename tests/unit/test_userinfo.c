/* What is told of the end users of a name: userinfo, the login, the version; and
 * the authorization code by mail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/authcode.h"
#include "world/name/capability.h"
#include "world/registry/registry.h"

static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "ek.com", "contact_set.admin.email", "ada@ek.example");
	REGISTER(s->lab, s->id, "domain", "more.com", "reg_domain", "ek.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

static const struct value *
userinfo(struct shop *s, const char *path, const char *value)
{
	return ASK(s->lab, s->id, "get", "userinfo", path, value);
}

static void
test_a_panel_learns_who_is_logged_in(void **state)
{
	struct shop *s = *state;
	const struct value *login = ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com",
	    "reg_username", "owen", "reg_password", "secret12");
	const char *const ways[][2] = {
		{ "^cookie", at(login, "attributes.cookie") },
		{ "domain", "ek.com" },
		{ "^domain", "EK.com" },
	};
	static const char *const rows[][2] = {
		{ "object", "USERINFO" },
		{ "attributes.username", "owen" },
		{ "attributes.domain", "ek.com" },
		{ "attributes.f_owner", "1" },
		{ "attributes.permission", "" },
		{ "attributes.domain_count", "2" },
		{ "attributes.expiredate", "2027-05-04 15:20:00" },
		{ "attributes.waiting_requests_no", "0" },
		{ "attributes.inaccuratewhois", "0" },
		{ "attributes.auction_escrow", "0" },
	};

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		const struct value *r = userinfo(s, ways[i][0], ways[i][1]);
		assert_reply(r, 200, "Command Successful");
		for (size_t j = 0; j < COUNT_OF(rows); j++)
			assert_string_equal(at(r, rows[j][0]), rows[j][1]);
	}
}

static void
test_capabilities_are_the_tlds(void **state)
{
	static const struct {
		const char *domain, *has; /* with a blank after each */
	} rows[] = {
		{ "ek.com", "domain_auth_info whois_privacy_state " },
		{ "ek.us", "domain_auth_info nexus_info " },
		{ "ek.asia", "ced_info domain_auth_info whois_privacy_state " },
		{ "ek.co.uk", "change_ips_tag uk_whois_opt " },
		{ "ek.ca", "ca_whois_display_setting cira_email_pwd domain_auth_info trademark " },
		{ "ek.name", "domain_auth_info forwarding_email whois_privacy_state " },
		{ "ek.nosuch", "" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *has = "";
		lab_begin(s->lab);
		for (size_t j = 0; j < capability_count; j++)
			if (capability_of(&s->lab->w, s->lab->a, rows[i].domain, &capabilities[j]))
				has = arena_printf(s->lab->a, "%s%s ", has, capabilities[j].name);
		lab_end(s->lab);
		assert_string_equal(has, rows[i].has);
	}
	const struct value *r = userinfo(s, "domain", "ek.com");
	assert_int_equal(
	    value_count(value_path(r, "attributes.capabilities")), (int)capability_count);
	assert_string_equal(at(r, "attributes.capabilities.whois_privacy_state"), "1");
	assert_string_equal(at(r, "attributes.capabilities.nexus_info"), "0");
}

/* The object by the name that the vendor's page has for it. */
static void
test_the_pages_own_object(void **state)
{
	struct shop *s = *state;

	assert_reply(
	    ASK(s->lab, s->id, "get", "user_info", "domain", "ek.com"), 200, "Command Successful");
}

static void
test_a_request_that_waits_is_told(void **state)
{
	struct shop *s = *state;
	const struct value *login;

	login = ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com", "reg_username", "owen",
	    "reg_password", "secret12");
	assert_string_equal(at(login, "attributes.waiting_request"), "None");
	struct registry_says silence = { .word = REGISTRY_UNKNOWN, .answer = "never" };
	struct order o;
	lab_begin(s->lab);
	assert_true(order_load(&s->lab->w, s->lab->a, 1, &o));
	registry_await(&s->lab->w, s->lab->a, &o, &silence);
	lab_end(s->lab);
	assert_string_equal(
	    at(userinfo(s, "domain", "ek.com"), "attributes.waiting_requests_no"), "1");
	login = ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com", "reg_username", "owen",
	    "reg_password", "secret12");
	assert_string_equal(at(login, "attributes.waiting_request"), "sw_register");
}

static void
test_refusals_of_userinfo(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(s, "GET", "USERINFO", PAIRS("domain", "ek.com"), rows, COUNT_OF(rows));
	assert_int_equal(code_of(userinfo(s, "domain", "theirs.com")), 415);
}

static void
test_a_reseller_learns_a_login(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain_name", NULL, 460, "No Domain Supplied" },
		{ "domain_name", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "domain_name", "theirs.com", 480, "Domain not found." },
		{ "domain_name", "free.com", 480, "Domain not found." },
	};
	struct shop *s = *state;

	ASK(s->lab, s->id, "change", "password", "domain", "ek.com", "reg_password", "better345");
	const struct value *r = ASK(
	    s->lab, s->id, "get_user_access_info", "userinfo", "domain_name", "more.com");
	assert_reply(r, 200, "Command Successful");
	assert_string_equal(at(r, "attributes.reg_username"), "owen");
	assert_string_equal(at(r, "attributes.reg_password"), "better345");
	shop_slips(s, "GET_USER_ACCESS_INFO", "USERINFO", PAIRS("domain_name", "ek.com"), rows,
	    COUNT_OF(rows));
}

static void
test_the_version_is_the_servers(void **state)
{
	struct shop *s = *state;
	const struct value *r = ASK(s->lab, s->id, "check", "version", "state", "ready");

	assert_reply(r, 200, "Command Successful");
	assert_string_equal(at(r, "attributes.sender"), "OpenSRS SERVER");
	assert_string_equal(at(r, "attributes.state"), "ready");
	assert_int_equal(strncmp(at(r, "attributes.version"), "XML", 3), 0);
}

static const char *
newest_mail(struct shop *s, const char *column)
{
	const char *sql = arena_printf(
	    s->lab->a, "SELECT %s FROM mail ORDER BY id DESC LIMIT 1", column);

	return lab_ask_text(s->lab, sql);
}

static void
test_the_admin_gets_the_code_by_mail(void **state)
{
	struct shop *s = *state;
	const struct value *r = ASK(
	    s->lab, s->id, "send_authcode", "domain", "domain_name", "ek.com");
	struct term t = lab_term(s->lab, "ek.com");

	assert_reply(r, 200, "Message sent");
	assert_null(value_get(r, "attributes"));
	assert_string_equal(newest_mail(s, "type"), "domain.authcode");
	assert_string_equal(newest_mail(s, "recipient"), "ada@ek.example");
	lab_begin(s->lab);
	const char *code = authcode_of(&s->lab->w, s->lab->a, &t);
	lab_end(s->lab);
	assert_non_null(strstr(newest_mail(s, "variables"), code));
}

/* Seen by both commands that tell it; another name keeps its own. */
static void
test_a_code_that_was_chosen_counts(void **state)
{
	struct shop *s = *state;
	static const char *const codes[] = { "first-Code1", "second-Code2" };

	for (size_t i = 0; i < COUNT_OF(codes); i++)
		assert_reply(ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com", "data",
				 "domain_auth_info", "domain_auth_info", codes[i]),
		    200, "Update successful");
	lab_reopen(s->lab);
	ASK(s->lab, s->id, "send_authcode", "domain", "domain_name", "ek.com");
	assert_non_null(strstr(newest_mail(s, "variables"), "second-Code2"));
	assert_string_equal(
	    at(ASK(s->lab, s->id, "get", "domain", "type", "domain_auth_info", "domain", "ek.com"),
		"attributes.domain_auth_info"),
	    "second-Code2");
	ASK(s->lab, s->id, "send_authcode", "domain", "domain_name", "more.com");
	assert_null(strstr(newest_mail(s, "variables"), "second-Code2"));
}

static void
test_refusals_of_a_chosen_code(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain_auth_info", NULL, 460, "Required field 'domain_auth_info' not provided" },
		{ "domain_auth_info", "short-1", 465,
		    "Invalid data, error=<domain_auth_info 'short-1'>" },
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "ek.co.uk", 465, "Domain 'ek.co.uk' has no authorization code." },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.co.uk");
	shop_slips(s, "MODIFY", "DOMAIN",
	    PAIRS(
		"domain", "ek.com", "data", "domain_auth_info", "domain_auth_info", "chosen-C0de"),
	    rows, COUNT_OF(rows));
	assert_int_equal(code_of(ASK(s->lab, s->id, "modify", "domain", "domain", "theirs.com",
			     "data", "domain_auth_info", "domain_auth_info", "chosen-C0de")),
	    415);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM authcode"), 0);
}

static void
test_codes_have_a_form(void **state)
{
	static const struct {
		const char *code;
		bool good;
	} rows[] = {
		{ "seven-7", false },
		{ "eight-08", true },
		{ "12345678901234567890123456789012", true },
		{ "123456789012345678901234567890123", false },
		{ "with blank", false },
		{ "with\ttab", false },
		{ "sm\xc3\xb8rrebr\xc3\xb8", false },
		{ "~!@#$%^&*()", true },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(authcode_well_formed(rows[i].code), rows[i].good);
}

static void
test_codes_are_as_registries_want_them(void **state)
{
	struct shop *s = *state;
	const char *before = "";

	for (int64_t id = 1; id <= 200; id++) {
		struct term t = { .id = id };
		lab_begin(s->lab);
		const char *code = authcode_of(&s->lab->w, s->lab->a, &t);
		lab_end(s->lab);
		assert_int_equal(strlen(code), AUTHCODE_LENGTH);
		assert_non_null(strpbrk(code, "0123456789"));
		assert_non_null(strpbrk(code, "abcdefghijklmnopqrstuvwxyz"));
		assert_non_null(strpbrk(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
		assert_non_null(strpbrk(code, "!#-+"));
		assert_string_not_equal(code, before);
		before = code;
	}
}

static void
test_refusals_of_send_authcode(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain_name", NULL, 460, "No Domain Supplied" },
		{ "domain_name", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "domain_name", "theirs.com", 480, "Domain not found." },
		{ "domain_name", "free.com", 480, "Domain not found." },
		{ "domain_name", "ek.co.uk", 465, "Domain 'ek.co.uk' has no authorization code." },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.co.uk");
	int64_t before = lab_ask(s->lab, "SELECT count(*) FROM mail");
	shop_slips(s, "SEND_AUTHCODE", "DOMAIN", PAIRS("x", "y"), rows, COUNT_OF(rows));
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM mail"), before);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_panel_learns_who_is_logged_in),
		TEST(capabilities_are_the_tlds),
		TEST(the_pages_own_object),
		TEST(a_request_that_waits_is_told),
		TEST(refusals_of_userinfo),
		TEST(a_reseller_learns_a_login),
		TEST(the_version_is_the_servers),
		TEST(the_admin_gets_the_code_by_mail),
		TEST(a_code_that_was_chosen_counts),
		TEST(refusals_of_a_chosen_code),
		TEST(codes_have_a_form),
		TEST(codes_are_as_registries_want_them),
		TEST(refusals_of_send_authcode),
	};

	return cmocka_run_group_tests_name("end users", tests, NULL, NULL);
}
