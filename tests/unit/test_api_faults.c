/* What goes wrong because somebody asked for it, over the control API. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"
#include "tests/support/signed.h"

static struct exchange *
try_register(struct house *h, const char *user, const char *key, const char *domain)
{
	struct exchange *x = NEW(h->a, struct exchange);
	struct seller s = { h->engine, user, key };

	signed_fill_register(x, h->a, &s, domain, "anna@ek.example");
	engine_call(h->engine, x);
	return x;
}

/* The response code of the reply; the first in it is that of the top level. */
static int
register_code(struct house *h, const char *domain)
{
	struct seller s = { h->engine, "demo", h->key };

	return signed_code(signed_register(h->a, &s, domain, "anna@ek.example"));
}

static json_t *
add(struct house *h, const char *body)
{
	return house_api(h, 201, "POST", "/worlds/demo/faults", body);
}

static void
a_fault_is_told_as_it_was_asked_for(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = add(h,
	    "{'kind':'unknown_status','match':{'action':'SW_REGISTER','domain':'*.com',"
	    "'user':'demo'},'nth':2,'times':3,'code':250,'then':'reject','after':'PT1H'}");

	assert_int_equal(number_at(j, "id"), 1);
	j = house_api(h, 200, "GET", "/worlds/demo/faults", "");
	assert_int_equal(count_at(j, "items"), 1);
	j = json_array_get(json_object_get(j, "items"), 0);
	assert_string_equal(text_at(j, "kind"), "unknown_status");
	assert_string_equal(text_at(j, "match.domain"), "*.com");
	assert_string_equal(text_at(j, "match.object"), "");
	assert_int_equal(number_at(j, "nth"), 2);
	assert_int_equal(number_at(j, "times"), 3);
	assert_string_equal(text_at(j, "code"), "250");
	assert_string_equal(text_at(j, "after"), "PT1H");
	assert_int_equal(number_at(j, "seen"), 0);
	assert_true(json_equal(j, house_api(h, 200, "GET", "/worlds/demo/faults/1", "")));
	house_close(h);
}

static void
it_strikes_from_the_nth_time_on_so_many_times_and_counts(void **state)
{
	(void)state;
	struct house *h = house_open();
	static const struct {
		const char *domain;
		int code, seen, struck;
	} rows[] = {
		{ "a.com", 200, 1, 0 },
		{ "b.org", 200, 1, 0 }, /* does not fit */
		{ "c.com", 436, 2, 1 },
		{ "d.com", 436, 3, 2 },
		{ "e.com", 200, 3, 2 },
	};

	add(h, "{'kind':'unknown_status','match':{'domain':'*.com'},'nth':2,'times':2}");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(register_code(h, rows[i].domain), rows[i].code);
		json_t *j = house_api(h, 200, "GET", "/worlds/demo/faults/1", "");
		assert_int_equal(number_at(j, "seen"), rows[i].seen);
		assert_int_equal(number_at(j, "struck"), rows[i].struck);
	}
	house_close(h);
}

/* What a refusal undoes, the count does not belong to. */
static void
a_refusal_counts_as_well(void **state)
{
	(void)state;
	struct house *h = house_open();

	add(h, "{'kind':'registry_reject','times':1,'text':'Registry says no'}");
	assert_int_not_equal(register_code(h, "a.com"), 200);
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/faults/1", "");
	assert_int_equal(number_at(j, "struck"), 1);
	assert_int_equal(register_code(h, "b.com"), 200);
	house_close(h);
}

static void
counters_travel_with_snapshots_and_forks(void **state)
{
	(void)state;
	struct house *h = house_open();

	add(h, "{'kind':'unknown_status','match':{'user':'demo'},'nth':2,'then':'never'}");
	assert_int_equal(register_code(h, "a.com"), 200);
	house_api(h, 201, "POST", "/worlds/demo/snapshots", "{'name':'s'}");
	assert_int_equal(register_code(h, "b.com"), 436);
	assert_int_equal(register_code(h, "c.com"), 436);
	house_api(h, 200, "POST", "/worlds/demo/restore", "{'name':'s'}");
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/faults/1", "");
	assert_int_equal(number_at(j, "seen"), 1);
	assert_int_equal(number_at(j, "struck"), 0);
	/* in a fork the user has another name and is the same reseller */
	house_api(h, 201, "POST", "/worlds/demo/fork", "{'name':'two'}");
	struct seller s = { h->engine, "demo.two", h->key };
	assert_int_equal(signed_code(signed_register(h->a, &s, "d.com", "a@b.example")), 436);
	assert_int_equal(
	    number_at(house_api(h, 200, "GET", "/worlds/two/faults/1", ""), "struck"), 1);
	house_close(h);
}

