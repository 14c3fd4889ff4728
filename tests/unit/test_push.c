/* A name is pushed to another reseller: who may, what goes along, what stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define PUSH(s, ...) ASK((s)->lab, (s)->id, "rsp2rsp_push_transfer", "domain", __VA_ARGS__)
#define DONE "Command completed successfully"
#define DENIED "Push transfer permission denied"

/* "other" takes names from these. */
static void
let_in(struct shop *s, const char *list)
{
	struct reseller r;

	lab_begin(s->lab);
	assert_true(reseller_load(&s->lab->w, s->lab->a, s->other, &r));
	r.push_from = list;
	reseller_save(&s->lab->w, &r);
	lab_end(s->lab);
}

static int
begin(void **state)
{
	shop_with_names(state);
	let_in(*state, "[\"nobody\",\"shop\"]");
	return 0;
}

static void
test_who_may(void **state)
{
	static const struct {
		const char *list, *to;
		int code;
	} rows[] = {
		{ "[]", "other", 465 },
		{ "[\"other\",\"shopping\"]", "other", 465 },
		{ "[\"shop\"]", "nobody", 465 },
		{ "[\"shop\"]", "shop", 465 },
		{ "[\"x\",\"shop\"]", "other", 200 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		let_in(s, rows[i].list);
		assert_reply(PUSH(s, "domain", "ek.com", "grsp", rows[i].to), rows[i].code,
		    rows[i].code == 200 ? DONE : DENIED);
		assert_int_equal(
		    lab_term(s->lab, "ek.com").reseller, rows[i].code == 200 ? s->other : s->id);
	}
}

static void
test_what_is_recorded(void **state)
{
	struct shop *s = *state;
	const struct value *r = PUSH(s, "domain", "ek.com", "grsp", "nobody");

	assert_false(succeeded(r));
	assert_string_equal(value_text(r, "object"), "DOMAIN");
	r = ASK(s->lab, s->id, "RSP2RSP_PUSH_TRANSFER", "", "domain", "ek.com", "grsp", "nobody");
	assert_reply(r, 465, DENIED);
	assert_string_equal(value_text(r, "object"), "");
}

/* Years, money and settings stay; the login does, unless another one is said. */
static void
test_what_goes_along(void **state)
{
	static const struct {
		const char *username, *password, *is, *opens;
	} rows[] = {
		{ NULL, NULL, NULL, NULL },
		{ "anew", "secret99", "anew", "secret99" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		struct term before = lab_term(s->lab, "ek.com");
		int64_t money = shop_money(s).balance;
		assert_reply(PUSH(s, "domain", "ek.com", "grsp", "other", "username",
				 rows[i].username, "password", rows[i].password),
		    200, DONE);
		struct term after = lab_term(s->lab, "ek.com");
		assert_int_equal(after.id, before.id);
		assert_int_equal(after.expires, before.expires);
		assert_string_equal(after.contacts, before.contacts);
		assert_string_equal(
		    after.reg_username, rows[i].is != NULL ? rows[i].is : before.reg_username);
		assert_string_equal(after.reg_password,
		    rows[i].opens != NULL ? rows[i].opens : before.reg_password);
		assert_int_equal(shop_money(s).balance, money);
		shop_end(state);
		begin(state);
	}
}

/* A cookie and a helper of the profile that it leaves are of no use for it. */
static void
test_its_profile_stays_behind(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "more.com", "reg_domain", "ek.com");
	ASK(s->lab, s->id, "add", "subuser", "domain", "ek.com", "sub_username", "sue",
	    "sub_password", "helper45", "sub_permission", "127");
	struct term t = lab_term(s->lab, "ek.com");
	const char *cookie = at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com",
				    "reg_username", t.reg_username, "reg_password", t.reg_password),
	    "attributes.cookie");
	assert_int_equal(code_of(PUSH(s, "domain", "ek.com", "grsp", "other")), 200);
	assert_int_equal(lab_term(s->lab, "more.com").profile, 0);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get", "domain", "^cookie", cookie, "type", "status")), 415);
	assert_int_equal(code_of(ASK(s->lab, s->id, "get", "subuser", "domain", "more.com",
			     "username", t.reg_username)),
	    200);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM subuser WHERE profile ="
					 " (SELECT id FROM term WHERE name = 'ek.com')"),
	    0);
}

static const char *
seen(struct shop *s, int64_t reseller, const char *list)
{
	const struct value *r = ASK(s->lab, reseller, list, "domain", "domain", "ek.com");

	return arena_printf(s->lab->a, "%s %s %s", at(r, "attributes.total"),
	    all_at(s->lab, r, "transfers", "status"),
	    all_at(s->lab, r, "transfers", "completed_date"));
}

