/* The nightly list of suspended names to the reseller. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/registrant.h"
#include "world/party/reseller.h"

#define START "2026-05-04T15:20:00Z"
#define LAST_DAY "2026-05-20T04:59:59Z"

static const char *
lists(struct lab *lab)
{
	return lab_ask_text(lab,
	    "SELECT recipient, strftime('%m-%dT%H:%M', at, 'unixepoch'),"
	    " replace(json_extract(variables, '$.names'), char(10), ',') FROM mail"
	    " WHERE type = 'rsp.suspended_list' ORDER BY id");
}

static void
every_night_while_a_name_is_down(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop");

	lab_register(lab, shop, "a.com", "Anna", "Ek", "anna@ek.example");
	lab_advance(lab, "P1D");
	lab_register(lab, shop, "b.com", "Bo", "Ek", "bo@ek.example");
	lab_at(lab, LAST_DAY);
	assert_string_equal(lists(lab), "");
	lab_advance(lab, "P2DT1S");
	assert_string_equal(lists(lab), "support@shop.example 05-20T05:00 a.com,\n"
					"support@shop.example 05-21T05:00 a.com,b.com,\n"
					"support@shop.example 05-22T05:00 a.com,b.com,");
	assert_true(click(lab, link_of(lab, "a.com")));
	lab_advance(lab, "P1D");
	assert_true(click(lab, link_of(lab, "b.com")));
	lab_advance(lab, "P10D");
	assert_string_equal(lab_ask_text(lab, "SELECT count(*), max(json_extract(variables,"
					      " '$.count')) FROM mail"
					      " WHERE type = 'rsp.suspended_list'"),
	    "4 2");
	assert_int_equal(lab_ask(lab, "SELECT count(*) FROM agenda"), 0); /* it has ended */
	lab_close(lab);
}

static void
to_each_reseller_his_own(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop"), other = lab_reseller(lab, "other");

	lab_reseller(lab, "third");
	lab_register(lab, other, "b.com", "Bo", "Ek", "bo@ek.example");
	lab_register(lab, shop, "a.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2026-05-20T05:00:00Z");
	assert_string_equal(lists(lab), "support@other.example 05-20T05:00 b.com,\n"
					"support@shop.example 05-20T05:00 a.com,");
	lab_close(lab);
}

static void
set_notices(struct lab *lab, int64_t reseller, const char *notices)
{
	struct reseller r;

	lab_begin(lab);
	assert_true(reseller_load(&lab->w, lab->a, reseller, &r));
	r.notices = notices;
	reseller_save(&lab->w, &r);
	lab_end(lab);
}

static void
it_can_be_switched_off_and_on(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop");

	set_notices(lab, shop, "{\"rsp.suspended_list\":false}");
	lab_register(lab, shop, "a.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2026-05-22T12:00:00Z");
	assert_status(lab, "a.com", "suspended");
	assert_string_equal(lists(lab), "");
	set_notices(lab, shop, "{}");
	lab_advance(lab, "P1D");
	assert_string_equal(lists(lab), "support@shop.example 05-23T05:00 a.com,");
	lab_close(lab);
}

/* A name that goes down again after the list had ended. */
static void
it_begins_again(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop");

	lab_register(lab, shop, "a.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2026-05-20T05:00:00Z");
	assert_true(click(lab, link_of(lab, "a.com")));
	lab_advance(lab, "P5D");
	change_owner(lab, "a.com", lab_person("Bo", "Ek", "bo@ek.example"));
	lab_advance(lab, "P16D");
	assert_string_equal(lists(lab), "support@shop.example 05-20T05:00 a.com,\n"
					"support@shop.example 06-10T05:00 a.com,");
	lab_close(lab);
}

/* The zone of the batch may change under way. */
static void
in_the_zone_of_the_batch(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);

	lab_register(lab, lab_reseller(lab, "shop"), "a.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2026-05-20T05:00:00Z");
	lab_policy(lab, "verification.batch_zone", "Toronto");
	lab_at(lab, "2026-05-22T12:00:00Z");
	assert_string_equal(lists(lab),
	    "support@shop.example 05-20T05:00 a.com,\n"
	    "support@shop.example 05-21T05:00 a.com,\n" /* was planned */
	    "support@shop.example 05-22T04:00 a.com,");
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_night_while_a_name_is_down),
		cmocka_unit_test(to_each_reseller_his_own),
		cmocka_unit_test(it_can_be_switched_off_and_on),
		cmocka_unit_test(it_begins_again),
		cmocka_unit_test(in_the_zone_of_the_batch),
	};

	return cmocka_run_group_tests_name("suspended list", tests, NULL, NULL);
}
