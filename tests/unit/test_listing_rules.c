/* What all lists have in common: pages, and in which zone their days are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "command/listing.h"
#include "tests/support/shop.h"
#include "world/notice/note.h"

#define ROWS 45

static const struct list {
	const char *action, *pairs[6];
	const char *list, *total, *size; /* where they stand; size NULL: it is not said */
	bool remainder; /* it is said whether there is more */
	int64_t first; /* what the first page is called */
} lists[] = {
	{ "GET_DOMAINS_BY_EXPIREDATE", { "exp_from", "2026-01-01", "exp_to", "2027-05-04" },
	    "exp_domains", "total", NULL, true, 1 },
	{ "GET_DELETED_DOMAINS", { 0 }, "del_domains", "total", "page_size", false, 1 },
	{ "GET_ORDERS_BY_DOMAIN", { "domain", "many.com" }, "orders", "total", "page_size", false,
	    1 },
	{ "GET_NOTES", { "domain", "noted.com", "type", "domain" }, "notes", "total", "page_size",
	    false, 1 },
	{ "GET", { "type", "list", "domain", "n00.com" }, "domain_list", "count", NULL, true, 0 },
};

/* So many of each: names of one profile, deleted names, orders, notes. */
static int
begin_with_many(void **state)
{
	shop_begin(state);
	struct shop *s = *state;

	for (int i = 0; i < ROWS; i++) {
		const char *name = arena_printf(s->lab->a, "n%02d.com", i);
		REGISTER(s->lab, s->id, "domain", name, "reg_domain", i == 0 ? NULL : "n00.com");
		name = arena_printf(s->lab->a, "gone%d.com", i);
		REGISTER(s->lab, s->id, "domain", name);
		ASK(s->lab, s->id, "revoke", "domain", "domain", name);
		REGISTER(s->lab, s->id, "domain", "many.com", "handle", "save");
	}
	lab_advance(s->lab, "P1D");
	lab_register(s->lab, s->id, "noted.com", "Anna", "Ek", "anna@ek.example");
	lab_begin(s->lab);
	for (int i = 0; i < ROWS; i++)
		note_add(&s->lab->w, s->id, "noted.com", 0, arena_printf(s->lab->a, "note-%d", i));
	lab_end(s->lab);
	return 0;
}

static const struct value *
look(struct shop *s, const struct list *l, const char *limit, const char *page)
{
	struct value *top = request_new(s->lab->a, l->action, "DOMAIN");

	for (size_t i = 0; i < COUNT_OF(l->pairs) && l->pairs[i] != NULL; i += 2)
		request_set(s->lab->a, top, l->pairs[i], l->pairs[i + 1]);
	request_set(s->lab->a, top, "limit", limit);
	request_set(s->lab->a, top, "page", page);
	return ask(s->lab, s->id, top);
}

static size_t
length(struct shop *s, const struct list *l, const struct value *reply)
{
	const struct value *list = value_path(
	    reply, arena_printf(s->lab->a, "attributes.%s", l->list));

	assert_non_null(list);
	assert_int_equal(list->kind, VALUE_ARRAY);
	return value_count(list);
}

static const char *
said(struct shop *s, const struct value *reply, const char *key)
{
	return at(reply, arena_printf(s->lab->a, "attributes.%s", key));
}

