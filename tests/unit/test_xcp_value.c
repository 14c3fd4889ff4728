/* The tree of a message: members in order, found by key and by path. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "xcp/value.h"

static int
open_arena(void **state)
{
	*state = arena_new();
	return 0;
}

static int
close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void
members_keep_the_order_in_which_they_were_added(void **state)
{
	struct arena *a = *state;
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	value_add(a, top, "attributes", VALUE_ASSOC);
	value_add_text(a, top, "code", "200");
	assert_int_equal(value_count(top), 3);
	assert_string_equal(top->first->key, "protocol");
	assert_string_equal(top->first->next->key, "attributes");
	assert_string_equal(top->last->key, "code");
	assert_null(top->last->next);
}

static void
an_array_numbers_its_members(void **state)
{
	struct arena *a = *state;
	struct value *list = value_new(a, VALUE_ARRAY);

	for (int i = 0; i < 12; i++)
		value_add_text(a, list, NULL, "x");
	assert_string_equal(list->first->key, "0");
	assert_string_equal(list->last->key, "11");
}

static void
keys_and_texts_are_copied(void **state)
{
	struct arena *a = *state;
	struct value *top = value_new(a, VALUE_ASSOC);
	char key[] = "key", text[] = "text";

	value_add_text(a, top, key, text);
	key[0] = text[0] = '!';
	assert_string_equal(value_text(top, "key"), "text");
}

static void
a_member_is_found_by_its_whole_key(void **state)
{
	struct arena *a = *state;
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "domain", "example.com");
	value_add(a, top, "list", VALUE_ARRAY);
	assert_string_equal(value_text(top, "domain"), "example.com");
	assert_null(value_text(top, "domain_name"));
	assert_null(value_text(top, "dom"));
	assert_null(value_text(top, "DOMAIN"));
	assert_null(value_text(top, "list")); /* is no text */
	assert_non_null(value_get(top, "list"));
	assert_null(value_get(value_get(top, "domain"), "x")); /* a text has no members */
	assert_null(value_get(NULL, "x"));
	assert_int_equal(value_count(NULL), 0);
}

static void
of_two_with_one_key_the_later_counts(void **state)
{
	struct arena *a = *state;
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "period", "1");
	value_add_text(a, top, "period", "2");
	assert_string_equal(value_text(top, "period"), "2");
}

/* { "attributes": { "a.b": "whole", "a": { "b": "nested", "c": "other" },
 *   "list": [ "zero", { "name": "one" } ] } } */
static struct value *
tree_with_dots(struct arena *a)
{
	struct value *top = value_new(a, VALUE_ASSOC);
	struct value *attributes = value_add(a, top, "attributes", VALUE_ASSOC);

	value_add_text(a, attributes, "a.b", "whole");
	struct value *nested = value_add(a, attributes, "a", VALUE_ASSOC);
	value_add_text(a, nested, "b", "nested");
	value_add_text(a, nested, "c", "other");
	struct value *list = value_add(a, attributes, "list", VALUE_ARRAY);
	value_add_text(a, list, NULL, "zero");
	value_add_text(a, value_add(a, list, NULL, VALUE_ASSOC), "name", "one");
	return top;
}

static void
a_path_leads_through_keys_and_prefers_the_longest(void **state)
{
	static const struct {
		const char *path, *text; /* NULL: nothing is there */
	} rows[] = {
		{ "attributes.a.b", "whole" },
		{ "attributes.a.c", "other" },
		{ "attributes.list.0", "zero" },
		{ "attributes.list.1.name", "one" },
		{ "attributes.list.2", NULL },
		{ "attributes.a.c.d", NULL },
		{ "attributes.a.", NULL },
		{ ".attributes", NULL },
		{ "attribute", NULL },
		{ "", NULL },
	};
	const struct value *top = tree_with_dots(*state);

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct value *found = value_path(top, rows[i].path);

		if ((found == NULL) != (rows[i].text == NULL) ||
		    (found != NULL && strcmp(found->text, rows[i].text) != 0))
			fail_msg("%s", rows[i].path);
	}
}

static void
an_array_is_ordered_by_number_and_keyed_anew(void **state)
{
	static const struct {
		const char *keys[6], *texts; /* a text is the place at which it came */
	} rows[] = {
		{ { "0", "1", "2" }, "012" },
		{ { "2", "0", "1" }, "120" },
		{ { "10", "9", "8" }, "210" }, /* numbers, not words */
		{ { "7", "3" }, "10" }, /* gaps close */
		{ { "01", "0" }, "10" }, /* zeros in front */
		{ { "1", "0", "1" }, "12" }, /* the later stays */
		{ { "x", "1", "y", "0" }, "3102" }, /* no numbers last, as they came */
		{ { "99999999999999999999", "5" }, "10" }, /* any size */
		{ { "" }, "0" },
		{ { NULL }, "" },
	};
	struct arena *a = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct value *list = value_new(a, VALUE_ARRAY);

		for (size_t k = 0; k < 6 && rows[i].keys[k] != NULL; k++) {
			struct value *m = value_new(a, VALUE_TEXT);
			m->key = rows[i].keys[k];
			m->text = arena_printf(a, "%zu", k);
			value_append(list, m);
		}
		value_order(a, list);
		assert_int_equal(value_count(list), strlen(rows[i].texts));
		for (size_t k = 0; k < strlen(rows[i].texts); k++) {
			const char *text = value_text(list, arena_printf(a, "%zu", k));
			if (text == NULL || text[0] != rows[i].texts[k])
				fail_msg("row %zu, member %zu: %s", i, k, text);
		}
	}
}

static void
a_long_array_in_reverse_is_ordered(void **state)
{
	struct arena *a = *state;
	struct value *list = value_new(a, VALUE_ARRAY);

	for (int i = 19999; i >= 0; i--) {
		struct value *m = value_new(a, VALUE_TEXT);
		m->key = m->text = arena_printf(a, "%d", i);
		value_append(list, m);
	}
	value_order(a, list);
	int expected = 0;
	for (const struct value *m = list->first; m != NULL; m = m->next)
		assert_string_equal(m->text, arena_printf(a, "%d", expected++));
	assert_int_equal(expected, 20000);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_arena, close_arena)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(members_keep_the_order_in_which_they_were_added),
		TEST(an_array_numbers_its_members),
		TEST(keys_and_texts_are_copied),
		TEST(a_member_is_found_by_its_whole_key),
		TEST(of_two_with_one_key_the_later_counts),
		TEST(a_path_leads_through_keys_and_prefers_the_longest),
		TEST(an_array_is_ordered_by_number_and_keyed_anew),
		TEST(a_long_array_in_reverse_is_ordered),
	};
	return cmocka_run_group_tests_name("xcp value", tests, NULL, NULL);
}
