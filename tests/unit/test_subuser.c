/* Sub-users: let in by the owner of a profile, and what they may do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "command/permission.h"
#include "tests/support/shop.h"
#include "world/party/subuser.h"

#define SUE "sub_username", "sue", "sub_password", "helper45"
#define SUBUSER(s, action, ...) ASK((s)->lab, (s)->id, action, "subuser", __VA_ARGS__)
#define DONE "Command Successful"

static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "ek.com");
	REGISTER(s->lab, s->id, "domain", "more.com", "reg_domain", "ek.com");
	REGISTER(s->lab, s->id, "domain", "alone.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

static const char *
cookie_of(struct shop *s, const char *domain, const char *username, const char *password)
{
	return at(ASK(s->lab, s->id, "set", "cookie", "domain", domain, "reg_username", username,
		      "reg_password", password),
	    "attributes.cookie");
}

static const char *
let_in(struct shop *s, int64_t permission)
{
	const struct value *r = SUBUSER(s, "add", "domain", "ek.com", SUE, "sub_permission",
	    arena_printf(s->lab->a, "%" PRId64, permission));

	assert_reply(r, 200, DONE);
	return cookie_of(s, "ek.com", "sue", "helper45");
}

static void
assert_subuser(struct shop *s, const char *domain, const char *username, const char *permission)
{
	const struct value *r = SUBUSER(s, "get", "domain", domain);

	assert_reply(r, 200, DONE);
	assert_string_equal(at(r, "attributes.username"), username);
	assert_string_equal(at(r, "attributes.permission"), permission);
	assert_int_equal(*at(r, "attributes.id") == '\0', *username == '\0');
}

static void
test_one_is_added_and_seen(void **state)
{
	struct shop *s = *state;

	assert_subuser(s, "ek.com", "", "");
	const struct value *r = SUBUSER(
	    s, "add", "domain", "more.com", SUE, "sub_permission", "18");
	assert_reply(r, 200, DONE);
	assert_null(value_get(r, "attributes"));
	lab_reopen(s->lab);
	assert_subuser(s, "ek.com", "sue", "18");
	assert_subuser(s, "more.com", "sue", "18");
	assert_subuser(s, "alone.com", "", "");
}

static void
test_it_logs_in_to_all_names_of_the_profile(void **state)
{
	static const struct {
		const char *domain, *username, *password;
		bool gets_in;
	} rows[] = {
		{ "ek.com", "sue", "helper45", true },
		{ "more.com", "sue", "helper45", true },
		{ "ek.com", "sue", "secret12", false },
		{ "ek.com", "owen", "helper45", false },
		{ "alone.com", "sue", "helper45", false },
		{ "theirs.com", "sue", "helper45", false },
	};
	struct shop *s = *state;

	let_in(s, 3);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *cookie = cookie_of(
		    s, rows[i].domain, rows[i].username, rows[i].password);
		assert_int_equal(cookie != NULL, rows[i].gets_in);
		if (cookie == NULL)
			continue;
		const struct value *r = ASK(s->lab, s->id, "get", "userinfo", "^cookie", cookie);
		assert_string_equal(at(r, "attributes.username"), "sue");
		assert_string_equal(at(r, "attributes.f_owner"), "0");
		assert_string_equal(at(r, "attributes.permission"), "3");
		assert_string_equal(at(r, "attributes.domain"), rows[i].domain);
	}
}

/* A cookie becomes that of whoever goes on with it. */
static void
test_update_takes_the_users_word(void **state)
{
	struct shop *s = *state;
	const char *cookie = let_in(s, 3);

	const struct value *r = ASK(s->lab, s->id, "update", "cookie", "^cookie", cookie,
	    "reg_username", "sue", "reg_password", "helper45", "domain_new", "more.com");
	assert_reply(r, 200, DONE);
	assert_string_equal(at(r, "attributes.f_owner"), "0");
	r = ASK(s->lab, s->id, "update", "cookie", "^cookie", cookie, "reg_username", "owen",
	    "reg_password", "secret12", "domain_new", "ek.com");
	assert_string_equal(at(r, "attributes.f_owner"), "1");
	r = ASK(s->lab, s->id, "get", "userinfo", "^cookie", cookie);
	assert_string_equal(at(r, "attributes.permission"), "");
}

