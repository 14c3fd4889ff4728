#include "tests/support/shop.h"

#include <stdlib.h>

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
