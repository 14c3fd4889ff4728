/* Mail, events, names and people over the control API. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define DOMAINS "/worlds/demo/domains"

static struct house *
house_with_a_name(void)
{
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	return h;
}

static const char *
status_of(struct house *h, const char *domain)
{
	return text_at(house_api(h, 200, "GET", arena_printf(h->a, DOMAINS "/%s", domain), ""),
	    "verification.status");
}

static void
a_mail_is_shown_as_it_was_sent(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/mail?to=anna@ek.example", "");

	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.type"), "verification.request");
	assert_string_equal(text_at(j, "items.0.to"), "anna@ek.example");
	assert_string_equal(text_at(j, "items.0.status"), "sent");
	assert_string_equal(text_at(j, "items.0.links.0.rel"), "verify");
	const char *url = text_at(j, "items.0.links.0.url");
	assert_non_null(strstr(url, "/w/demo/verify/"));
	assert_non_null(strstr(text_at(j, "items.0.text"), url));
	assert_non_null(strstr(text_at(j, "items.0.html"), url));
	json_t *one = house_api(h, 200, "GET",
	    arena_printf(h->a, "/worlds/demo/mail/%d", (int)number_at(j, "items.0.id")), "");
	assert_true(json_equal(one, json_array_get(json_object_get(j, "items"), 0)));
	house_close(h);
}

static void
mail_is_found_by_recipient_type_domain_and_subject(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	const struct {
		const char *filter;
		size_t count;
	} rows[] = {
		{ "", 6 }, /* request, three reminders, two warnings */
		{ "?type=verification.reminder", 3 },
		{ "?type=verification.warning", 2 },
		{ "?domain=ek.com&type=verification.request", 1 },
		{ "?domain=no.com", 0 },
		{ "?to=nobody@ek.example", 0 },
		{ "?subject=zebra", 0 },
	};

	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P13D'}");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *j = house_api(
		    h, 200, "GET", arena_printf(h->a, "/worlds/demo/mail%s", rows[i].filter), "");
		if (count_at(j, "items") != rows[i].count)
			fail_msg("%s: %zu", rows[i].filter, count_at(j, "items"));
	}
	const char *subject = text_at(
	    house_api(h, 200, "GET", "/worlds/demo/mail/1", ""), "subject");
	json_t *j = house_api(h, 200, "GET",
	    arena_printf(h->a, "/worlds/demo/mail?limit=1&subject=%.4s", subject), "");
	assert_int_equal(count_at(j, "items"), 1);
	house_close(h);
}

static void
a_bounce_is_noted_once_and_told(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/mail/1/bounce", "{'code':551}");

	assert_string_equal(text_at(j, "status"), "bounced");
	assert_int_equal(number_at(j, "bounce.code"), 551);
	assert_string_equal(
	    house_refusal(h, 409, "POST", "/worlds/demo/mail/1/bounce", ""), "already_bounced");
	j = house_api(h, 200, "GET", DOMAINS "/ek.com", "");
	assert_string_equal(text_at(j, "verification.email_bounced"), "true");
	assert_string_equal(text_at(j, "verification.status"), "verifying");
	house_close(h);
}

static void
a_person_verifies_through_the_page(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(
	    h, 200, "POST", "/worlds/demo/people/anna%40ek.example/act", "{'action':'verify'}");

	assert_string_equal(text_at(j, "mail.type"), "verification.request");
	assert_int_equal(number_at(j, "page.status"), 200);
	assert_true(*text_at(j, "page.message") != '\0');
	assert_int_equal(count_at(j, "changed"), 1);
	assert_string_equal(text_at(j, "changed.0.object_data.verification_status"), "verified");
	assert_string_equal(status_of(h, "ek.com"), "verified");
	/* the page is in the journal, as if a browser had posted it */
	j = house_api(h, 200, "GET", "/worlds/demo/journal?action=POST", "");
	assert_non_null(strstr(text_at(j, "items.0.target"), "/w/demo/verify/"));
	assert_string_equal(text_at(j, "items.0.request"), "agree=yes");
	house_close(h);
}

static void
one_click_heals_every_name_of_the_same_person(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();

	house_register(h, "ek-two.com", "Anna", "Ek", "anna@ek.example");
	house_register(h, "bo.com", "Bo", "Ek", "anna@ek.example");
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/people/anna@ek.example/act",
	    "{'action':'verify','domain':'ek.com'}");
	assert_string_equal(text_at(j, "mail.domain"), "ek.com");
	assert_int_equal(count_at(j, "changed"), 2);
	assert_string_equal(status_of(h, "ek-two.com"), "verified");
	assert_string_equal(status_of(h, "bo.com"), "verifying");
	house_close(h);
}

