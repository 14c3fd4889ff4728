/* A new name. */
#include "base/arena.h"
#include "world/flow/verification/verification.h"
#include "world/name/setting.h"
#include "world/name/zone.h"
#include "world/notice/event.h"
#include "world/order/details.h"
#include "world/order/type.h"
#include "world/party/profile.h"

bool
order_new_possible(struct world *w, struct arena *a, const struct order *o)
{
	struct term other;

	return !term_find(w, a, o->domain, &other);
}

/* A name whose profile it joins: reg_domain, or that of the order it is linked to. */
static const char *
name_to_join(struct world *w, struct arena *a, const struct order *o)
{
	struct detail asked[] = { { "reg_domain", NULL }, { "link_domains", NULL },
		{ "master_order_id", NULL }, { NULL, NULL } };
	struct order master;

	details_fill(a, o->details, asked);
	if (*asked[0].value != '\0' || *asked[1].value == '\0')
		return asked[0].value;
	return order_load(w, a, strtoll(asked[2].value, NULL, 10), &master) ? master.domain : "";
}

/* Unless the login there has changed since the order was taken. */
static int64_t
profile_joined(struct world *w, struct arena *a, const struct term *t, const struct order *o)
{
	const char *name = name_to_join(w, a, o);
	struct term other;

	if (*name == '\0' ||
	    !profile_find(w, a, t->reseller, name, t->reg_username, t->reg_password, &other))
		return 0;
	return profile_id(&other);
}

void
order_new_carry_out(struct world *w, struct arena *a, struct order *o)
{
	struct detail asked[] = {
		{ "auto_renew", NULL },
		{ "lock_domain", NULL },
		{ "reg_username", NULL },
		{ "reg_password", NULL },
		{ "dns_template", NULL },
		{ NULL, NULL },
	};

	details_fill(a, o->details, asked);
	struct term t = {
		.name = o->domain,
		.reseller = o->reseller,
		.registrar = HOUSE_REGISTRAR,
		.state = "active",
		.created = w->now,
		.auto_renew = strcmp(asked[0].value, "Y") == 0,
		.locked = strcmp(asked[1].value, "1") == 0,
		.contacts = o->contacts,
		.nameservers = o->nameservers,
		.reg_username = asked[2].value,
		.reg_password = asked[3].value,
	};
	t.profile = profile_joined(w, a, &t, o);
	t.expires = t.registry_expires = term_end(w, a, t.name, w->now, o->period);
	term_save(w, &t);
	o->term = t.id;
	setting_begin(w, t.id, o->details);
	if (*asked[4].value != '\0')
		zone_begin(w, a, &t, asked[4].value);
}

static void
announce(struct world *w, struct arena *a, const struct term *t, const struct order *o)
{
	const struct variable data[] = {
		{ "domain_id", arena_printf(a, "%" PRId64, t->id) },
		{ "domain_name", t->name },
		{ "expiration_date", arena_strdup(a, instant_iso(t->expires).text) },
		{ "period", arena_printf(a, "%d", o->period) },
		{ NULL, NULL },
	};
	const struct variable created[] = { data[0], data[1], data[2], { NULL, NULL } };

	event_add(w, a, t->reseller, "DOMAIN", "CREATED", created);
	event_add(w, a, t->reseller, "DOMAIN", "REGISTERED", data);
}

void
order_new_complete(struct world *w, struct arena *a, const struct order *o)
{
	struct term t;

	if (!term_load(w, a, o->term, &t))
		return; /* only a fault can hide the row */
	announce(w, a, &t, o);
	verification_begin(w, a, &t);
}
