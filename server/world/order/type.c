#include "world/order/type.h"

#include "base/arena.h"
#include "base/must.h"
#include "world/money/account.h"

static const struct order_type types[] = {
#define ORDER_TYPE(name, command, action, title, asks) \
	{ #name, command, action, title, asks, order_##name##_possible, order_##name##_carry_out, \
		order_##name##_complete, NULL },
#define ORDER_LIKE(name, like, command, action, title, asks) \
	{ #name, command, action, title, asks, order_##like##_possible, order_##like##_carry_out, \
		order_##like##_complete, NULL },
#define ORDER_JOURNEY(name, command, action, title, asks) \
	{ #name, command, action, title, asks, order_##name##_possible, NULL, NULL, \
		order_##name##_depart },
#include "world/order/types.def"
#undef ORDER_TYPE
#undef ORDER_LIKE
#undef ORDER_JOURNEY
};

const struct order_type *
order_type_of(const struct order *o)
{
	const struct order_type *found = NULL;

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(types[i].name, o->type) == 0)
			found = &types[i];
	must(found != NULL);
	return found;
}

bool
order_is_new(const struct order *o)
{
	return order_type_of(o)->carry_out == order_new_carry_out;
}

const char *
order_what(struct arena *a, const struct order *o)
{
	return arena_printf(a, "Order #%" PRId64 ": %s (%d year%s: $%s)", o->id,
	    order_type_of(o)->title, o->period, o->period == 1 ? "" : "s", cents_text(a, o->price));
}
