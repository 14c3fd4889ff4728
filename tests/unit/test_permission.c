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

/* All that MODIFY DOMAIN knows, built or not. */
static const char *const modified[] = {
#define DATA(name, run) name,
#define LATER(name) name,
#include "command/domain/modify/data.def"
#undef DATA
#undef LATER
};

static void
test_each_kind_of_modification(void **state)
{
	static const struct {
		const char *data;
		int64_t bit; /* 0: the owner alone */
	} rows[] = {
		{ "status", 0 },
		{ "expire_action", 0 },
		{ "change_ips_tag", 0 },
		{ "descr_info", MAY_owner },
		{ "parkpage_state", MAY_domain_extras },
		{ "whois_publicity_state", MAY_domain_extras },
		{ "ca_whois_display_setting", MAY_domain_extras },
		{ "it_whois_display_setting", MAY_domain_extras },
		{ "ced_info", MAY_domain_extras },
		{ "trademark", MAY_domain_extras },
		{ "uk_whois_opt", MAY_domain_extras },
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

	for (size_t i = 0; i < COUNT_OF(modified); i++) {
		size_t row = 0;
		while (row < COUNT_OF(rows) && strcmp(rows[row].data, modified[i]) != 0)
			row++;
		if (row == COUNT_OF(rows) && strcmp(modified[i], "contact_info") != 0)
			fail_msg("what does a sub-user need for %s?", modified[i]);
	}
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
	assert_null(verdict(s, "DOMAIN", "UPDATE_CONTACTS", MAY_admin, PAIRS("types", "admin")));
	assert_string_equal(
	    verdict(s, "DOMAIN", "UPDATE_CONTACTS", MAY_admin, PAIRS("types", "admin, owner")),
	    MODIFY("owner"));
}

/* ---- all commands ---- */

static const char *
log_in(struct shop *s, const char *permission)
{
	const struct value *r = ASK(s->lab, s->id, "add", "subuser", "domain", "ek.com",
	    "sub_username", "sue", "sub_password", "helper45", "sub_permission", permission);

	assert_int_equal(code_of(r), 200);
	return at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com", "reg_username", "sue",
		      "reg_password", "helper45"),
	    "attributes.cookie");
}

/* Every judge finds something that only the owner may change. */
static const struct value *
try(struct shop *s, const struct command *cmd, const char *cookie)
{
	struct value *top = request_new(s->lab->a, cmd->action, cmd->object);

	request_set(s->lab->a, top, "^cookie", cookie);
	request_set(s->lab->a, top, "types.0", "owner");
	request_set(s->lab->a, top, "data", "rsp_whois_info");
	return ask(s->lab, s->id, top);
}

static const struct need *
need_of(const struct command *cmd)
{
	const struct need *found = NULL;

	for (size_t i = 0; i < need_count; i++)
		if (strcmp(needs[i].object, cmd->object) == 0 &&
		    strcmp(needs[i].action, cmd->action) == 0) {
			assert_null(found);
			found = &needs[i];
		}
	return found;
}

static need_fn *
judge_of(const char *object, const char *action)
{
	return need_named(object, action)->judge;
}

static void
test_every_command_says_what_a_sub_user_needs(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++)
		if (commands[i].run != NULL && need_of(&commands[i]) == NULL)
			fail_msg("%s %s has no row in needs.def", commands[i].action,
			    commands[i].object);
	for (size_t i = 1; i < need_count; i++) {
		int object = strcmp(needs[i - 1].object, needs[i].object);
		if (object > 0 ||
		    (object == 0 && strcmp(needs[i - 1].action, needs[i].action) >= 0))
			fail_msg("needs.def: %s %s is not in its place", needs[i].object,
			    needs[i].action);
	}
}

/* Who is permitted nothing can do what needs nothing; who is permitted everything, all
 * but what is the owner's.  Each command is asked, for real. */
