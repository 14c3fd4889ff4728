/* name_suggest: what a search finds, and how it goes on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"
#include "world/registry/suggest.h"

#define SEARCH(s, ...) ASK((s)->lab, (s)->id, "name_suggest", "domain", __VA_ARGS__)

static const char *
suggested(struct shop *s, const char *words)
{
	return all_at(s->lab, SEARCH(s, "searchstring", words, "services.0", "suggestion"),
	    "suggestion.items", "domain");
}

static const char *
first_with_seed(struct shop *s, int64_t seed)
{
	static const char *const languages[] = { "en", NULL }, *const tlds[] = { "com", NULL };
	const struct whereabouts where = { languages, tlds, 1 };
	const char *name = NULL;

	lab_begin(s->lab);
	s->lab->w.seed = seed;
	struct wanted w = wanted_of(&s->lab->w, s->lab->a, "ek bikes");
	assert_int_equal(suggest(&s->lab->w, s->lab->a, &w, &where, &name), 1);
	lab_refuse(s->lab);
	return name;
}

static void
test_the_form_of_the_reply(void **state)
{
	struct shop *s = *state;
	const struct value *r = SEARCH(s, "searchstring", "ek bikes");

	assert_reply(r, 200, "Command completed successfully");
	assert_null(at(r, "object"));
	assert_string_equal(at(r, "action"), "REPLY");
	assert_int_equal(value_count(value_get(r, "attributes")), 2);
	assert_string_equal(all_at(s->lab, r, "lookup.items", "domain"),
	    "ekbikes.com ekbikes.net ekbikes.org ekbikes.info ekbikes.biz");
	const struct value *lookup = value_path(r, "attributes.lookup");
	static const char *const keys[] = { "count", "response_text", "response_code", "is_success",
		"items" };
	const struct value *v = lookup->first;
	for (size_t i = 0; i < COUNT_OF(keys); i++, v = v->next)
		assert_string_equal(v->key, keys[i]);
	assert_null(v);
}

/* The same world says the same again, another one something else. */
static void
test_suggestions_follow_from_words_and_seed(void **state)
{
	struct shop *s = *state;
	const char *first = suggested(s, "ek bikes");

	assert_string_equal(suggested(s, "ek bikes"), first);
	assert_string_equal(suggested(s, "EK, bikes!"), first);
	assert_string_not_equal(suggested(s, "ek boats"), first);
	assert_string_equal(first_with_seed(s, s->lab->w.seed), first_with_seed(s, s->lab->w.seed));
	assert_string_not_equal(first_with_seed(s, 1), first_with_seed(s, 2));
}

static void
test_only_what_is_available_is_suggested(void **state)
{
	struct shop *s = *state;
	const struct value *r = SEARCH(
	    s, "searchstring", "ek", "tlds.0", "com", "services.0", "suggestion", "maximum", "100");
	size_t all = value_count(value_path(r, "attributes.suggestion.items"));
	const char *first = at(r, "attributes.suggestion.items.0.domain");

	assert_true(all > 3);
	REGISTER(s->lab, s->other, "domain", first);
	r = SEARCH(
	    s, "searchstring", "ek", "tlds.0", "com", "services.0", "suggestion", "maximum", "100");
	assert_int_equal(value_count(value_path(r, "attributes.suggestion.items")), all - 1);
	lab_policy(s->lab, "registry.unreachable", "com");
	r = SEARCH(s, "searchstring", "ek", "tlds.0", "com", "services.0", "suggestion");
	assert_string_equal(at(r, "attributes.suggestion.count"), "0");
}

static void
test_words_become_a_label(void **state)
{
	static const char long_word[] =
	    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"; /* 63 */
	static const struct {
		const char *search, *label;
		size_t words;
	} rows[] = {
		{ "ek-bikes", "ek-bikes", 1 },
		{ "ek bikes", "ekbikes", 2 },
		{ "Ek, Bikes & Co.", "ekbikesco", 3 },
		{ "ek-bikes.com", "ek-bikes", 1 },
		{ "ek.co.uk", "ek", 1 },
		{ "www.ek.com", "wwwek", 2 },
		{ "-ek- bikes--", "ekbikes", 2 },
		{ "com", "com", 1 },
		{ "1 2 3 4 5 6 7 8 9 10 11", "12345678910", 10 },
		{ long_word, long_word, 1 },
		{ "--", "", 0 },
		{ "\xc3\xa9", "", 0 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct wanted w = wanted_of(&s->lab->w, s->lab->a, rows[i].search);
		assert_string_equal(w.label, rows[i].label);
		assert_int_equal(w.count, rows[i].words);
	}
	/* nothing fits beside a label that is as long as a label can be */
	const struct value *r = SEARCH(s, "searchstring", long_word);
	assert_string_equal(at(r, "attributes.suggestion.count"), "0");
	assert_string_equal(at(r, "attributes.lookup.count"), "5");
}

/* How much is there after so long, by how often one came back. */
static void
test_a_search_goes_on_where_it_was(void **state)
{
	static const struct {
		const char *wait, *time, *over, *first, *last;
	} rows[] = {
		{ "0.1", "0.100", "0", "available", "in_progress" },
		{ "0.2", "0.200", "0", "available", "in_progress" },
		{ "0.143", "0.143", "0", "available", "in_progress" },
		{ "1", "0.001", "1", "available", "available" },
	};
	struct shop *s = *state;
	const char *key = NULL;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = SEARCH(s, "searchstring", "ek", "services.0", "lookup",
		    "max_wait_time", rows[i].wait, "search_key", key);
		assert_string_equal(at(r, "request_response_time"), rows[i].time);
		assert_string_equal(at(r, "is_search_completed"), rows[i].over);
		assert_string_equal(at(r, "attributes.lookup.items.0.status"), rows[i].first);
		assert_string_equal(at(r, "attributes.lookup.items.4.status"), rows[i].last);
		key = at(r, "search_key");
		assert_int_equal(key != NULL, *rows[i].over == '0');
		assert_true(key == NULL || strlen(key) == 28);
	}
}

