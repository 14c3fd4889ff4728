/* The schema of a command: which texts pass as which values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"

static bool
is_even_length(const char *text)
{
	return strlen(text) % 2 == 0;
}

static const struct attr schema[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "years",
	    .type = ATTR_INT,
	    .min = 1,
	    .max = 10,
	    .refusal = &refusal_invalid_data,
	    .fallback = 3 },
	{ .name = "flag",
	    .type = ATTR_FLAG,
	    .max = 1,
	    .refusal = &refusal_invalid_data,
	    .fallback = 1 },
	{ .name = "word",
	    .type = ATTR_TEXT,
	    .min = 2,
	    .max = 4,
	    .pattern = is_even_length,
	    .refusal = &refusal_invalid_data },
	{ .name = "list", .type = ATTR_TREE, .refusal = &refusal_invalid_data },
	{ .name = "words",
	    .type = ATTR_WORDS,
	    .max = 4,
	    .pattern = is_even_length,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static int
begin(void **state)
{
	*state = arena_new();
	return 0;
}

static int
end(void **state)
{
	arena_free(*state);
	return 0;
}

static struct request
request_of(struct arena *a, const struct value *top)
{
	struct request rq = { .arena = a, .top = top, .accepts = schema };

	rq.attributes = value_get(top, "attributes");
	if (rq.attributes == NULL)
		rq.attributes = value_new(a, VALUE_ASSOC);
	return rq;
}

static struct request
request_with(struct arena *a, const char *path, const char *value)
{
	struct value *top = request_new(a, "X", "Y");

	request_set(a, top, path, value);
	return request_of(a, top);
}

static void
test_numbers_are_whole_and_in_range(void **state)
{
	static const struct {
		const char *text;
		bool fits;
		int64_t number;
	} rows[] = {
		{ "1", true, 1 },
		{ "10", true, 10 },
		{ "007", true, 7 },
		{ " 7\n", true, 7 },
		{ "", true, 3 },
		{ "  ", true, 3 },
		{ "0", false, 0 },
		{ "11", false, 0 },
		{ "-1", false, 0 },
		{ "+1", false, 0 },
		{ "1x", false, 0 },
		{ "1 2", false, 0 },
		{ "4294967297", false, 0 },
		{ "99999999999999999999", false, 0 },
		{ "abc", false, 0 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct request rq = request_with(*state, "years", rows[i].text);
		assert_int_equal(attrs_check(&rq) == NULL, rows[i].fits);
		if (rows[i].fits)
			assert_int_equal(attr_int(&rq, "years"), rows[i].number);
	}
}

static void
test_flags_are_written_in_several_ways(void **state)
{
	static const struct {
		const char *text;
		bool fits, on;
	} rows[] = {
		{ "0", true, false },
		{ "1", true, true },
		{ "N", true, false },
		{ "Y", true, true },
		{ "y", true, true },
		{ "", true, true },
		{ "2", false, false },
		{ "true", false, false },
		{ "01", false, false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct request rq = request_with(*state, "flag", rows[i].text);
		assert_int_equal(attrs_check(&rq) == NULL, rows[i].fits);
		if (rows[i].fits)
			assert_int_equal(attr_flag(&rq, "flag"), rows[i].on);
	}
}

static void
test_words_come_as_a_list_or_with_commas(void **state)
{
	static const struct {
		const char *path, *text;
		bool fits;
		size_t count;
	} rows[] = {
		{ "words", "ab", true, 1 },
		{ "words", "ab,cd", true, 2 },
		{ "words", " ab , cdef,", true, 2 },
		{ "words", "", true, 0 },
		{ "words", " , ", true, 0 },
		{ "words.0", "ab", true, 1 },
		{ "words.0", " ", true, 0 },
		{ "words.0", "a,b!", true, 1 }, /* in a list a comma is part of the word */
		{ "words", "abc", false, 0 },
		{ "words", "ab,abcdef", false, 0 },
		{ "words.0", "abcdef", false, 0 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct request rq = request_with(*state, rows[i].path, rows[i].text);
		assert_int_equal(attrs_check(&rq) == NULL, rows[i].fits);
		assert_int_equal(attr_given(&rq, "words"), rows[i].count > 0);
		if (rows[i].count > 0)
			assert_int_equal(value_count(attr_words(&rq, "words")), rows[i].count);
	}
}

static void
test_texts_are_trimmed_before_they_are_measured(void **state)
{
	static const struct {
		const char *text;
		bool fits;
		const char *value;
	} rows[] = {
		{ "ab", true, "ab" },
		{ "abcd", true, "abcd" },
		{ "\n  ab\t ", true, "ab" },
		{ "", true, "" },
		{ "a", false, NULL },
		{ "abc", false, NULL },
		{ "abcdef", false, NULL },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct request rq = request_with(*state, "word", rows[i].text);
		assert_int_equal(attrs_check(&rq) == NULL, rows[i].fits);
		if (rows[i].fits)
			assert_string_equal(attr_text(&rq, "word"), rows[i].value);
	}
}

