/* The guards and effects that states.def names. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/consent/consent.h"
#include "world/flow/order/inside.h"
#include "world/money/account.h"
#include "world/notice/event.h"
#include "world/order/type.h"
#include "world/policy/policy.h"

static struct passage *
passage(struct step *s)
{
	return (struct passage *)s->episode;
}

bool
order_always(struct step *s)
{
	(void)s;
	return true;
}

/* What the registry is working on is in its hands alone. */
bool
order_before_registry(struct step *s)
{
	return !request_open(s->w, s->episode->id);
}

static bool
ends(struct step *s, const char *how)
{
	return order_before_registry(s) && policy_is(s->w, &policy_refused_status, how);
}

bool
order_goes_on_hold(struct step *s)
{
	return ends(s, "hold");
}

bool
order_is_cancelled(struct step *s)
{
	return ends(s, "cancelled");
}

void
order_changed(struct step *s)
{
	const struct order *o = passage(s)->order;
	const struct variable data[] = {
		{ "order_id", arena_printf(s->a, "%" PRId64, o->id) },
		{ "domain_name", o->domain },
		{ "order_status", s->episode->state },
		{ "order_reg_type", o->type },
		{ NULL, NULL },
	};

	event_add(s->w, s->a, o->reseller, "ORDER", "STATUS_CHANGE", data);
	order_note_event(s);
}

void
order_nothing_more(struct step *s)
{
	(void)s;
}

void
order_say_why(struct step *s)
{
	order_note(s, passage(s)->why);
}

/* Whoever brought the event has seen that there is enough. */
static void
must_have(struct step *s, bool moved)
{
	must(moved || store_fault(s->w->store) != NULL);
}

void
order_pay(struct step *s)
{
	const struct order *o = passage(s)->order;

	must_have(s, account_debit(s->w, o->reseller, o->price, o->id, order_what(s->a, o)));
	order_type_of(o)->complete(s->w, s->a, o);
}

void
order_hold(struct step *s)
{
	const struct order *o = passage(s)->order;
	const char *what = arena_printf(s->a, "Order #%" PRId64 ": held", o->id);

	must_have(s, account_hold(s->w, o->reseller, o->price, o->id, what));
}

void
order_settle(struct step *s)
{
	const struct order *o = passage(s)->order;

	account_settle(s->w, o->reseller, o->id, order_what(s->a, o));
	order_type_of(o)->complete(s->w, s->a, o);
}

void
order_release(struct step *s)
{
	const struct order *o = passage(s)->order;

	account_release(
	    s->w, o->reseller, o->id, arena_printf(s->a, "Order #%" PRId64 ": released", o->id));
}

void
order_give_up(struct step *s)
{
	order_release(s);
	consent_drop(s->w, s->a, passage(s)->order);
}

void
order_await_answer(struct step *s)
{
	struct passage *p = passage(s);

	p->request = registry_await(s->w, s->a, p->order, &p->says);
}

/* It waited before, so nothing has changed that would be told by itself. */
void
order_note_and_await(struct step *s)
{
	order_note_event(s);
	order_await_answer(s);
}

void
order_hold_and_await(struct step *s)
{
	order_hold(s);
	order_await_answer(s);
}

void
order_go(struct step *s)
{
	struct order *o = passage(s)->order;

	order_type_of(o)->depart(s->w, s->a, o);
}

void
order_hold_and_go(struct step *s)
{
	order_hold(s);
	order_go(s);
}

void
order_ask_registry(struct step *s)
{
	order_to_registry(s->w, s->a, passage(s));
}
