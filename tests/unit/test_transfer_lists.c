/* get_transfers_in and get_transfers_away: every filter, pages, dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/flow/transfer/transfer.h"
#include "world/reference.h"

#define IN(s, ...) ASK((s)->lab, (s)->id, "get_transfers_in", "domain", __VA_ARGS__)
#define AWAY(s, ...) ASK((s)->lab, (s)->other, "get_transfers_away", "domain", __VA_ARGS__)

static void
put_outside(struct shop *s, const char *domain, const char *registrar)
{
	struct term t = lab_term(s->lab, "theirs.com");

	t.id = t.reseller = t.created = 0;
	t.name = domain;
	t.registrar = registrar;
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
}

static void
order(struct shop *s, const char *domain, const char *code)
{
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", domain, "reg_type", "transfer",
			     "auth_info", code, "contact_set.owner.email", "owen@x.example")),
	    200);
}

static void
answer(struct shop *s, int64_t id, bool approves)
{
	lab_begin(s->lab);
	const char *token = reference_text(&s->lab->w, s->lab->a, "transfer", id);
	assert_true(transfer_answer(&s->lab->w, s->lab->a, token, approves, "192.0.2.7"));
	lab_end(s->lab);
}

/* Transfers 1 (of 3 May in Toronto, ordered a second before midnight), 2 (4 May, approved
 * on the fifth) and 3 (4 May, with the code); their orders are 2, 3 and 4. */
static int
begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T03:59:59Z");
	s->id = lab_reseller(s->lab, "shop");
	s->other = lab_reseller(s->lab, "other");
	*state = s;
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	put_outside(s, "one.com", "ENOM, INC.");
	put_outside(s, "two.com", "Percent % Names");
	order(s, "one.com", "");
	lab_advance(s->lab, "PT1S");
	order(s, "two.com", "");
	order(s, "theirs.com", "secret");
	lab_at(s->lab, "2026-05-05T12:00:00Z");
	answer(s, 2, true);
	return 0;
}

