/* Changes of names: at once, later, or refused; for one name or a whole profile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"
#include "world/name/publication.h"
#include "world/name/setting.h"

/* FAULT() with no parameters. */
#define REJECT(s) shop_fault((s), "registry_reject", (const char *const[]){ end_of_pairs })
#define LOGIN "reg_username", "owen", "reg_password", "secret12"
#define MODIFY(s, ...) ASK((s)->lab, (s)->id, "modify", "domain", __VA_ARGS__)
#define PRIVACY(s, name, ...) \
	MODIFY(s, "domain", name, "data", "whois_privacy_state", "state", __VA_ARGS__)

/* one.com, two.com and one.de are of one profile. */
static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "one.com");
	REGISTER(s->lab, s->id, "domain", "two.com", "reg_domain", "one.com");
	REGISTER(
	    s->lab, s->id, "domain", "one.de", "reg_domain", "one.com", "contact_set.tech", NULL);
	return 0;
}

static const char *
kept(struct shop *s, const char *domain, const char *setting)
{
	int64_t term = lab_term(s->lab, domain).id;

	lab_begin(s->lab);
	const char *value = setting_of(&s->lab->w, s->lab->a, term, setting);
	lab_end(s->lab);
	return value;
}

static const char *
in_details(const struct value *reply, const char *domain, const char *key)
{
	return value_text(value_get(value_path(reply, "attributes.details"), domain), key);
}

static const char *
cookie(struct shop *s)
{
	return at(
	    ASK(s->lab, s->id, "set", "cookie", "domain", "one.com", LOGIN), "attributes.cookie");
}

static void
test_each_name_of_a_profile_has_its_own_result(void **state)
{
	struct shop *s = *state;
	const char *c = cookie(s);
	const struct value *r = MODIFY(s, "^cookie", c, "data", "whois_privacy_state", "state",
	    "enable", "affect_domains", "1");

	assert_reply(r, 200, "Update successful");
	assert_string_equal(in_details(r, "one.com", "response_code"), "200");
	assert_string_equal(in_details(r, "two.com", "is_success"), "1");
	assert_string_equal(in_details(r, "one.de", "response_code"), "465");
	assert_string_equal(kept(s, "two.com", "whois_privacy"), "enabled");
	assert_string_equal(kept(s, "one.de", "whois_privacy"), "");
	REJECT(s);
	r = MODIFY(s, "^cookie", c, "data", "whois_privacy_state", "state", "disable",
	    "affect_domains", "1");
	assert_false(succeeded(r));
	assert_string_equal(in_details(r, "one.com", "response_code"), "405");
	assert_string_equal(kept(s, "two.com", "whois_privacy"), "enabled");
}

static void
test_a_registry_can_refuse(void **state)
{
	struct shop *s = *state;

	REJECT(s);
	assert_reply(PRIVACY(s, "one.com", "enable"), 405, "Registry error: domain not updated");
	shop_mend(s);
	FAULT(s, "registry_reject", "code", "555", "text", "Not now");
	assert_reply(PRIVACY(s, "one.com", "enable"), 555, "Not now");
	assert_string_equal(kept(s, "one.com", "whois_privacy"), "");
	shop_mend(s);
	assert_int_equal(code_of(PRIVACY(s, "one.com", "enable")), 200);
	assert_string_equal(kept(s, "one.com", "whois_privacy"), "enabled");
}

/* No registry has a say in what is only the registrar's. */
static void
test_a_parking_page_asks_nobody(void **state)
{
	static const struct {
		const char *sent, *status;
	} rows[] = { { "on", "on" }, { "off", "" }, { "Y", "on" }, { "N", "" } };
	struct shop *s = *state;

	REJECT(s);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = MODIFY(
		    s, "domain", "one.com", "data", "parkpage_state", "state", rows[i].sent);
		assert_reply(r, 200, "Update successful");
		r = ASK(s->lab, s->id, "get", "domain", "type", "status", "domain", "one.com");
		assert_string_equal(at(r, "attributes.parkp_status"), rows[i].status);
	}
}

