/* Names in other scripts: which there are, and what sw_register and lookup say of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/idn.h"
#include "world/policy/policy.h"

static void
set_policy(struct shop *s, const char *key, const char *value)
{
	lab_begin(s->lab);
	policy_override(&s->lab->w, key, value);
	lab_end(s->lab);
}

static void
test_punycode_has_one_spelling(void **state)
{
	static const struct {
		const char *domain;
		enum idn_flaw flaw;
	} rows[] = {
		{ "munich.com", IDN_FINE }, { "xn--mnchen-3ya.com", IDN_FINE },
		{ "xn--strae-oqa.com", IDN_FINE }, /* IDNA 2008 keeps the sharp s */
		{ "xn--wgv71a119e.com", IDN_FINE }, { "xn--mnchen-zzzzzzz.com", IDN_MALFORMED },
		{ "xn--.com", IDN_MALFORMED },
		{ "xn--munich-.com", IDN_MALFORMED }, /* nothing but ASCII in it */
		{ "xn--ls8h.com", IDN_MALFORMED }, /* a picture is no letter */
		{ "xn--mnchen-3ya.nl", IDN_NOT_OFFERED },
		{ "xn--mnchen-3ya.us", IDN_FINE }, /* that it has none is only a guess */
	};
	struct shop *s = *state;

	lab_begin(s->lab);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		enum idn_flaw flaw = idn_check(&s->lab->w, s->lab->a, rows[i].domain);
		if (flaw != rows[i].flaw)
			fail_msg("%s: %d, not %d", rows[i].domain, flaw, rows[i].flaw);
	}
	lab_end(s->lab);
}

static void
test_the_tag_is_known_or_the_order_refused(void **state)
{
	static const struct {
		const char *domain, *tag;
		int code;
		const char *text;
	} rows[] = {
		{ "xn--mnchen-3ya.com", "GER", 200, NULL },
		{ "xn--mnchen-3ya.net", "ger", 200, NULL },
		{ "xn--mnchen-3ya.cc", NULL, 460, "Required field 'encoding_type' not provided" },
		{ "xn--mnchen-3ya.name", "", 460, "Required field 'encoding_type' not provided" },
		{ "xn--mnchen-3ya.org", "GERM", 465,
		    "Registration Failed: Invalid data, error=<encoding_type 'GERM'>" },
		{ "xn--mnchen-3ya.org", "GER FRE", 465,
		    "Registration Failed: Invalid data, error=<encoding_type 'GER FRE'>" },
		{ "xn--mnchen-3ya.org", "QQQ", 465, NULL },
		{ "xn--mnchen-3ya.org", NULL, 200, NULL },
		{ "xn--mnchen-zzzzzzz.org", "GER", 465,
		    "Invalid domain syntax: xn--mnchen-zzzzzzz.org" },
		{ "xn--mnchen-3ya.nl", "GER", 465, "Invalid domain syntax: xn--mnchen-3ya.nl" },
		{ "munich.com", "", 200, NULL },
		{ "munich.net", "ENG", 200, NULL },
		{ "munich.org", "QQQ", 465, NULL },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = REGISTER(
		    s->lab, s->id, "domain", rows[i].domain, "encoding_type", rows[i].tag);
		if (code_of(r) != rows[i].code ||
		    (rows[i].text != NULL && strcmp(text_of(r), rows[i].text) != 0))
			fail_msg("%s %s: %d %s", rows[i].domain,
			    rows[i].tag == NULL ? "-" : rows[i].tag, code_of(r), text_of(r));
	}
}

/* What a world says itself binds, guess or not. */
static void
test_a_world_has_its_own_rule(void **state)
{
	struct shop *s = *state;

	set_policy(s, "tld.us.idn", "no");
	set_policy(s, "tld.com.idn", "untagged");
	set_policy(s, "idn.tags", "GER QQQ");
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "xn--mnchen-3ya.us")), 465);
	set_policy(s, "tld.org.idn", "no");
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "xn--mnchen-3ya.org")), 465);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "xn--mnchen-3ya.com")), 200);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "xn--mnchen-3ya.net",
			     "encoding_type", "QQQ")),
	    200);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "xn--mnchen-3ya.shop",
			     "encoding_type", "FRE")),
	    465);
}

static void
test_other_letters_become_punycode_where_they_are_taken(void **state)
{
	struct shop *s = *state;
	const char *name = "M\xc3\xbcnchen.com";

	assert_reply(ASK(s->lab, s->id, "lookup", "domain", "domain", name), 465,
	    "Invalid domain syntax: m\xc3\xbcnchen.com");
	set_policy(s, "idn.unicode", "accepted");
	assert_int_equal(code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", name)), 210);
	assert_int_equal(
	    code_of(REGISTER(s->lab, s->id, "domain", name, "encoding_type", "GER")), 200);
	assert_string_equal(lab_term(s->lab, "xn--mnchen-3ya.com").name, "xn--mnchen-3ya.com");
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "xn--mnchen-3ya.com")), 211);
	/* Two ways to write one letter. */
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "mu\xcc\x88nchen.com")), 211);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "\xf0\x9f\x92\xa9.com")), 465);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "a\xff.com")), 465);
}

static void
test_the_tag_stays_with_the_order(void **state)
{
	struct shop *s = *state;
	const struct value *r = REGISTER(
	    s->lab, s->id, "domain", "xn--mnchen-3ya.com", "encoding_type", "GER");

	r = ASK(s->lab, s->id, "get_order_info", "domain", "order_id", at(r, "attributes.id"));
	assert_string_equal(at(r, "attributes.field_hash.domain"), "xn--mnchen-3ya.com");
	assert_string_equal(at(r, "attributes.field_hash.encoding_type"), "GER");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(punycode_has_one_spelling),
		TEST(the_tag_is_known_or_the_order_refused),
		TEST(a_world_has_its_own_rule),
		TEST(other_letters_become_punycode_where_they_are_taken),
		TEST(the_tag_stays_with_the_order),
	};

	return cmocka_run_group_tests_name("names in other scripts", tests, NULL, NULL);
}