static void
test_a_key_is_good_for_its_search_only(void **state)
{
	struct shop *s = *state;
	const struct value *r = SEARCH(s, "searchstring", "ek", "max_wait_time", "0.1");
	char key[29];

	assert_int_equal(strlen(at(r, "search_key")), 28);
	memcpy(key, at(r, "search_key"), sizeof(key));
	assert_int_equal(code_of(SEARCH(s, "searchstring", "ek", "search_key", key)), 200);
	assert_int_equal(code_of(SEARCH(s, "searchstring", "eek", "search_key", key)), 465);
	assert_int_equal(code_of(ASK(s->lab, s->other, "name_suggest", "domain", "searchstring",
			     "ek", "search_key", key)),
	    465);
	key[3]++; /* a millisecond more than it had */
	assert_int_equal(code_of(SEARCH(s, "searchstring", "ek", "search_key", key)), 465);
	key[3] = '\0';
	assert_int_equal(code_of(SEARCH(s, "searchstring", "ek", "search_key", key)), 465);
}

static void
test_services_may_differ(void **state)
{
	struct shop *s = *state;
	const struct value *r = SEARCH(s, "searchstring", "bikes", "services", "lookup,premium",
	    "tlds", "com,net,org", "maximum", "2", "service_override.premium.tlds.0", ".org",
	    "service_override.lookup.maximum", "1");

	assert_string_equal(all_at(s->lab, r, "lookup.items", "domain"), "bikes.com");
	assert_string_equal(all_at(s->lab, r, "premium.items", "domain"), "bikes.org");
	assert_string_equal(at(r, "attributes.premium.items.0.status"), "available");
	lab_register(s->lab, s->other, "bikes.org", "Anna", "Ek", "anna@ek.example");
	r = SEARCH(s, "searchstring", "bikes", "services", "premium", "tlds", "org");
	assert_string_equal(at(r, "attributes.premium.items.0.status"), "taken");
	assert_string_equal(at(r, "attributes.premium.items.0.price"), "2600.00");
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "searchstring", NULL, 460, "Required field 'searchstring' not provided" },
		{ "searchstring", "?!", 465,
		    "Invalid data, error=<searchstring without a letter or digit>" },
		{ "services", "guess", 465, "Invalid data, error=<services 'guess'>" },
		{ "languages", "xx", 465, "Invalid data, error=<languages 'xx'>" },
		{ "max_wait_time", "0.09", 465, "Invalid data, error=<max_wait_time '0.09'>" },
		{ "max_wait_time", ".5", 465, "Invalid data, error=<max_wait_time '.5'>" },
		{ "max_wait_time", "1.", 465, "Invalid data, error=<max_wait_time '1.'>" },
		{ "max_wait_time", "-1", 465, "Invalid data, error=<max_wait_time '-1'>" },
		{ "maximum", "0", 465, "Invalid data, error=<maximum '0'>" },
		{ "maximum", "101", 465, "Invalid data, error=<maximum '101'>" },
		{ "service_override.lookup.maximum", "101", 465,
		    "Invalid data, error=<maximum of lookup>" },
		{ "search_key", "x", 465, "Invalid data, error=<search_key of no search>" },
	};

	shop_slips(
	    *state, "NAME_SUGGEST", "DOMAIN", PAIRS("searchstring", "ek"), rows, COUNT_OF(rows));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_form_of_the_reply),
		TEST(suggestions_follow_from_words_and_seed),
		TEST(only_what_is_available_is_suggested),
		TEST(words_become_a_label),
		TEST(a_search_goes_on_where_it_was),
		TEST(a_key_is_good_for_its_search_only),
		TEST(services_may_differ),
		TEST(refusals),
	};

	return cmocka_run_group_tests_name("name suggest", tests, NULL, NULL);
}
