/* What a sub-user needs for each kind of change, as the judges of needs.def see
 * it: with the request that a handler would get. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "command/permission.h"
#include "tests/support/shop.h"
#include "world/party/subuser.h"

static const struct need *
need_named(const char *object, const char *action)
{
	for (size_t i = 0; i < need_count; i++)
		if (strcmp(needs[i].object, object) == 0 && strcmp(needs[i].action, action) == 0)
			return &needs[i];
	fail_msg("%s %s needs nothing", action, object);
	return NULL;
}

/* NULL: it may; else what it is told. */
static const char *
verdict(
    struct shop *s, const char *object, const char *action, int64_t may, const char *const *pairs)
{
	struct value *top = request_new(s->lab->a, action, object);

	request_set_all(s->lab->a, top, pairs);
	struct request rq = {
		.arena = s->lab->a,
		.world = &s->lab->w,
		.top = top,
		.attributes = value_get(top, "attributes"),
	};
	if (rq.attributes == NULL)
		rq.attributes = value_new(s->lab->a, VALUE_ASSOC);
	const struct refusal *no = need_named(object, action)->judge(&rq, may);
	return no == NULL ? NULL : no->text;
}

#define NOT_OWNER "Permission Denied: not owner"
#define MODIFY(what) "Permission Denied for Modify " what ", f_owner=0"

static void
test_each_kind_of_modification(void **state)
{
	static const struct {
		const char *data;
		int64_t bit; /* 0: the owner alone */
	} rows[] = {
		{ "status", 0 },
		{ "expire_action", 0 },
		{ "rsp_whois_info", MAY_rsp_whois_info },
		{ "nameserver_list", MAY_nameservers },
		{ "dnssec", MAY_nameservers },
		{ "cira_registrant", MAY_owner },
		{ "descr", MAY_owner },
		{ "nexus_info", MAY_domain_extras },
		{ "whois_privacy_state", MAY_domain_extras },
		{ "domain_auth_info", MAY_domain_extras },
		{ "forwarding_email", MAY_domain_extras },
		{ "tld_data", MAY_domain_extras },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *const *pairs = PAIRS("data", rows[i].data);
		const char *denied = arena_printf(
		    s->lab->a, "Permission Denied for Modify %s, f_owner=0", rows[i].data);
		if (rows[i].bit == 0) {
			assert_string_equal(
			    verdict(s, "DOMAIN", "MODIFY", MAY_ALL, pairs), NOT_OWNER);
			continue;
		}
		assert_null(verdict(s, "DOMAIN", "MODIFY", rows[i].bit, pairs));
		assert_string_equal(
		    verdict(s, "DOMAIN", "MODIFY", MAY_ALL & ~rows[i].bit, pairs), denied);
	}
}

static void
test_contacts_by_modify(void **state)
{
	static const struct {
		int64_t may;
		const char *pairs[6];
		const char *denied;
	} rows[] = {
		{ MAY_admin, { "contact_set.admin.city", "X" }, NULL },
		{ MAY_tech, { "contact_set.admin.city", "X" }, MODIFY("admin") },
		{ MAY_admin, { "contact_set.admin.city", "X", "contact_set.owner.city", "X" },
		    MODIFY("owner") },
		{ MAY_admin,
		    { "contact_set.admin.city", "X", "contact_set.also_apply_to.0", "tech" },
		    MODIFY("tech") },
		{ MAY_admin | MAY_tech,
		    { "contact_set.admin.city", "X", "contact_set.also_apply_to.0", "tech" },
		    NULL },
		{ MAY_ALL & ~MAY_owner, { "contact_set.owner.revoke_registrant_changes", "1" },
		    MODIFY("owner") },
		{ MAY_ALL, { "contact_set.admin.city", "X", "affect_domains", "1" }, NOT_OWNER },
		{ MAY_admin, { "contact_set.admin.city", "X", "affect_domains", "0" }, NULL },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *pairs[9] = { "data", "contact_info" };
		size_t n = 0;
		for (; n < 6 && rows[i].pairs[n] != NULL; n++)
			pairs[n + 2] = rows[i].pairs[n];
		pairs[n + 2] = end_of_pairs;
		const char *got = verdict(s, "DOMAIN", "MODIFY", rows[i].may, pairs);
		if (rows[i].denied == NULL)
			assert_null(got);
		else
			assert_string_equal(got, rows[i].denied);
	}
}

static void
test_nameservers_and_everything(void **state)
{
	static const struct {
		const char *object, *action;
		int64_t least; /* the bits that are enough */
	} rows[] = {
		{ "DOMAIN", "ADVANCED_UPDATE_NAMESERVERS", MAY_nameservers },
		{ "NAMESERVER", "CREATE", MAY_nameservers },
		{ "NAMESERVER", "MODIFY", MAY_nameservers },
		{ "NAMESERVER", "DELETE", MAY_nameservers },
		{ "DOMAIN", "CREATE_DNS_ZONE", MAY_nameservers },
		{ "DOMAIN", "SET_DNS_ZONE", MAY_nameservers },
		{ "DOMAIN", "RESET_DNS_ZONE", MAY_nameservers },
		{ "DOMAIN", "DELETE_DNS_ZONE", MAY_nameservers },
		{ "DOMAIN", "FORCE_DNS_NAMESERVERS", MAY_nameservers },
		{ "DOMAIN", "SET_DNSSEC_INFO", MAY_nameservers },
		{ "DOMAIN", "CREATE_DOMAIN_FORWARDING", MAY_nameservers },
		{ "DOMAIN", "SET_DOMAIN_FORWARDING", MAY_nameservers },
		{ "DOMAIN", "DELETE_DOMAIN_FORWARDING", MAY_nameservers },
		{ "DOMAIN", "UPDATE_ALL_INFO", MAY_ALL },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_null(
		    verdict(s, rows[i].object, rows[i].action, rows[i].least, PAIRS("x", "y")));
		assert_string_equal(verdict(s, rows[i].object, rows[i].action,
					MAY_ALL & ~MAY_nameservers, PAIRS("x", "y")),
		    "Permission denied, subuser permissions");
	}
}

static void
test_update_contacts_for_the_whole_profile(void **state)
{
	struct shop *s = *state;

	assert_string_equal(verdict(s, "DOMAIN", "UPDATE_CONTACTS", MAY_ALL,
				PAIRS("types.0", "admin", "affect_domains", "1")),
	    NOT_OWNER);
	assert_null(verdict(s, "DOMAIN", "UPDATE_CONTACTS", 0, PAIRS("types.0", "janitor")));
	assert_null(verdict(s, "DOMAIN", "UPDATE_CONTACTS", 0, PAIRS("types", "admin")));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(each_kind_of_modification),
		TEST(contacts_by_modify),
		TEST(nameservers_and_everything),
		TEST(update_contacts_for_the_whole_profile),
	};

	return cmocka_run_group_tests_name("permissions", tests, NULL, NULL);
}