static void
test_filters(void **state)
{
	static const struct {
		const char *key, *value, *ids;
	} rows[] = {
		{ "x", "y", "3 2 1" },
		{ "domain", "two.com", "2" },
		{ "domain", "TWO.com", "2" },
		{ "transfer_id", "3", "3" },
		{ "transfer_id", "9", "" },
		{ "order_id", "2", "1" },
		{ "status", "pending_registry", "3 2" },
		{ "status", "pending_owner", "1" },
		{ "status", "completed", "" },
		{ "losing_registrar", "ENOM, INC.", "1" },
		{ "losing_registrar", "ENOM*", "1" },
		{ "losing_registrar", "*, inc.", "1" },
		{ "losing_registrar", "ENOM", "" },
		{ "losing_registrar", "*%*", "2" },
		{ "losing_registrar", "*", "3 2 1" },
		{ "request_address", "owen@x.example", "2 1" },
		{ "request_address", "*@example.com", "3" },
		{ "owner_confirm_ip", "192.0.2.7", "2" },
		{ "owner_confirm_ip", "192.0.2.8", "" },
		{ "order_from", "2026-05-03", "3 2 1" },
		{ "order_from", "2026-05-04", "3 2" },
		{ "order_from", "2026-05-05", "" },
		{ "order_to", "2026-05-02", "" },
		{ "order_to", "2026-05-03", "1" },
		{ "owner_request_from", "2026-05-04", "2" },
		{ "owner_request_to", "2026-05-03", "1" },
		{ "owner_confirm_from", "2026-05-05", "2" },
		{ "owner_confirm_from", "2026-05-06", "" },
		{ "owner_confirm_to", "2026-05-04", "" },
		{ "owner_confirm_to", "2030-12-31", "2" },
		{ "req_from", "2026-05-04", "3 2" },
		{ "req_from", "2026-05-05", "2" },
		{ "req_to", "2026-05-04", "3" },
		{ "completed_from", "2000-01-01", "" },
		{ "completed_to", "2030-01-01", "" },
		{ "page", "0", "3 2 1" },
		{ "page", "2", "" },
		{ "limit", "1", "3" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = IN(s, rows[i].key, rows[i].value);
		assert_reply(r, 200, "Command successful");
		const char *ids = all_at(s->lab, r, "transfers", "transfer_id");
		if (strcmp(ids, rows[i].ids) != 0)
			fail_msg("%s %s: got %s", rows[i].key, rows[i].value, ids);
	}
}

static void
test_pages(void **state)
{
	struct shop *s = *state;
	const struct value *r = IN(s, "limit", "2", "page", "2");

	assert_string_equal(all_at(s->lab, r, "transfers", "transfer_id"), "1");
	assert_string_equal(at(r, "attributes.page"), "2");
	assert_string_equal(at(r, "attributes.page_size"), "2");
	assert_string_equal(at(r, "attributes.total"), "3");
	/* No page has more than forty, whatever a client hopes for. */
	assert_string_equal(at(IN(s, "limit", "5000"), "attributes.page_size"), "40");
	assert_string_equal(at(IN(s, "page", "0"), "attributes.page"), "1");
}

static void
test_what_is_told_of_one(void **state)
{
	static const struct {
		const char *key, *value;
	} rows[] = {
		{ "domain", "two.com" },
		{ "transfer_id", "2" },
		{ "order_id", "3" },
		{ "status", "pending_registry" },
		{ "losing_registrar", "Percent % Names" },
		{ "gaining_registrar", "orrery" },
		{ "request_address", "owen@x.example" },
		{ "order_date", "04-MAY-2026 00:00:00" },
		{ "order_date_epoch", "1777867200" },
		{ "owner_request_date", "04-MAY-2026 00:00:00" },
		{ "owner_request_date_epoch", "1777867200" },
		{ "owner_confirm_date", "05-MAY-2026 08:00:00" },
		{ "owner_confirm_date_epoch", "1777982400" },
		{ "owner_confirm_ip", "192.0.2.7" },
		{ "registry_request_date", "05-MAY-2026 08:00:00" },
		{ "registry_request_date_epoch", "1777982400" },
		{ "completed_date", "" },
		{ "completed_date_epoch", "0" },
	};
	struct shop *s = *state;
	const struct value *r = IN(s, "domain", "two.com");

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(
		    at(r, arena_printf(s->lab->a, "attributes.transfers.0.%s", rows[i].key)),
		    rows[i].value);
}

static void
test_the_other_side(void **state)
{
	static const struct {
		const char *key, *value, *ids;
	} rows[] = {
		{ "x", "y", "4 3" },
		{ "domain", "theirs.com", "3" },
		{ "gaining_registrar", "orrery", "3" },
		{ "gaining_registrar", "OTHER*", "4" },
		{ "status", "pending_registry", "4 3" },
		{ "status", "completed", "" },
		{ "request_address", "*@*", "4 3" },
		{ "req_from", "2026-05-05", "4" },
		{ "owner_confirm_from", "2000-01-01", "" },
		{ "owner_request_to", "2030-12-31", "" },
	};
	struct shop *s = *state;
	struct transfer t;
	const char *why;

	put_outside(s, "away.com", "orrery");
	lab_begin(s->lab);
	struct term held;
	assert_true(term_find(&s->lab->w, s->lab->a, "away.com", &held));
	held.reseller = s->other;
	term_save(&s->lab->w, &held);
	assert_true(transfer_ask_away(&s->lab->w, s->lab->a, "away.com", "Other, Inc.", &t, &why));
	lab_end(s->lab);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = AWAY(s, rows[i].key, rows[i].value);
		const char *ids = all_at(s->lab, r, "transfers", "transfer_id");
		if (strcmp(ids, rows[i].ids) != 0)
			fail_msg("%s %s: got %s", rows[i].key, rows[i].value, ids);
		assert_null(at(r, "attributes.transfers.0.order_id"));
	}
	/* Who gains it is no loser. */
	assert_string_equal(
	    at(ASK(s->lab, s->id, "get_transfers_away", "domain", "x", "y"), "attributes.total"),
	    "0");
}

static void
test_what_is_refused(void **state)
{
	static const struct slip_up slips[] = {
		{ "status", "undef", 465, "Invalid data, error=<status 'undef'>" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "transfer_id", "0", 465, "Invalid data, error=<transfer_id '0'>" },
		{ "order_id", "x", 465, "Invalid data, error=<order_id 'x'>" },
		{ "limit", "0", 465, "Invalid data, error=<limit '0'>" },
		{ "page", "-1", 465, "Invalid data, error=<page '-1'>" },
		{ "req_from", "4 May", 465, "Invalid data, error=<req_from '4 May'>" },
		{ "order_to", "2031-01-01", 465, "Invalid data, error=<order_to '2031-01-01'>" },
		{ "owner_confirm_from", "2031-01-01", 465,
		    "Invalid data, error=<owner_confirm_from '2031-01-01'>" },
	};
	struct shop *s = *state;

	shop_slips(s, "get_transfers_in", "domain", PAIRS("page", "1"), slips, COUNT_OF(slips));
	lab_policy(s->lab, "transfer.last_year", "2031");
	assert_int_equal(code_of(IN(s, "order_to", "2031-01-01")), 200);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(filters),
		TEST(pages),
		TEST(what_is_told_of_one),
		TEST(the_other_side),
		TEST(what_is_refused),
	};

	return cmocka_run_group_tests_name("lists of transfers", tests, NULL, NULL);
}
