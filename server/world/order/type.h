/* Types of orders, as types.def lists them: what is done when one is carried out. */
#ifndef WORLD_ORDER_TYPE_H
#define WORLD_ORDER_TYPE_H

#include "world/order/order.h"

typedef bool order_question_fn(struct world *w, struct arena *a, const struct order *o);
typedef void order_change_fn(struct world *w, struct arena *a, struct order *o);
typedef void order_report_fn(struct world *w, struct arena *a, const struct order *o);

struct order_type {
	const char *name, *command, *action, *title;
	bool asks_owner;
	order_question_fn *possible;
	order_change_fn *carry_out; /* sets the order's term */
	order_report_fn *complete;
	order_change_fn *depart; /* instead of the last two; NULL: the registry decides */
};

#define ORDER_TYPE(name, command, action, title, asks) \
	order_question_fn order_##name##_possible; \
	order_change_fn order_##name##_carry_out; \
	order_report_fn order_##name##_complete;
#define ORDER_LIKE(name, like, command, action, title, asks)
#define ORDER_JOURNEY(name, command, action, title, asks) \
	order_question_fn order_##name##_possible; \
	order_change_fn order_##name##_depart;
#include "world/order/types.def"
#undef ORDER_TYPE
#undef ORDER_LIKE
#undef ORDER_JOURNEY

const struct order_type *order_type_of(const struct order *o); /* never NULL */
bool order_is_new(const struct order *o); /* of a name that begins with it */

/* The words of the vendor's notes on a name. */
const char *order_what(struct arena *a, const struct order *o);

#endif
