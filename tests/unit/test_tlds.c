/* Every TLD of fixtures/tld/: it can be looked up, priced and bought, by its own
 * process and its own registry. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/policy/policy.h"
#include "world/policy/rulebook.h"

#define PLENTY 100000000

#define EACH_TLD(s, t) \
	for (const struct tld *t = (s)->lab->rules->tlds; \
	     t < (s)->lab->rules->tlds + (s)->lab->rules->tld_count; t++)

static const char *
rule(struct shop *s, const char *domain, const char *key)
{
	lab_begin(s->lab);
	const char *value = policy_of_tld(&s->lab->w, s->lab->a, domain, key);
	lab_end(s->lab);
	assert_non_null(value);
	return value;
}

static void
test_each_is_available_and_has_a_price(void **state)
{
	static const char *const types[] = { "new", "renewal", "transfer" };
	struct shop *s = *state;

	EACH_TLD(s, t)
	{
		const char *name = arena_printf(s->lab->a, "cole.%s", t->name);
		assert_reply(ASK(s->lab, s->id, "lookup", "domain", "domain", name), 210,
		    "Domain available");
		for (size_t i = 0; i < COUNT_OF(types); i++) {
			const struct value *r = ASK(s->lab, s->id, "get_price", "domain", "domain",
			    name, "reg_type", types[i], "period", rule(s, name, "min_years"));
			if (code_of(r) != 200 || at(r, "attributes.price") == NULL)
				fail_msg("%s, %s: %d %s", name, types[i], code_of(r), text_of(r));
		}
	}
}

/* Contacts that satisfy every registry of the table. */
static const struct value *
buy(struct shop *s, const char *name, const char *years)
{
	return REGISTER(s->lab, s->id, "domain", name, "period", years, "contact_set.owner.fax",
	    "+1.4165550124", "contact_set.admin.fax", "+1.4165550124", "contact_set.billing.fax",
	    "+1.4165550124", "contact_set.tech.fax", "+1.4165550124", "contact_set.owner.email",
	    arena_printf(s->lab->a, "owner@%s", name));
}

static int
expected_code(struct shop *s, const char *name)
{
	if (strcmp(rule(s, name, "process"), "async") == 0)
		return 300;
	return strcmp(rule(s, name, "registry"), "async") == 0 ? 250 : 200;
}

static void
test_each_is_bought_by_its_own_process(void **state)
{
	struct shop *s = *state;

	shop_set_money(s, PLENTY);
	EACH_TLD(s, t)
	{
		const char *name = arena_printf(s->lab->a, "cole.%s", t->name);
		const struct value *r = buy(s, name, rule(s, name, "min_years"));
		int want = expected_code(s, name);
		if (code_of(r) != want)
			fail_msg("%s: %d %s", name, code_of(r), text_of(r));
		r = ASK(s->lab, s->id, "lookup", "domain", "domain", name);
		assert_int_equal(code_of(r), want == 200 ? 211 : 221);
	}
	shop_books(s);
}

/* What is only inferred is shown and not enforced: then ten years are sold. */
static void
test_each_has_its_years(void **state)
{
	struct shop *s = *state;

	shop_set_money(s, PLENTY);
	EACH_TLD(s, t)
	{
		const struct rule *years = tld_rule(t, "max_years");
		long most = years->certainty == INFERRED ? 10 : strtol(years->value, NULL, 10);
		const char *name = arena_printf(s->lab->a, "cole.%s", t->name);
		const char *more = arena_printf(s->lab->a, "more.%s", t->name);
		if (code_of(buy(s, name, arena_printf(s->lab->a, "%ld", most))) !=
		    expected_code(s, name))
			fail_msg("%s is not sold for %ld years", name, most);
		if (code_of(buy(s, more, arena_printf(s->lab->a, "%ld", most + 1))) != 465)
			fail_msg("%s is sold for %ld years", more, most + 1);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(each_is_available_and_has_a_price),
		TEST(each_is_bought_by_its_own_process),
		TEST(each_has_its_years),
	};

	return cmocka_run_group_tests_name("every TLD", tests, NULL, NULL);
}