/* Where a page begins and ends; pages are counted from the first. */
static void
test_pages_are_cut_alike(void **state)
{
	static const struct {
		const char *limit;
		int64_t page;
		size_t rows;
	} cuts[] = {
		{ NULL, 0, 40 },
		{ NULL, 1, 5 },
		{ NULL, 2, 0 },
		{ "44", 0, 44 },
		{ "44", 1, 1 },
		{ "45", 0, 45 },
		{ "45", 1, 0 },
		{ "46", 0, 45 },
		{ "1", 44, 1 },
		{ "1", 45, 0 },
		{ "1000000", 0, 45 },
		{ "1000000", 999999, 0 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(lists) * COUNT_OF(cuts); i++) {
		const struct list *l = &lists[i / COUNT_OF(cuts)];
		size_t c = i % COUNT_OF(cuts);
		int64_t page = l->first + cuts[c].page;
		const struct value *r = look(
		    s, l, cuts[c].limit, arena_printf(s->lab->a, "%" PRId64, page));
		assert_int_equal(code_of(r), 200);
		if (length(s, l, r) != cuts[c].rows)
			fail_msg("%s: limit %s, page %d: %zu rows", l->action, cuts[c].limit,
			    (int)page, length(s, l, r));
		assert_string_equal(said(s, r, l->total), "45");
		if (l->size != NULL)
			assert_string_equal(
			    said(s, r, l->size), cuts[c].limit == NULL ? "40" : cuts[c].limit);
		size_t limit = cuts[c].limit == NULL ? 40 : strtoul(cuts[c].limit, NULL, 10);
		bool more = limit * ((size_t)cuts[c].page + 1) < ROWS;
		if (l->remainder)
			assert_string_equal(said(s, r, "remainder"), more ? "1" : "0");
	}
}

/* Without a page it is the first, and what is no page or limit is refused. */
static void
test_what_is_no_page_is_refused(void **state)
{
	static const struct {
		const char *limit, *page;
		int code;
	} rows[] = {
		{ NULL, NULL, 200 },
		{ "", "", 200 },
		{ "0", NULL, 465 },
		{ "-1", NULL, 465 },
		{ "1000001", NULL, 465 },
		{ "many", NULL, 465 },
		{ NULL, "-1", 465 },
		{ NULL, "1000001", 465 },
		{ NULL, "one", 465 },
		{ NULL, "1.5", 465 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(lists) * COUNT_OF(rows); i++) {
		const struct list *l = &lists[i / COUNT_OF(rows)];
		size_t c = i % COUNT_OF(rows);
		const struct value *r = look(s, l, rows[c].limit, rows[c].page);
		if (code_of(r) != rows[c].code)
			fail_msg("%s: limit %s, page %s: %d", l->action, rows[c].limit,
			    rows[c].page, code_of(r));
	}
	for (size_t i = 0; i < COUNT_OF(lists); i++)
		assert_int_equal(
		    code_of(look(s, &lists[i], NULL, "0")), lists[i].first == 0 ? 200 : 465);
}

/* An instant, as UTC and as Toronto write it: in winter, in summer, and around the
 * hours that Toronto skips and has twice. */
static void
test_days_are_in_their_zones(void **state)
{
	static const struct {
		const char *at, *toronto, *utc, *expires;
	} rows[] = {
		{ "2027-01-15T04:59:59Z", "14-JAN-2027 23:59:59", "15-JAN-2028 04:59:59",
		    "2028-01-15 04:59:59" },
		{ "2027-01-15T05:00:00Z", "15-JAN-2027 00:00:00", "15-JAN-2028 05:00:00",
		    "2028-01-15 05:00:00" },
		{ "2027-03-14T06:59:59Z", "14-MAR-2027 01:59:59", "14-MAR-2028 06:59:59",
		    "2028-03-14 06:59:59" },
		{ "2027-03-14T07:00:00Z", "14-MAR-2027 03:00:00", "14-MAR-2028 07:00:00",
		    "2028-03-14 07:00:00" },
		{ "2027-07-15T03:59:59Z", "14-JUL-2027 23:59:59", "15-JUL-2028 03:59:59",
		    "2028-07-15 03:59:59" },
		{ "2027-11-07T05:59:59Z", "07-NOV-2027 01:59:59", "07-NOV-2028 05:59:59",
		    "2028-11-07 05:59:59" },
		{ "2027-11-07T06:00:00Z", "07-NOV-2027 01:00:00", "07-NOV-2028 06:00:00",
		    "2028-11-07 06:00:00" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *name = arena_printf(s->lab->a, "day%zu.com", i);
		lab_at(s->lab, rows[i].at);
		REGISTER(s->lab, s->id, "domain", name);
		const struct value *r = ASK(
		    s->lab, s->id, "get_orders_by_domain", "domain", "domain", name);
		assert_string_equal(at(r, "attributes.orders.0.order_date"), rows[i].toronto);
		r = ASK(s->lab, s->id, "get_notes", "domain", "domain", name, "type", "domain");
		assert_string_equal(at(r, "attributes.notes.0.timestamp"), rows[i].toronto);
		r = ASK(s->lab, s->id, "get_domains_by_expiredate", "domain", "exp_from",
		    arena_strndup(s->lab->a, rows[i].expires, 10), "exp_to",
		    arena_strndup(s->lab->a, rows[i].expires, 10));
		assert_string_equal(at(r, "attributes.exp_domains.0.expiredate"), rows[i].expires);
		r = ASK(s->lab, s->id, "get", "domain", "type", "list", "domain", name);
		assert_string_equal(
		    value_text(
			value_get(value_path(r, "attributes.ext_results.0"), name), "expiredate"),
		    rows[i].expires);
		ASK(s->lab, s->id, "revoke", "domain", "domain", name);
		r = ASK(s->lab, s->id, "get_deleted_domains", "domain", "domain", name);
		assert_string_equal(at(r, "attributes.del_domains.0.delete_date"), rows[i].toronto);
		assert_string_equal(at(r, "attributes.del_domains.0.expiredate"), rows[i].utc);
	}
}

static void
test_days_are_written_in_one_way(void **state)
{
	static const struct {
		const char *action, *key, *pairs[4];
	} days[] = {
		{ "GET_DOMAINS_BY_EXPIREDATE", "exp_from", { "exp_to", "2030-01-01" } },
		{ "GET_DOMAINS_BY_EXPIREDATE", "exp_to", { "exp_from", "2026-01-01" } },
		{ "GET_DELETED_DOMAINS", "del_from", { 0 } },
		{ "GET_DELETED_DOMAINS", "del_to", { 0 } },
		{ "GET_DELETED_DOMAINS", "exp_from", { 0 } },
		{ "GET_DELETED_DOMAINS", "exp_to", { 0 } },
		{ "GET_ORDERS_BY_DOMAIN", "order_from", { "domain", "ek.com" } },
		{ "GET_ORDERS_BY_DOMAIN", "order_to", { "domain", "ek.com" } },
		{ "GET", "expiry_date", { "domain", "ek.com", "type", "list" } },
	};
	static const struct {
		const char *text;
		int code;
	} forms[] = {
		{ "2028-02-29", 200 },
		{ "2027-02-29", 465 },
		{ "2027-2-1", 465 },
		{ "27-02-01", 465 },
		{ "2027-02-01T00:00:00Z", 465 },
		{ "2027/02/01", 465 },
		{ "01-FEB-2027", 465 },
		{ "today", 465 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(days) * COUNT_OF(forms); i++) {
		size_t d = i / COUNT_OF(forms), f = i % COUNT_OF(forms);
		struct value *top = request_new(s->lab->a, days[d].action, "DOMAIN");
		for (size_t p = 0; p < 4 && days[d].pairs[p] != NULL; p += 2)
			request_set(s->lab->a, top, days[d].pairs[p], days[d].pairs[p + 1]);
		request_set(s->lab->a, top, days[d].key, forms[f].text);
		if (code_of(ask(s->lab, s->id, top)) != forms[f].code)
			fail_msg("%s %s=%s", days[d].action, days[d].key, forms[f].text);
	}
}

/* The last row of a year's pages comes after the first ones: no row twice, none
 * left out. */
static void
test_pages_together_are_the_whole(void **state)
{
	struct shop *s = *state;
	static const char *const keys[] = { "name", "name", "id", "note" };

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		const char *all = "";
		for (int64_t page = 1; page <= 7; page++) {
			const struct value *r = look(
			    s, &lists[i], "7", arena_printf(s->lab->a, "%" PRId64, page));
			const char *part = all_at(s->lab, r, lists[i].list, keys[i]);
			all = arena_printf(s->lab->a, "%s%s%s", all, *all == '\0' ? "" : " ", part);
		}
		assert_string_equal(
		    all, all_at(s->lab, look(s, &lists[i], "100", NULL), lists[i].list, keys[i]));
	}
}

static void
test_a_pattern_fits_as_people_expect(void **state)
{
	static const struct {
		const char *pattern, *text;
		bool fits;
	} rows[] = {
		{ "", "", true },
		{ "*", "", true },
		{ "", "a", false },
		{ "a", "a", true },
		{ "a", "ab", false },
		{ "a*", "ab", true },
		{ "*b", "ab", true },
		{ "*b", "abc", false },
		{ "a*c", "abbc", true },
		{ "*ab*", "aab", true },
		{ "*a*a*", "aba", true },
		{ "*a*a*a*", "aba", false },
		{ "**", "x", true },
		{ "a.b", "axb", false },
		{ "a?", "ab", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(pattern_fits(rows[i].pattern, rows[i].text), rows[i].fits);
}

int
main(void)
{
#define MANY(name) cmocka_unit_test_setup_teardown(test_##name, begin_with_many, shop_end)
	const struct CMUnitTest tests[] = {
		MANY(pages_are_cut_alike),
		MANY(what_is_no_page_is_refused),
		MANY(pages_together_are_the_whole),
		cmocka_unit_test_setup_teardown(test_days_are_in_their_zones, shop_begin, shop_end),
		cmocka_unit_test_setup_teardown(
		    test_days_are_written_in_one_way, shop_with_names, shop_end),
		cmocka_unit_test(test_a_pattern_fits_as_people_expect),
	};

	return cmocka_run_group_tests_name("rules of lists", tests, NULL, NULL);
}
