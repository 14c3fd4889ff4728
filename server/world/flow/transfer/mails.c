/* What this flow writes, to the owner, and the pages behind the links in it. */
#include "base/arena.h"
#include "world/flow/transfer/inside.h"
#include "world/notice/mail.h"
#include "world/party/reseller.h"
#include "world/reference.h"

static const char *
link_to(struct step *s, const char *answer)
{
	return arena_printf(s->a, "%s/w/%s/transfer/%s/%s", s->w->base_url, s->w->name,
	    reference_text(s->w, s->a, "transfer", s->episode->id), answer);
}

void
transfer_ask_owner(struct step *s)
{
	const struct transfer *t = (const struct transfer *)s->episode;
	struct reseller r = { .tech_email = "", .company = "" };

	reseller_load(s->w, s->a, t->gaining, &r);
	struct mail mail = {
		.type = "transfer.request",
		.sender = r.tech_email,
		.recipient = t->request_address,
		.reseller = t->gaining,
		.domain = t->episode.label,
		.episode = t->episode.id,
		.variables = {
			{ "company", r.company },
			{ "domain", t->episode.label },
			{ "registrar", t->losing_registrar },
			{ "approve_url", link_to(s, "approve") },
			{ "reject_url", link_to(s, "reject") },
		},
	};
	mail_send(s->w, s->a, &mail);
}

static bool
find(struct world *w, struct arena *a, const char *token, struct transfer *t)
{
	int64_t id;

	return reference_id(w, a, "transfer", token, &id) && transfer_load(w, a, id, t);
}

struct transfer_page
transfer_look(struct world *w, struct arena *a, const char *token)
{
	struct transfer t;

	if (!find(w, a, token, &t))
		return (struct transfer_page){ .known = false };
	return (struct transfer_page){
		.open = strcmp(t.episode.state, "pending_owner") == 0,
		.known = true,
		.state = t.episode.state,
		.domain = t.episode.label,
		.registrar = t.losing_registrar,
		.email = t.request_address,
		.reseller = t.gaining,
	};
}

bool
transfer_answer(struct world *w, struct arena *a, const char *token, bool approves, const char *ip)
{
	struct transfer t;

	if (!find(w, a, token, &t) || strcmp(t.episode.state, "pending_owner") != 0)
		return false;
	if (approves) {
		t.owner_confirmed = w->now;
		t.confirm_ip = ip;
	}
	return transfer_take(w, a, &t, approves ? "approve" : "refuse");
}
