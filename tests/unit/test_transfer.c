/* A name is ordered from elsewhere, and what its reseller can do then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define PRICE 1162
#define TRANSFER(s, ...) \
	REGISTER((s)->lab, (s)->id, "domain", "theirs.com", "reg_type", "transfer", __VA_ARGS__)
#define CHECK(s, what) \
	at(ASK((s)->lab, (s)->id, "check_transfer", "domain", "domain", "theirs.com", \
	       "check_status", "1", "get_request_address", "1"), \
	    "attributes." what)
#define CANCEL(s, ...) ASK((s)->lab, (s)->id, "cancel_transfer", "transfer", __VA_ARGS__)
#define AGAIN(s, ...) ASK((s)->lab, (s)->id, "process_transfer", "transfer", __VA_ARGS__)

/* Order and transfer have the same number in what follows: nothing else was ordered by
 * the shop but ek.com. */
static const char *
id_of(const struct value *r)
{
	return at(r, "attributes.id");
}

static void
test_what_is_answered(void **state)
{
	struct shop *s = *state;
	const struct value *r = TRANSFER(s, "period", "1");

	assert_reply(r, 200, "Transfer request initiated");
	assert_true(succeeded(r));
	assert_string_equal(at(r, "attributes.registration_text"), "Transfer request initiated");
	assert_string_equal(at(r, "attributes.registration_code"), "200");
	assert_string_equal(at(r, "attributes.transfer_id"), "1");
	assert_string_equal(shop_order(s, 3).status, "processed");
	assert_string_equal(shop_order(s, 3).type, "transfer");
	assert_int_equal(shop_money(s).held, PRICE);
	assert_string_equal(CHECK(s, "status"), "pending_owner");
	assert_string_equal(CHECK(s, "reason"), "Transfer in progress");
	assert_string_equal(CHECK(s, "timestamp"), "Mon May  4 11:20:00 2026");
	assert_string_equal(CHECK(s, "unixtime"), "1777908000");
}

