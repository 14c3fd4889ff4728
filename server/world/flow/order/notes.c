/* What get_notes tells of an order's way.  No such words of the vendor's are
 * public but those of orders that were carried out; these are ours. */
#include "base/arena.h"
#include "world/flow/order/inside.h"
#include "world/notice/note.h"

static const struct {
	const char *event, *says;
} words[] = {
	{ "save", "saved, not processed" },
	{ "await_consent", "waits for the owner's consent" },
	{ "sent", "sent to the registry" },
	{ "unknown", "sent to the registry, whose answer is not known" },
	{ "refused_consent", "the owner refused consent" },
	{ "consent_over", "the owner did not answer in time" },
	{ "rejected", "refused by the registry" },
	{ "transfer_refused", "the transfer was refused" },
	{ "transfer_cancelled", "cancelled" },
	{ "cancel", "cancelled" },
	{ "aged", "cancelled: nobody processed it" },
};

void
order_note(struct step *s, const char *says)
{
	const struct order *o = ((struct passage *)s->episode)->order;

	note_add(s->w, o->reseller, o->domain, o->id,
	    arena_printf(s->a, "Order #%" PRId64 ": %s", o->id, says));
}

void
order_note_event(struct step *s)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i].event, s->event) == 0)
			order_note(s, words[i].says);
}
