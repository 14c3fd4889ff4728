/* Bulk changes of locked names, and of names whose registry says no. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/bulk.h"
#include "world/fault/fault.h"

static void
lock(struct shop *s, const char *domain)
{
	ASK(s->lab, s->id, "modify", "domain", "domain", domain, "data", "status", "lock_state",
	    "1");
}

#define OPENING "apply_to_locked_domains", "1"

static void
test_a_lock_is_minded_or_opened_for_a_moment(void **state)
{
	struct shop *s = *state;
#define PARK(op, ...) \
	bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_nameservers", "op_type", "assign", \
			  "assign_ns.0", op, __VA_ARGS__))

	lock(s, "ek.com");
	assert_string_equal(PARK("ns7.systemdns.com", "apply_to_locked_domains", "0"),
	    "ek.com: 405 Registry error: domain 'ek.com' is locked\n"
	    "more.com: 200 Nameserver Update Successful\n");
	assert_string_equal(PARK("ns6.systemdns.com", "apply_to_locked_domains", "1"),
	    EACH("200 Nameserver Update Successful"));
	assert_string_equal(
	    bulk_got(s, "ek.com", "nameservers", "nameserver_list.0.name"), "ns6.systemdns.com");
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "1");
	/* What is refused leaves it locked too. */
	assert_string_equal(PARK("-", "apply_to_locked_domains", "1"),
	    EACH("465 Invalid data, error=<nameserver '-'>"));
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "1");
	/* A lock is no matter for locks and renewals. */
	assert_string_equal(
	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_renew", "period", "1")),
	    EACH("200 Command completed successfully"));
	assert_string_equal(
	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_lock", "op_type", "unlock")),
	    EACH("200 Update successful"));
}

/* That the registry was asked stays, whatever it says; that the lock was open does not. */
static void
test_a_lock_is_closed_again_when_the_registry_refuses(void **state)
{
	struct shop *s = *state;

	lock(s, "ek.com");
	FAULT(s, "registry_reject", "text", "No.");
	assert_string_equal(bulk_whole(s, SUBMIT(s, TWO, "change_type", "whois_privacy", "op_type",
					      "enable", OPENING)),
	    EACH("405 No."));
	assert_int_equal(lab_ask(s->lab, "SELECT struck FROM fault"), 2);
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "1");
	assert_string_equal(bulk_got(s, "more.com", "status", "lock_state"), "0");
	assert_string_equal(bulk_got(s, "ek.com", "whois_privacy_state", "state"), "disabled");
}

/* No command could close it: a request waits. */
static void
test_a_lock_is_closed_again_while_the_registry_thinks(void **state)
{
	struct shop *s = *state;

	lock(s, "ek.com");
	lab_policy(s->lab, "tld.com.registry", "async");
	int64_t id = bulk_submitted(
	    SUBMIT(s, TWO, "change_type", "whois_privacy", "op_type", "enable", OPENING));
	bulk_advance(s, 121);
	assert_string_equal(bulk_results(s, id),
	    EACH("250 Action submitted successfully for processing to asynchronous registry"));
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "1");
	assert_string_equal(bulk_got(s, "more.com", "status", "lock_state"), "0");
	bulk_advance(s, 3600);
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "1");
	assert_string_equal(bulk_got(s, "ek.com", "whois_privacy_state", "state"), "enabled");
}

/* The lock of a name that was given away is its new reseller's. */
static void
test_a_lock_stays_open_for_who_is_given_the_name(void **state)
{
	struct shop *s = *state;
	struct reseller r;

	lab_begin(s->lab);
	assert_true(reseller_load(&s->lab->w, s->lab->a, s->other, &r));
	r.push_from = "[\"shop\"]";
	reseller_save(&s->lab->w, &r);
	lab_end(s->lab);
	lock(s, "ek.com");
	bulk_whole(s, SUBMIT(s, "change_items", "ek.com", "change_type", "push_domains",
			  "gaining_reseller_username", "other", OPENING));
	struct term t = lab_term(s->lab, "ek.com");
	assert_int_equal(t.reseller, s->other);
	assert_false(t.locked);
}

/* A turn is told of the faults that struck in it, in refused changes too. */
static void
test_faults_that_refuse_a_change_are_told_of(void **state)
{
	struct shop *s = *state;

	FAULT(s, "registry_reject", "text", "No.");
	SUBMIT(s, TWO, "change_type", "whois_privacy", "op_type", "enable");
	bulk_advance(s, 3600);
	assert_string_equal(
	    fault_diagnosis(&s->lab->w, s->lab->a, ""), "fault 1 (registry_reject) struck 2 times");
	/* Nor does it turn the clock back to where the advance began. */
	assert_string_equal(
	    lab_ask_text(s->lab,
		"SELECT at - submitted FROM bulk_item JOIN bulk ON bulk.id = bulk ORDER BY nr"),
	    "120\n121");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, bulk_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_lock_is_minded_or_opened_for_a_moment),
		TEST(a_lock_is_closed_again_when_the_registry_refuses),
		TEST(a_lock_is_closed_again_while_the_registry_thinks),
		TEST(a_lock_stays_open_for_who_is_given_the_name),
		TEST(faults_that_refuse_a_change_are_told_of),
	};

	return cmocka_run_group_tests_name("bulk locks", tests, NULL, NULL);
}
