/* Reports: the ledger, as JSON and as CSV. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "tests/support/engine.h"
#include "tests/support/signed.h"
#include "wire/api/csv.h"

static int
order(struct house *h, const char *user, const char *key, const char *domain)
{
	struct seller s = { h->engine, user, key };

	return signed_code(signed_register(h->a, &s, domain, "anna@ek.example"));
}

/* Two resellers; one name at once, one that waits and is refused. */
static struct house *
busy_house(void)
{
	struct house *h = house_open();
	json_t *j = house_api(
	    h, 201, "POST", "/worlds/demo/resellers", "{'username':'shop','balance':'50.00'}");

	assert_int_equal(order(h, "shop", text_at(j, "key"), "a.com"), 200);
	house_api(h, 201, "POST", "/worlds/demo/faults",
	    "{'kind':'registry_delay','match':{'domain':'b.com'}}");
	assert_int_equal(order(h, "shop", text_at(j, "key"), "b.com"), 250);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'PT1M'}");
	house_api(h, 200, "POST", "/worlds/demo/orders/2/registry", "{'answer':'reject'}");
	return h;
}

static void
the_ledger_is_a_table_of_what_moved(void **state)
{
	static const char wanted[] =
	    "id,at,user,order,what,amount,hold,balance,held\r\n"
	    "2,2026-05-04T15:20:00Z,shop,,opening balance,50.00,0.00,50.00,0.00\r\n"
	    "3,2026-05-04T15:20:00Z,shop,1,Order #1: Domain Registration (1 year: $11.62),-11.62,0.00,38.38,0.00\r\n"
	    "4,2026-05-04T15:20:00Z,shop,2,Order #2: held,0.00,11.62,38.38,11.62\r\n"
	    "5,2026-05-04T15:21:00Z,shop,2,Order #2: released,0.00,-11.62,38.38,0.00\r\n";
	struct house *h = busy_house();
	struct exchange *x = house_ask(
	    h, "GET", "/api/v1/worlds/demo/reports/ledger.csv?user=shop", "");

	(void)state;
	assert_int_equal(x->status, 200);
	assert_string_equal(header_out(x, "Content-Type"), "text/csv; charset=utf-8");
	assert_string_equal(x->reply, wanted);
	/* without a name it is everybody's */
	x = house_ask(h, "GET", "/api/v1/worlds/demo/reports/ledger.csv", "");
	assert_non_null(strstr(x->reply, "1,2026-05-04T15:20:00Z,demo,,"));
	assert_non_null(strstr(x->reply, "5,2026-05-04T15:21:00Z,shop,2,"));
	house_close(h);
}

static void
an_order_says_what_the_ledger_says(void **state)
{
	struct house *h = busy_house();
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/orders", "");

	(void)state;
	assert_string_equal(text_at(j, "items.0.held"), "false");
	assert_string_equal(text_at(j, "items.0.debited"), "true");
	assert_string_equal(text_at(j, "items.1.status"), "declined");
	assert_string_equal(text_at(j, "items.1.held"), "false");
	assert_string_equal(text_at(j, "items.1.debited"), "false");
	house_close(h);
}

static void
the_ledger_is_a_list_like_the_others(void **state)
{
	struct house *h = busy_house();
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/ledger?user=shop&limit=2", "");

	(void)state;
	assert_int_equal(count_at(j, "items"), 2);
	assert_string_equal(text_at(j, "items.1.amount"), "-11.62");
	assert_int_equal(number_at(j, "items.1.order"), 1);
	j = house_api(h, 200, "GET",
	    arena_printf(h->a, "/worlds/demo/ledger?user=shop&since=%s", text_at(j, "next")), "");
	assert_int_equal(count_at(j, "items"), 2);
	assert_string_equal(text_at(j, "items.1.hold"), "-11.62");
	j = house_api(h, 200, "GET", "/worlds/demo/ledger?since=end", "");
	assert_int_equal(count_at(j, "items"), 0);
	house_close(h);
}

static void
a_cell_is_quoted_where_it_must_be_and_never_a_formula(void **state)
{
	static const struct {
		const char *cell, *written;
	} rows[] = {
		{ "plain", "plain" },
		{ "", "" },
		{ "a,b", "\"a,b\"" },
		{ "a \"b\"", "\"a \"\"b\"\"\"" },
		{ "a\nb", "\"a\nb\"" },
		{ "-11.62", "-11.62" },
		{ "-1+cmd()", "\"'-1+cmd()\"" },
		{ "-", "\"'-\"" },
		{ "=1+1", "\"'=1+1\"" },
		{ "+1.4165550100", "\"'+1.4165550100\"" },
		{ "@x", "\"'@x\"" },
	};
	struct buf b;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		buf_open(&b, 0);
		csv_row(&b, (const char *const[]){ rows[i].cell, "x" }, 2);
		char wanted[100];
		snprintf(wanted, sizeof(wanted), "%s,x\r\n", rows[i].written);
		assert_string_equal(b.data, wanted);
		buf_close(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ledger_is_a_table_of_what_moved),
		cmocka_unit_test(an_order_says_what_the_ledger_says),
		cmocka_unit_test(the_ledger_is_a_list_like_the_others),
		cmocka_unit_test(a_cell_is_quoted_where_it_must_be_and_never_a_formula),
	};

	return cmocka_run_group_tests_name("api reports", tests, house_setup, NULL);
}