static void
test_names_are_folded_and_well_formed(void **state)
{
	static const struct {
		const char *text, *value; /* NULL: refused */
	} rows[] = {
		{ "a.com", "a.com" },
		{ " Ek-Bikes.COM ", "ek-bikes.com" },
		{ "xn--bcher-kva.com", "xn--bcher-kva.com" },
		{ "a..com", NULL },
		{ "com", NULL },
		{ ".com", NULL },
		{ "a.com.", NULL },
		{ "-a.com", NULL },
		{ "a-.com", NULL },
		{ "a b.com", NULL },
		{ "e&b<c.com", NULL },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct request rq = request_with(*state, "domain", rows[i].text);
		assert_int_equal(attrs_check(&rq) == NULL, rows[i].value != NULL);
		if (rows[i].value != NULL)
			assert_string_equal(attr_text(&rq, "domain"), rows[i].value);
	}
}

static void
test_a_name_stands_in_several_places(void **state)
{
	static const struct {
		const char *pairs[6];
		const char *value;
	} rows[] = {
		{ { "domain", "a.com", "domain_name", "b.com", "^domain", "c.com" }, "a.com" },
		{ { "domain", "", "domain_name", "b.com", "^domain", "c.com" }, "b.com" },
		{ { "domainname", "d.com", "^domain", "c.com", "x", "y" }, "d.com" },
		{ { "^domain", "c.com", "x", "y", "z", "z" }, "c.com" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct value *top = request_new(*state, "X", "Y");
		for (size_t p = 0; p < 6; p += 2)
			request_set(*state, top, rows[i].pairs[p], rows[i].pairs[p + 1]);
		struct request rq = request_of(*state, top);
		assert_null(attrs_check(&rq));
		assert_string_equal(attr_text(&rq, "domain"), rows[i].value);
	}
}

static void
test_containers_where_a_text_belongs_and_the_other_way_round(void **state)
{
	struct request rq = request_with(*state, "word.0", "ab");

	assert_non_null(attrs_check(&rq));
	rq = request_with(*state, "list", "ab");
	assert_non_null(attrs_check(&rq));
	rq = request_with(*state, "list.0", "ab");
	assert_null(attrs_check(&rq));
	assert_int_equal(value_count(attr_tree(&rq, "list")), 1);
	assert_true(attr_given(&rq, "list"));
}

static void
test_empty_containers_say_nothing(void **state)
{
	struct arena *a = *state;

	for (int kind = VALUE_ASSOC; kind <= VALUE_ARRAY; kind++) {
		struct value *top = request_new(a, "X", "Y");
		struct value *attributes = value_add(a, top, "attributes", VALUE_ASSOC);
		value_add(a, attributes, "list", (enum value_kind)kind);
		value_add(a, attributes, "word", (enum value_kind)kind);
		struct request rq = request_of(a, top);
		assert_null(attrs_check(&rq));
		assert_false(attr_given(&rq, "list"));
		assert_false(attr_given(&rq, "word"));
		assert_null(attr_tree(&rq, "list"));
	}
}

static void
test_what_is_required_may_not_be_empty(void **state)
{
	static const struct attr needs[] = {
		{ .name = "word",
		    .type = ATTR_TEXT,
		    .required = REQUIRED,
		    .max = 4,
		    .refusal = &refusal_invalid_data },
		{ .name = "type",
		    .type = ATTR_TEXT,
		    .required = REQUIRED,
		    .max = 4,
		    .refusal = &refusal_invalid_data,
		    .missing = &refusal_no_info_type },
		ATTR_LAST,
	};
	static const char *const values[] = { NULL, "", "  \n" };

	for (size_t i = 0; i < COUNT_OF(values); i++) {
		struct request rq = request_with(*state, "word", values[i]);
		rq.accepts = needs;
		const struct refusal *no = attrs_check(&rq);
		assert_non_null(no);
		assert_string_equal(no->text, "Required field 'word' not provided");
	}
	struct request rq = request_with(*state, "word", "ab");
	rq.accepts = needs;
	assert_ptr_equal(attrs_check(&rq)->row, &refusal_no_info_type);
}

static void
test_details_are_cut_between_two_characters(void **state)
{
	char text[200];

	memset(text, 'x', sizeof(text));
	text[199] = '\0';
	memcpy(text + 79, "\xc3\xa9", 2); /* the cut would go through it */
	const char *cut = excerpt(*state, text);
	assert_int_equal(strlen(cut), 79 + 3);
	assert_string_equal(excerpt(*state, "short"), "short");
}

static void
read_undeclared(void *rq)
{
	attr_text(rq, "nothing");
}

static void
read_as_another_type(void *rq)
{
	attr_int(rq, "word");
}

static void
test_a_handler_reads_only_what_its_schema_lists(void **state)
{
	struct request rq = request_with(*state, "word", "ab");

	assert_null(attrs_check(&rq));
	assert_true(aborts(read_undeclared, &rq));
	assert_true(aborts(read_as_another_type, &rq));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(numbers_are_whole_and_in_range),
		TEST(flags_are_written_in_several_ways),
		TEST(words_come_as_a_list_or_with_commas),
		TEST(texts_are_trimmed_before_they_are_measured),
		TEST(names_are_folded_and_well_formed),
		TEST(a_name_stands_in_several_places),
		TEST(containers_where_a_text_belongs_and_the_other_way_round),
		TEST(empty_containers_say_nothing),
		TEST(what_is_required_may_not_be_empty),
		TEST(details_are_cut_between_two_characters),
		TEST(a_handler_reads_only_what_its_schema_lists),
	};

	return cmocka_run_group_tests_name("attr", tests, NULL, NULL);
}
