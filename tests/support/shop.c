#include "tests/support/shop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "world/fault/fault.h"
#include "world/money/books.h"
#include "world/registry/registry.h"

int
shop_begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->id = lab_reseller(s->lab, "shop");
	s->other = lab_reseller(s->lab, "other");
	*state = s;
	return 0;
}

int
shop_with_names(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "ek.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

int
shop_end(void **state)
{
	struct shop *s = *state;

	lab_close(s->lab);
	free(s);
	return 0;
}

void
shop_slips(struct shop *s, const char *action, const char *object, const char *const *pairs,
    const struct slip_up *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct value *top = request_new(s->lab->a, action, object);
		request_set_all(s->lab->a, top, pairs);
		request_set(s->lab->a, top, rows[i].path, rows[i].value);
		assert_reply(ask(s->lab, s->id, top), rows[i].code, rows[i].text);
	}
}

void
shop_fault(struct shop *s, const char *kind, const char *const *pairs)
{
	struct fault f = { .kind = kind, .nth = 1 };

	for (size_t i = 0; pairs[2 * i] != end_of_pairs; i++)
		f.parameters[i] = (struct fault_parameter){ pairs[2 * i], pairs[2 * i + 1] };
	lab_begin(s->lab);
	assert_null(fault_add(&s->lab->w, s->lab->a, &f));
	lab_end(s->lab);
}

void
shop_mend(struct shop *s)
{
	lab_begin(s->lab);
	fault_drop_all(&s->lab->w);
	lab_end(s->lab);
}

struct balance
shop_money(struct shop *s)
{
	lab_begin(s->lab);
	struct balance b = account_balance(&s->lab->w, s->id);
	lab_end(s->lab);
	return b;
}

void
shop_set_money(struct shop *s, int64_t cents)
{
	int64_t more = cents - shop_money(s).balance;

	lab_begin(s->lab);
	account_deposit(&s->lab->w, s->id, more, "test");
	lab_end(s->lab);
}

struct reseller
shop_settings(struct shop *s)
{
	struct reseller r;

	lab_begin(s->lab);
	assert_true(reseller_load(&s->lab->w, s->lab->a, s->id, &r));
	lab_end(s->lab);
	return r;
}

void
shop_set(struct shop *s, const struct reseller *r)
{
	lab_begin(s->lab);
	reseller_save(&s->lab->w, r);
	lab_end(s->lab);
}

struct order
shop_order(struct shop *s, int64_t id)
{
	struct order o;

	lab_begin(s->lab);
	assert_true(order_load(&s->lab->w, s->lab->a, id, &o));
	lab_end(s->lab);
	return o;
}

bool
shop_registry(struct shop *s, int64_t order, const char *answer)
{
	lab_begin(s->lab);
	bool taken = registry_answer(&s->lab->w, s->lab->a, order, answer);
	lab_end(s->lab);
	return taken;
}

void
shop_books(struct shop *s)
{
	lab_begin(s->lab);
	const char *wrong = books_objection(&s->lab->w, s->lab->a);
	if (wrong != NULL)
		fail_msg("%s", wrong);
	lab_end(s->lab);
}