static void
a_link_that_is_used_up_is_dead_for_a_person_too(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	const char *act = "/worlds/demo/people/anna@ek.example/act";

	house_api(h, 200, "POST", act, "{'action':'verify'}");
	json_t *j = house_api(h, 409, "POST", act, "{'action':'verify'}");
	assert_string_equal(text_at(j, "error.code"), "link_dead");
	assert_non_null(strstr(text_at(j, "error.message"), "ek.com"));
	house_close(h);
}

static void
people_act_with_a_token_too(void **state)
{
	(void)state;
	struct house *h = house_open_with(&(struct engine_config){
	    .journal = 100, .balance = 100000, .control_token = "secret" });

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	house_api(h, 200, "POST", "/worlds/demo/people/anna@ek.example/act", "{'action':'verify'}");
	assert_string_equal(status_of(h, "ek.com"), "verified");
	house_close(h);
}

static void
events_are_listed_from_any_point(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/events?since=end", "");
	const char *end = text_at(j, "next");

	assert_int_equal(count_at(j, "items"), 0);
	assert_true(count_at(house_api(h, 200, "GET", "/worlds/demo/events", ""), "items") >= 2);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P16D'}");
	j = house_api(h, 200, "GET", arena_printf(h->a, "/worlds/demo/events?since=%s", end), "");
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.event"), "REGISTRANT_VERIFICATION_STATUS_CHANGE");
	assert_string_equal(text_at(j, "items.0.object_data.verification_status"), "suspended");
	assert_string_equal(text_at(j, "items.0.reseller"), "demo");
	assert_string_equal(text_at(j, "items.0.acknowledged"), "false");
	house_close(h);
}

static void
a_name_shows_what_is_in_force(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "GET", DOMAINS "/EK.com", "");

	assert_string_equal(text_at(j, "name"), "ek.com");
	assert_string_equal(text_at(j, "reseller"), "demo");
	assert_string_equal(text_at(j, "state"), "active");
	assert_string_equal(text_at(j, "status.0"), "ok");
	assert_string_equal(text_at(j, "created"), "2026-05-04T15:20:00Z");
	assert_string_equal(text_at(j, "expires"), "2027-05-04T15:20:00Z");
	assert_string_equal(text_at(j, "contacts.owner.email"), "anna@ek.example");
	assert_string_equal(text_at(j, "verification.deadline"), "2026-05-20T05:00:00Z");
	assert_int_equal(number_at(j, "verification.days_to_suspend"), 15);
	house_api(h, 200, "PATCH", DOMAINS "/ek.com", "{'locked':true}");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P16D'}");
	j = house_api(h, 200, "GET", DOMAINS "/ek.com", "");
	assert_string_equal(text_at(j, "status.0"), "clientHold");
	assert_string_equal(text_at(j, "status.1"), "clientTransferProhibited");
	assert_int_equal(number_at(j, "verification.days_to_suspend"), -1);
	house_close(h);
}

static void
a_name_can_be_put_there_as_it_is(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 201, "POST", DOMAINS,
	    "{'name':'Old.com','created':'2010-05-04T00:00:00Z','locked':true,"
	    "'contacts':{'owner':{'first_name':'Wei','email':'wei@shop.example'},"
	    "'tech':{'email':'tech@shop.example'}},'nameservers':['ns1.x.example','ns2.x.example']}");

	assert_string_equal(text_at(j, "name"), "old.com");
	assert_string_equal(text_at(j, "reseller"), "demo");
	assert_string_equal(text_at(j, "state"), "active");
	assert_string_equal(text_at(j, "expires"), "2027-05-04T00:00:00Z");
	assert_string_equal(text_at(j, "contacts.owner.first_name"), "Wei");
	assert_string_equal(text_at(j, "contacts.admin.email"), "wei@shop.example");
	assert_string_equal(text_at(j, "contacts.tech.email"), "tech@shop.example");
	assert_int_equal(count_at(j, "nameservers"), 2);
	assert_string_equal(text_at(j, "verification.status"), "unverified");
	j = house_api(
	    h, 201, "POST", DOMAINS, "{'name':'gone.com','expires':'-P3D','created':'-P1Y'}");
	assert_string_equal(text_at(j, "state"), "expired");
	assert_string_equal(text_at(j, "expires"), "2026-05-01T15:20:00Z");
	/* on the day itself it is renewed; the second before it is about to be */
	j = house_api(
	    h, 201, "POST", DOMAINS, "{'name':'today.com','created':'2020-05-04T15:20:00Z'}");
	assert_string_equal(text_at(j, "expires"), "2027-05-04T15:20:00Z");
	j = house_api(
	    h, 201, "POST", DOMAINS, "{'name':'soon.com','created':'2020-05-04T15:20:01Z'}");
	assert_string_equal(text_at(j, "expires"), "2026-05-04T15:20:01Z");
	j = house_api(h, 201, "POST", DOMAINS, "{'name':'far.example','registrar':'elsewhere'}");
	assert_true(json_is_null(json_object_get(j, "reseller")));
	assert_string_equal(text_at(j, "registrar"), "elsewhere");
	/* nothing was ordered, sent or debited */
	assert_int_equal(count_at(house_api(h, 200, "GET", "/worlds/demo/mail", ""), "items"), 0);
	assert_int_equal(count_at(house_api(h, 200, "GET", "/worlds/demo/orders", ""), "items"), 0);
	assert_string_equal(
	    text_at(house_api(h, 200, "GET", "/worlds/demo/resellers/demo", ""), "balance"),
	    "1000000.00");
	assert_int_equal(
	    count_at(house_api(h, 200, "GET", DOMAINS "?reseller=demo", ""), "items"), 4);
	house_close(h);
}

