/* Every row of refusals.def: who raises it, with which code and words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"
#include "world/fault/fault.h"
#include "world/money/account.h"
#include "world/registry/registry.h"

struct shop {
	struct lab *lab;
	int64_t id, other;
};

#define NAMESERVER(host) "domain", "mine.com", "name", host, "ipaddress", "192.0.2.1"

static int
begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->id = lab_reseller(s->lab, "shop");
	s->other = lab_reseller(s->lab, "other");
	REGISTER(s->lab, s->id, "domain", "mine.com");
	REGISTER(s->lab, s->id, "domain", "mine.co.uk");
	REGISTER(s->lab, s->id, "domain", "mine.de");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	REGISTER(s->lab, s->id, "domain", "served.com", "dns_template", "*blank*");
	ASK(s->lab, s->id, "create_domain_forwarding", "domain", "domain", "served.com");
	ASK(s->lab, s->id, "create", "nameserver", NAMESERVER("ns1.mine.com"));
	ASK(s->lab, s->id, "create", "nameserver", NAMESERVER("ns2.mine.com"));
	REGISTER(s->lab, s->id, "domain", "user.com", "custom_nameservers", "1",
	    "nameserver_list.0.name", "ns2.mine.com", "nameserver_list.0.sortorder", "1");
	REGISTER(
	    s->lab, s->id, "domain", "mine.ca", "contact_set.billing", NULL, "rant_agrees", "Y");
	*state = s;
	return 0;
}

static int
end(void **state)
{
	struct shop *s = *state;

	lab_close(s->lab);
	free(s);
	return 0;
}

/* One request for each row that a plain request can raise; a registration where
 * the action is NULL, a change of the admin contact where it is "+". */
static const struct {
	const struct refusal_row *row;
	const char *action, *object, *pairs[6];
} raisers[] = {
#include "tests/unit/raisers.def"
};

/* Rows that need a world in which something has gone wrong before: a fault, a
 * policy, an order.  The request is a registration where the action is NULL. */
static void
strike(struct shop *s, const char *kind, const char *name, const char *value)
{
	struct fault f = { .kind = kind, .nth = 1, .parameters = { { name, value } } };

	lab_begin(s->lab);
	assert_null(fault_add(&s->lab->w, s->lab->a, &f));
	lab_end(s->lab);
}

static void
registry_refuses(struct shop *s)
{
	strike(s, "registry_reject", NULL, NULL);
}

static void
registry_is_unclear(struct shop *s)
{
	strike(s, "unknown_status", NULL, NULL);
}

static void
registry_times_out(struct shop *s)
{
	strike(s, "unknown_status", "code", "705");
}

#define THE_RENEWAL "domain", "mine.com", "period", "1", "currentexpirationyear", "2027"

static void
an_order_waits(struct shop *s)
{
	strike(s, "registry_delay", NULL, NULL);
	REGISTER(s->lab, s->id, "domain", "new.com");
}

/* A name that the reseller has, and a registry that thinks about something. */
static void
a_request_waits(struct shop *s)
{
	const struct order o = { .id = 1, .reseller = s->id, .domain = "mine.com", .type = "new" };
	const struct registry_says says = { .word = REGISTRY_LATER, .answer = "never" };

	lab_begin(s->lab);
	registry_await(&s->lab->w, s->lab->a, &o, &says);
	lab_end(s->lab);
}

static void
consent_is_no_success(struct shop *s)
{
	lab_policy(s->lab, "tld.com.process", "async");
	lab_policy(s->lab, "consent.is_success", "0");
}

static void
money_is_out(struct shop *s)
{
	lab_policy(s->lab, "funds_mode", "440");
	lab_begin(s->lab);
	struct balance b = account_balance(&s->lab->w, s->id);
	account_deposit(&s->lab->w, s->id, -b.balance, "gone");
	lab_end(s->lab);
}

static void
the_name_was_renewed(struct shop *s)
{
	assert_int_equal(code_of(ASK(s->lab, s->id, "RENEW", "DOMAIN", THE_RENEWAL)), 200);
}

static void
the_name_is_locked(struct shop *s)
{
	assert_int_equal(code_of(ASK(s->lab, s->id, "MODIFY", "DOMAIN", "domain", "mine.com",
			     "data", "status", "lock_state", "1")),
	    200);
}

