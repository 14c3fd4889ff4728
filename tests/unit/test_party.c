/* Rows of terms, orders and logins, and the text of a contact set. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "world/flow/order/order_flow.h"
#include "world/name/term.h"
#include "world/party/contact.h"
#include "world/party/reseller.h"

/* Rows alone need no more of a world than its store and its instant. */
struct place {
	struct world w;
	struct arena *a;
};

static int
begin(void **state)
{
	static struct place p;

	p = (struct place){ .w = { .store = store_open_memory(NULL, 0), .now = 1000 } };
	assert_non_null(p.w.store);
	p.a = arena_new();
	store_begin(p.w.store);
	*state = &p;
	return 0;
}

static int
end(void **state)
{
	struct place *p = *state;

	assert_true(store_commit(p->w.store));
	store_close(p->w.store);
	arena_free(p->a);
	return 0;
}

static struct term
a_term(const char *name)
{
	return (struct term){
		.name = name,
		.reseller = 1,
		.registrar = "orrery",
		.state = "active",
		.created = 1000,
		.expires = 2000,
		.registry_expires = 2000,
		.contacts = "{}",
		.nameservers = "[]",
		.reg_username = "u",
		.reg_password = "p",
	};
}

static struct order
an_order(const char *domain, const char *status)
{
	return (struct order){
		.reseller = 1,
		.domain = domain,
		.type = "new",
		.status = status,
		.price = 1162,
		.period = 1,
		.submitted = 1000,
		.contacts = "{}",
		.nameservers = "[]",
		.details = "{}",
	};
}

static void
test_contacts_come_back_as_they_were(void **state)
{
	struct place *p = *state;
	struct contact_set set = { .given = { [OWNER] = true, [TECH] = true } };

	for (size_t f = 0; f < CONTACT_FIELDS; f++) {
		*contact_field(&set.of[OWNER], f) = arena_printf(p->a, "o\"%zu \xc3\xa9", f);
		*contact_field(&set.of[TECH], f) = "";
	}
	struct contact_set back = contacts_parse(p->a, contacts_text(p->a, &set));
	for (size_t f = 0; f < CONTACT_FIELDS; f++) {
		assert_string_equal(
		    *contact_field(&back.of[OWNER], f), *contact_field(&set.of[OWNER], f));
		assert_string_equal(*contact_field(&back.of[TECH], f), "");
	}
	assert_false(back.given[ADMIN]);
	assert_false(back.given[BILLING]);
	assert_string_equal(back.of[OWNER].email, *contact_field(&set.of[OWNER], CONTACT_email));
}

/* What has changed, of the roles that both have and of those that one has. */
static void
test_contacts_are_merged(void **state)
{
#define ANNA "{\"email\":\"a@x.example\"}"
#define BO "{\"email\":\"b@x.example\"}"
	static const struct {
		const char *before, *after, *changed, *meanwhile, *merged;
	} rows[] = {
		{ "{\"owner\":" ANNA ",\"tech\":\"owner\"}", "{\"owner\":" ANNA ",\"tech\":" BO "}",
		    "{\"tech\":" BO "}", "{\"owner\":" BO ",\"tech\":" ANNA "}",
		    "{\"owner\":" BO ",\"tech\":\"owner\"}" },
		{ "{\"owner\":" ANNA "}", "{\"owner\":" ANNA "}", "{}", "{\"owner\":" BO "}",
		    "{\"owner\":" BO "}" },
		{ "{\"owner\":" ANNA "}", "{\"owner\":" ANNA ",\"admin\":\"owner\"}",
		    "{\"admin\":" ANNA "}", "{\"owner\":" BO "}",
		    "{\"owner\":" BO ",\"admin\":" ANNA "}" },
		{ "{\"owner\":" ANNA ",\"tech\":\"owner\"}", "{\"owner\":" BO "}",
		    "{\"owner\":" BO "}", "{\"owner\":" ANNA ",\"tech\":\"owner\"}",
		    "{\"owner\":" BO ",\"tech\":" ANNA "}" },
	};
	struct place *p = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *changed = contacts_changed(p->a, rows[i].before, rows[i].after);
		assert_string_equal(changed, rows[i].changed);
		assert_string_equal(
		    contacts_merged(p->a, rows[i].meanwhile, changed), rows[i].merged);
	}
}

static void
test_contacts_that_lack_a_field_read_it_as_empty(void **state)
{
	struct place *p = *state;
	struct contact_set set = contacts_parse(p->a, "{\"owner\":{\"email\":\"a@b.example\"}}");

	assert_string_equal(set.of[OWNER].email, "a@b.example");
	assert_string_equal(set.of[OWNER].fax, "");
}

