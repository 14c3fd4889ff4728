/* A name is given to a new owner at its registry, and what is under way is called off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/authcode.h"

#define NEW_OWNER \
	"first_name", "Bo", "last_name", "Berg", "org_name", "Berg BV", "email", "bo@berg.example"
#define TRADE(s, ...) ASK((s)->lab, (s)->id, "trade_domain", "domain", NEW_OWNER, __VA_ARGS__)
#define CALL_OFF(s, ...) ASK((s)->lab, (s)->id, "cancel_active_process", "domain", __VA_ARGS__)
#define DONE "Command completed successfully"
#define NOTHING "Command Failed: no active process that can be cancelled"

static int
begin(void **state)
{
	shop_with_names(state);
	struct shop *s = *state;
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "ek.be")), 200);
	return 0;
}

static struct contact
of(struct shop *s, enum role role)
{
	return contacts_parse(s->lab->a, lab_term(s->lab, "ek.be").contacts).of[role];
}

static struct order
traded(struct shop *s, const struct value *reply)
{
	return shop_order(s, strtoll(at(reply, "attributes.order_id"), NULL, 10));
}

static void
test_the_owner_is_another(void **state)
{
	struct shop *s = *state;
	struct contact tech = of(s, TECH), owner = of(s, OWNER);
	int64_t balance = shop_money(s).balance;
	const struct value *r = TRADE(s, "domain", "ek.be", "city", "Gent");

	assert_reply(r, 200, DONE);
	assert_string_equal(of(s, OWNER).first_name, "Bo");
	assert_string_equal(of(s, OWNER).email, "bo@berg.example");
	assert_string_equal(of(s, OWNER).city, "Gent");
	assert_string_equal(of(s, OWNER).phone, owner.phone);
	assert_string_equal(of(s, TECH).first_name, tech.first_name);
	struct order o = traded(s, r);
	assert_string_equal(o.type, "trade");
	assert_string_equal(o.status, "completed");
	assert_true(o.price > 0);
	assert_int_equal(shop_money(s).balance, balance - o.price);
	shop_books(s);
}

/* Which names, and where it costs something, the world says. */
static void
test_policies(void **state)
{
	static const struct {
		const char *tlds, *charged;
		int code;
		bool costs;
	} rows[] = {
		{ "be", "be", 200, true },
		{ "de be", "de", 200, false },
		{ "nosuch de", "be", 465, false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		lab_policy(s->lab, "trade.tlds", rows[i].tlds);
		lab_policy(s->lab, "trade.charged", rows[i].charged);
		const struct value *r = TRADE(s, "domain", "ek.be");
		assert_int_equal(code_of(r), rows[i].code);
		if (rows[i].code == 200)
			assert_int_equal(traded(s, r).price > 0, rows[i].costs);
		else
			assert_string_equal(of(s, OWNER).first_name, "Owen");
		shop_end(state);
		begin(state);
	}
}

/* An earlier order that has to give way is told of, whatever becomes of this one. */
static void
test_what_gives_way(void **state)
{
	static const struct {
		int64_t cents;
		bool refused;
		const char *text;
	} rows[] = {
		{ 999999, false, "Command completed successfully" },
		{ 1, false, "Order created" },
		{ 999999, true, "Registry error: registration refused" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		const char *earlier = at(
		    ASK(s->lab, s->id, "renew", "domain", "domain", "ek.be",
			"currentexpirationyear", "2027", "period", "1", "handle", "save"),
		    "attributes.order_id");
		shop_set_money(s, rows[i].cents);
		if (rows[i].refused)
			FAULT(s, "registry_reject", NULL, NULL);
		const struct value *r = TRADE(s, "domain", "ek.be");
		assert_string_equal(at(r, "attributes.cancelled_orders.0"), earlier);
		assert_string_equal(at(r, "response_text"), rows[i].text);
		shop_end(state);
		begin(state);
	}
}

/* Meanwhile the old one stays; other contacts that change then are not lost. */
static void
test_a_registry_that_takes_its_time(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.be.registry", "async");
	const struct value *r = TRADE(s, "domain", "ek.be");
	assert_int_equal(code_of(r), 250);
	assert_string_equal(traded(s, r).status, "waiting");
	assert_int_equal(shop_money(s).held, traded(s, r).price);
	assert_string_equal(of(s, OWNER).first_name, "Owen");
	assert_int_equal(code_of(TRADE(s, "domain", "ek.be")), 437);
	assert_reply(CALL_OFF(s, "domain", "ek.be"), 400, NOTHING);
	lab_advance(s->lab, "PT1H");
	assert_string_equal(traded(s, r).status, "completed");
	assert_string_equal(of(s, OWNER).first_name, "Bo");
	assert_int_equal(shop_money(s).held, 0);
	shop_books(s);
}

static void
test_it_ends_without(void **state)
{
	static const struct {
		const char *cents, *then;
		int code;
		const char *status;
	} rows[] = {
		{ "1", NULL, 200, "pending" },
		{ "999999", "reject", 436, "declined" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		shop_set_money(s, strtoll(rows[i].cents, NULL, 10));
		if (rows[i].then != NULL)
			FAULT(s, "unknown_status", "then", rows[i].then);
		assert_int_equal(code_of(TRADE(s, "domain", "ek.be")), rows[i].code);
		lab_advance(s->lab, "PT3H");
		assert_string_equal(
		    lab_ask_text(s->lab, "SELECT status FROM orders WHERE type = 'trade'"),
		    rows[i].status);
		assert_string_equal(of(s, OWNER).first_name, "Owen");
		shop_books(s);
		shop_end(state);
		begin(state);
	}
}

static void
set(struct shop *s, bool locked)
{
	struct term t = lab_term(s->lab, "ek.be");

	t.locked = locked;
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
}

static void
test_what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "domain", "ek.com", 465, "Domain does not support trade_domain" },
		{ "first_name", NULL, 460, "Required field 'first_name' not provided" },
		{ "last_name", NULL, 460, "Required field 'last_name' not provided" },
		{ "org_name", NULL, 460, "Required field 'org_name' not provided" },
		{ "email", NULL, 460, "Required field 'email' not provided" },
		{ "country", "BEL", 465, "Invalid data, error=<country 'BEL'>" },
		{ "domain_auth_info", "wrong", 465, "Invalid data, error=<domain_auth_info>" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(
	    s, "TRADE_DOMAIN", "DOMAIN", PAIRS("domain", "ek.be", NEW_OWNER), rows, COUNT_OF(rows));
	assert_int_equal(code_of(TRADE(s, "domain", "theirs.com")), 415);
	set(s, true);
	assert_reply(TRADE(s, "domain", "ek.be"), 405, "Registry error: domain 'ek.be' is locked");
	set(s, false);
	lab_begin(s->lab);
	struct term t;
	assert_true(term_find(&s->lab->w, s->lab->a, "ek.be", &t));
	const char *code = authcode_of(&s->lab->w, s->lab->a, &t);
	lab_end(s->lab);
	assert_int_equal(code_of(TRADE(s, "domain", "ek.be", "domain_auth_info", code)), 200);
}

/* An order that waits for consent, and a transfer that waits for its owner. */
static void
test_what_can_be_called_off(void **state)
{
	static const struct {
		const char *domain, *type, *by;
	} rows[] = {
		{ "ek.sg", "new", "domain" },
		{ "ek.sg", "new", "order_id" },
		{ "theirs.com", "transfer", "domain" },
		{ "theirs.com", "transfer", "order_id" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		lab_policy(s->lab, "tld.sg.process", "async");
		const struct value *r = REGISTER(
		    s->lab, s->id, "domain", rows[i].domain, "reg_type", rows[i].type);
		const char *id = at(r, "attributes.id");
		bool by_name = strcmp(rows[i].by, "domain") == 0;
		assert_true(shop_money(s).held > 0);
		const struct value *theirs = ASK(s->lab, s->other, "cancel_active_process",
		    "domain", rows[i].by, by_name ? rows[i].domain : id);
		assert_int_equal(code_of(theirs), by_name ? 400 : 480);
		assert_reply(CALL_OFF(s, rows[i].by, by_name ? rows[i].domain : id), 200, DONE);
		assert_string_equal(shop_order(s, strtoll(id, NULL, 10)).status, "cancelled");
		assert_int_equal(shop_money(s).held, 0);
		assert_reply(CALL_OFF(s, "order_id", id), 400, NOTHING);
		shop_books(s);
		shop_end(state);
		begin(state);
	}
}

static void
test_what_cannot(void **state)
{
	static const struct slip_up rows[] = {
		{ "order_id", NULL, 460, "No Domain Supplied" },
		{ "order_id", "99", 480, "Order not found." },
		{ "order_id", "x", 465, "Invalid data, error=<order_id 'x'>" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "domain", "other.com", 480, "Order not found." },
	};
	struct shop *s = *state;

	shop_slips(
	    s, "CANCEL_ACTIVE_PROCESS", "DOMAIN", PAIRS("order_id", "1"), rows, COUNT_OF(rows));
	assert_reply(CALL_OFF(s, "order_id", "1"), 400, NOTHING);
	/* Once its registry knows of it, a transfer goes on. */
	REGISTER(
	    s->lab, s->id, "domain", "theirs.com", "reg_type", "transfer", "auth_info", "secret");
	assert_reply(CALL_OFF(s, "domain", "theirs.com"), 400, NOTHING);
	/* A pending order is none that is under way. */
	REGISTER(s->lab, s->id, "domain", "kept.com", "handle", "save");
	assert_reply(CALL_OFF(s, "domain", "kept.com"), 400, NOTHING);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(test_the_owner_is_another),
		TEST(test_policies),
		TEST(test_what_gives_way),
		TEST(test_a_registry_that_takes_its_time),
		TEST(test_it_ends_without),
		TEST(test_what_is_refused),
		TEST(test_what_can_be_called_off),
		TEST(test_what_cannot),
	};

	return cmocka_run_group_tests_name("trade", tests, NULL, NULL);
}
