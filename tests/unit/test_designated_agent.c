/* Whether changes of an owner are approved without asking: of a name, or by its reseller. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/agent.h"

#define ALLOWS(s, domain) \
	at(ASK((s)->lab, (s)->id, "get_trade_designated_agent", "domain", "domain", domain), \
	    "attributes.allow_designated_agent")

static void
set_default(struct shop *s, bool approves)
{
	struct reseller r = shop_settings(s);

	r.designated_agent = approves;
	shop_set(s, &r);
}

static const struct value *
say(struct shop *s, const char *domain, const char *allows)
{
	return ASK(s->lab, s->id, "set_trade_designated_agent", "domain", "domain", domain,
	    "allow_designated_agent", allows);
}

static void
the_names_own_word_counts_more(void **state)
{
	static const struct {
		bool by_default;
		const char *said; /* NULL: nothing */
		const char *allows;
	} rows[] = {
		{ false, NULL, "0" },
		{ true, NULL, "1" },
		{ false, "1", "1" },
		{ true, "0", "0" },
		{ false, "0", "0" },
		{ true, "Y", "1" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		set_default(s, rows[i].by_default);
		if (rows[i].said != NULL)
			assert_reply(say(s, "ek.com", rows[i].said), 200, "Command Successful");
		assert_string_equal(ALLOWS(s, "ek.com"), rows[i].allows);
		struct term t = lab_term(s->lab, "ek.com");
		lab_begin(s->lab);
		assert_int_equal(agent_approves(&s->lab->w, s->lab->a, &t), *rows[i].allows == '1');
		lab_end(s->lab);
		shop_end(state);
		shop_with_names(state);
	}
}

static void
other_names_go_by_the_default(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "more.com");
	say(s, "ek.com", "1");
	assert_string_equal(ALLOWS(s, "more.com"), "0");
	set_default(s, true);
	assert_string_equal(ALLOWS(s, "more.com"), "1");
	lab_reopen(s->lab);
	say(s, "ek.com", "0");
	assert_string_equal(ALLOWS(s, "ek.com"), "0");
}

static void
what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
		{ "allow_designated_agent", NULL, 460,
		    "Required field 'allow_designated_agent' not provided" },
		{ "allow_designated_agent", "2", 465,
		    "Invalid data, error=<allow_designated_agent '2'>" },
	};
	struct shop *s = *state;

	shop_slips(s, "SET_TRADE_DESIGNATED_AGENT", "DOMAIN",
	    PAIRS("domain", "ek.com", "allow_designated_agent", "1"), rows, COUNT_OF(rows));
	shop_slips(s, "GET_TRADE_DESIGNATED_AGENT", "DOMAIN", PAIRS("domain", "ek.com"), rows, 3);
	assert_int_equal(code_of(say(s, "theirs.com", "1")), 415);
	assert_null(ALLOWS(s, "theirs.com"));
	assert_string_equal(ALLOWS(s, "ek.com"), "0");
}

/* A helper may look, and not decide. */
static void
it_is_the_owners_to_say(void **state)
{
	struct shop *s = *state;

	ASK(s->lab, s->id, "add", "subuser", "domain", "ek.com", "sub_username", "sue",
	    "sub_password", "helper45", "sub_permission", "127");
	const char *sue = at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com", "reg_username",
				 "sue", "reg_password", "helper45"),
	    "attributes.cookie");
	assert_reply(ASK(s->lab, s->id, "set_trade_designated_agent", "domain", "^cookie", sue,
			 "allow_designated_agent", "1"),
	    435, "Permission Denied: not owner");
	assert_string_equal(
	    at(ASK(s->lab, s->id, "get_trade_designated_agent", "domain", "^cookie", sue),
		"attributes.allow_designated_agent"),
	    "0");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_names_own_word_counts_more),
		TEST(other_names_go_by_the_default),
		TEST(what_is_refused),
		TEST(it_is_the_owners_to_say),
	};

	return cmocka_run_group_tests_name("designated agent", tests, NULL, NULL);
}
