/* Every row of the table of trades, who is asked, and what the commands say of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/shop.h"
#include "tests/support/tables.h"
#include "world/flow/trade/inside.h"
#include "world/name/agent.h"

#define DONE "Command completed successfully"
#define NOBODY "No change of the registrant waits for this answer."
#define RESEND(s, ...) \
	ASK((s)->lab, (s)->id, "resend_trade_approval_notice", "domain", "domain", "ek.com", \
	    __VA_ARGS__)

static bool
same(const char *x, const char *y)
{
	return strcmp(x, y) == 0;
}

static int
begin(void **state)
{
	shop_with_names(state);
	struct shop *s = *state;
	lab_policy(s->lab, "trade.icann", "on");
	return 0;
}

static void
again(void **state)
{
	shop_end(state);
	begin(state);
}

/* The owner is to be Bo Berg; one field of that is FIELD, if any. */
static const struct value *
change(struct shop *s, const char *domain, const char *field, const char *value)
{
	struct value *top = request_new(s->lab->a, "update_contacts", "domain");

	set_person(s->lab->a, top, "owner");
	request_set_all(s->lab->a, top,
	    PAIRS("domain", domain, "types.0", "owner", "contact_set.owner.first_name", "Bo",
		"contact_set.owner.email", "bo@berg.example"));
	if (field != NULL)
		request_set(s->lab->a, top, field, value);
	return ask(s->lab, s->id, top);
}

static const char *
owner_of_name(struct shop *s, const char *domain)
{
	return contacts_parse(s->lab->a, lab_term(s->lab, domain).contacts).of[OWNER].first_name;
}

static struct trade
the_trade(struct shop *s)
{
	struct trade t;

	lab_begin(s->lab);
	assert_true(trade_load(&s->lab->w, s->lab->a, 1, &t));
	lab_end(s->lab);
	return t;
}

static bool
give(struct shop *s, const char *event)
{
	struct trade t = the_trade(s);

	lab_begin(s->lab);
	bool taken = flow_step(&s->lab->w, s->lab->a, &trading, &t.episode, event);
	lab_end(s->lab);
	return taken;
}

static void
test_the_table_is_sound(void **state)
{
	static const char *const ends[] = { "cancelled_by_current_registrant",
		"cancelled_by_new_change", "cancelled_by_new_registrant", "cancelled_by_reseller",
		"completed", NULL };
	struct shop *s = *state;

	assert_every_state_is_reached(&trading);
	assert_only_ends_have_no_way_out(&trading, ends);
	assert_no_row_is_hidden(&trading);
	assert_every_wait_is_listened_for(&trading);
	assert_picture_is_fresh(&trading, "trade", s->lab->rules);
}

static void
put_into(struct shop *s, const struct transition *t)
{
	lab_begin(s->lab);
	struct term name;
	assert_true(term_find(&s->lab->w, s->lab->a, "ek.com", &name));
	agent_set(&s->lab->w, &name, same(t->guard_name, "agent_approves"));
	lab_end(s->lab);
	assert_reply(change(s, "ek.com", NULL, NULL), 200, DONE);
	if (same(t->from, "pending_current_registrant"))
		assert_true(give(s, "approve"));
}

/* What each effect leaves behind: mails of this step, and whose the name is. */
static const struct {
	const char *effect, *mail, *recipients;
} effects[] = {
	{ "nothing_more", "trade.none", "" },
	{ "ask_new", "trade.request", "bo@berg.example" },
	{ "ask_current", "trade.request", "ottway@example.com" },
	{ "hand_over", "trade.confirmation", "ottway@example.com\nbo@berg.example" },
};

static void
check(struct shop *s, const struct transition *t, int64_t last_mail)
{
	size_t i = 0;

	while (i < COUNT_OF(effects) && !same(effects[i].effect, t->effect_name))
		i++;
	if (i == COUNT_OF(effects))
		fail_msg("this test does not know the effect %s", t->effect_name);
	assert_string_equal(the_trade(s).episode.state, t->to);
	assert_string_equal(
	    lab_ask_text(s->lab, arena_printf(s->lab->a,
				     "SELECT recipient FROM mail WHERE id > %" PRId64
				     " AND type LIKE 'trade.%%' ORDER BY id",
				     last_mail)),
	    effects[i].recipients);
	if (*effects[i].recipients != '\0')
		assert_string_equal(
		    lab_ask_text(s->lab, "SELECT type FROM mail WHERE type LIKE 'trade.%'"
					 " ORDER BY id DESC LIMIT 1"),
		    effects[i].mail);
	assert_string_equal(owner_of_name(s, "ek.com"), same(t->to, "completed") ? "Bo" : "Owen");
	assert_string_equal(
	    lab_ask_text(s->lab,
		"SELECT json_extract(data, '$.trade_status') FROM event"
		" WHERE name = 'ICANN_TRADE_STATUS_CHANGE' ORDER BY id DESC LIMIT 1"),
	    t->to);
}