static void
it_asks_for_the_reseller(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 201, "POST", "/worlds/demo/resellers", "{'username':'shop'}");
	struct seller shop = { h->engine, "shop", text_at(j, "key") };

	add(h, "{'kind':'unknown_status','match':{'user':'shop','object':'domain'}}");
	assert_int_equal(register_code(h, "a.com"), 200);
	assert_int_equal(signed_code(signed_register(h->a, &shop, "b.com", "a@b.example")), 436);
	house_close(h);
}

/* The newest row's, of those that were no look at the faults. */
static const char *
last_diagnosis(struct house *h)
{
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/journal", "");
	size_t n = count_at(j, "items");

	return text_at(j, arena_printf(h->a, "items.%zu.diagnosis", n - 1));
}

static void
the_journal_tells_which_fault_struck(void **state)
{
	(void)state;
	struct house *h = house_open();

	add(h, "{'kind':'unknown_status','match':{'domain':'b.com'}}");
	add(h, "{'kind':'mail_bounce'}");
	register_code(h, "a.com");
	assert_string_equal(last_diagnosis(h), "fault 2 (mail_bounce) struck");
	struct exchange *x = try_register(h, "demo", h->key, "b.com");
	assert_string_equal(last_diagnosis(h), "fault 1 (unknown_status) struck");
	assert_string_equal(header_out(x, "X-Orrery-Diagnosis"), "fault 1 (unknown_status) struck");
	/* what fires on the way belongs to whoever moved the clock */
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P11D'}");
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/faults/2", "");
	assert_true(number_at(j, "struck") > 4);
	assert_string_equal(
	    last_diagnosis(h), arena_printf(h->a, "fault 2 (mail_bounce) struck %" PRId64 " times",
				   number_at(j, "struck") - 1));
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'PT1S'}");
	assert_string_equal(last_diagnosis(h), "");
	house_api(h, 200, "DELETE", "/worlds/demo/faults", "");
	x = try_register(h, "demo", h->key, "c.com");
	assert_string_equal(last_diagnosis(h), "");
	assert_string_equal(header_out(x, "X-Orrery-Diagnosis"), "");
	house_close(h);
}

static void
several_are_told_in_the_order_of_their_strikes(void **state)
{
	(void)state;
	struct house *h = house_open();

	for (int i = 0; i < 10; i++)
		add(h, "{'kind':'mail_bounce','times':1}");
	for (int i = 0; i < 10; i++)
		register_code(h, arena_printf(h->a, "a%d.com", i));
	assert_string_equal(last_diagnosis(h), "fault 10 (mail_bounce) struck");
	house_api(h, 200, "DELETE", "/worlds/demo/faults", "");
	for (int i = 0; i < 10; i++)
		add(h, "{'kind':'mail_bounce','times':1}");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P11D'}");
	const char *told = last_diagnosis(h);
	assert_non_null(strstr(told, "fault 11 (mail_bounce) struck; fault 12 (mail_bounce)"));
	assert_non_null(strstr(told, "fault 18 (mail_bounce) struck; and others"));
	assert_null(strstr(told, "fault 19"));
	house_close(h);
}

/* The faults and what others do in the world do not touch one byte of a reply
 * once they are gone; nor do those that never fit. */
static void
a_fault_that_does_not_strike_leaves_replies_as_they_are(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 201, "POST", "/worlds/demo/snapshots", "{'name':'s'}");
	struct exchange *plain = try_register(h, "demo", h->key, "a.com");
	for (int round = 0; round < 2; round++) {
		house_api(h, 200, "POST", "/worlds/demo/restore", "{'name':'s'}");
		add(h, "{'kind':'unknown_status','match':{'domain':'b.com'}}");
		add(h, "{'kind':'registry_reject','nth':1000}");
		if (round == 1)
			assert_int_equal(
			    number_at(
				house_api(h, 200, "DELETE", "/worlds/demo/faults", ""), "dropped"),
			    2);
		struct exchange *x = try_register(h, "demo", h->key, "a.com");
		assert_int_equal(x->reply_size, plain->reply_size);
		assert_memory_equal(x->reply, plain->reply, plain->reply_size);
		assert_int_equal(x->out_count, plain->out_count);
		for (size_t i = 0; i < x->out_count; i++)
			assert_string_equal(x->out[i].value, plain->out[i].value);
	}
	house_close(h);
}

static void
one_fault_is_removed_and_others_stay(void **state)
{
	(void)state;
	struct house *h = house_open();

	add(h, "{'kind':'mail_bounce'}");
	add(h, "{'kind':'registry_delay','after':'PT1H'}");
	house_api(h, 200, "DELETE", "/worlds/demo/faults/1", "");
	house_refusal(h, 404, "GET", "/worlds/demo/faults/1", "");
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/faults", "");
	assert_string_equal(text_at(j, "items.0.kind"), "registry_delay");
	assert_int_equal(count_at(j, "items"), 1);
	house_close(h);
}