static void
test_every_command_asks_for_it(void **state)
{
	static const char *const permissions[] = { "0", "127" };
	need_fn *nothing = judge_of("DOMAIN", "LOOKUP"), *owner = judge_of("PASSWORD", "CHANGE");

	for (size_t i = 0; i < command_count * 2; i++) {
		const struct command *cmd = &commands[i / 2];
		if (cmd->run == NULL)
			continue;
		struct shop *s = *state;
		const char *cookie = log_in(s, permissions[i % 2]);
		const struct need *need = need_of(cmd);
		need_fn *judge = need == NULL ? owner : need->judge;
		bool may = judge == nothing || (i % 2 == 1 && judge != owner);
		const struct value *r = try(s, cmd, cookie);
		if ((code_of(r) != 435) != may)
			fail_msg("%s %s with %s: %d %s", cmd->action, cmd->object,
			    permissions[i % 2], code_of(r), text_of(r));
		shop_end(state);
		shop_with_names(state);
	}
}

/* What changes or costs something is never free; nor what tells the owner's password. */
static void
test_what_is_free_changes_nothing(void **state)
{
	static const char *const harmless[] = { "ACK", "AUTHENTICATE", "BELONGS_TO_RSP", "CHECK",
		"CHECK_TRANSFER", "DELETE", "GDPR_", "GET", "LOOKUP", "NAME_SUGGEST", "PARSE_",
		"POLL", "QUERY_", "QUIT", "REGISTRY_CHECK", "RESEND_", "SEND_", "SET", "SIMPLE_",
		"UK_GET_", "UPDATE" };
	need_fn *nothing = judge_of("DOMAIN", "LOOKUP");

	(void)state;
	for (size_t i = 0; i < need_count; i++) {
		size_t k = 0;
		bool cookies = strcmp(needs[i].object, "COOKIE") == 0;
		if (needs[i].judge != nothing)
			continue;
		while (k < COUNT_OF(harmless) &&
		       strncmp(needs[i].action, harmless[k], strlen(harmless[k])) != 0)
			k++;
		bool sets = strcmp(needs[i].action, "SET") == 0 ||
			    strcmp(needs[i].action, "DELETE") == 0 ||
			    strncmp(needs[i].action, "UPDATE", 6) == 0 ||
			    strncmp(needs[i].action, "SET_", 4) == 0;
		if (k == COUNT_OF(harmless) || (sets && !cookies))
			fail_msg("%s %s is free", needs[i].action, needs[i].object);
	}
	assert_ptr_not_equal(judge_of("USERINFO", "GET_USER_ACCESS_INFO"), nothing);
}

/* Words that lead nowhere, and those of an owner, are no matter of permissions. */
static void
test_other_cookies_are_not_judged(void **state)
{
	struct shop *s = *state;
	const char *owner = at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com",
				   "reg_username", "owen", "reg_password", "secret12"),
	    "attributes.cookie");
	const char *const cookies[] = { owner, "1:2", "x", "" };

	for (size_t i = 0; i < COUNT_OF(cookies); i++)
		assert_int_equal(code_of(ASK(s->lab, s->id, "renew", "domain", "domain", "ek.com",
				     "^cookie", cookies[i], "period", "1", "currentexpirationyear",
				     arena_printf(s->lab->a, "%zu", 2027 + i))),
		    200);
	assert_reply(ASK(s->lab, s->id, "renew", "domain", "domain", "ek.com", "^cookie",
			 log_in(s, "127"), "period", "1", "currentexpirationyear", "2031"),
	    435, "Permission Denied: not owner");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(each_kind_of_modification),
		TEST(contacts_by_modify),
		TEST(nameservers_and_everything),
		TEST(update_contacts_for_the_whole_profile),
		TEST(every_command_says_what_a_sub_user_needs),
		TEST(every_command_asks_for_it),
		TEST(what_is_free_changes_nothing),
		TEST(other_cookies_are_not_judged),
	};

	return cmocka_run_group_tests_name("permissions", tests, NULL, NULL);
}
