/* Many names are ordered from elsewhere at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/bulk.h"

#define JOB "attributes.simple_transfer_job_id"
#define SIMPLE(s, ...) ASK((s)->lab, (s)->id, "simple_transfer", "domain", __VA_ARGS__)
#define DONE "Command completed successfully"
#define STARTED "200 Transfer request initiated"
#define PRICE 1162

static const char *
status(struct shop *s, int64_t asker, const char *job, const char *path)
{
	return at(
	    ASK(s->lab, asker, "simple_transfer_status", "domain", "simple_transfer_job_id", job),
	    arena_printf(s->lab->a, "attributes.%s", path));
}

static const char *
each(struct shop *s, const char *job, const char *key)
{
	return all_at(s->lab,
	    ASK(s->lab, s->id, "simple_transfer_status", "domain", "simple_transfer_job_id", job),
	    "domain_list", key);
}

/* One that is another's, one's own, one that is free, one that cannot be read. */
static void
test_what_becomes_of_each(void **state)
{
	struct shop *s = *state;
	const struct value *r = SIMPLE(s, "domain_list.0.domain", "theirs.com",
	    "domain_list.0.auth_info", "secret", "domain_list.1.domain", " EK.com ",
	    "domain_list.2", "free.com", "domain_list.3", "a..com", "domain_list.4", "ek.com");

	assert_reply(r, 200, DONE);
	const char *job = at(r, JOB);
	assert_string_equal(status(s, s->id, job, "status"), "in_progress");
	assert_string_equal(each(s, job, "domain"), "theirs.com ek.com free.com a..com");
	assert_string_equal(each(s, job, "status"), "pending pending pending pending");
	bulk_advance(s, 3600);
	assert_string_equal(status(s, s->id, job, "status"), "completed");
	assert_string_equal(each(s, job, "status"), "submitted failed failed failed");
	assert_string_equal(each(s, job, "response_code"), "200 487 487 487");
	assert_string_equal(
	    status(s, s->id, job, "domain_list.0.response_text"), "Transfer request initiated");
	assert_null(status(s, s->other, job, "status"));
}