/* Which ones are asked for, and by whom the owner is spoken for. */
static void
test_who_is_asked(void **state)
{
	static const struct {
		const char *policy, *code, *flag, *status;
	} rows[] = {
		{ "without_code", "", "0", "pending_owner" },
		{ "without_code", "", "1", "pending_owner" },
		{ "without_code", "secret", "0", "pending_registry" },
		{ "without_code", "secret", "1", "pending_registry" },
		{ "without_flag", "secret", "0", "pending_owner" },
		{ "without_flag", "", "1", "pending_owner" },
		{ "without_flag", "secret", "1", "pending_registry" },
		{ "always", "secret", "1", "pending_owner" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		lab_policy(s->lab, "transfer.confirm", rows[i].policy);
		TRANSFER(s, "auth_info", rows[i].code, "f_bypass_confirm", rows[i].flag);
		assert_string_equal(CHECK(s, "status"), rows[i].status);
		bool asked = strcmp(rows[i].status, "pending_owner") == 0;
		assert_int_equal(
		    lab_ask(s->lab, "SELECT count(*) FROM mail WHERE type = 'transfer.request'"),
		    asked);
		shop_end(state);
		shop_with_names(state);
	}
}

/* An outside name, whose owner nobody here knows. */
static void
put_outside(struct shop *s, const char *domain)
{
	struct term t = lab_term(s->lab, "theirs.com");

	t.id = t.reseller = t.created = 0;
	t.name = domain;
	t.registrar = "elsewhere";
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
}

static void
test_where_the_question_goes(void **state)
{
	static const struct {
		const char *domain, *policy, *address, *asked;
	} rows[] = {
		{ "outside.com", "owner", "", "owner@x.example" },
		{ "outside.com", "admin", "", "admin@x.example" },
		{ "outside.com", "owner", "who@else.example", "who@else.example" },
		{ "theirs.com", "admin", "", "ottway@example.com" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		put_outside(s, "outside.com");
		lab_policy(s->lab, "transfer.request_to", rows[i].policy);
		TRANSFER(s, "domain", rows[i].domain, "owner_confirm_address", rows[i].address,
		    "contact_set.owner.email", "owner@x.example", "contact_set.admin.email",
		    "admin@x.example");
		assert_string_equal(
		    lab_ask_text(s->lab, "SELECT request_address FROM transfer"), rows[i].asked);
		assert_string_equal(
		    lab_ask_text(
			s->lab, "SELECT recipient FROM mail WHERE type = 'transfer.request'"),
		    rows[i].asked);
		shop_end(state);
		shop_with_names(state);
	}
}

/* Nothing of these is ordered; those that are, are kept as pending. */
static void
test_what_makes_no_sense(void **state)
{
	static const struct slip_up rows[] = {
		{ "period", "2", 465, "Registration Failed: Invalid data, error=<period '2'>" },
		{ "domain", "www.theirs.com", 465, "Invalid domain syntax: www.theirs.com" },
		{ "domain", "a.nosuch", 487, "domain not transferrable" },
		{ "domain", "a.eu", 460, "Required field 'owner_confirm_address' not provided" },
		{ "owner_confirm_address", "nobody", 465,
		    "Registration Failed: Invalid data, error=<owner_confirm_address 'nobody'>" },
		{ "custom_transfer_nameservers", "1", 460,
		    "Required field 'nameserver_list' not provided" },
		{ "contact_set", NULL, 460, "Required field 'contact_set' not provided" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(TRANSFER(s, rows[i].path, rows[i].value), rows[i].code, rows[i].text);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"), 2);
}

static void
test_what_cannot_be_brought(void **state)
{
	static const struct {
		const char *domain;
		int code;
		const char *text;
	} rows[] = {
		{ "ek.com", 487, "domain not transferrable" },
		{ "free.com", 487, "domain not transferrable" },
		{ "moving.com", 487, "domain not transferrable" },
		{ "locked.com", 552,
		    "Transfer refused: Domain status clientTransferProhibited does not allow for"
		    " transfer" },
	};
	struct shop *s = *state;

	put_outside(s, "moving.com");
	REGISTER(s->lab, s->other, "domain", "locked.com", "f_lock_domain", "1");
	REGISTER(s->lab, s->other, "domain", "moving.com", "reg_type", "transfer");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = TRANSFER(s, "domain", rows[i].domain);
		assert_reply(r, rows[i].code, rows[i].text);
		int64_t order = strtoll(at(r, "attributes.forced_pending"), NULL, 10);
		assert_string_equal(shop_order(s, order).status, "pending");
	}
	assert_int_equal(shop_money(s).held, 0);
}

static void
test_money(void **state)
{
	struct shop *s = *state;

	shop_set_money(s, PRICE - 1);
	const struct value *r = TRANSFER(s, "period", "0");
	assert_reply(r, 200, "Order created");
	assert_string_equal(at(r, "attributes.forced_pending"), "3");
	assert_string_equal(at(r, "attributes.transfer_id"), "0");
	assert_string_equal(CHECK(s, "status"), "undef");
	shop_set_money(s, PRICE);
	r = ASK(s->lab, s->id, "process_pending", "domain", "order_id", "3");
	assert_reply(r, 200, "Transfer request initiated");
	assert_string_equal(at(r, "attributes.order_id"), "3");
	assert_string_equal(at(r, "attributes.transfer_id"), "1");
	assert_string_equal(at(r, "attributes.f_auto_renew"), "N");
	assert_int_equal(shop_money(s).held, PRICE);
	shop_books(s);
}

/* Who has the name may go on with it meanwhile. */
static void
test_its_holder_is_not_kept_from_renewing(void **state)
{
	struct shop *s = *state;

	TRANSFER(s, "auth_info", "x");
	assert_int_equal(code_of(ASK(s->lab, s->other, "renew", "domain", "domain", "theirs.com",
			     "period", "1", "currentexpirationyear", "2027")),
	    200);
	const struct value *r = ASK(
	    s->lab, s->other, "get", "domain", "type", "status", "domain", "theirs.com");
	assert_string_equal(at(r, "attributes.transfer_away_in_progress"), "1");
}

static void
test_it_is_called_off(void **state)
{
	struct shop *s = *state;

	TRANSFER(s, "period", "1");
	assert_reply(CANCEL(s, "domain", "theirs.com", "reseller", "other"), 465,
	    "Can't find transfer request.");
	const struct value *r = CANCEL(s, "domain", "theirs.com", "reseller", "shop");
	assert_reply(r, 200, "Transfer with order id: 3 has been canceled.");
	assert_null(value_get(r, "attributes"));
	assert_string_equal(shop_order(s, 3).status, "cancelled");
	assert_int_equal(shop_money(s).held, 0);
	assert_string_equal(CHECK(s, "transferrable"), "1");
	assert_string_equal(CHECK(s, "status"), "cancelled");
	assert_reply(CANCEL(s, "order_id", "3", "reseller", "shop"), 400,
	    "Command Failed: Transfer State Prohibits Cancellation");
	assert_reply(ASK(s->lab, s->other, "cancel_transfer", "transfer", "order_id", "3",
			 "reseller", "other"),
	    465, "Can't find transfer request.");
}

static void
test_by_its_order_only(void **state)
{
	struct shop *s = *state;

	TRANSFER(s, "period", "1");
	assert_reply(ASK(s->lab, s->id, "cancel_transfer_for_order", "transfer", "domain",
			 "theirs.com", "reseller", "shop"),
	    460, "Required field 'order_id' not provided");
	assert_reply(ASK(s->lab, s->id, "cancel_transfer_for_order", "transfer", "order_id", "99",
			 "reseller", "shop"),
	    465, "Can't find transfer request.");
	assert_reply(ASK(s->lab, s->id, "cancel_transfer_for_order", "transfer", "order_id", "3",
			 "reseller", "shop"),
	    200, "Transfer with order id: 3 has been canceled.");
}

static void
test_it_is_asked_for_again(void **state)
{
	struct shop *s = *state;

	TRANSFER(s, "comments", "gladly");
	assert_reply(AGAIN(s, "order_id", "3", "reseller", "shop"), 400,
	    "Transfer cannot be resubmitted. Transfer status does not allow for resubmit.");
	CANCEL(s, "order_id", "3", "reseller", "shop");
	const struct value *r = AGAIN(s, "order_id", "3", "reseller", "shop");
	assert_reply(r, 200,
	    "Transfer request has been successfully sent. Admin contact email:"
	    " ottway@example.com");
	assert_string_equal(at(r, "attributes.order_id"), "4");
	assert_string_equal(CHECK(s, "status"), "pending_owner");
	assert_string_equal(shop_order(s, 3).status, "cancelled");
	assert_string_equal(shop_order(s, 4).details, shop_order(s, 3).details);
	assert_int_equal(shop_money(s).held, PRICE);
	/* It cannot be had twice; what is kept of the attempts is one order. */
	assert_reply(
	    AGAIN(s, "order_id", "3", "reseller", "shop"), 487, "domain not transferrable");
	r = AGAIN(s, "order_id", "3", "reseller", "shop");
	assert_string_equal(at(r, "attributes.forced_pending"), "6");
	assert_string_equal(at(r, "attributes.cancelled_orders.0"), "5");
	assert_string_equal(shop_order(s, 5).status, "cancelled");
	shop_books(s);
}

/* process_pending does the same for orders that ended. */
static void
test_a_cancelled_order_is_processed_anew(void **state)
{
	struct shop *s = *state;

	TRANSFER(s, "period", "1");
	assert_reply(
	    ASK(s->lab, s->id, "process_pending", "domain", "order_id", "3", "command", "cancel"),
	    400, "Order cannot be processed in its state: processed");
	CANCEL(s, "order_id", "3", "reseller", "shop");
	const struct value *r = ASK(s->lab, s->id, "process_pending", "domain", "order_id", "3");
	assert_reply(r, 200, "Transfer request initiated");
	assert_string_equal(at(r, "attributes.order_id"), "4");
	assert_string_equal(at(r, "attributes.transfer_id"), "2");
}

static void
test_the_owner_is_asked_once_more(void **state)
{
	struct shop *s = *state;

	TRANSFER(s, "period", "1");
	assert_reply(ASK(s->lab, s->id, "send_password", "transfer", "domain_name", "theirs.com"),
	    200, "Message sent");
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM mail WHERE type = 'transfer.request'"), 2);
	CANCEL(s, "order_id", "3", "reseller", "shop");
	assert_reply(ASK(s->lab, s->id, "send_password", "transfer", "domain_name", "theirs.com"),
	    465, "Can't find transfer request.");
}

static void
test_notes_of_a_transfer(void **state)
{
#define NOTES(...) ASK(s->lab, s->id, "get_notes", "domain", "domain", "theirs.com", __VA_ARGS__)
	struct shop *s = *state;

	TRANSFER(s, "period", "1");
	assert_string_equal(
	    at(NOTES("type", "transfer", "transfer_id", "1"), "attributes.total"), "0");
	CANCEL(s, "order_id", "3", "reseller", "shop");
	const struct value *r = NOTES("type", "transfer", "transfer_id", "1");
	assert_string_equal(at(r, "attributes.total"), "1");
	assert_string_equal(at(r, "attributes.notes.0.note"), "Transfer #1: cancelled");
	r = NOTES("type", "order", "order_id", "3");
	assert_string_equal(at(r, "attributes.total"), "1");
	assert_string_equal(at(r, "attributes.notes.0.note"), "Order #3: cancelled");
	assert_string_equal(at(NOTES("type", "domain"), "attributes.total"), "2");
	assert_reply(NOTES("type", "transfer"), 460, "Required field 'transfer_id' not provided");
	assert_reply(
	    NOTES("type", "transfer", "transfer_id", "2"), 465, "Can't find transfer request.");
}

static void
test_what_commands_want(void **state)
{
	static const struct slip_up slips[] = {
		{ "reseller", NULL, 460, "Required field 'reseller' not provided" },
		{ "order_id", "x", 465, "Invalid data, error=<order_id 'x'>" },
		{ "order_id", NULL, 460, "No Domain Supplied" },
	};
	struct shop *s = *state;

	TRANSFER(s, "period", "1");
	shop_slips(s, "cancel_transfer", "transfer", PAIRS("order_id", "3", "reseller", "shop"),
	    slips, COUNT_OF(slips));
	shop_slips(s, "process_transfer", "transfer", PAIRS("order_id", "3", "reseller", "shop"),
	    slips, COUNT_OF(slips) - 1);
	assert_reply(ASK(s->lab, s->id, "process_transfer", "transfer", "reseller", "shop"), 460,
	    "Required field 'order_id' not provided");
	assert_string_equal(id_of(TRANSFER(s, "domain", "ek.com", "handle", "save")), "4");
	assert_reply(
	    ASK(s->lab, s->id, "process_transfer", "transfer", "reseller", "shop", "order_id", "4"),
	    465, "Can't find transfer request.");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_is_answered),
		TEST(who_is_asked),
		TEST(where_the_question_goes),
		TEST(what_makes_no_sense),
		TEST(what_cannot_be_brought),
		TEST(money),
		TEST(its_holder_is_not_kept_from_renewing),
		TEST(it_is_called_off),
		TEST(by_its_order_only),
		TEST(it_is_asked_for_again),
		TEST(a_cancelled_order_is_processed_anew),
		TEST(the_owner_is_asked_once_more),
		TEST(notes_of_a_transfer),
		TEST(what_commands_want),
	};

	return cmocka_run_group_tests_name("transfers", tests, NULL, NULL);
}