static void
test_refusals_of_add(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
		{ "sub_username", NULL, 460, "Required field 'sub_username' not provided" },
		{ "sub_password", NULL, 460, "Required field 'sub_password' not provided" },
		{ "sub_permission", NULL, 460, "Required field 'sub_permission' not provided" },
		{ "sub_permission", "-1", 465, "Invalid data, error=<sub_permission '-1'>" },
		{ "sub_permission", "128", 465, "Invalid data, error=<sub_permission '128'>" },
		{ "sub_permission", "all", 465, "Invalid data, error=<sub_permission 'all'>" },
		{ "sub_username", "s-e", 465, "Invalid syntax for username" },
		{ "sub_password", "a%c", 465, "Invalid syntax for password" },
		{ "sub_username", "owen", 485, "Sub-user exists" },
		{ "username", "olaf", 480, "User not found." },
		{ "^username", "olaf", 480, "User not found." },
		{ "^username", "owen", 200, DONE },
		{ "domain", "more.com", 485, "Sub-user exists" },
		{ "sub_username", "sid", 447, "Sub-user limit exceeded" },
	};
	struct shop *s = *state;

	shop_slips(s, "ADD", "SUBUSER", PAIRS("domain", "ek.com", SUE, "sub_permission", "127"),
	    rows, COUNT_OF(rows));
	assert_int_equal(
	    code_of(SUBUSER(s, "add", "domain", "theirs.com", SUE, "sub_permission", "1")), 415);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM subuser"), 1);
}

static void
test_it_is_modified(void **state)
{
	static const struct {
		const char *username, *password, *permission; /* what is sent */
		const char *login; /* the password that is good then */
	} rows[] = {
		{ "sue", "", "64", "helper45" },
		{ "sue", NULL, "0", "helper45" },
		{ "susan", "better45", "127", "better45" },
	};
	struct shop *s = *state;
	const char *cookie = let_in(s, 1);
	const char *id = at(SUBUSER(s, "get", "domain", "ek.com"), "attributes.id");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = SUBUSER(s, "modify", "domain", "ek.com", "sub_id", id,
		    "sub_username", rows[i].username, "sub_permission", rows[i].permission,
		    "sub_password", rows[i].password);
		assert_reply(r, 200, DONE);
		assert_subuser(s, "ek.com", rows[i].username, rows[i].permission);
		assert_non_null(cookie_of(s, "ek.com", rows[i].username, rows[i].login));
		r = ASK(s->lab, s->id, "get", "userinfo", "^cookie", cookie);
		assert_string_equal(at(r, "attributes.permission"), rows[i].permission);
	}
}

static void
test_refusals_of_modify_and_delete(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "sub_id", NULL, 460, "Required field 'sub_id' not provided" },
		{ "sub_id", "0", 465, "Invalid data, error=<sub_id '0'>" },
		{ "sub_id", "99", 480, "Sub-user not found." },
		{ "domain", "alone.com", 480, "Sub-user not found." },
		{ "username", "olaf", 480, "User not found." },
	};
	static const struct slip_up more[] = {
		{ "sub_username", NULL, 460, "Required field 'sub_username' not provided" },
		{ "sub_permission", NULL, 460, "Required field 'sub_permission' not provided" },
		{ "sub_username", "owen", 485, "Sub-user exists" },
		{ "sub_password", "a b", 465, "Invalid syntax for password" },
	};
	struct shop *s = *state;

	let_in(s, 1);
	const char *id = at(SUBUSER(s, "get", "domain", "ek.com"), "attributes.id");
	const char *const pairs[] = { "domain", "ek.com", "sub_id", id, SUE, "sub_permission", "2",
		end_of_pairs };
	shop_slips(s, "MODIFY", "SUBUSER", pairs, rows, COUNT_OF(rows));
	shop_slips(s, "MODIFY", "SUBUSER", pairs, more, COUNT_OF(more));
	shop_slips(s, "DELETE", "SUBUSER", pairs, rows, COUNT_OF(rows));
	assert_subuser(s, "ek.com", "sue", "1");
}

