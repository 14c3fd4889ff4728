/* Certificates, web sites, personal names: an account without them, in each row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

static bool
is_other_product(const struct command *c)
{
	static const char *const objects[] = { "TRUST_SERVICE", "PUBLISHING", "SURNAME" };

	for (size_t i = 0; i < COUNT_OF(objects); i++)
		if (strcmp(c->object, objects[i]) == 0)
			return true;
	return false;
}

static void
test_no_command_of_theirs_succeeds(void **state)
{
	struct shop *s = *state;
	size_t n = 0;

	for (size_t i = 0; i < command_count; i++) {
		const struct command *c = &commands[i];
		if (!is_other_product(c))
			continue;
		const struct value *r = ASK(
		    s->lab, s->id, c->action, c->object, "order_id", "1", "product_id", "1");
		assert_int_equal(c->built, STATIC);
		assert_false(succeeded(r));
		assert_true(code_of(r) == 501 || code_of(r) == 405);
		assert_string_equal(at(r, "object"), c->object);
		assert_string_equal(
		    at(r, "action"), arena_printf(s->lab->a, "%s:REPLY", c->action));
		assert_int_equal(at(r, "error_details.0.error_code") != NULL, code_of(r) == 501);
		assert_null(value_get(r, "attributes"));
		n++;
	}
	assert_true(n >= 30);
}

/* A name's own commands of the same action are not theirs. */
static void
test_the_object_decides(void **state)
{
	struct shop *s = *state;

	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "sw_register", "trust_service", "domain", "new.com")), 501);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "new.com")), 200);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "name_suggest", "surname", "searchstring", "ek")), 501);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(no_command_of_theirs_succeeds),
		TEST(the_object_decides),
	};

	return cmocka_run_group_tests_name("other products", tests, NULL, NULL);
}
