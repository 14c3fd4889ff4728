/* Templates of zones: whose they are, what is made from them, and when they are gone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"
#include "world/name/zone.h"

#define ZONE(s, action, ...) \
	ASK((s)->lab, (s)->id, action "_dns_zone", "domain", "domain", "ek.com", __VA_ARGS__)
#define NONE "^x", "y"
#define GOOD "Command Successful"

static void
keep_template(struct shop *s, int64_t reseller, const char *name, const char *address)
{
	struct record row = {
		.kind = record_kind_named("A"),
		.values = { "www", address },
	};
	const struct zone_template t = { .name = name, .records = { &row, 1 } };

	lab_begin(s->lab);
	assert_null(records_flaw(s->lab->a, &t.records));
	zone_template_save(&s->lab->w, s->lab->a, reseller, &t);
	lab_end(s->lab);
}

static void
assert_www(const struct value *r, const char *address)
{
	assert_reply(r, 200, GOOD);
	const char *got = at(r, "attributes.records.A.0.ip_address");
	if (address == NULL)
		assert_null(got);
	else
		assert_string_equal(got, address);
}

static void
test_templates(void **state)
{
	struct shop *s = *state;
	const char *no = "DNS template specified does not exist. (theirs)";

	keep_template(s, s->id, "web", "192.0.2.1");
	keep_template(s, s->id, "new", "192.0.2.2");
	keep_template(s, s->other, "theirs", "192.0.2.3");
	assert_reply(ZONE(s, "create", "dns_template", "theirs"), 478, no);
	assert_www(ZONE(s, "create", "dns_template", "web"), "192.0.2.1");
	assert_www(
	    ZONE(s, "set", "A.0.subdomain", "www", "A.0.ip_address", "192.0.2.9"), "192.0.2.9");
	assert_www(ZONE(s, "reset", NONE), "192.0.2.1");
	assert_www(ZONE(s, "reset", "dns_template", "new"), "192.0.2.2");
	assert_www(ZONE(s, "set", "dns_template", "web"), "192.0.2.1");
	assert_www(ZONE(s, "reset", NONE), "192.0.2.1");
	assert_reply(ZONE(s, "reset", "dns_template", "theirs"), 478, no);
	assert_reply(ZONE(s, "set", "dns_template", "theirs"), 478, no);
	assert_www(ZONE(s, "get", NONE), "192.0.2.1");
	assert_www(ZONE(s, "reset", "dns_template", "blank"), NULL);
	assert_www(ZONE(s, "reset", NONE), NULL);
}

/* Their records and those that are sent along are one zone. */
static void
test_a_template_and_more(void **state)
{
	struct shop *s = *state;

	keep_template(s, s->id, "web", "192.0.2.1");
	const struct value *r = ZONE(
	    s, "create", "dns_template", "web", "records.A.0.ip_address", "192.0.2.5");
	assert_www(r, "192.0.2.1");
	assert_string_equal(at(r, "attributes.records.A.1.ip_address"), "192.0.2.5");
	assert_reply(ZONE(s, "set", "dns_template", "web", "CNAME.0.subdomain", "WWW",
			 "CNAME.0.hostname", "a.example"),
	    465, "Invalid data, error=<CNAME record 1: there is another one in its place>");
}

static void
test_templates_come_and_go(void **state)
{
	struct shop *s = *state;
	struct zone_template *rows;

	keep_template(s, s->id, "b", "192.0.2.1");
	keep_template(s, s->id, "a", "192.0.2.2");
	keep_template(s, s->id, "b", "192.0.2.3");
	lab_begin(s->lab);
	assert_int_equal(zone_template_list(&s->lab->w, s->lab->a, s->id, &rows), 2);
	assert_string_equal(rows[0].name, "a");
	assert_string_equal(rows[1].records.rows[0].values[1], "192.0.2.3");
	assert_int_equal(zone_template_list(&s->lab->w, s->lab->a, s->other, &rows), 0);
	assert_false(zone_template_drop(&s->lab->w, s->other, "a"));
	assert_true(zone_template_drop(&s->lab->w, s->id, "a"));
	assert_false(zone_template_drop(&s->lab->w, s->id, "a"));
	lab_end(s->lab);
	ZONE(s, "create", "dns_template", "b");
	lab_begin(s->lab);
	assert_true(zone_template_drop(&s->lab->w, s->id, "b"));
	lab_end(s->lab);
	assert_www(ZONE(s, "get", NONE), "192.0.2.3");
	assert_reply(ZONE(s, "reset", NONE), 478, "DNS template specified does not exist. (b)");
}

static void
test_a_name_can_be_registered_with_one(void **state)
{
	static const struct {
		const char *domain, *template;
		int code;
		const char *address;
	} rows[] = {
		{ "a.com", "web", 200, "192.0.2.1" },
		{ "b.com", "*blank*", 200, NULL },
		{ "c.com", "", 480, NULL },
	};
	struct shop *s = *state;

	keep_template(s, s->id, "web", "192.0.2.1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", rows[i].domain,
				     "dns_template", rows[i].template)),
		    200);
		const struct value *r = ASK(
		    s->lab, s->id, "get_dns_zone", "domain", "domain", rows[i].domain);
		assert_int_equal(code_of(r), rows[i].code);
		if (rows[i].code == 200)
			assert_www(r, rows[i].address);
	}
	assert_int_equal(
	    code_of(REGISTER(s->lab, s->other, "domain", "d.com", "dns_template", "web")), 478);
}

/* An order can wait longer than the template it names. */
static void
test_a_template_may_be_gone_when_the_name_comes(void **state)
{
	struct shop *s = *state;

	keep_template(s, s->id, "web", "192.0.2.1");
	lab_policy(s->lab, "tld.com.registry", "async");
	REGISTER(s->lab, s->id, "domain", "late.com", "dns_template", "web");
	lab_begin(s->lab);
	zone_template_drop(&s->lab->w, s->id, "web");
	lab_end(s->lab);
	lab_advance(s->lab, "PT1H");
	assert_www(ASK(s->lab, s->id, "get_dns_zone", "domain", "domain", "late.com"), NULL);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(templates),
		TEST(a_template_and_more),
		TEST(templates_come_and_go),
		TEST(a_name_can_be_registered_with_one),
		TEST(a_template_may_be_gone_when_the_name_comes),
	};

	return cmocka_run_group_tests_name("templates of zones", tests, NULL, NULL);
}