static void
a_mail_bounces_as_it_was_asked_for(void **state)
{
	(void)state;
	struct house *h = house_open();

	add(h, "{'kind':'mail_bounce','match':{'domain':'ek.com'},'code':552,'text':'full'}");
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	house_register(h, "fi.com", "Bo", "Fi", "bo@fi.example");
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/mail", "");
	assert_string_equal(text_at(j, "items.0.status"), "bounced");
	assert_int_equal(number_at(j, "items.0.bounce.code"), 552);
	assert_string_equal(text_at(j, "items.0.bounce.text"), "full");
	assert_string_equal(text_at(j, "items.1.status"), "sent");
	j = house_api(h, 200, "GET", "/worlds/demo/domains/ek.com", "");
	assert_string_equal(text_at(j, "verification.email_bounced"), "true");
	j = house_api(h, 200, "GET", "/worlds/demo/domains/fi.com", "");
	assert_string_equal(text_at(j, "verification.email_bounced"), "false");
	house_close(h);
}

static void
unknown_faults_are_refused_in_words_that_help(void **state)
{
	(void)state;
	struct house *h = house_open();
	static const struct {
		const char *body;
		int status;
		const char *code, *says;
	} rows[] = {
		{ "{}", 400, "missing_field", "kind" },
		{ "{'kind':'mail_bonce'}", 400, "bad_fault", "did you mean \"mail_bounce\"?" },
		{ "{'kind':'zebra'}", 400, "bad_fault", "\"zebra\" is unknown" },
		{ "{'kind':'latency'}", 400, "not_built", "\"latency\" are not built yet" },
		{ "{'kind':'drop_after','nth':2}", 400, "not_built", "drop_after" },
		{ "{'kind':'mail_bounce','coed':'550'}", 400, "bad_fault", "mean \"code\"?" },
		{ "{'kind':'mail_bounce','nht':2}", 400, "bad_fault", "mean \"nth\"?" },
		{ "{'kind':'mail_bounce','code':'many'}", 400, "bad_fault", "many" },
		{ "{'kind':'unknown_status','code':200}", 400, "bad_fault", "436" },
		{ "{'kind':'unknown_status','after':'soon'}", 400, "bad_fault", "soon" },
		{ "{'kind':'mail_bounce','nth':0}", 400, "bad_fault", "nth counts from 1" },
		{ "{'kind':'mail_bounce','nth':'2'}", 400, "bad_value", "whole number" },
		{ "{'kind':'mail_bounce','text':true}", 400, "bad_value", "\"text\" wants" },
		{ "{'kind':'mail_bounce','match':{'dmoain':'x'}}", 400, "unknown_field",
		    "did you mean \"match.domain\"" },
		{ "{'kind':'mail_bounce','match':{'user':'nobody'}}", 404, "unknown_reseller",
		    "nobody" },
		{ "{'kind':'mail_bounce','a':1,'b':1,'c':1,'d':1,'e':1,'f':1,'g':1}", 400,
		    "bad_fault", "so many" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *j = house_api(
		    h, rows[i].status, "POST", "/worlds/demo/faults", rows[i].body);
		if (strcmp(text_at(j, "error.code"), rows[i].code) != 0 ||
		    strstr(text_at(j, "error.message"), rows[i].says) == NULL)
			fail_msg("%s: %s, %s", rows[i].body, text_at(j, "error.code"),
			    text_at(j, "error.message"));
	}
	assert_int_equal(count_at(house_api(h, 200, "GET", "/worlds/demo/faults", ""), "items"), 0);
	assert_string_equal(
	    house_refusal(h, 404, "DELETE", "/worlds/demo/faults/7", ""), "unknown_fault");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fault_is_told_as_it_was_asked_for),
		cmocka_unit_test(it_strikes_from_the_nth_time_on_so_many_times_and_counts),
		cmocka_unit_test(a_refusal_counts_as_well),
		cmocka_unit_test(counters_travel_with_snapshots_and_forks),
		cmocka_unit_test(it_asks_for_the_reseller),
		cmocka_unit_test(the_journal_tells_which_fault_struck),
		cmocka_unit_test(several_are_told_in_the_order_of_their_strikes),
		cmocka_unit_test(a_fault_that_does_not_strike_leaves_replies_as_they_are),
		cmocka_unit_test(one_fault_is_removed_and_others_stay),
		cmocka_unit_test(a_mail_bounces_as_it_was_asked_for),
		cmocka_unit_test(unknown_faults_are_refused_in_words_that_help),
	};

	return cmocka_run_group_tests_name("api faults", tests, house_setup, NULL);
}