static void
test_both_read_of_it(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(PUSH(s, "domain", "ek.com", "grsp", "other")), 200);
	assert_string_equal(
	    seen(s, s->other, "get_transfers_in"), "1 completed 04-MAY-2026 11:20:00");
	assert_string_equal(
	    seen(s, s->id, "get_transfers_away"), "1 completed 04-MAY-2026 11:20:00");
	assert_string_equal(lab_ask_text(s->lab, "SELECT reseller.name || ': ' || text FROM note"
						 " JOIN reseller ON reseller.id = note.reseller"
						 " WHERE transfer_id = 1 ORDER BY note.id"),
	    "shop: Transfer #1: pushed to other\nother: Transfer #1: pushed by shop");
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM event JOIN reseller r"
					 " ON r.id = event.reseller WHERE r.name = 'other'"
					 " AND event.name = 'CREATED' AND data LIKE '%ek.com%'"),
	    1);
}

/* What was only thought of is dropped, and who did not pay gets nothing back. */
static void
test_orders_and_money(void **state)
{
	struct shop *s = *state;
	const struct value *r = ASK(s->lab, s->id, "renew", "domain", "domain", "ek.com", "period",
	    "1", "currentexpirationyear", "2027", "handle", "save");
	int64_t id = strtoll(at(r, "attributes.order_id"), NULL, 10);

	assert_string_equal(shop_order(s, id).status, "pending");
	assert_int_equal(code_of(PUSH(s, "domain", "ek.com", "grsp", "other")), 200);
	assert_string_equal(shop_order(s, id).status, "cancelled");
	r = ASK(s->lab, s->other, "revoke", "domain", "domain", "ek.com");
	assert_int_equal(code_of(r), 200);
	assert_string_equal(at(r, "attributes.total_refund"), "0.00");
	shop_books(s);
}

static void
put(struct shop *s, const char *what)
{
	struct term t = lab_term(s->lab, "ek.com");

	if (strcmp(what, "locked") == 0)
		t.locked = true;
	else if (strcmp(what, "held") == 0)
		t.hold = true;
	else if (strcmp(what, "expired") == 0)
		t.state = "expired";
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	if (strcmp(what, "wanted") == 0)
		REGISTER(s->lab, s->other, "domain", "ek.com", "reg_type", "transfer");
	if (strcmp(what, "renewed") != 0)
		return;
	FAULT(s, "unknown_status", "then", "reject");
	ASK(s->lab, s->id, "renew", "domain", "domain", "ek.com", "period", "1",
	    "currentexpirationyear", "2027", "handle", "process");
}

static void
test_what_is_in_the_way(void **state)
{
	static const struct {
		const char *what;
		int code;
		const char *text;
	} rows[] = {
		{ "locked", 552,
		    "Transfer refused: Domain status clientTransferProhibited does not allow for transfer" },
		{ "held", 552,
		    "Transfer refused: Domain status clientHold does not allow for transfer" },
		{ "expired", 552,
		    "Transfer refused: Domain status clientHold does not allow for transfer" },
		{ "wanted", 487, "domain not transferrable" },
		{ "renewed", 437,
		    "Cannot process command because there is already another request waiting on this domain" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		put(s, rows[i].what);
		assert_reply(
		    PUSH(s, "domain", "ek.com", "grsp", "other"), rows[i].code, rows[i].text);
		assert_int_equal(lab_term(s->lab, "ek.com").reseller, s->id);
		shop_end(state);
		begin(state);
	}
}

static void
test_what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "grsp", NULL, 460, "Required field 'grsp' not provided" },
		{ "username", "newanna", 460, "Required field 'password' not provided" },
		{ "password", "secret99", 460, "Required field 'username' not provided" },
		{ "username", "o-o", 465, "Invalid syntax for username" },
		{ "password", "a b c", 465, "Invalid syntax for password" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(s, "RSP2RSP_PUSH_TRANSFER", "DOMAIN", PAIRS("domain", "ek.com", "grsp", "other"),
	    rows, COUNT_OF(rows));
	assert_int_equal(code_of(PUSH(s, "domain", "theirs.com", "grsp", "other")), 415);
	assert_int_equal(lab_term(s->lab, "ek.com").reseller, s->id);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(test_who_may),
		TEST(test_what_is_recorded),
		TEST(test_what_goes_along),
		TEST(test_its_profile_stays_behind),
		TEST(test_both_read_of_it),
		TEST(test_orders_and_money),
		TEST(test_what_is_in_the_way),
		TEST(test_what_is_refused),
	};

	return cmocka_run_group_tests_name("push", tests, NULL, NULL);
}
