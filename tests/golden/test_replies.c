/* In the situation of a recording our reply says what the recording says: the
 * same keys, at top level in the same order, the same code and words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "tests/support/ask.h"
#include "xcp/parse.h"

struct shop {
	struct lab *lab;
	int64_t id;
	struct xcp_parser *parser;
};

static int
begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->id = lab_reseller(s->lab, "shop");
	s->parser = xcp_parser_new();
	*state = s;
	return 0;
}

static int
end(void **state)
{
	struct shop *s = *state;

	xcp_parser_free(s->parser);
	lab_close(s->lab);
	free(s);
	return 0;
}

static const struct value *
recorded(struct shop *s, const char *name)
{
	const struct embedded *file = embedded_find(
	    arena_printf(s->lab->a, "fixtures/wire/%s.reply.xml", name));

	assert_non_null(file);
	const struct value *top = xcp_parse(s->parser, s->lab->a, file->data, file->size).top;
	assert_non_null(top);
	return top;
}

static void
assert_same_order(const struct value *want, const struct value *got)
{
	for (; want != NULL && got != NULL; want = want->next, got = got->next)
		assert_string_equal(want->key, got->key);
	assert_true(want == NULL && got == NULL);
}

/* Seen by clients that are younger than the recordings, or told by the guide. */
static bool
is_newer(const char *key)
{
	static const char *const keys[] = { "gdpr_consent_status", "total_refund", "deletion_id" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

/* Both have the same keys, all the way down; of lists the first members. */
static void
assert_same_keys(const struct value *want, const struct value *got, const char *where)
{
	if (want->kind != got->kind)
		fail_msg("%s: another kind", where);
	if (want->kind == VALUE_ARRAY) {
		if (want->first != NULL && got->first != NULL)
			assert_same_keys(want->first, got->first, where);
		return;
	}
	for (const struct value *v = want->first; v != NULL; v = v->next) {
		const struct value *other = value_get(got, v->key);
		if (other == NULL)
			fail_msg("%s: %s is missing", where, v->key);
		assert_same_keys(v, other, v->key);
	}
	for (const struct value *v = got->first; v != NULL; v = v->next)
		if (value_get(want, v->key) == NULL && !is_newer(v->key))
			fail_msg("%s: %s is not recorded", where, v->key);
}

/* Recordings do not agree on the order at top level: see dispatch.c. */
static void
assert_like_but_for_order(struct shop *s, const char *name, const struct value *got)
{
	const struct value *want = recorded(s, name);

	assert_reply(got, code_of(want), text_of(want));
	assert_string_equal(at(got, "is_success"), at(want, "is_success"));
	assert_string_equal(at(got, "object"), at(want, "object"));
	assert_same_keys(want, got, name);
}

static void
assert_like(struct shop *s, const char *name, const struct value *got)
{
	assert_like_but_for_order(s, name, got);
	assert_same_order(recorded(s, name)->first, got->first);
}

static void
test_lookup(void **state)
{
	struct shop *s = *state;

	assert_like(s, "lookup/lookup_domain_available",
	    ASK(s->lab, s->id, "lookup", "domain", "domain", "a.com"));
	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_like(s, "lookup/lookup_domain_registered",
	    ASK(s->lab, s->id, "lookup", "domain", "domain", "a.com"));
}

static void
test_registration(void **state)
{
	struct shop *s = *state;

	assert_like(s, "provisioning/register_domain", REGISTER(s->lab, s->id, "domain", "a.com"));
	assert_like(
	    s, "provisioning/register_taken_domain", REGISTER(s->lab, s->id, "domain", "a.com"));
}

static void
test_get_all_info(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_like(s, "lookup/get_domain.1",
	    ASK(s->lab, s->id, "get", "domain", "type", "all_info", "domain", "a.com"));
}

static void
test_modify(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_like(s, "provisioning/modify_all_domains",
	    ASK(s->lab, s->id, "modify", "domain", "domain", "a.com", "data", "status",
		"lock_state", "1"));
}

static void
test_get_order_info(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_like(s, "lookup/get_order_info",
	    ASK(s->lab, s->id, "get_order_info", "domain", "order_id", "1"));
}

static void
test_get_balance(void **state)
{
	struct shop *s = *state;

	assert_like(
	    s, "lookup/get_balance", ASK(s->lab, s->id, "get_balance", "balance", "x", "y"));
}

static void
test_belongs_to_rsp(void **state)
{
	struct shop *s = *state;

	assert_like(s, "lookup/belongs_to_rsp",
	    ASK(s->lab, s->id, "belongs_to_rsp", "domain", "domain", "example.com"));
}

static void
test_get_domains_by_expiredate(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_like(s, "lookup/get_domains_by_expiredate",
	    ASK(s->lab, s->id, "get_domains_by_expiredate", "domain", "exp_from", "2026-01-01",
		"exp_to", "2030-01-01"));
}

static void
test_get_domains_contacts(void **state)
{
	static const char name[] = "domainthatsnottaken1302209138.com";
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", name);
	assert_like(s, "lookup/get_domains_contacts",
	    ASK(s->lab, s->id, "get_domains_contacts", "domain", "domain_list.0", name));
}

static void
test_other_products(void **state)
{
	struct shop *s = *state;

	assert_like_but_for_order(s, "provisioning/trust_service",
	    ASK(s->lab, s->id, "sw_register", "trust_service", "product_type", "securesite"));
	assert_like(s, "lookup/get_product_info",
	    ASK(s->lab, s->id, "get_product_info", "trust_service", "product_id", "1"));
}

static void
test_deleted_names(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "example.com");
	const struct value *r = ASK(s->lab, s->id, "revoke", "domain", "domain", "example.com");
	assert_like(s, "provisioning/revoke_domain", r);
	assert_string_equal(at(r, "attributes.charge"), "1");
	assert_string_equal(at(r, "attributes.price"), "1.0");
	assert_like(s, "lookup/get_deleted_domains",
	    ASK(s->lab, s->id, "get_deleted_domains", "domain", "x", "y"));
}

static void
test_orders(void **state)
{
	struct shop *s = *state;

	assert_like_but_for_order(s, "provisioning/cancel_pending_orders",
	    ASK(s->lab, s->id, "cancel_pending_orders", "order", "to_date", "1777908000"));
	REGISTER(s->lab, s->id, "domain", "a.com", "handle", "save", "auto_renew", "1");
	assert_like_but_for_order(s, "provisioning/process_pending",
	    ASK(s->lab, s->id, "process_pending", "domain", "order_id", "1"));
	assert_like_but_for_order(s, "lookup/get_notes_for_domain",
	    ASK(s->lab, s->id, "get_notes", "domain", "type", "domain", "domain", "a.com"));
}

static void
test_nameservers(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_like(s, "nameserver/create",
	    ASK(s->lab, s->id, "create", "nameserver", "domain", "a.com", "name", "ns1.a.com",
		"ipaddress", "192.0.2.1"));
	assert_like(s, "nameserver/delete",
	    ASK(s->lab, s->id, "delete", "nameserver", "domain", "a.com", "name", "ns1.a.com"));
}

static void
test_cookies(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	const struct value *r = ASK(s->lab, s->id, "set", "cookie", "domain", "a.com",
	    "reg_username", "owen", "reg_password", "secret12");
	assert_like(s, "cookie/set_cookie", r);
	assert_like(s, "cookie/delete_cookie.1",
	    ASK(s->lab, s->id, "delete", "cookie", "cookie", at(r, "attributes.cookie")));
	assert_like(s, "cookie/quit_session.1", ASK(s->lab, s->id, "quit", "session", "x", "y"));
}

static void
test_the_words_for_strangers(void **state)
{
	struct shop *s = *state;
	struct reseller r;

	lab_begin(s->lab);
	assert_true(reseller_load(&s->lab->w, s->lab->a, s->id, &r));
	r.company = "Prime Choice Web Hosting";
	r.tech_email = "user2@example.net";
	r.tech_phone = "757-436-1421";
	reseller_save(&s->lab->w, &r);
	lab_end(s->lab);
	const struct value *got = ASK(s->lab, s->id, "set", "cookie", "domain", "example.com",
	    "reg_username", "owen", "reg_password", "wrong");
	const struct value *want = recorded(s, "lookup/get_domain_fail");
	/* The parser trims what it reads. */
	assert_string_equal(trimmed(s->lab->a, text_of(got)), trimmed(s->lab->a, text_of(want)));
	assert_int_equal(code_of(got), code_of(want));
	assert_string_equal(at(got, "object"), at(want, "object"));
	assert_same_order(want->first, got->first);
	assert_same_keys(want, got, "get_domain_fail");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(lookup),
		TEST(registration),
		TEST(get_all_info),
		TEST(modify),
		TEST(get_order_info),
		TEST(get_balance),
		TEST(belongs_to_rsp),
		TEST(get_domains_by_expiredate),
		TEST(get_domains_contacts),
		TEST(deleted_names),
		TEST(other_products),
		TEST(orders),
		TEST(nameservers),
		TEST(cookies),
		TEST(the_words_for_strangers),
	};

	return cmocka_run_group_tests_name("recorded replies", tests, NULL, NULL);
}
