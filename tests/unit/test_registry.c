/* The registry: what it says when an order comes, and what it says later. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/fault/fault.h"
#include "world/registry/registry.h"

static const struct order wanted = {
	.domain = "a.com",
	.type = "new",
	.status = "waiting",
	.price = 1162,
	.period = 1,
	.contacts = "{}",
	.nameservers = "[]",
	.details = "{}",
};

static struct registry_says
asked(struct shop *s)
{
	struct order o = wanted;

	o.reseller = s->id;
	lab_begin(s->lab);
	struct registry_says says = registry_ask(&s->lab->w, s->lab->a, &o);
	lab_end(s->lab);
	return says;
}

#define MINUTES(n) ((n)*60)

static const struct {
	const char *registry, *delay; /* policies of .com; NULL: as they are */
	const char *faults[3][3]; /* kind, parameter, value */
	enum registry_word word;
	const char *answer;
	int64_t after;
	int code;
	const char *text;
} answers[] = {
	{ NULL, NULL, { { 0 } }, REGISTRY_ACCEPTS, NULL, 0, 0, NULL },
	{ "realtime", "PT1H", { { 0 } }, REGISTRY_ACCEPTS, NULL, 0, 0, NULL },
	{ "async", NULL, { { 0 } }, REGISTRY_LATER, "accept", MINUTES(5), 0, NULL },
	{ "async", "PT1H", { { 0 } }, REGISTRY_LATER, "accept", MINUTES(60), 0, NULL },
	{ NULL, NULL, { { "registry_delay" } }, REGISTRY_LATER, "accept", MINUTES(5), 0, NULL },
	{ NULL, NULL, { { "registry_delay", "after", "PT9M" } }, REGISTRY_LATER, "accept",
	    MINUTES(9), 0, NULL },
	{ "async", "PT1H", { { "registry_delay" } }, REGISTRY_LATER, "accept", MINUTES(60), 0,
	    NULL },
	{ NULL, NULL, { { "registry_reject" } }, REGISTRY_REFUSES, "reject", 0, 0, NULL },
	{ NULL, NULL, { { "registry_reject", "code", "435" } }, REGISTRY_REFUSES, "reject", 0, 435,
	    NULL },
	{ NULL, NULL, { { "registry_reject", "text", "No." } }, REGISTRY_REFUSES, "reject", 0, 0,
	    "No." },
	{ "async", NULL, { { "registry_reject" } }, REGISTRY_LATER, "reject", MINUTES(5), 0, NULL },
	{ NULL, NULL, { { "registry_reject" }, { "registry_delay" } }, REGISTRY_LATER, "reject",
	    MINUTES(5), 0, NULL },
	{ NULL, NULL, { { "unknown_status" } }, REGISTRY_UNKNOWN, "accept", MINUTES(35), 0, NULL },
	{ NULL, NULL, { { "unknown_status", "then", "never" } }, REGISTRY_UNKNOWN, "never",
	    MINUTES(35), 0, NULL },
	{ NULL, NULL, { { "unknown_status", "then", "reject" } }, REGISTRY_UNKNOWN, "reject",
	    MINUTES(35), 0, NULL },
	{ NULL, NULL, { { "unknown_status", "after", "PT3H" } }, REGISTRY_UNKNOWN, "accept",
	    MINUTES(180), 0, NULL },
	{ NULL, NULL, { { "unknown_status", "code", "705" } }, REGISTRY_UNKNOWN, "accept",
	    MINUTES(35), 705, NULL },
	{ "async", NULL, { { "unknown_status" }, { "registry_reject" }, { "registry_delay" } },
	    REGISTRY_UNKNOWN, "accept", MINUTES(35), 0, NULL },
};

