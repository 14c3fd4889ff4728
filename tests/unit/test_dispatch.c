/* From a message to its row and to its reply; and walks of the tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"

struct shop {
	struct lab *lab;
	int64_t id;
};

static int
begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->id = lab_reseller(s->lab, "shop");
	*state = s;
	return 0;
}

static int
end(void **state)
{
	struct shop *s = *state;

	lab_close(s->lab);
	free(s);
	return 0;
}

static void
test_words_are_taken_in_any_case(void **state)
{
	static const char *const rows[][2] = {
		{ "LOOKUP", "DOMAIN" },
		{ "lookup", "domain" },
		{ "Lookup", "dOmAiN" },
		{ " lookup\n", "\tdomain " },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(
		    s->lab, s->id, rows[i][0], rows[i][1], "domain", "a.com");
		assert_reply(r, 210, "Domain available");
		assert_string_equal(at(r, "object"), "DOMAIN");
	}
}

static void
test_the_action_decides_where_one_row_has_it(void **state)
{
	static const char *const objects[] = { "BALANCE", "domain", "Reseller", "", NULL };
	static const char *const echoed[] = { "BALANCE", "DOMAIN", "RESELLER", "", "" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(objects); i++) {
		const struct value *r = ask(
		    s->lab, s->id, request_new(s->lab->a, "get_balance", objects[i]));
		assert_reply(r, 200, "Command successful");
		assert_string_equal(at(r, "object"), echoed[i]);
	}
}

static void
test_the_object_decides_where_several_have_it(void **state)
{
	static const struct {
		const char *action, *object, *handler; /* NULL: no row */
	} rows[] = {
		{ "GET", "DOMAIN", "DOMAIN" },
		{ "GET", "NAMESERVER", "NAMESERVER" },
		{ "GET", "", "DOMAIN" },
		{ "GET", "TELEPHONE", NULL },
		{ "POLL", "EVENT", "EVENT" },
		{ "POLL", "", "EVENT" },
		{ "EVENT", "POLL", NULL },
		{ "", "DOMAIN", NULL },
		{ "ZZZ", "DOMAIN", NULL },
		{ "A", "DOMAIN", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct command *c = command_find(rows[i].action, rows[i].object);
		if (rows[i].handler == NULL) {
			assert_null(c);
			continue;
		}
		assert_non_null(c);
		assert_string_equal(c->object, rows[i].handler);
	}
}

static void
test_what_is_not_built_is_an_invalid_command(void **state)
{
	struct shop *s = *state;
	size_t built = 0;

	for (size_t i = 0; i < command_count; i++) {
		if (commands[i].run != NULL) {
			built++;
			continue;
		}
		const struct value *r = ASK(
		    s->lab, s->id, commands[i].action, commands[i].object, "domain", "a.com");
		assert_reply(r, 430, "Invalid command");
		assert_false(succeeded(r));
		assert_string_equal(at(r, "object"), commands[i].object);
		assert_null(value_get(r, "attributes"));
	}
	assert_true(built >= 11);
	assert_reply(
	    ASK(s->lab, s->id, "no_such_thing", "domain", "a", "b"), 430, "Invalid command");
}

static void
test_what_is_not_understood_is_an_internal_error(void **state)
{
	struct shop *s = *state;
	struct arena *a = s->lab->a;
	const struct value *const rows[] = {
		NULL,
		value_new(a, VALUE_ASSOC),
		request_new(a, NULL, "DOMAIN"),
		request_new(a, "", "DOMAIN"),
		value_new(a, VALUE_ARRAY),
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ask(s->lab, s->id, rows[i]);
		assert_reply(r, 400, "Internal server error");
		assert_false(succeeded(r));
		assert_non_null(at(r, "object"));
	}
}

static void
test_attributes_may_be_missing_empty_or_a_list(void **state)
{
	struct shop *s = *state;
	struct arena *a = s->lab->a;

	for (int kind = VALUE_TEXT; kind <= VALUE_ARRAY; kind++) {
		struct value *top = request_new(a, "GET_BALANCE", "BALANCE");
		value_add(a, top, "attributes", (enum value_kind)kind);
		assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
		top = request_new(a, "LOOKUP", "DOMAIN");
		value_add(a, top, "attributes", (enum value_kind)kind);
		assert_reply(ask(s->lab, s->id, top), 460, "Required field 'domain' not provided");
	}
}

static void
test_extras_and_unread_attributes_do_no_harm(void **state)
{
	struct shop *s = *state;
	struct arena *a = s->lab->a;
	struct value *top = request_new(a, "lookup", "domain");

	request_set_all(a, top,
	    PAIRS("domain", "a.com", "^registrant_ip", "", "^func", "lookup", "^cookie", "1:2",
		"affiliate_id", "x"));
	/* Four empty contacts on every command: securityguy's client. */
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		request_set(a, top, arena_printf(a, "contact_set.%s.x", role_names[i]), "");
		request_set(a, top, arena_printf(a, "contact_set.%s.x", role_names[i]), NULL);
	}
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 210);
}

static const char *
keys_of(struct arena *a, const struct value *v)
{
	const char *keys = "";

	for (v = v->first; v != NULL; v = v->next)
		keys = arena_printf(a, "%s%s ", keys, v->key);
	return keys;
}

