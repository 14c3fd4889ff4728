/*
 * SW_REGISTER DOMAIN, reg_type whois_privacy: a name that is here already is to have
 * privacy.  The reg_type is on the guide's list; what it says is inferred from
 * f_whois_privacy of registrations.
 */
#include "base/arena.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/domain/registration.h"
#include "command/owned.h"
#include "world/name/capability.h"
#include "world/order/details.h"

#define CAPABILITY_NAME "whois_privacy_state"

static const struct refusal *
check(struct request *rq, struct term *t)
{
	const struct refusal *no = own_term_or_480(rq, t);

	if (no == NULL && !capability_named(rq->world, rq->arena, t->name, CAPABILITY_NAME))
		no = refuse(rq, setting_absent, CAPABILITY_NAME);
	return no != NULL ? no : nothing_waits(rq, t->name);
}

static void
reply(struct request *rq, const char *email, const struct order *o)
{
	rq->text = "WHOIS Privacy successfully enabled.";
	value_add_text(rq->arena, rq->reply, "registration_text", rq->text);
	value_add_text(rq->arena, rq->reply, "admin_email", email);
	value_add_text(rq->arena, rq->reply, "registration_code", "200");
	value_add_text(rq->arena, rq->reply, "id", arena_printf(rq->arena, "%" PRId64, o->id));
	value_add_text(rq->arena, rq->reply, "whois_privacy_state", "enabled");
}

const struct refusal *
register_privacy(struct request *rq)
{
	struct term t;
	const struct refusal *no = check(rq, &t);

	if (no != NULL)
		return no;
	const struct contact_set set = contacts_parse(rq->arena, t.contacts);
	struct order o = {
		.reseller = rq->reseller->id,
		.domain = t.name,
		.type = attr_text(rq, "reg_type"),
		.period = 1,
		.submitted = rq->world->now,
		.term = t.id,
		.contacts = t.contacts,
		.nameservers = t.nameservers,
		.details = details_text(rq->arena, (const struct detail[]){ { NULL, NULL } }),
	};
	struct submission s = order_handle(rq, &o, NULL);
	if (s.ended == ORDER_COMPLETED)
		reply(rq, order_email(&set), &o);
	no = order_reply(rq, &(struct order_words){ "id", order_email(&set) }, &o, &s);
	if (no == NULL && s.ended == ORDER_SENT)
		value_add_text(rq->arena, rq->reply, "whois_privacy_state", "enabling");
	return no;
}