static struct contact
on_file(struct shop *s, const char *domain, enum role role)
{
	return contacts_parse(s->lab->a, lab_term(s->lab, domain).contacts).of[role];
}

static const struct value *
change_tech(struct shop *s, const char *domain, const char *city)
{
	struct value *top = request_new(s->lab->a, "UPDATE_CONTACTS", "DOMAIN");

	set_person(s->lab->a, top, "tech");
	request_set_all(s->lab->a, top,
	    PAIRS("domain", domain, "types.0", "tech", "contact_set.tech.city", city));
	return ask(s->lab, s->id, top);
}

/* An order that was kept back gives the name to another owner meanwhile. */
static void
test_what_waits_brings_nobody_back(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "one.be");
	shop_set_money(s, 0);
	const struct value *r = ASK(s->lab, s->id, "trade_domain", "domain", "domain", "one.be",
	    "first_name", "Bo", "last_name", "Berg", "org_name", "Berg BV", "email",
	    "bo@berg.example");
	const char *order = at(r, "attributes.forced_pending");
	lab_policy(s->lab, "tld.be.registry", "async");
	assert_int_equal(code_of(change_tech(s, "one.be", "Lund")), 250);
	lab_policy(s->lab, "tld.be.registry", "realtime");
	shop_set_money(s, 99999);
	r = ASK(s->lab, s->id, "process_pending", "domain", "order_id", order);
	assert_int_equal(code_of(r), 200);
	assert_string_equal(on_file(s, "one.be", OWNER).first_name, "Bo");
	lab_advance(s->lab, "PT1H");
	assert_string_equal(on_file(s, "one.be", OWNER).first_name, "Bo");
	assert_string_equal(on_file(s, "one.be", TECH).city, "Lund");
}

static void
test_words_that_are_taken(void **state)
{
	static const struct slip_up rows[] = {
		{ "state", NULL, 460, "Required field 'state' not provided" },
		{ "state", "enabled", 465, "Invalid data, error=<state 'enabled'>" },
		{ "state", "=", 465, "Invalid data, error=<state '='>" },
		{ "state", "on", 465, "Invalid data, error=<state 'on'>" },
		{ "domain", "one.de", 465, "Domain does not support whois_privacy_state" },
	};

	shop_slips(*state, "MODIFY", "DOMAIN",
	    PAIRS("domain", "one.com", "data", "whois_privacy_state", "state", "enable"), rows,
	    COUNT_OF(rows));
	assert_string_equal(kept(*state, "one.com", "whois_privacy"), "");
}

static void
test_who_is_shown(void **state)
{
	static const struct {
		const char *setting, *value, *how, *name;
	} rows[] = {
		{ NULL, NULL, "redacted", "REDACTED FOR PRIVACY" },
		{ "whois_publicity", "enabled", "full", "Owen Ottway" },
		{ "whois_privacy", "enabled", "privacy",
		    "Contact Privacy Inc. Customer 0000000001" },
		{ "whois_publicity", "", "privacy", "Contact Privacy Inc. Customer 0000000001" },
		{ "ca_whois_display", "FULL", "privacy",
		    "Contact Privacy Inc. Customer 0000000001" },
		{ "whois_privacy", "", "redacted", "REDACTED FOR PRIVACY" },
	};
	struct shop *s = *state;
	struct term t = lab_term(s->lab, "one.com");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		lab_begin(s->lab);
		if (rows[i].setting != NULL)
			setting_put(&s->lab->w, t.id, rows[i].setting, rows[i].value);
		struct publication p = publication_of(&s->lab->w, s->lab->a, &t);
		lab_end(s->lab);
		assert_string_equal(p.how, rows[i].how);
		if (strcmp(p.how, "privacy") != 0)
			assert_string_equal(p.name, rows[i].name);
		else
			assert_memory_equal(p.name, rows[i].name, 29);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(each_name_of_a_profile_has_its_own_result),
		TEST(a_registry_can_refuse),
		TEST(a_parking_page_asks_nobody),
		TEST(what_waits_brings_nobody_back),
		TEST(words_that_are_taken),
		TEST(who_is_shown),
	};

	return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