static void
test_replies_keep_the_vendors_order(void **state)
{
	struct shop *s = *state;
	struct arena *a = s->lab->a;

	assert_string_equal(keys_of(a, ASK(s->lab, s->id, "lookup", "domain", "domain", "a.com")),
	    "protocol object response_text action attributes response_code is_success ");
	assert_string_equal(keys_of(a, ASK(s->lab, s->id, "nothing", "domain", "domain", "a.com")),
	    "protocol object response_text action response_code is_success ");
	assert_string_equal(
	    keys_of(a, ASK(s->lab, s->id, "get", "domain", "type", "status", "domain", "a.com")),
	    "protocol object response_text action response_code support_message is_success ");
	assert_string_equal(keys_of(a, ASK(s->lab, s->id, "poll", "event", "limit", "1")),
	    "protocol object response_text transaction_id action attributes response_code "
	    "is_success ");
	assert_string_equal(keys_of(a, fault_reply(a, "DOMAIN")),
	    "protocol object response_text action response_code is_success ");
}

static void
test_transaction_ids_tell_toronto_time_and_repeat_when_replayed(void **state)
{
	static const struct {
		const char *start, *local;
	} rows[] = {
		{ "2026-05-04T15:20:00Z", "2026-05-04 11:20:00 " },
		{ "2026-01-04T03:20:00Z", "2026-01-03 22:20:00 " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char first[64] = "";
		for (int again = 0; again < 2; again++) {
			struct lab *lab = lab_open(rows[i].start);
			int64_t shop = lab_reseller(lab, "shop");
			const char *id = at(
			    ASK(lab, shop, "poll", "event", "limit", "1"), "transaction_id");
			assert_memory_equal(id, rows[i].local, 20);
			assert_string_equal(strrchr(id, ' '), " 101");
			if (again)
				assert_string_equal(id, first);
			snprintf(first, sizeof(first), "%s", id);
			lab_close(lab);
		}
	}
}

static void
test_a_refused_command_leaves_nothing_behind_but_what_it_kept(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	int64_t orders = lab_ask(s->lab, "SELECT count(*) FROM orders");
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "period", "11")), 465);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"), orders);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "a.com")), 485);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"), orders + 1);
}

static void
test_an_unknown_reseller_is_our_machine_s_fault(void **state)
{
	struct shop *s = *state;

	assert_reply(
	    ASK(s->lab, 999, "lookup", "domain", "domain", "a.com"), 400, "Internal server error");
}

static void
test_rows_are_sorted_sourced_and_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++) {
		const struct command *c = &commands[i];
		if (i > 0) {
			int by_action = strcmp(c[-1].action, c->action);
			assert_true(by_action < 0 ||
				    (by_action == 0 && strcmp(c[-1].object, c->object) < 0));
		}
		assert_true(strlen(c->source) > 0);
		bool done = c->built == BUILT || c->built == STATIC;
		assert_int_equal(done, c->run != NULL);
		assert_int_equal(done, c->accepts != NULL);
		assert_int_equal(done, c->granted != NULL);
		assert_ptr_equal(command_find(c->action, c->object), c);
		assert_non_null(built_name(c->built));
	}
}

static void
check_schema(const struct attr *row)
{
	const struct attr *first = row;

	for (; row->name != NULL; row++) {
		assert_true(row - first < MAX_ATTRS);
		assert_non_null(row->refusal);
		assert_true(row->min <= row->max);
		assert_true(row->type == ATTR_TREE || row->max > 0);
		assert_true(
		    row->pattern == NULL || row->type == ATTR_TEXT || row->type == ATTR_WORDS);
		assert_true(row->missing == NULL || row->required);
		assert_true(row->missing == NULL || strstr(row->missing->text, "{}") == NULL);
		assert_true(row->fallback == 0 || (row->fallback >= row->min && !row->required));
		for (const struct attr *other = first; other < row; other++)
			assert_string_not_equal(other->name, row->name);
	}
}

static void
test_schemas_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++)
		if (commands[i].accepts != NULL)
			check_schema(commands[i].accepts);
}

static void
test_every_action_of_the_public_index_has_a_row(void **state)
{
	/* What the index names as practically every integration's. */
	static const char *const rows[][2] = {
		{ "RENEW", "DOMAIN" },
		{ "MODIFY", "DOMAIN" },
		{ "GET_DOMAINS_BY_EXPIREDATE", "DOMAIN" },
		{ "NAME_SUGGEST", "DOMAIN" },
		{ "CHECK_TRANSFER", "DOMAIN" },
		{ "GET_PRICE", "DOMAIN" },
		{ "ADVANCED_UPDATE_NAMESERVERS", "NAMESERVER" },
		{ "PROCESS_PENDING", "DOMAIN" },
		{ "CANCEL_PENDING_ORDERS", "ORDER" },
		{ "SET", "COOKIE" },
		{ "CHANGE", "PASSWORD" },
		{ "QUIT", "SESSION" },
		{ "SUBMIT", "BULK_CHANGE" },
		{ "SW_REGISTER", "TRUST_SERVICE" },
		{ "REGISTRY_CHECK_NAMESERVER", "NAMESERVER" },
		{ "GET", "USERINFO" },
		{ "SU_REGISTER", "SURNAME" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_non_null(command_find(rows[i][0], rows[i][1]));
	assert_int_equal(command_count, 137);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(words_are_taken_in_any_case),
		TEST(the_action_decides_where_one_row_has_it),
		TEST(the_object_decides_where_several_have_it),
		TEST(what_is_not_built_is_an_invalid_command),
		TEST(what_is_not_understood_is_an_internal_error),
		TEST(attributes_may_be_missing_empty_or_a_list),
		TEST(extras_and_unread_attributes_do_no_harm),
		TEST(replies_keep_the_vendors_order),
		TEST(transaction_ids_tell_toronto_time_and_repeat_when_replayed),
		TEST(a_refused_command_leaves_nothing_behind_but_what_it_kept),
		TEST(an_unknown_reseller_is_our_machine_s_fault),
		TEST(rows_are_sorted_sourced_and_sound),
		TEST(schemas_are_sound),
		TEST(every_action_of_the_public_index_has_a_row),
	};

	return cmocka_run_group_tests_name("dispatch", tests, NULL, NULL);
}
