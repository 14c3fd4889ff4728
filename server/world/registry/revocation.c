#include "world/registry/revocation.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/consent/consent.h"
#include "world/flow/order/order_flow.h"
#include "world/money/account.h"
#include "world/name/deletion.h"
#include "world/notice/note.h"
#include "world/policy/policy.h"
#include "world/registry/inside.h"
#include "world/time/agenda.h"

#define COUNTED DAYS(30) /* in which refunds and registrations are compared */

instant
revocation_ends(struct world *w, struct arena *a, const struct term *t)
{
	int64_t house = policy_days(w, &policy_revoke_days);
	const char *text = policy_binding(w, a, t->name, "add_grace_days");
	int64_t registry = text == NULL ? house : strtoll(text, NULL, 10);

	return t->created + DAYS(registry < house ? registry : house);
}

/* Only what brought a name: privacy, a trade or more years for it do not count. */
static int64_t
registrations(struct world *w, int64_t reseller)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM orders WHERE reseller = :reseller AND status = 'completed'"
	    " AND type IN ('new', 'premium', 'sunrise', 'landrush', 'transfer')"
	    " AND completed > :since");

	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":since", w->now - COUNTED);
	int64_t n = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

static int64_t
revocations(struct world *w, int64_t reseller)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM deletion WHERE reseller = :reseller AND reason = 'by-request'"
	    " AND deleted > :since");

	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":since", w->now - COUNTED);
	int64_t n = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

/* One more, of so many registrations. */
static bool
may_have_refund(struct world *w, int64_t reseller)
{
	int64_t percent = policy_number(w, &policy_revoke_refunds);

	return percent >= 100 ||
	       (revocations(w, reseller) + 1) * 100 <= registrations(w, reseller) * percent;
}

static int64_t
refund_of(struct world *w, struct arena *a, const struct order *o)
{
	int64_t fee = 0;

	must(cents_parse(policy_text(w, a, &policy_revoke_fee), &fee));
	if (o->price <= fee || !may_have_refund(w, o->reseller))
		return 0;
	return o->price - fee;
}

static void
note(struct world *w, struct arena *a, const struct term *t, const struct revocation *r)
{
	note_add(w, t->reseller, t->name, 0,
	    arena_printf(a, "Domain revoked. Refund: $%s; kept: $%s.", cents_text(a, r->refund),
		cents_text(a, r->kept)));
}

/* The order that brought the name here has no consent to wait for any more. */
static void
give_back(struct world *w, struct arena *a, const struct term *t, struct revocation *r)
{
	struct order o;

	if (!order_of_term(w, a, t->name, t->id, &o))
		return;
	consent_drop(w, a, &o);
	if (o.reseller != t->reseller)
		return; /* it was pushed here, and paid for by another one */
	r->refund = refund_of(w, a, &o);
	r->kept = o.price - r->refund;
	if (r->refund > 0)
		account_refund(
		    w, t->reseller, r->refund, arena_printf(a, "Order #%" PRId64 ": refund", o.id));
}

static void
carry_out(struct world *w, struct arena *a, struct term *t, struct revocation *r)
{
	const struct order of_this_name = { .reseller = t->reseller, .domain = t->name };
	int64_t *cancelled;

	order_supersede(w, a, &of_this_name, &cancelled);
	give_back(w, a, t, r);
	note(w, a, t, r);
	r->deletion = deletion_tell(w, a, t, "by-request", 0);
}

static void
await(struct world *w, const struct term *t, const struct mood *m)
{
	int64_t id = request_add_other(w, t, "domain_revoke");
	struct query q = SQL(w->store, "INSERT INTO revocation (id, term) VALUES (:id, :term)");

	bind_int(&q, ":id", id);
	bind_int(&q, ":term", t->id);
	query_run(&q);
	plan(w, &kind_revocation, m->unwilling ? "reject" : "accept", id, t->name,
	    w->now + m->after, RANK_ANY);
}

struct revocation
revoke(struct world *w, struct arena *a, struct term *t)
{
	struct mood m = registry_mood(w, a, t, "REVOKE", "DOMAIN");
	struct revocation r = { .end = REVOCATION_DONE };

	if (m.late) {
		await(w, t, &m);
		return (struct revocation){ .end = REVOCATION_WAITS };
	}
	if (m.unwilling) {
		store_keep(w->store); /* a fault that has struck is counted */
		return (
		    struct revocation){ .end = REVOCATION_REFUSED, .code = m.code, .text = m.text };
	}
	carry_out(w, a, t, &r);
	return r;
}

static int64_t
term_of(struct world *w, int64_t request)
{
	struct query q = SQL(w->store, "SELECT term FROM revocation WHERE id = :id");

	bind_int(&q, ":id", request);
	int64_t term = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return term;
}

/* Meanwhile somebody may have deleted it by hand. */
void
on_revocation(struct world *w, struct arena *a, const struct due *due)
{
	struct revocation r = { .end = REVOCATION_DONE };
	struct term t;

	if (!term_load(w, a, term_of(w, due->subject), &t))
		return; /* only a fault can hide the rows */
	bool done = strcmp(due->event, "accept") == 0 && strcmp(t.state, "deleted") != 0;
	request_close_other(w, due->subject, done ? "completed" : "declined",
	    done ? "Command completed successfully" : "Request declined by the registry");
	if (done)
		carry_out(w, a, &t, &r);
}
