/* check_transfer: what is known here of a name that somebody wants to bring. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"

#define CHECK(s, ...) ASK((s)->lab, (s)->id, "check_transfer", "domain", __VA_ARGS__)

static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "mine.com", "f_lock_domain", "1");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	REGISTER(s->lab, s->other, "domain", "locked.com", "f_lock_domain", "1");
	REGISTER(s->lab, s->other, "domain", "held.com");
	struct term held = lab_term(s->lab, "held.com"), outside = lab_term(s->lab, "theirs.com");
	outside.id = outside.reseller = outside.created = 0;
	outside.name = "outside.com";
	outside.registrar = "elsewhere";
	lab_begin(s->lab);
	term_hold(&s->lab->w, held.id, true);
	term_save(&s->lab->w, &outside);
	outside.id = 0;
	outside.name = "young.com";
	outside.created = s->lab->w.now - DAYS(60) + 1;
	term_save(&s->lab->w, &outside);
	outside.id = 0;
	outside.name = "grown.com";
	outside.created = s->lab->w.now - DAYS(60);
	term_save(&s->lab->w, &outside);
	lab_end(s->lab);
	return 0;
}

static void
test_what_is_told(void **state)
{
	static const struct {
		const char *domain, *transferrable, *noservice, *reason, *code, *type;
	} rows[] = {
		{ "outside.com", "1", "0", NULL, NULL, "reg2reg" },
		{ "OUTSIDE.com", "1", "0", NULL, NULL, "reg2reg" },
		{ "theirs.com", "1", "0", NULL, NULL, "rsp2rsp" },
		{ "mine.com", "0", "0", "Domain already exists in shop's account",
		    "domain_already_belongs_to_current_reseller", NULL },
		{ "locked.com", "0", "0",
		    "Domain status clientTransferProhibited does not allow for transfer", NULL,
		    NULL },
		{ "held.com", "0", "0", "Domain status clientHold does not allow for transfer",
		    NULL, NULL },
		{ "young.com", "0", "0", "Domain was registered less than 60 days ago", NULL,
		    NULL },
		{ "grown.com", "1", "0", NULL, NULL, "reg2reg" },
		{ "free.com", "0", "0", "Domain is not registered", NULL, NULL },
		{ "free.nosuch", "0", "1", NULL, NULL, NULL },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = CHECK(s, "domain", rows[i].domain);
		const struct {
			const char *key, *want;
		} keys[] = {
			{ "attributes.transferrable", rows[i].transferrable },
			{ "attributes.noservice", rows[i].noservice },
			{ "attributes.reason", rows[i].reason },
			{ "attributes.reason_code", rows[i].code },
			{ "attributes.type", rows[i].type },
			{ "attributes.status", NULL },
			{ "attributes.request_address", NULL },
		};
		assert_reply(r, 200, "Query successful");
		for (size_t k = 0; k < COUNT_OF(keys); k++) {
			const char *got = at(r, keys[k].key);
			if (keys[k].want == NULL)
				assert_null(got);
			else
				assert_string_equal(got, keys[k].want);
		}
	}
}

static void
test_more_is_told_to_who_asks_for_it(void **state)
{
	static const struct {
		const char *domain, *status;
	} rows[] = {
		{ "outside.com", "undef" },
		{ "mine.com", "undef" },
		{ "free.nosuch", "unknown" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = CHECK(
		    s, "domain", rows[i].domain, "check_status", "1", "get_request_address", "1");
		assert_string_equal(at(r, "attributes.status"), rows[i].status);
		assert_string_equal(at(r, "attributes.request_address"), "");
	}
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "check_status", "2", 465, "Invalid data, error=<check_status '2'>" },
		{ "get_request_address", "x", 465,
		    "Invalid data, error=<get_request_address 'x'>" },
	};

	shop_slips(
	    *state, "CHECK_TRANSFER", "DOMAIN", PAIRS("domain", "a.com"), rows, COUNT_OF(rows));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_is_told),
		TEST(more_is_told_to_who_asks_for_it),
		TEST(refusals),
	};

	return cmocka_run_group_tests_name("check transfer", tests, NULL, NULL);
}
