/* A reseller gives a name to another one: a transfer that has ended when it begins. */
#include "base/arena.h"
#include "world/flow/order/order_flow.h"
#include "world/flow/trade/trade.h"
#include "world/flow/transfer/inside.h"
#include "world/notice/event.h"
#include "world/notice/note.h"
#include "world/party/profile.h"
#include "world/party/reseller.h"

static int64_t
write_down(struct world *w, const struct term *t, int64_t gaining)
{
	struct transfer x = {
		.episode = { .state = "completed", .started = w->now, .label = t->name },
		.gaining = gaining,
		.losing = t->reseller,
		.gaining_registrar = HOUSE_REGISTRAR,
		.losing_registrar = HOUSE_REGISTRAR,
		.request_address = "",
		.confirm_ip = "",
	};

	transfer_save(w, &x.episode);
	return x.episode.id;
}

/* Whoever reads the note wants to know who the other one is. */
static void
note(struct world *w, struct arena *a, int64_t reader, const struct term *t, int64_t id,
    const char *words, int64_t other)
{
	struct reseller r = { .name = "" };

	reseller_load(w, a, other, &r);
	note_add_of_transfer(w, reader, t->name, id,
	    arena_printf(a, "Transfer #%" PRId64 ": %s %s", id, words, r.name));
}

static void
tell(struct world *w, struct arena *a, const struct term *t)
{
	const struct variable created[] = {
		{ "domain_id", arena_printf(a, "%" PRId64, t->id) },
		{ "domain_name", t->name },
		{ "expiration_date", arena_strdup(a, instant_iso(t->expires).text) },
		{ NULL, NULL },
	};

	event_add(w, a, t->reseller, "DOMAIN", "CREATED", created);
}

/* What its reseller has only thought of ordering for it, it orders no more. */
static void
drop_orders(struct world *w, struct arena *a, const struct term *t)
{
	const struct order of_this_name = { .reseller = t->reseller, .domain = t->name };
	int64_t *cancelled;

	order_supersede(w, a, &of_this_name, &cancelled);
}

void
transfer_push(struct world *w, struct arena *a, struct term *t, int64_t gaining,
    const char *username, const char *password)
{
	const struct profile_move move = { .username = username, .password = password };
	int64_t losing = t->reseller, id = write_down(w, t, gaining);

	drop_orders(w, a, t);
	trade_cancel(w, a, t);
	profile_move(w, a, t, &move);
	t->profile = 0;
	t->reg_username = username;
	t->reg_password = password;
	t->reseller = gaining;
	term_save(w, t);
	note(w, a, losing, t, id, "pushed to", gaining);
	note(w, a, gaining, t, id, "pushed by", losing);
	tell(w, a, t);
}