/* Its nameservers and the code of the one that has one. */
static void
test_it_comes_as_it_is(void **state)
{
	static const struct {
		const char *code, *ns, *nameservers, *state;
	} rows[] = {
		{ NULL, NULL, "[]", "pending_owner" },
		{ "secret", NULL, "[]", "pending_registry" },
		{ "secret", "ns1.systemdns.com", "[\"ns1.systemdns.com\"]", "pending_registry" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		struct value *top = request_new(s->lab->a, "simple_transfer", "domain");
		request_set_all(s->lab->a, top,
		    PAIRS("domain_list.0.domain", "theirs.com", "domain_list.0.auth_info",
			rows[i].code));
		if (rows[i].ns != NULL)
			request_set_all(s->lab->a, top,
			    PAIRS("nameserver_list.0.name", rows[i].ns,
				"nameserver_list.0.sortorder", "1"));
		assert_reply(ask(s->lab, s->id, top), 200, DONE);
		bulk_advance(s, 3600);
		struct order o = shop_order(
		    s, lab_ask(s->lab, "SELECT id FROM orders WHERE type = 'transfer'"));
		assert_string_equal(o.nameservers, rows[i].nameservers);
		assert_string_equal(o.status, "processed");
		assert_string_equal(
		    lab_ask_text(s->lab, "SELECT state FROM transfer"), rows[i].state);
		assert_int_equal(shop_money(s).held, PRICE);
		shop_books(s);
		shop_end(state);
		bulk_begin(state);
	}
}

static void
put_elsewhere(struct shop *s, const char *domain)
{
	struct term t = lab_term(s->lab, domain);

	t.reseller = 0;
	t.registrar = "elsewhere";
	t.created -= DAYS(365);
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
}

static void
tell_address(struct shop *s)
{
	struct reseller r = shop_settings(s);

	r.tech_name = "Desk";
	r.tech_address = "{\"address1\":\"2 Hill St\",\"city\":\"London\",\"country\":\"GB\"}";
	shop_set(s, &r);
}

/* What a registry tells of a name is its contacts; but a customer of another reseller
 * is none of the asker's business, but for where WHOIS says that he is. */
static void
test_whose_contacts_it_reads(void **state)
{
	static const char *const fields[] = { "first_name", "last_name", "email", "address1",
		"postal_code", "state", "country" };
	static const struct {
		bool elsewhere, address;
		const char *has[COUNT_OF(fields)];
	} rows[] = {
		{ true, false,
		    { "Owen", "Ottway", "ottway@example.com", "32 Oak Street", "90210", "CA",
			"US" } },
		{ false, false,
		    { "shop", "Support", "support@shop.example", "REDACTED", "REDACTED", "CA",
			"US" } },
		{ false, true,
		    { "Desk", "REDACTED", "support@shop.example", "2 Hill St", "REDACTED", "",
			"GB" } },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		const char *before = lab_term(s->lab, "theirs.com").contacts;
		if (rows[i].elsewhere)
			put_elsewhere(s, "theirs.com");
		if (rows[i].address)
			tell_address(s);
		SIMPLE(
		    s, "domain_list.0.domain", "theirs.com", "domain_list.0.auth_info", "secret");
		bulk_advance(s, 3600);
		const char *id = lab_ask_text(
		    s->lab, "SELECT id FROM orders WHERE type = 'transfer'");
		const struct value *r = ASK(
		    s->lab, s->id, "get_order_info", "domain", "order_id", id);
		for (size_t f = 0; f < COUNT_OF(fields); f++)
			for (size_t role = OWNER; role <= BILLING; role++)
				assert_string_equal(
				    at(r, arena_printf(s->lab->a, "attributes.field_hash.%s_%s",
					      role_names[role], fields[f])),
				    rows[i].has[f]);
		assert_string_equal(lab_term(s->lab, "theirs.com").contacts, before);
		shop_end(state);
		bulk_begin(state);
	}
}

static const struct value *
bulk_transfer(struct shop *s, const char *const *pairs)
{
	struct value *top = request_new(s->lab->a, "bulk_transfer", "domain");

	request_set_all(s->lab->a, top,
	    PAIRS("domain_list.0", "theirs.com", "domain_list.1", "free.com", "reg_username",
		"annaek", "reg_password", "secret12"));
	for (size_t r = 0; r < ROLE_COUNT; r++)
		set_person(s->lab->a, top, role_names[r]);
	request_set_all(s->lab->a, top, pairs);
	return ask(s->lab, s->id, top);
}

static void
test_for_one_end_user(void **state)
{
	static const struct {
		const char *handle, *results, *status;
	} rows[] = {
		{ "process", "theirs.com: " STARTED "\nfree.com: 487 domain not transferrable\n",
		    "processed" },
		{ "save", "theirs.com: 200 Order created\nfree.com: 200 Order created\n",
		    "pending" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		const struct value *r = bulk_transfer(s,
		    PAIRS("handle", rows[i].handle, "contact_set.owner.email", "anna@ek.example"));
		assert_reply(r, 200, DONE);
		const char *id = at(r, "attributes.bulk_transfer_id");
		assert_string_equal(at(r, "attributes.bulk_order_id"), id);
		bulk_advance(s, 3600);
		assert_string_equal(bulk_results(s, strtoll(id, NULL, 10)), rows[i].results);
		struct order o = shop_order(s,
		    lab_ask(s->lab,
			"SELECT id FROM orders WHERE type = 'transfer' AND domain = 'theirs.com'"));
		assert_string_equal(o.status, rows[i].status);
		assert_string_equal(
		    contacts_parse(s->lab->a, o.contacts).of[OWNER].email, "anna@ek.example");
		/* It is no job of the other command. */
		assert_null(status(s, s->id, id, "status"));
		shop_end(state);
		bulk_begin(state);
	}
}

static void
test_what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain_list", NULL, 460, "Required field 'domain_list' not provided" },
		{ "domain_list.1.auth_info", "x", 460, "Required field 'domain' not provided" },
		{ "nameserver_list.0.name", "-", 465, "Invalid data, error=<nameserver '-'>" },
	};
	static const struct slip_up of_status[] = {
		{ "simple_transfer_job_id", NULL, 460,
		    "Required field 'simple_transfer_job_id' not provided" },
		{ "simple_transfer_job_id", "x", 465,
		    "Invalid data, error=<simple_transfer_job_id 'x'>" },
		{ "simple_transfer_job_id", "99", 480, "Job not found." },
	};
	struct shop *s = *state;

	shop_slips(s, "SIMPLE_TRANSFER", "DOMAIN", PAIRS("domain_list.0", "theirs.com"), rows,
	    COUNT_OF(rows));
	shop_slips(s, "SIMPLE_TRANSFER_STATUS", "DOMAIN", PAIRS("simple_transfer_job_id", "1"),
	    of_status, COUNT_OF(of_status));
	assert_int_equal(code_of(bulk_transfer(s, PAIRS("reg_username", NULL))), 460);
	assert_int_equal(code_of(bulk_transfer(s, PAIRS("reg_password", "a b"))), 465);
	assert_int_equal(code_of(bulk_transfer(s, PAIRS("contact_set", NULL))), 460);
	assert_int_equal(code_of(bulk_transfer(s, PAIRS("handle", "x"))), 465);
	/* Nor is either of them a change that could be submitted. */
	assert_int_equal(code_of(SUBMIT(s, "change_type", "bulk_transfer", TWO)), 465);
}

static const struct value *
so_many(struct shop *s, const char *action, int n)
{
	struct value *top = request_new(s->lab->a, action, "domain");
	struct value *list = value_new(s->lab->a, VALUE_ARRAY);

	set_person(s->lab->a, top, "owner");
	request_set_all(
	    s->lab->a, top, PAIRS("reg_username", "annaek", "reg_password", "secret12"));
	for (int i = 0; i < n; i++)
		value_add_text(s->lab->a, list, NULL, arena_printf(s->lab->a, "n%d.com", i));
	value_adopt(s->lab->a, (struct value *)value_get(top, "attributes"), "domain_list", list);
	return ask(s->lab, s->id, top);
}

static void
test_how_many(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(so_many(s, "simple_transfer", 10000)), 200);
	assert_reply(so_many(s, "simple_transfer", 10001), 465,
	    "Invalid data, error=<more than 10000 names in domain_list>");
	assert_int_equal(code_of(so_many(s, "bulk_transfer", 1000)), 200);
	assert_reply(so_many(s, "bulk_transfer", 1001), 465,
	    "Invalid data, error=<more than 1000 names in domain_list>");
	assert_int_equal(code_of(so_many(s, "simple_transfer", 0)), 460);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, bulk_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(test_what_becomes_of_each),
		TEST(test_it_comes_as_it_is),
		TEST(test_whose_contacts_it_reads),
		TEST(test_for_one_end_user),
		TEST(test_what_is_refused),
		TEST(test_how_many),
	};

	return cmocka_run_group_tests_name("many transfers", tests, NULL, NULL);
}
