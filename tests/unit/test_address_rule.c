/* From where a reseller is served: blocks of addresses, and when a change takes effect. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/party/address_rule.h"

static void
blocks_are_read(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {
		{ "192.0.2.1", true },
		{ "192.0.2.0/24", true },
		{ "0.0.0.0/0", true },
		{ "10.1.2.3/32", true },
		{ "::1", true },
		{ "2001:db8::/32", true },
		{ "2001:db8::1/128", true },
		{ "::/0", true },
		{ "10.1.2.3/33", false },
		{ "2001:db8::/129", false },
		{ "10.1.2.3/", false },
		{ "10.1.2.3/-1", false },
		{ "10.1.2.3/ 8", false },
		{ "10.1.2.3/8x", false },
		{ "10.1.2.3/0008", false },
		{ "10.1.2", false },
		{ "10.1.2.256", false },
		{ "10.1.*", false },
		{ "localhost", false },
		{ "", false },
		{ "/8", false },
		{ " 10.1.2.3", false },
		{ "2001:0db8:0000:0000:0000:0000:0000:0000:0000:0001:0001", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (address_rule_well_formed(rows[i].text) != rows[i].good)
			fail_msg("'%s'", rows[i].text);
}

static void
addresses_are_in_blocks_or_not(void **state)
{
	static const struct {
		const char *rule, *address;
		bool fits;
	} rows[] = {
		{ "192.0.2.7", "192.0.2.7", true },
		{ "192.0.2.7", "192.0.2.8", false },
		{ "192.0.2.0/24", "192.0.2.255", true },
		{ "192.0.2.0/24", "192.0.3.0", false },
		{ "192.0.2.77/24", "192.0.2.1", true },
		{ "192.0.2.128/25", "192.0.2.127", false },
		{ "192.0.2.128/25", "192.0.2.128", true },
		{ "10.0.0.0/9", "10.127.255.255", true },
		{ "10.0.0.0/9", "10.128.0.0", false },
		{ "0.0.0.0/0", "203.0.113.9", true },
		{ "0.0.0.0/0", "2001:db8::1", false },
		{ "::/0", "2001:db8::1", true },
		{ "2001:db8::/33", "2001:db8:7fff::1", true },
		{ "2001:db8::/33", "2001:db8:8000::1", false },
		{ "2001:DB8::1", "2001:db8:0:0::1", true },
		{ "192.0.2.7", "::ffff:192.0.2.7", true },
		{ "::1", "0:0:0:0:0:0:0:1", true },
		{ "::1", "1::", false },
		{ "1::", "1:0:0:0:0:0:0:0", true },
		{ "1::8", "1:0:0:0:0:0:0:8", true },
		{ "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8", true },
		{ "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", true },
		{ "::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8", true },
		{ "64:ff9b::192.0.2.7", "64:ff9b::c000:207", true },
		{ "1:2:3:4:5:6:192.0.2.7", "1:2:3:4:5:6:c000:207", true },
		{ "abcd:ef01::/24", "abcd:efff::9", true },
		{ "abcd:ef01::/25", "abcd:efff::9", false },
		{ "abcd:ef01::/32", "abcd:ef02::", false },
		{ "192.0.2.7", "inside", false },
		{ "192.0.2.7", "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (address_rule_fits(rows[i].rule, rows[i].address) != rows[i].fits)
			fail_msg("%s in %s", rows[i].address, rows[i].rule);
}

#define RULES(s, reseller, ...) \
	set_rules((s), (reseller), (const char *const[]){ __VA_ARGS__, NULL })

static void
set_rules(struct shop *s, int64_t reseller, const char *const *rules)
{
	struct reseller r;
	size_t n = 0;

	while (rules[n] != NULL)
		n++;
	lab_begin(s->lab);
	assert_true(reseller_load(&s->lab->w, s->lab->a, reseller, &r));
	address_rules_set(&s->lab->w, s->lab->a, &r, rules, n);
	reseller_save(&s->lab->w, &r);
	lab_end(s->lab);
	s->lab->reopens = true;
}

static bool
serves(struct shop *s, const char *address)
{
	struct reseller r = shop_settings(s);

	lab_begin(s->lab);
	bool yes = address_admitted(&s->lab->w, s->lab->a, &r, address);
	lab_end(s->lab);
	return yes;
}

#define HOME "192.0.2.1"
#define AWAY "203.0.113.9"

static void
a_change_takes_a_quarter_of_an_hour(void **state)
{
	static const struct {
		const char *after, *delay;
		bool home, away; /* are served */
	} rows[] = {
		{ "PT0S", NULL, true, true },
		{ "PT14M59S", NULL, true, true },
		{ "PT15M", NULL, true, false },
		{ "PT15M1S", NULL, true, false },
		{ "P1D", NULL, true, false },
		{ "PT0S", "PT0S", true, false },
		{ "PT59M59S", "PT1H", true, true },
		{ "PT1H", "PT1H", true, false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		if (rows[i].delay != NULL)
			lab_policy(s->lab, "ip_rules.delay", rows[i].delay);
		RULES(s, s->id, "192.0.2.0/24");
		lab_advance(s->lab, rows[i].after);
		assert_int_equal(serves(s, HOME), rows[i].home);
		assert_int_equal(serves(s, AWAY), rows[i].away);
		shop_end(state);
		shop_begin(state);
	}
}