static void
test_who_is_deleted_is_out_at_once(void **state)
{
	struct shop *s = *state;
	const char *cookie = let_in(s, 127);
	const char *owner = cookie_of(s, "ek.com", "owen", "secret12");
	const char *id = at(SUBUSER(s, "get", "domain", "ek.com"), "attributes.id");

	assert_reply(SUBUSER(s, "delete", "^cookie", owner, "sub_id", id), 200, DONE);
	assert_subuser(s, "ek.com", "", "");
	assert_null(cookie_of(s, "ek.com", "sue", "helper45"));
	assert_int_equal(code_of(ASK(s->lab, s->id, "get", "userinfo", "^cookie", cookie)), 415);
	assert_int_equal(code_of(ASK(s->lab, s->id, "get", "userinfo", "^cookie", owner)), 200);
	let_in(s, 1);
	assert_string_not_equal(at(SUBUSER(s, "get", "domain", "ek.com"), "attributes.id"), id);
}

/* It was let in by the old owner: it stays with the names that he keeps. */
static void
test_it_does_not_go_to_a_new_owner(void **state)
{
	static const struct {
		const char *leaves, *all, *left, *right;
	} rows[] = {
		{ "ek.com", "0", "", "sue" },
		{ "more.com", "0", "sue", "" },
		{ "ek.com", "1", "", "" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		let_in(s, 1);
		ASK(s->lab, s->id, "change", "ownership", "domain", rows[i].leaves, "move_all",
		    rows[i].all, "username", "nina", "password", "better345");
		assert_subuser(s, "ek.com", rows[i].left, *rows[i].left == '\0' ? "" : "1");
		assert_subuser(s, "more.com", rows[i].right, *rows[i].right == '\0' ? "" : "1");
		shop_end(state);
		begin(state);
	}
}

static void
test_one_name_alone_leaves_without_it(void **state)
{
	struct shop *s = *state;

	SUBUSER(s, "add", "domain", "alone.com", SUE, "sub_permission", "1");
	ASK(s->lab, s->id, "change", "ownership", "domain", "alone.com", "username", "nina",
	    "password", "better345");
	assert_subuser(s, "alone.com", "", "");
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM subuser"), 0);
}

static void
test_what_the_owner_alone_may_do(void **state)
{
	static const char *const rows[][2] = {
		{ "change", "password" },
		{ "change", "ownership" },
		{ "add", "subuser" },
		{ "get", "subuser" },
		{ "modify", "subuser" },
		{ "delete", "subuser" },
	};
	struct shop *s = *state;
	const char *cookie = let_in(s, MAY_ALL);

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(ASK(s->lab, s->id, rows[i][0], rows[i][1], "^cookie", cookie,
				 "reg_password", "better345", "username", "owen", "password",
				 "better345", SUE, "sub_permission", "1", "sub_id", "1"),
		    435, "Permission Denied: not owner");
	assert_non_null(cookie_of(s, "ek.com", "owen", "secret12"));
}

/* The admin contact, sent whole under each of the roles. */
static const struct value *
change_contacts(struct shop *s, const char *cookie, const char *const *roles)
{
	struct value *top = request_new(s->lab->a, "UPDATE_CONTACTS", "DOMAIN");

	request_set(s->lab->a, top, "^cookie", cookie);
	for (size_t i = 0; i < 2 && roles[i] != NULL; i++) {
		request_set(s->lab->a, top, arena_printf(s->lab->a, "types.%zu", i), roles[i]);
		set_person(s->lab->a, top, roles[i]);
	}
	return ask(s->lab, s->id, top);
}

static void
test_each_contact_has_a_bit(void **state)
{
	static const struct {
		int64_t may;
		const char *roles[2];
		const char *denied; /* NULL: it is done */
	} rows[] = {
		{ MAY_owner, { "owner" }, NULL },
		{ MAY_admin, { "admin" }, NULL },
		{ MAY_billing, { "billing" }, NULL },
		{ MAY_tech, { "tech" }, NULL },
		{ MAY_ALL & ~MAY_owner, { "owner" }, "owner" },
		{ MAY_ALL & ~MAY_admin, { "admin" }, "admin" },
		{ MAY_ALL & ~MAY_billing, { "billing" }, "billing" },
		{ MAY_ALL & ~MAY_tech, { "tech" }, "tech" },
		{ MAY_admin | MAY_tech, { "admin", "tech" }, NULL },
		{ MAY_admin, { "admin", "tech" }, "tech" },
		{ MAY_nameservers, { "admin" }, "admin" },
		{ 0, { "admin" }, "admin" },
	};
	struct shop *s = *state;
	const char *cookie = let_in(s, 0);
	const char *id = at(SUBUSER(s, "get", "domain", "ek.com"), "attributes.id");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		SUBUSER(s, "modify", "domain", "ek.com", "sub_id", id, SUE, "sub_permission",
		    arena_printf(s->lab->a, "%" PRId64, rows[i].may));
		const struct value *r = change_contacts(s, cookie, rows[i].roles);
		if (rows[i].denied == NULL)
			assert_int_equal(code_of(r), 200);
		else
			assert_reply(r, 435,
			    arena_printf(s->lab->a, "Permission Denied for Modify %s, f_owner=0",
				rows[i].denied));
	}
}