static void
set(struct shop *s, bool foreign, bool unregistered)
{
	struct reseller r;

	lab_begin(s->lab);
	assert_true(reseller_load(&s->lab->w, s->lab->a, s->id, &r));
	r.foreign_nameservers = foreign;
	r.unregistered_hosts = unregistered;
	reseller_save(&s->lab->w, &r);
	lab_end(s->lab);
}

static void
only_own_nameservers(struct shop *s)
{
	set(s, false, true);
}

static void
only_known_hosts(struct shop *s)
{
	set(s, true, false);
}

#define ELSEWHERE "domain", "mine.com", "op_type", "assign", "assign_ns.0", "ns1.example.com"

static void
nobody_answers(struct shop *s)
{
	lab_policy(s->lab, "registry.unreachable", "com");
}

static void
the_days_are_over(struct shop *s)
{
	lab_policy(s->lab, "revoke.days", "0");
}

static void
a_renewal_waits(struct shop *s)
{
	strike(s, "registry_delay", NULL, NULL);
	assert_int_equal(code_of(ASK(s->lab, s->id, "RENEW", "DOMAIN", THE_RENEWAL)), 250);
}

static const struct {
	const struct refusal_row *row;
	void (*prepare)(struct shop *s);
	const char *action, *object, *pairs[6];
} troubles[] = {
#include "tests/unit/troubles.def"
};

/* Rows that only a sub-user raises, who may change nothing; and what the owner
 * hears who lets in another one. */
#define SUB "sub_username", "sue", "sub_password", "helper45", "sub_permission", "0"
static const struct {
	const struct refusal_row *row;
	const char *action, *object, *pairs[10];
} denials[] = {
	{ &refusal_not_owner, "CHANGE", "PASSWORD", { "reg_password", "better45" } },
	{ &refusal_no_permission, "FORCE_DNS_NAMESERVERS", "DOMAIN", { "domain", "mine.com" } },
	{ &refusal_no_permission_modify, "+", NULL, { 0 } },
	{ &refusal_subuser_exists, "ADD", "SUBUSER", { SUB, "domain", "mine.com" } },
	{ &refusal_subuser_limit, "ADD", "SUBUSER",
	    { SUB, "domain", "mine.com", "sub_username", "sid" } },
};

/* Is said of changes, nameservers, transfers, sub-resellers, in reports: see their tests. */
static const struct refusal_row *const elsewhere[] = { &refusal_update_refused,
	&refusal_creation_failed, &refusal_modification_failed, &refusal_nameserver_quota,
	&refusal_subreseller_exists, &refusal_payment_quota, &refusal_name_locked,
	&refusal_transfer_forbidden, &refusal_no_cancellation, &refusal_no_resubmission };

/* Of sessions, which this file has none of: see test_legacy*.c, test_fast_lookup.c,
 * test_http_address.c and test_limits.c. */
static const struct refusal_row *const of_sessions[] = {
	&refusal_no_such_reseller,
	&refusal_unknown_cipher,
	&refusal_refused_address,
	&refusal_denied_address,
	&refusal_too_many_commands,
	&refusal_too_many_connections,
	&refusal_session_over,
	&refusal_too_fast,
	&refusal_bad_line,
};

static struct value *
request(struct arena *a, const char *action, const char *object)
{
	if (action == NULL)
		return registration(a, "new.com");
	if (strcmp(action, "+") != 0)
		return request_new(a, action, object);
	struct value *top = request_new(a, "UPDATE_CONTACTS", "DOMAIN");
	request_set_all(a, top, PAIRS("domain", "mine.com", "types.0", "admin"));
	set_person(a, top, "admin");
	return top;
}

/* Up to its hole, the text is the row's. */
static void
assert_raised(const struct value *reply, const struct refusal_row *row)
{
	const char *hole = strstr(row->text, "{}");
	size_t n = hole == NULL ? strlen(row->text) + 1 : (size_t)(hole - row->text);

	if (code_of(reply) != row->code || strncmp(text_of(reply), row->text, n) != 0)
		fail_msg("%s: got %d \"%s\"", row->name, code_of(reply), text_of(reply));
	assert_int_equal(succeeded(reply), row->success);
	assert_null(strstr(text_of(reply), "{}"));
}

static void
test_every_row_is_raised_by_a_request(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(raisers); i++) {
		struct value *top = request(s->lab->a, raisers[i].action, raisers[i].object);
		for (size_t p = 0; p < 6 && raisers[i].pairs[p] != NULL; p += 2)
			request_set(s->lab->a, top, raisers[i].pairs[p], raisers[i].pairs[p + 1]);
		assert_raised(ask(s->lab, s->id, top), raisers[i].row);
	}
}

