/* change_ips_tag: .uk names that leave by their holder's word, one or all of a profile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define PUSH(s, ...) \
	ASK((s)->lab, (s)->id, "modify", "domain", "data", "change_ips_tag", __VA_ARGS__)
#define TAG "gaining_registrar_tag"

/* one.co.uk, two.uk and one.com are of one profile. */
static int
begin(void **state)
{
	static const char *const names[] = { "one.co.uk", "two.uk", "one.com" };

	shop_with_names(state);
	struct shop *s = *state;
	for (size_t i = 0; i < COUNT_OF(names); i++)
		REGISTER(s->lab, s->id, "domain", names[i], "reg_username", "owen", "reg_password",
		    "secret12", "reg_domain", i == 0 ? NULL : names[0]);
	return 0;
}

static const char *
leaving(struct shop *s)
{
	return lab_ask_text(s->lab,
	    "SELECT domain || ' ' || gaining_registrar || ' ' || state FROM transfer ORDER BY id");
}

static void
a_name_leaves_and_waits_for_the_other_side(void **state)
{
	struct shop *s = *state;
	const struct value *r = PUSH(s, "domain", "one.co.uk", TAG, "ACME-1");

	assert_int_equal(code_of(r), 250);
	assert_true(succeeded(r));
	assert_string_equal(at(r, "attributes.waiting_requests_no"), "1");
	assert_string_equal(leaving(s), "one.co.uk ACME-1 pending_registry");
	assert_reply(PUSH(s, "domain", "one.co.uk", TAG, "ACME-1"), 552,
	    "Transfer refused: Transfer in progress");
}

static void
of_all_names_each_has_its_own_result(void **state)
{
	static const struct {
		const char *name, *code;
	} rows[] = { { "one.co.uk", "250" }, { "two.uk", "250" }, { "one.com", "465" } };
	struct shop *s = *state;
	const char *cookie = at(ASK(s->lab, s->id, "set", "cookie", "domain", "one.co.uk",
				    "reg_username", "owen", "reg_password", "secret12"),
	    "attributes.cookie");
	const struct value *r = PUSH(s, "^cookie", cookie, TAG, "ACME", "change_tag_all", "1");

	assert_int_equal(code_of(r), 250);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(
		    value_text(value_get(value_path(r, "attributes.details"), rows[i].name),
			"response_code"),
		    rows[i].code);
	assert_string_equal(
	    leaving(s), "one.co.uk ACME pending_registry\ntwo.uk ACME pending_registry");
}

static void
what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "one.com", 465, "Domain does not support change_ips_tag" },
		{ TAG, NULL, 460, "Required field 'gaining_registrar_tag' not provided" },
		{ TAG, "A", 465, "Invalid data, error=<gaining_registrar_tag 'A'>" },
		{ TAG, "acme", 465, "Invalid data, error=<gaining_registrar_tag 'acme'>" },
		{ TAG, "ABCDEFGHIJKLMNOPQ", 465,
		    "Invalid data, error=<gaining_registrar_tag 'ABCDEFGHIJKLMNOPQ'>" },
		{ "change_tag_all", "1", 465, "apply_to_all flag not permitted" },
		{ "rsp_override", "x", 465, "Invalid data, error=<rsp_override 'x'>" },
	};
	struct shop *s = *state;

	shop_slips(s, "MODIFY", "DOMAIN",
	    PAIRS("domain", "one.co.uk", "data", "change_ips_tag", TAG, "ACME"), rows,
	    COUNT_OF(rows));
	assert_int_equal(code_of(PUSH(s, "domain", "theirs.com", TAG, "ACME")), 415);
	assert_string_equal(leaving(s), "");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_name_leaves_and_waits_for_the_other_side),
		TEST(of_all_names_each_has_its_own_result),
		TEST(what_is_refused),
	};

	return cmocka_run_group_tests_name("change_ips_tag", tests, NULL, NULL);
}