/* The old rule holds as long as the new one does not. */
static void
one_rule_follows_another(void **state)
{
	static const struct {
		const char *after;
		bool home, away;
	} rows[] = { { "PT14M59S", true, false }, { "PT15M", false, true } };

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		RULES(s, s->id, HOME);
		lab_advance(s->lab, "P1D");
		RULES(s, s->id, AWAY);
		lab_advance(s->lab, rows[i].after);
		assert_int_equal(serves(s, HOME), rows[i].home);
		assert_int_equal(serves(s, AWAY), rows[i].away);
		shop_end(state);
		shop_begin(state);
	}
}

static void
no_rule_is_from_everywhere(void **state)
{
	struct shop *s = *state;

	assert_true(serves(s, AWAY));
	RULES(s, s->id, HOME);
	lab_advance(s->lab, "PT15M");
	assert_false(serves(s, AWAY));
	set_rules(s, s->id, (const char *const[]){ NULL });
	lab_advance(s->lab, "PT14M59S");
	assert_false(serves(s, AWAY));
	lab_advance(s->lab, "PT1S");
	assert_true(serves(s, AWAY));
}

/* What is taken back in time was never there; what is wanted again goes on. */
static void
second_thoughts(void **state)
{
	struct shop *s = *state;

	RULES(s, s->id, HOME);
	lab_advance(s->lab, "PT5M");
	set_rules(s, s->id, (const char *const[]){ NULL });
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM address_rule"), 0);
	lab_advance(s->lab, "P1D");
	assert_true(serves(s, AWAY));
	RULES(s, s->id, HOME, AWAY);
	lab_advance(s->lab, "P1D");
	RULES(s, s->id, HOME);
	lab_advance(s->lab, "PT14M59S");
	assert_true(serves(s, AWAY));
	RULES(s, s->id, HOME, AWAY);
	lab_advance(s->lab, "P1D");
	assert_true(serves(s, AWAY));
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM address_rule"), 2);
}

static void
rules_do_not_pile_up(void **state)
{
	struct shop *s = *state;

	for (int i = 0; i < 20; i++) {
		RULES(s, s->id, arena_printf(s->lab->a, "192.0.2.%d", i), HOME, HOME);
		lab_advance(s->lab, "P1D");
	}
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM address_rule"), 3);
}

static void
rules_are_one_resellers(void **state)
{
	struct shop *s = *state;

	RULES(s, s->other, HOME);
	lab_advance(s->lab, "P1D");
	assert_true(serves(s, AWAY));
}

/* Of two resellers. */
static void
a_door_that_knows_nobody_lets_in_who_is_served_by_any(void **state)
{
	static const struct {
		struct address_rule rules[2];
		size_t n;
		const char *address;
		bool now, sometime;
	} rows[] = {
		{ { { 0 } }, 0, AWAY, true, true },
		{ { { 1, 1, HOME, 10, 90 } }, 1, AWAY, true, true },
		{ { { 1, 1, HOME, 10, 90 }, { 2, 2, HOME, 10, 90 } }, 2, AWAY, false, false },
		{ { { 1, 1, HOME, 10, 90 }, { 2, 2, HOME, 10, 90 } }, 2, HOME, true, true },
		{ { { 1, 1, HOME, 10, 90 }, { 2, 2, AWAY, 51, 90 } }, 2, AWAY, true, true },
		{ { { 1, 1, HOME, 10, 90 }, { 2, 1, AWAY, 51, 90 } }, 2, AWAY, true, true },
		{ { { 1, 1, HOME, 10, 50 }, { 2, 2, HOME, 50, 90 } }, 2, AWAY, true, true },
		{ { { 1, 1, HOME, 10, 51 }, { 2, 2, HOME, 50, 90 } }, 2, AWAY, false, false },
		{ { { 1, 1, HOME, 51, 90 }, { 2, 2, HOME, 10, 90 } }, 2, AWAY, true, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(address_admitted_by_any(
				     rows[i].rules, rows[i].n, 2, 50, rows[i].address, false),
		    rows[i].now);
		assert_int_equal(
		    address_admitted_by_any(rows[i].rules, rows[i].n, 2, 50, rows[i].address, true),
		    rows[i].sometime);
	}
	const struct address_rule later[] = { { 1, 1, HOME, 10, 90 }, { 2, 1, AWAY, 51, 90 } };
	assert_false(address_admitted_by_any(later, 2, 1, 50, AWAY, false));
	assert_true(address_admitted_by_any(later, 2, 1, 50, AWAY, true));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_read),
		cmocka_unit_test(addresses_are_in_blocks_or_not),
		TEST(a_change_takes_a_quarter_of_an_hour),
		TEST(one_rule_follows_another),
		TEST(no_rule_is_from_everywhere),
		TEST(second_thoughts),
		TEST(rules_do_not_pile_up),
		TEST(rules_are_one_resellers),
		cmocka_unit_test(a_door_that_knows_nobody_lets_in_who_is_served_by_any),
	};

	return cmocka_run_group_tests_name("address rules", tests, NULL, NULL);
}