static void
test_term_is_found_while_it_lives(void **state)
{
	struct place *p = *state;
	struct term t = a_term("a.com"), found;

	term_save(&p->w, &t);
	assert_true(term_find(&p->w, p->a, "a.com", &found));
	assert_int_equal(found.id, t.id);
	p->w.now = 1500;
	found.state = "deleted";
	term_save(&p->w, &found);
	assert_false(term_find(&p->w, p->a, "a.com", &found));
	assert_true(term_load(&p->w, p->a, t.id, &found));
	assert_int_equal(found.updated, 1500);
	struct term again = a_term("a.com");
	term_save(&p->w, &again);
	assert_int_not_equal(again.id, t.id);
}

static void
test_term_of_another_registrar_has_no_reseller(void **state)
{
	struct place *p = *state;
	struct term t = a_term("far.com"), mine = a_term("near.com"), rows[4];

	t.reseller = 0;
	term_save(&p->w, &t);
	term_save(&p->w, &mine);
	assert_int_equal(term_list(&p->w, p->a, 1, 0, 4, rows), 1);
	assert_string_equal(rows[0].name, "near.com");
	assert_int_equal(term_list(&p->w, p->a, 0, 0, 4, rows), 2);
	assert_int_equal(term_list(&p->w, p->a, 0, t.id, 4, rows), 1);
	assert_int_equal(term_list(&p->w, p->a, 0, 0, 1, rows), 1);
}

static void
test_held_names_are_listed_one_a_line(void **state)
{
	struct place *p = *state;
	size_t count;

	assert_string_equal(term_held_names(&p->w, p->a, 1, &count), "");
	assert_int_equal(count, 0);
	for (int i = 0; i < 3; i++) {
		struct term t = a_term(arena_printf(p->a, "n%d.com", i));
		t.hold = i != 1;
		term_save(&p->w, &t);
	}
	assert_string_equal(term_held_names(&p->w, p->a, 1, &count), "n0.com\nn2.com\n");
	assert_int_equal(count, 2);
	assert_string_equal(term_held_names(&p->w, p->a, 2, &count), "");
}

static void
test_order_keeps_what_was_asked_and_learns_what_became_of_it(void **state)
{
	struct place *p = *state;
	struct order o = an_order("a.com", "pending"), back;

	order_save(&p->w, &o);
	o.status = "completed";
	o.completed = 1200;
	o.term = 7;
	order_save(&p->w, &o);
	assert_true(order_load(&p->w, p->a, o.id, &back));
	assert_string_equal(back.status, "completed");
	assert_int_equal(back.completed, 1200);
	assert_int_equal(back.processed, 0);
	assert_int_equal(back.term, 7);
	assert_false(order_load(&p->w, p->a, o.id + 1, &back));
}

static void
test_only_older_pending_orders_of_the_same_reseller_and_name_are_cancelled(void **state)
{
	struct place *p = *state;
	struct order rows[] = {
		an_order("a.com", "pending"),
		an_order("a.com", "completed"),
		an_order("b.com", "pending"),
		an_order("a.com", "pending"),
		an_order("a.com", "pending"),
	};
	struct order back;
	int64_t *ids;

	rows[3].reseller = 2;
	for (size_t i = 0; i < 5; i++)
		order_save(&p->w, &rows[i]);
	assert_int_equal(order_supersede(&p->w, p->a, &rows[4], &ids), 1);
	assert_int_equal(ids[0], rows[0].id);
	assert_true(order_load(&p->w, p->a, rows[0].id, &back));
	assert_string_equal(back.status, "cancelled");
	for (size_t i = 1; i < 5; i++) {
		assert_true(order_load(&p->w, p->a, rows[i].id, &back));
		assert_string_equal(back.status, rows[i].status);
	}
	assert_int_equal(order_list(&p->w, p->a, rows[1].id, 2, (struct order[2]){ 0 }), 2);
}

static void
test_logins_are_saved_replaced_and_dropped(void **state)
{
	struct place *p = *state;
	struct login l = { "shop", "key1", 1 }, back, *all;

	login_save(&p->w, &l);
	login_save(&p->w, &(struct login){ "acme", "key2", 2 });
	l.key = "key3";
	login_save(&p->w, &l);
	assert_int_equal(login_list(&p->w, p->a, &all), 2);
	assert_string_equal(all[0].username, "acme");
	assert_true(login_find(&p->w, p->a, "shop", &back));
	assert_string_equal(back.key, "key3");
	login_drop(&p->w, "shop");
	assert_false(login_find(&p->w, p->a, "shop", &back));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(contacts_come_back_as_they_were),
		TEST(contacts_are_merged),
		TEST(contacts_that_lack_a_field_read_it_as_empty),
		TEST(term_is_found_while_it_lives),
		TEST(term_of_another_registrar_has_no_reseller),
		TEST(held_names_are_listed_one_a_line),
		TEST(order_keeps_what_was_asked_and_learns_what_became_of_it),
		TEST(only_older_pending_orders_of_the_same_reseller_and_name_are_cancelled),
		TEST(logins_are_saved_replaced_and_dropped),
	};

	return cmocka_run_group_tests_name("party", tests, NULL, NULL);
}