static void
an_operator_edits_without_moving_time(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(
	    h, 200, "PATCH", DOMAINS "/ek.com", "{'expires':'P30D','auto_renew':true}");

	assert_string_equal(text_at(j, "expires"), "2026-06-03T15:20:00Z");
	assert_string_equal(text_at(j, "auto_renew"), "true");
	j = house_api(h, 200, "PATCH", DOMAINS "/ek.com", "{'state':'deleted'}");
	assert_string_equal(text_at(j, "state"), "deleted");
	house_refusal(h, 404, "GET", DOMAINS "/ek.com", "");
	assert_int_equal(
	    count_at(house_api(h, 200, "GET", "/worlds/demo/agenda?subject=ek.com", ""), "items"),
	    0);
	house_close(h);
}

static void
a_review_is_opened_and_decided(void **state)
{
	(void)state;
	static const char *const decisions[] = { "verified", "suspended" };

	for (size_t i = 0; i < 2; i++) {
		struct house *h = house_with_a_name();
		json_t *j = house_api(
		    h, 200, "PATCH", DOMAINS "/ek.com", "{'verification':'admin_reviewing'}");
		assert_string_equal(text_at(j, "verification.status"), "admin_reviewing");
		house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P20D'}");
		assert_string_equal(status_of(h, "ek.com"), "admin_reviewing");
		j = house_api(h, 200, "PATCH", DOMAINS "/ek.com",
		    arena_printf(h->a, "{'verification':'%s'}", decisions[i]));
		assert_string_equal(text_at(j, "verification.status"), decisions[i]);
		assert_string_equal(text_at(j, "status.0"), i == 0 ? "ok" : "clientHold");
		house_close(h);
	}
}

static void
an_order_says_what_it_cost(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/orders", "");

	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.domain"), "ek.com");
	assert_string_equal(text_at(j, "items.0.status"), "completed");
	assert_string_equal(text_at(j, "items.0.debited"), "true");
	assert_true(*text_at(j, "items.0.price") != '\0');
	house_close(h);
}

static void
the_report_lists_names_in_the_process(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "ek.com", "=Anna", "Ek, \"A\"", "anna@ek.example");
	struct exchange *x = house_ask(
	    h, "GET", "/api/v1/worlds/demo/reports/verification.csv", "");
	assert_int_equal(x->status, 200);
	assert_non_null(strstr(x->reply,
	    "ek.com,anna@ek.example,2026-05-04 15:20:00,,\"'=Anna\",\"Ek, \"\"A\"\"\"\r\n"));
	house_close(h);
}

static void
the_front_desk_remembers_who_reached_no_world(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct exchange x = { .arena = h->a,
		.door = DOOR_HTTPS,
		.peer = "192.0.2.1",
		.method = "POST",
		.target = "/",
		.body = "",
		.body_size = 0 };

	exchange_add_in(&x, "X-Username", "stranger\xff");
	exchange_add_in(&x, "X-Signature", "0");
	engine_call(h->engine, &x);
	json_t *j = house_api(h, 200, "GET", "/journal", "");
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.peer"), "192.0.2.1");
	assert_string_equal(text_at(j, "items.0.user"), "stranger?");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mail_is_shown_as_it_was_sent),
		cmocka_unit_test(mail_is_found_by_recipient_type_domain_and_subject),
		cmocka_unit_test(a_bounce_is_noted_once_and_told),
		cmocka_unit_test(a_person_verifies_through_the_page),
		cmocka_unit_test(one_click_heals_every_name_of_the_same_person),
		cmocka_unit_test(a_link_that_is_used_up_is_dead_for_a_person_too),
		cmocka_unit_test(people_act_with_a_token_too),
		cmocka_unit_test(events_are_listed_from_any_point),
		cmocka_unit_test(a_name_shows_what_is_in_force),
		cmocka_unit_test(a_name_can_be_put_there_as_it_is),
		cmocka_unit_test(an_operator_edits_without_moving_time),
		cmocka_unit_test(a_review_is_opened_and_decided),
		cmocka_unit_test(an_order_says_what_it_cost),
		cmocka_unit_test(the_report_lists_names_in_the_process),
		cmocka_unit_test(the_front_desk_remembers_who_reached_no_world),
	};

	return cmocka_run_group_tests_name("api people", tests, house_setup, NULL);
}