static void
test_rules_and_faults_make_the_answer(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(answers); i++) {
		if (answers[i].registry != NULL)
			lab_policy(s->lab, "tld.com.registry", answers[i].registry);
		if (answers[i].delay != NULL)
			lab_policy(s->lab, "tld.com.registry_delay", answers[i].delay);
		for (size_t f = 0; f < 3 && answers[i].faults[f][0] != NULL; f++)
			FAULT(s, answers[i].faults[f][0],
			    answers[i].faults[f][1] != NULL ? answers[i].faults[f][1]
							    : end_of_pairs,
			    answers[i].faults[f][2]);
		struct registry_says says = asked(s);
		assert_int_equal(says.word, answers[i].word);
		assert_int_equal(says.code, answers[i].code);
		assert_int_equal(says.after, answers[i].after);
		assert_int_equal(says.answer == NULL, answers[i].answer == NULL);
		if (says.answer != NULL)
			assert_string_equal(says.answer, answers[i].answer);
		assert_int_equal(says.text == NULL, answers[i].text == NULL);
		if (says.text != NULL)
			assert_string_equal(says.text, answers[i].text);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
test_it_is_known_by_command_and_name(void **state)
{
	static const struct {
		const char *action, *object, *domain;
		bool strikes;
	} rows[] = {
		{ "sw_register", NULL, NULL, true },
		{ "renew", NULL, NULL, false },
		{ NULL, "domain", NULL, true },
		{ NULL, "order", NULL, false },
		{ NULL, NULL, "a.com", true },
		{ NULL, NULL, "b.com", false },
		{ "SW_REGISTER", "DOMAIN", "*.com", true },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct fault f = { .kind = "registry_reject",
			.action = rows[i].action,
			.object = rows[i].object,
			.domain = rows[i].domain,
			.nth = 1 };
		lab_begin(s->lab);
		assert_null(fault_add(&s->lab->w, s->lab->a, &f));
		lab_end(s->lab);
		assert_int_equal(asked(s).word == REGISTRY_REFUSES, rows[i].strikes);
		shop_mend(s);
	}
}

/* Order 1 waits from 15:20:00 on. */
static void
let_one_wait(struct shop *s, const char *then)
{
	FAULT(s, "unknown_status", "then", then);
	assert_reply(
	    REGISTER(s->lab, s->id, "domain", "a.com"), 436, "Unknown response from the registry");
	shop_mend(s);
}

static void
test_it_answers_by_itself_at_its_second(void **state)
{
	static const struct {
		const char *then, *at, *status;
		bool busy, taken;
	} rows[] = {
		{ "accept", "2026-05-04T15:54:59Z", "waiting", true, false },
		{ "accept", "2026-05-04T15:55:00Z", "completed", false, true },
		{ "reject", "2026-05-04T15:54:59Z", "waiting", true, false },
		{ "reject", "2026-05-04T15:55:00Z", "declined", false, false },
		{ "never", "2036-05-04T15:55:00Z", "waiting", true, false },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		let_one_wait(s, rows[i].then);
		lab_at(s->lab, rows[i].at);
		assert_string_equal(shop_order(s, 1).status, rows[i].status);
		lab_begin(s->lab);
		assert_int_equal(registry_busy(&s->lab->w, "a.com"), rows[i].busy);
		assert_int_equal(request_open(&s->lab->w, 1), rows[i].busy);
		assert_false(registry_busy(&s->lab->w, "b.com"));
		lab_end(s->lab);
		assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM term WHERE name = 'a.com'"),
		    rows[i].taken);
		shop_books(s);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
test_somebody_decides_before_it_does(void **state)
{
	static const struct {
		const char *answer;
		bool taken;
		const char *status;
		bool open;
	} rows[] = {
		{ "accept", true, "completed", false }, { "reject", true, "declined", false },
		{ "never", true, "waiting", true },
		{ "perhaps", false, "completed", false }, /* it accepts by itself later */
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		let_one_wait(s, "accept");
		assert_int_equal(shop_registry(s, 1, rows[i].answer), rows[i].taken);
		lab_advance(s->lab, "P1D");
		assert_string_equal(shop_order(s, 1).status, rows[i].status);
		assert_int_equal(shop_registry(s, 1, "accept"), rows[i].open);
		shop_books(s);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
test_what_was_not_asked_is_not_answered(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	REGISTER(s->lab, s->id, "domain", "b.com", "handle", "save");
	for (int64_t id = 1; id <= 3; id++) {
		assert_false(shop_registry(s, id, "accept"));
		lab_begin(s->lab);
		assert_false(registry_delay(&s->lab->w, s->lab->a, id, s->lab->w.now));
		lab_end(s->lab);
	}
}

static void
test_a_delay_keeps_what_it_wanted_to_say(void **state)
{
	static const struct {
		const char *then, *status; /* what it wanted, what comes of it */
	} rows[] = {
		{ "accept", "completed" }, { "reject", "declined" },
		{ "never", "completed" }, /* it had nothing in mind */
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		let_one_wait(s, rows[i].then);
		lab_begin(s->lab);
		assert_true(registry_delay(&s->lab->w, s->lab->a, 1, s->lab->w.now + DAYS(2)));
		lab_end(s->lab);
		lab_at(s->lab, "2026-05-06T15:19:59Z");
		assert_string_equal(shop_order(s, 1).status, "waiting");
		lab_at(s->lab, "2026-05-06T15:20:00Z");
		assert_string_equal(shop_order(s, 1).status, rows[i].status);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

/* Its yes comes too late: the name is somebody else's. */
static void
test_a_name_that_is_gone_is_declined(void **state)
{
	struct shop *s = *state;

	let_one_wait(s, "accept");
	lab_register(s->lab, s->other, "a.com", "Bo", "Berg", "bo@berg.example");
	lab_advance(s->lab, "PT35M");
	assert_string_equal(shop_order(s, 1).status, "declined");
	assert_int_equal(lab_term(s->lab, "a.com").reseller, s->other);
	assert_int_equal(shop_money(s).held, 0);
	shop_books(s);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(rules_and_faults_make_the_answer),
		TEST(it_is_known_by_command_and_name),
		TEST(it_answers_by_itself_at_its_second),
		TEST(somebody_decides_before_it_does),
		TEST(what_was_not_asked_is_not_answered),
		TEST(a_delay_keeps_what_it_wanted_to_say),
		TEST(a_name_that_is_gone_is_declined),
	};

	return cmocka_run_group_tests_name("registry", tests, NULL, NULL);
}
