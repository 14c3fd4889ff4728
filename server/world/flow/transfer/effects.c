/* The guards and effects that states.def names, but for the mail. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/order/order_flow.h"
#include "world/flow/transfer/inside.h"
#include "world/notice/event.h"
#include "world/notice/note.h"
#include "world/order/details.h"
#include "world/policy/policy.h"

static const struct transfer *
transfer_in(const struct step *s)
{
	return (const struct transfer *)s->episode;
}

bool
transfer_always(struct step *s)
{
	(void)s;
	return true;
}

bool
transfer_goes_away(struct step *s)
{
	return transfer_in(s)->gaining == 0;
}

/* Who has the code speaks for the owner. */
bool
transfer_needs_none(struct step *s)
{
	struct detail asked[] = {
		{ "auth_info", NULL },
		{ "bypass_confirm", NULL },
		{ NULL, NULL },
	};
	struct order o;

	if (!order_load(s->w, s->a, transfer_in(s)->order, &o))
		return false; /* only a fault can hide the row */
	details_fill(s->a, o.details, asked);
	if (*asked[0].value == '\0' || policy_is(s->w, &policy_transfer_confirm, "always"))
		return false;
	return policy_is(s->w, &policy_transfer_confirm, "without_code") ||
	       strcmp(asked[1].value, "1") == 0;
}

bool
transfer_staff_looks(struct step *s)
{
	return policy_on(s->w, &policy_transfer_staff);
}

static void
note(struct step *s, const char *says)
{
	const struct transfer *t = transfer_in(s);
	int64_t reader = t->gaining != 0 ? t->gaining : t->losing;

	note_add_of_transfer(s->w, reader, t->episode.label, t->episode.id,
	    arena_printf(s->a, "Transfer #%" PRId64 ": %s", t->episode.id, says));
}

/* The words are ours: none of the vendor's about transfers are public. */
static void
note_event(struct step *s)
{
	static const struct {
		const char *event, *says;
	} words[] = {
		{ "approve", "approved by the owner" },
		{ "refuse", "refused by the owner" },
		{ "pass", "passed by the registrar" },
		{ "stop", "stopped by the registrar" },
		{ "cancel", "cancelled" },
		{ "gone", "cancelled: the name was deleted" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i].event, s->event) == 0)
			note(s, words[i].says);
}

/* Who has ordered it is told. */
void
transfer_changed(struct step *s)
{
	const struct transfer *t = transfer_in(s);
	const struct variable data[] = {
		{ "transfer_id", arena_printf(s->a, "%" PRId64, t->episode.id) },
		{ "order_id", arena_printf(s->a, "%" PRId64, t->order) },
		{ "domain_name", t->episode.label },
		{ "transfer_status", t->episode.state },
		{ NULL, NULL },
	};

	if (t->gaining != 0)
		event_add(s->w, s->a, t->gaining, "TRANSFER", "STATUS_CHANGE", data);
	note_event(s);
}

void
transfer_nothing_more(struct step *s)
{
	(void)s;
}

static void
end_order(struct step *s, const char *how)
{
	bool taken = order_take(s->w, s->a, transfer_in(s)->order, how);

	must(taken || store_fault(s->w->store) != NULL);
}

void
transfer_decline(struct step *s)
{
	end_order(s, "transfer_refused");
}

void
transfer_call_off(struct step *s)
{
	end_order(s, "transfer_cancelled");
}
