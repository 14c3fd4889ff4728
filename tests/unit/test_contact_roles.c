/* Which contacts a registry takes, and how a TLD's file says so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/ask.h"
#include "world/party/contact_rules.h"

static void
test_which_roles_a_registry_knows(void **state)
{
	static const struct {
		const char *domain;
		bool needed[ROLE_COUNT], taken[ROLE_COUNT];
	} rows[] = {
		{ "a.com", { true, true, true, false }, { true, true, true, true } },
		{ "a.ca", { true, true, false, false }, { true, true, false, true } },
		{ "a.eu", { true, false, false, false }, { true, false, false, true } },
		{ "a.be", { true, false, false, false }, { true, false, false, true } },
		{ "a.name", { true, false, true, false }, { true, false, true, true } },
	};
	struct lab *l = lab_open("2026-05-04T15:20:00Z");

	(void)state;
	lab_begin(l);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (size_t r = 0; r < ROLE_COUNT; r++) {
			const char *name = rows[i].domain;
			assert_int_equal(
			    contact_needed(&l->w, l->a, name, (enum role)r), rows[i].needed[r]);
			assert_int_equal(
			    contact_taken(&l->w, l->a, name, (enum role)r), rows[i].taken[r]);
		}
	lab_end(l);
	lab_close(l);
}

static void
test_how_a_rule_is_written(void **state)
{
	static const struct {
		const char *rule;
		bool good;
	} rows[] = {
		{ "all", true },
		{ "none", true },
		{ "all +fax", true },
		{ "all -org_name +state", true },
		{ "org_name", true },
		{ "first_name last_name email", true },
		{ "", false },
		{ "all fax", false },
		{ "all +colour", false },
		{ "colour", false },
		{ "+fax", false },
		{ "none fax", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(contact_rule_well_formed(rows[i].rule), rows[i].good);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_which_roles_a_registry_knows),
		cmocka_unit_test(test_how_a_rule_is_written),
	};

	return cmocka_run_group_tests_name("contact roles", tests, NULL, NULL);
}
