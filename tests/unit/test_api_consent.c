/* Consent over the control API: people who answer, and what names and orders show. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define ANNA "anna@ek.example"
#define ACT "/worlds/demo/people/" ANNA "/act"
#define ADVANCE "/worlds/demo/clock/advance"

static struct house *
house_asked(const char *domain)
{
	struct house *h = house_open();

	house_register(h, domain, "Anna", "Ek", ANNA);
	house_api(h, 200, "POST", ADVANCE, "{'by':'PT1M'}");
	return h;
}

static json_t *
order(struct house *h)
{
	return house_api(h, 200, "GET", "/worlds/demo/orders/1", "");
}

static json_t *
domain(struct house *h, const char *name)
{
	return house_api(h, 200, "GET", arena_printf(h->a, "/worlds/demo/domains/%s", name), "");
}

static void
a_waiting_order_shows_how_long(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "tan.sg", "Anna", "Ek", ANNA);
	json_t *j = order(h);
	assert_string_equal(text_at(j, "consent.status"), "pending");
	assert_string_equal(text_at(j, "consent.asked"), "");
	assert_string_equal(text_at(j, "consent.deadline"), "2026-05-14T15:21:00Z");
	house_api(h, 200, "POST", ADVANCE, "{'by':'PT1M'}");
	j = order(h);
	assert_string_equal(text_at(j, "consent.status"), "asked");
	assert_string_equal(text_at(j, "consent.asked"), "2026-05-04T15:21:00Z");
	assert_string_equal(text_at(j, "consent.deadline"), "2026-05-14T15:21:00Z");
	house_api(h, 200, "POST", ADVANCE, "{'by':'P10D'}");
	assert_string_equal(text_at(order(h), "consent.status"), "silent");
	assert_string_equal(text_at(order(h), "consent.deadline"), "");
	house_close(h);
}

static void
a_name_shows_what_its_owner_said(void **state)
{
	(void)state;
	struct house *h = house_asked("ek.co.uk");

	assert_string_equal(text_at(domain(h, "ek.co.uk"), "consent.status"), "asked");
	assert_string_equal(
	    text_at(domain(h, "ek.co.uk"), "consent.asked"), "2026-05-04T15:21:00Z");
	house_api(h, 200, "POST", ACT, "{'action':'consent','share_more':true}");
	assert_string_equal(text_at(domain(h, "ek.co.uk"), "consent.status"), "given");
	assert_string_equal(text_at(domain(h, "ek.co.uk"), "consent.share_more"), "true");
	assert_string_equal(text_at(domain(h, "ek.co.uk"), "consent.deadline"), "");
	assert_string_equal(text_at(domain(h, "example.com"), "consent.status"), "none");
	house_close(h);
}

static void
a_person_consents_through_the_form(void **state)
{
	(void)state;
	struct house *h = house_asked("tan.sg");
	json_t *j = house_api(h, 200, "POST", ACT, "{'action':'consent'}");

	assert_string_equal(text_at(j, "mail.type"), "consent.async");
	assert_int_equal(number_at(j, "page.status"), 200);
	assert_non_null(strstr(text_at(j, "page.url"), "/w/demo/consent/"));
	assert_non_null(strstr(text_at(j, "page.message"), "You agree"));
	assert_string_equal(text_at(j, "changed.0.object_data.order_status"), "completed");
	assert_string_equal(text_at(order(h), "status"), "completed");
	assert_string_equal(text_at(order(h), "consent.share_more"), "false");
	j = house_api(h, 200, "POST", ACT, "{'action':'deny','share_more':true}");
	assert_int_equal(count_at(j, "changed"), 0);
	assert_string_equal(text_at(order(h), "status"), "completed");
	assert_string_equal(text_at(order(h), "consent.status"), "refused");
	assert_string_equal(text_at(order(h), "consent.share_more"), "false");
	house_close(h);
}

static void
a_person_denies_through_the_form(void **state)
{
	(void)state;
	struct house *h = house_asked("tan.sg");
	json_t *j = house_api(h, 200, "POST", ACT, "{'action':'deny','domain':'tan.sg'}");

	assert_string_equal(text_at(j, "changed.0.object_data.order_status"), "declined");
	assert_string_equal(text_at(order(h), "status"), "declined");
	house_close(h);
}

/* More was shared before: who does not speak of it leaves it as it is. */
static void
what_a_person_does_not_speak_of_stays(void **state)
{
	static const struct {
		const char *wish, *shares;
	} rows[] = {
		{ "{'action':'consent'}", "false" },
		{ "{'action':'consent','share_more':true}", "true" },
		{ "{'action':'consent'}", "true" },
		{ "{'action':'consent','share_more':false}", "false" },
	};
	(void)state;
	struct house *h = house_asked("tan.sg");

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		house_api(h, 200, "POST", ACT, rows[i].wish);
		assert_string_equal(text_at(order(h), "consent.share_more"), rows[i].shares);
	}
	house_close(h);
}

static void
a_person_reads_in_their_own_language(void **state)
{
	static const char *const rows[][2] = { { "en", "You agree" }, { "de", "Sie willigen" },
		{ "fr", "Vous acceptez" }, { "es", "Usted acepta" } };
	(void)state;
	struct house *h = house_asked("tan.sg");

	assert_string_equal(
	    house_refusal(h, 409, "POST", ACT, "{'action':'consent','language':'it'}"),
	    "no_such_language");
	assert_string_equal(text_at(order(h), "status"), "waiting");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *j = house_api(h, 200, "POST", ACT,
		    arena_printf(h->a, "{'action':'consent','language':'%s'}", rows[i][0]));
		const char *said = text_at(j, "page.message");
		if (strncmp(said, rows[i][1], strlen(rows[i][1])) != 0)
			fail_msg("%s: %s", rows[i][0], said);
	}
	/* The last one is remembered. */
	json_t *j = house_api(h, 200, "POST", ACT, "{'action':'deny'}");
	assert_non_null(strstr(text_at(j, "page.message"), "Sus datos"));
	house_close(h);
}

static void
who_cannot_answer_is_told_why(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "tan.sg", "Anna", "Ek", ANNA);
	assert_string_equal(
	    house_refusal(h, 404, "POST", ACT, "{'action':'consent'}"), "no_fitting_mail");
	house_api(h, 200, "POST", ADVANCE, "{'by':'PT1M'}");
	assert_string_equal(
	    house_refusal(h, 404, "POST", ACT, "{'action':'verify'}"), "no_fitting_mail");
	assert_string_equal(
	    house_refusal(h, 404, "POST", ACT, "{'action':'deny','domain':'other.sg'}"),
	    "no_fitting_mail");
	house_api(h, 200, "POST", ADVANCE, "{'by':'P180D'}");
	assert_string_equal(
	    house_refusal(h, 409, "POST", ACT, "{'action':'consent'}"), "link_dead");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_waiting_order_shows_how_long),
		cmocka_unit_test(a_name_shows_what_its_owner_said),
		cmocka_unit_test(a_person_consents_through_the_form),
		cmocka_unit_test(a_person_denies_through_the_form),
		cmocka_unit_test(what_a_person_does_not_speak_of_stays),
		cmocka_unit_test(a_person_reads_in_their_own_language),
		cmocka_unit_test(who_cannot_answer_is_told_why),
	};

	return cmocka_run_group_tests_name("api: consent", tests, house_setup, NULL);
}
