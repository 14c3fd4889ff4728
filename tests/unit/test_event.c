/* The poll queue, and names for its rows that give nothing away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/world.h"
#include "world/notice/event.h"
#include "world/reference.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

static void
add(struct lab *lab, int64_t reseller, const char *name)
{
	const struct variable data[] = { { "domain_name", name }, { NULL, NULL } };

	lab_begin(lab);
	event_add(&lab->w, lab->a, reseller, "DOMAIN", "CREATED", data);
	lab_end(lab);
}

static size_t
waiting(struct lab *lab, int64_t reseller, size_t limit, struct event *rows)
{
	lab_begin(lab);
	size_t n = event_waiting(&lab->w, lab->a, reseller, limit, rows);
	lab_end(lab);
	return n;
}

static bool
ack(struct lab *lab, int64_t reseller, const char *id)
{
	lab_begin(lab);
	bool done = event_ack(&lab->w, lab->a, reseller, id);
	lab_end(lab);
	return done;
}

static int64_t
count(struct lab *lab, int64_t reseller)
{
	lab_begin(lab);
	int64_t n = event_waiting_count(&lab->w, reseller);
	lab_end(lab);
	return n;
}

static void
oldest_first_until_acknowledged(void **state)
{
	(void)state;
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	int64_t shop = lab_reseller(lab, "shop"), other = lab_reseller(lab, "other");
	struct event rows[10];

	add(lab, shop, "a.com");
	add(lab, other, "b.com");
	lab_advance(lab, "PT1S");
	add(lab, shop, "c.com");
	assert_int_equal(waiting(lab, shop, 1, rows), 1);
	assert_int_equal(waiting(lab, shop, 10, rows), 2); /* polling takes nothing away */
	assert_string_equal(rows[0].data, "{\"domain_name\":\"a.com\"}");
	assert_string_equal(rows[1].data, "{\"domain_name\":\"c.com\"}");
	assert_int_equal(rows[1].at - rows[0].at, 1);
	assert_int_equal(count(lab, shop), 2);
	assert_true(ack(lab, shop, rows[1].event_id)); /* in any order */
	assert_int_equal(waiting(lab, shop, 10, rows), 1);
	assert_string_equal(rows[0].data, "{\"domain_name\":\"a.com\"}");
	assert_true(ack(lab, shop, rows[0].event_id));
	assert_int_equal(count(lab, shop), 0);
	assert_int_equal(count(lab, other), 1);
	lab_close(lab);
}

static void
acknowledged_once_and_by_its_owner(void **state)
{
	(void)state;
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	int64_t shop = lab_reseller(lab, "shop"), other = lab_reseller(lab, "other");
	struct event e;

	add(lab, shop, "a.com");
	assert_int_equal(waiting(lab, shop, 1, &e), 1);
	assert_false(ack(lab, other, e.event_id));
	assert_false(ack(lab, shop, ""));
	assert_false(ack(lab, shop, "1"));
	assert_false(ack(lab, shop, "6887c7d36887c7d36887c7d36887c7d3"));
	assert_int_equal(count(lab, shop), 1);
	assert_true(ack(lab, shop, e.event_id));
	assert_false(ack(lab, shop, e.event_id));
	lab_close(lab);
}

static void
the_control_api_sees_all_of_them(void **state)
{
	(void)state;
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	int64_t shop = lab_reseller(lab, "shop"), other = lab_reseller(lab, "other");
	struct event rows[10];

	add(lab, shop, "a.com");
	add(lab, other, "b.com");
	assert_int_equal(waiting(lab, shop, 1, rows), 1);
	assert_true(ack(lab, shop, rows[0].event_id));
	lab_begin(lab);
	assert_int_equal(event_list(&lab->w, lab->a, 0, 10, rows), 2);
	assert_true(rows[0].acked);
	assert_false(rows[1].acked);
	assert_int_equal(event_list(&lab->w, lab->a, rows[0].id, 10, rows), 1);
	assert_int_equal(rows[0].reseller, other);
	assert_int_equal(event_last(&lab->w), rows[0].id);
	lab_end(lab);
	lab_close(lab);
}

/* 32 lower-case hex digits, another for each row, purpose and world. */
static void
references_are_opaque_and_found_again(void **state)
{
	static const int64_t numbers[] = { 1, 2, 3, 255, 4096, INT64_C(1) << 40, INT64_MAX };
	struct lab *one = lab_open("2026-05-04T15:20:00Z"), *two = lab_open("2026-05-04T15:20:00Z");

	(void)state;
	lab_begin(one);
	lab_begin(two);
	two->w.seed++;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		int64_t id = 0;
		const char *text = reference_text(&one->w, one->a, "verify", numbers[i]);
		assert_int_equal(strlen(text), 32);
		assert_int_equal(strspn(text, "0123456789abcdef"), 32);
		assert_true(reference_id(&one->w, one->a, "verify", text, &id));
		assert_int_equal(id, numbers[i]);
		assert_false(reference_id(&one->w, one->a, "event", text, &id));
		assert_false(reference_id(&two->w, two->a, "verify", text, &id));
		assert_string_equal(reference_text(&one->w, one->a, "verify", numbers[i]), text);
		for (size_t n = 0; n < 32; n++) {
			char *wrong = arena_strdup(one->a, text);
			wrong[n] = wrong[n] == 'a' ? 'b' : 'a';
			assert_false(reference_id(&one->w, one->a, "verify", wrong, &id));
		}
		char *upper = arena_strdup(one->a, text);
		upper[strcspn(text, "abcdef") % 32] = 'G';
		assert_false(reference_id(&one->w, one->a, "verify", upper, &id));
	}
	lab_refuse(one);
	lab_refuse(two);
	lab_close(one);
	lab_close(two);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(oldest_first_until_acknowledged),
		cmocka_unit_test(acknowledged_once_and_by_its_owner),
		cmocka_unit_test(the_control_api_sees_all_of_them),
		cmocka_unit_test(references_are_opaque_and_found_again),
	};

	return cmocka_run_group_tests_name("events", tests, NULL, NULL);
}