/* An owner's cookie, and the reseller's own word, need no permission. */
static void
test_others_need_none(void **state)
{
	struct shop *s = *state;

	let_in(s, 0);
	assert_int_equal(code_of(change_contacts(s, cookie_of(s, "ek.com", "owen", "secret12"),
			     (const char *const[]){ "admin", NULL })),
	    200);
	assert_int_equal(code_of(ASK(s->lab, s->id, "change", "password", "domain", "ek.com",
			     "reg_password", "better345")),
	    200);
}

/* Reading is free. */
static void
test_a_sub_user_may_look(void **state)
{
	struct shop *s = *state;
	const char *cookie = let_in(s, 0);

	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get", "domain", "type", "all_info", "^cookie", cookie)),
	    200);
}

static void
test_every_need_is_a_command_of_the_index(void **state)
{
	(void)state;
	for (size_t i = 0; i < need_count; i++) {
		const struct command *cmd = command_find(needs[i].action, needs[i].object);
		assert_non_null(cmd);
		assert_string_equal(cmd->object, needs[i].object);
		assert_true(strlen(needs[i].source) > 0);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(one_is_added_and_seen),
		TEST(it_logs_in_to_all_names_of_the_profile),
		TEST(update_takes_the_users_word),
		TEST(refusals_of_add),
		TEST(it_is_modified),
		TEST(refusals_of_modify_and_delete),
		TEST(who_is_deleted_is_out_at_once),
		TEST(it_does_not_go_to_a_new_owner),
		TEST(one_name_alone_leaves_without_it),
		TEST(what_the_owner_alone_may_do),
		TEST(each_contact_has_a_bit),
		TEST(others_need_none),
		TEST(a_sub_user_may_look),
		TEST(every_need_is_a_command_of_the_index),
	};

	return cmocka_run_group_tests_name("sub-users", tests, NULL, NULL);
}