static void
test_every_row_is_taken(void **state)
{
	for (size_t i = 0; i < trading.count; i++) {
		const struct transition *t = &trading.rows[i];
		struct shop *s = *state;
		int64_t last = 0;
		put_into(s, t);
		if (!same(t->from, "new")) {
			last = lab_ask(s->lab, "SELECT max(id) FROM mail");
			assert_true(give(s, t->event));
		}
		check(s, t, last);
		again(state);
	}
}

static void
test_other_events_are_not_heard(void **state)
{
	for (size_t i = 0; i < trading.count; i++) {
		const struct transition *from = &trading.rows[i];
		if (same(from->from, "new"))
			continue;
		put_into(*state, from);
		for (size_t k = 0; k < trading.count; k++)
			if (!flow_listens(&trading, from->from, trading.rows[k].event))
				assert_false(give(*state, trading.rows[k].event));
		again(state);
	}
}

static void
test_the_words_of_the_event(void **state)
{
	static const struct {
		const char *guard, *statuses;
	} rows[] = {
		{ "always", "initiated\npending_new_registrant\nnew_registrant_approved\n"
			    "pending_current_registrant\ncurrent_registrant_approved\ncompleted" },
		{ "agent_approves", "initiated\nnew_registrant_approved_by_da\n"
				    "current_registrant_approved_by_da\ncompleted" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		put_into(s, &(struct transition){ .guard_name = rows[i].guard, .from = "new" });
		if (same(rows[i].guard, "always"))
			assert_true(give(s, "approve") && give(s, "approve"));
		assert_string_equal(
		    lab_ask_text(s->lab, "SELECT json_extract(data, '$.trade_status') FROM event"
					 " WHERE name = 'ICANN_TRADE_STATUS_CHANGE' ORDER BY id"),
		    rows[i].statuses);
		again(state);
	}
}

/* Any of four fields of a gTLD's owner, where the world has it so. */
static void
test_what_needs_approval(void **state)
{
	static const struct {
		const char *policy, *domain, *field, *value;
		bool waits;
	} rows[] = {
		{ "on", "ek.com", "first_name", "Bo", true },
		{ "on", "ek.com", "last_name", "Berg", true },
		{ "on", "ek.com", "org_name", "Berg BV", true },
		{ "on", "ek.com", "email", "bo@berg.example", true },
		{ "on", "ek.com", "city", "Gent", false },
		{ "on", "ek.com", "phone", "+1.4165550177", false },
		{ "off", "ek.com", "first_name", "Bo", false },
		{ "on", "ek.de", "first_name", "Bo", false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		struct value *top = request_new(s->lab->a, "update_contacts", "domain");
		const char *path = arena_printf(s->lab->a, "contact_set.owner.%s", rows[i].field);
		REGISTER(s->lab, s->id, "domain", "ek.de");
		lab_policy(s->lab, "trade.icann", rows[i].policy);
		set_person(s->lab->a, top, "owner");
		request_set_all(s->lab->a, top,
		    PAIRS("domain", rows[i].domain, "types.0", "owner", path, rows[i].value));
		assert_reply(ask(s->lab, s->id, top), 200, DONE);
		assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM trade"), rows[i].waits);
		const struct value *r = ASK(
		    s->lab, s->id, "get", "domain", "domain", rows[i].domain, "type", "owner");
		assert_int_equal(
		    same(at(r, arena_printf(s->lab->a, "attributes.%s", path)), rows[i].value),
		    !rows[i].waits);
		again(state);
	}
}

static void
test_it_ends_with_the_name(void **state)
{
	static const char *const ways[] = { "revoke", "push" };

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		struct shop *s = *state;
		struct reseller r;
		lab_begin(s->lab);
		assert_true(reseller_load(&s->lab->w, s->lab->a, s->other, &r));
		r.push_from = "[\"shop\"]";
		reseller_save(&s->lab->w, &r);
		lab_end(s->lab);
		change(s, "ek.com", NULL, NULL);
		const struct value *done = same(ways[i], "revoke")
					       ? ASK(s->lab, s->id, "revoke", "domain", "domain",
						     "ek.com")
					       : ASK(s->lab, s->id, "rsp2rsp_push_transfer",
						     "domain", "domain", "ek.com", "grsp", "other");
		assert_int_equal(code_of(done), 200);
		assert_string_equal(the_trade(s).episode.state, "cancelled_by_reseller");
		again(state);
	}
}

/* The later one counts. */
static void
test_another_change_replaces_it(void **state)
{
	struct shop *s = *state;

	change(s, "ek.com", NULL, NULL);
	change(s, "ek.com", "contact_set.owner.first_name", "Cai");
	assert_string_equal(lab_ask_text(s->lab, "SELECT state FROM trade ORDER BY id"),
	    "cancelled_by_new_change\npending_new_registrant");
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "domain", "ek.com", "type", "owner");
	assert_string_equal(at(r, "attributes.contact_set.owner.first_name"), "Owen");
	assert_non_null(
	    strstr(at(r, "attributes.contact_set.owner.ownership_changes_request"), "Cai"));
}