static void
test_every_trouble_raises_its_row(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(troubles); i++) {
		struct value *top = request(s->lab->a, troubles[i].action, troubles[i].object);
		for (size_t p = 0; p < 6 && troubles[i].pairs[p] != NULL; p += 2)
			request_set(s->lab->a, top, troubles[i].pairs[p], troubles[i].pairs[p + 1]);
		troubles[i].prepare(s);
		assert_raised(ask(s->lab, s->id, top), troubles[i].row);
		end(state);
		begin(state);
		s = *state;
	}
}

static void
test_every_denial_raises_its_row(void **state)
{
	struct shop *s = *state;

	ASK(s->lab, s->id, "ADD", "SUBUSER", "domain", "mine.com", SUB);
	const char *cookie = at(ASK(s->lab, s->id, "SET", "COOKIE", "domain", "mine.com",
				    "reg_username", "sue", "reg_password", "helper45"),
	    "attributes.cookie");
	for (size_t i = 0; i < COUNT_OF(denials); i++) {
		struct value *top = request(s->lab->a, denials[i].action, denials[i].object);
		bool owner = strcmp(denials[i].action, "ADD") == 0;
		request_set(s->lab->a, top, "^cookie", owner ? NULL : cookie);
		for (size_t p = 0; p < COUNT_OF(denials[i].pairs) && denials[i].pairs[p] != NULL;
		     p += 2)
			request_set(s->lab->a, top, denials[i].pairs[p], denials[i].pairs[p + 1]);
		assert_raised(ask(s->lab, s->id, top), denials[i].row);
	}
}

static bool
raised_somewhere(const struct refusal_row *row)
{
	bool raised = false;

	for (size_t i = 0; i < COUNT_OF(raisers); i++)
		raised = raised || raisers[i].row == row;
	for (size_t i = 0; i < COUNT_OF(troubles); i++)
		raised = raised || troubles[i].row == row;
	for (size_t i = 0; i < COUNT_OF(denials); i++)
		raised = raised || denials[i].row == row;
	for (size_t i = 0; i < COUNT_OF(elsewhere); i++)
		raised = raised || elsewhere[i] == row;
	for (size_t i = 0; i < COUNT_OF(of_sessions); i++)
		raised = raised || of_sessions[i] == row;
	return raised;
}

static void
test_no_row_is_without_one(void **state)
{
	(void)state;
	for (const struct refusal_row *const *row = refusals; *row != NULL; row++)
		if (!raised_somewhere(*row))
			fail_msg("no request raises %s", (*row)->name);
}

static void
test_rows_are_sourced_and_have_one_hole_at_most(void **state)
{
	(void)state;
	for (const struct refusal_row *const *row = refusals; *row != NULL; row++) {
		const char *hole = strstr((*row)->text, "{}");
		assert_true(hole == NULL || strstr(hole + 2, "{}") == NULL);
		assert_true(strlen((*row)->source) > 0);
		assert_true((*row)->code >= 200);
		assert_false((*row)->success);
		for (const struct refusal_row *const *other = refusals; other < row; other++)
			assert_string_not_equal((*other)->name, (*row)->name);
	}
}

static void
raise_without_detail(void *rq)
{
	refuse((struct request *)rq, missing_field, NULL);
}

static void
raise_with_detail(void *rq)
{
	refuse((struct request *)rq, internal, "why");
}

static void
test_details_go_where_there_is_a_hole(void **state)
{
	struct shop *s = *state;
	struct request rq = { .arena = s->lab->a };

	for (const struct refusal_row *const *row = refusals; *row != NULL; row++) {
		bool hole = strstr((*row)->text, "{}") != NULL;
		const char *text = refusal_new(&rq, *row, hole ? "<detail>" : NULL)->text;
		assert_null(strstr(text, "{}"));
		assert_int_equal(strstr(text, "<detail>") != NULL, hole);
	}
	assert_true(aborts(raise_without_detail, &rq));
	assert_true(aborts(raise_with_detail, &rq));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(every_row_is_raised_by_a_request),
		TEST(every_trouble_raises_its_row),
		TEST(every_denial_raises_its_row),
		TEST(no_row_is_without_one),
		TEST(rows_are_sourced_and_have_one_hole_at_most),
		TEST(details_go_where_there_is_a_hole),
	};

	return cmocka_run_group_tests_name("refusals", tests, NULL, NULL);
}