static void
test_who_is_asked_once_more(void **state)
{
	static const struct {
		const char *state, *type, *way;
		int code;
	} rows[] = {
		{ "none", "new", "email", 465 },
		{ "new", "new", "email", 200 },
		{ "new", "new", "", 200 },
		{ "new", "current", "email", 465 },
		{ "new", "new", "sms", 465 },
		{ "new", "current", "sms", 465 },
		{ "current", "current", "email", 200 },
		{ "current", "new", "email", 465 },
		{ "current", "current", "sms", 200 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		if (!same(rows[i].state, "none"))
			change(s, "ek.com", NULL, NULL);
		if (same(rows[i].state, "current"))
			assert_true(give(s, "approve"));
		int64_t mails = lab_ask(
		    s->lab, "SELECT count(*) FROM mail WHERE type = 'trade.request'");
		assert_int_equal(code_of(RESEND(s, "registrant_type", rows[i].type, "send_type",
				     rows[i].way, "sms_phone_number", "+1.4165550199")),
		    rows[i].code);
		bool sms = same(rows[i].way, "sms"), sent = rows[i].code == 200;
		assert_int_equal(
		    lab_ask(s->lab, "SELECT count(*) FROM mail WHERE type = 'trade.request'"),
		    mails + (sent && !sms));
		assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM note WHERE text ="
						 " 'Trade approval notice sent by SMS to"
						 " +1.4165550199'"),
		    sent && sms);
		again(state);
	}
}

static void
test_what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "registrant_type", NULL, 460, "Required field 'registrant_type' not provided" },
		{ "registrant_type", "old", 465, "Invalid data, error=<registrant_type 'old'>" },
		{ "send_type", "fax", 465, "Invalid data, error=<send_type 'fax'>" },
		{ "sms_phone_number", "x", 465, "Invalid data, error=<sms_phone_number 'x'>" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(s, "RESEND_TRADE_APPROVAL_NOTICE", "DOMAIN",
	    PAIRS("domain", "ek.com", "registrant_type", "new"), rows, COUNT_OF(rows));
	assert_reply(RESEND(s, "registrant_type", "new"), 465, NOBODY);
	assert_int_equal(code_of(ASK(s->lab, s->id, "resend_trade_approval_notice", "domain",
			     "domain", "theirs.com", "registrant_type", "new")),
	    415);
}

static void
test_it_is_called_off(void **state)
{
	struct shop *s = *state;

	change(s, "ek.com", NULL, NULL);
	assert_int_equal(
	    code_of(ASK(s->lab, s->other, "cancel_active_process", "domain", "domain", "ek.com")),
	    400);
	assert_reply(
	    ASK(s->lab, s->id, "cancel_active_process", "domain", "domain", "ek.com"), 200, DONE);
	assert_string_equal(the_trade(s).episode.state, "cancelled_by_reseller");
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "cancel_active_process", "domain", "domain", "ek.com")),
	    400);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_table_is_sound),
		TEST(every_row_is_taken),
		TEST(other_events_are_not_heard),
		TEST(the_words_of_the_event),
		TEST(what_needs_approval),
		TEST(another_change_replaces_it),
		TEST(who_is_asked_once_more),
		TEST(what_is_refused),
		TEST(it_is_called_off),
		TEST(it_ends_with_the_name),
	};

	return cmocka_run_group_tests_name("table of trades", tests, NULL, NULL);
}
