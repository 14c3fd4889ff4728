/*
 * SW_REGISTER DOMAIN, reg_types new, premium, sunrise and landrush: a new name is
 * ordered, and registered at once or saved.
 *
 * What makes no sense is refused and leaves nothing behind; what the registry or
 * the account refuses leaves a pending order (facts: api/05, rules/07).
 */
#include "base/arena.h"
#include "command/domain/agreed_price.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/domain/registration.h"
#include "command/offered.h"
#include "world/name/domain.h"
#include "world/name/idn.h"
#include "world/name/zone.h"

#define NOT_ALLOWED 435 /* by the account */

/* Clients send an empty tag, or one for a name that needs none. */
static const struct refusal *
check_tag(struct request *rq, const char *domain)
{
	const char *tag = attr_word(rq, "encoding_type");

	switch (idn_check_tag(rq->world, rq->arena, domain, tag)) {
	case IDN_UNTAGGED:
		return refuse(rq, missing_field, "encoding_type");
	case IDN_UNKNOWN_TAG:
		return refuse(rq, registration_data,
		    arena_printf(rq->arena, "encoding_type '%s'", excerpt(rq->arena, tag)));
	case IDN_FINE:
	case IDN_MALFORMED:
	case IDN_NOT_OFFERED:
		break;
	}
	return NULL;
}

static const struct refusal *
check_period(struct request *rq, const char *domain)
{
	struct years years = domain_years(rq->world, rq->arena, domain);
	int64_t period = attr_int(rq, "period");

	if (!attr_given(rq, "period"))
		return refuse(rq, missing_field, "period");
	if (period >= years.least && period <= years.most)
		return NULL;
	return refuse(
	    rq, registration_data, arena_printf(rq->arena, "period '%" PRId64 "'", period));
}

static const struct refusal *
check_template(struct request *rq)
{
	const char *name = attr_word(rq, "dns_template");
	struct zone_template t;

	if (zone_template_find(rq->world, rq->arena, rq->reseller->id, name, &t))
		return NULL;
	return refuse(rq, no_template, excerpt(rq->arena, name));
}

/* What was asked for, as an order that is not saved yet.  Nameservers to which its
 * names must not point are nothing wrong with the order: it can be had when they may. */
static const struct refusal *
read_order(
    struct request *rq, struct order *o, struct contact_set *set, const struct refusal **later)
{
	const char *domain = attr_text(rq, "domain");
	const struct refusal *no = name_offered(rq, domain);

	*o = (struct order){
		.reseller = rq->reseller->id,
		.domain = domain,
		.type = attr_text(rq, "reg_type"),
		.period = (int)attr_int(rq, "period"),
		.submitted = rq->world->now,
	};
	if (no == NULL)
		no = registration_kind(rq, domain);
	if (no == NULL)
		no = check_tag(rq, domain);
	if (no == NULL)
		no = check_period(rq, domain);
	if (no == NULL)
		no = check_template(rq);
	if (no == NULL)
		no = registration_profile(rq);
	if (no == NULL)
		no = registration_contacts(rq, domain, set);
	if (no == NULL)
		no = registration_tld_data(rq, domain);
	if (no == NULL)
		no = registration_nameservers(rq, &o->nameservers);
	*later = no != NULL && no->row->code == NOT_ALLOWED ? no : NULL;
	no = *later != NULL ? NULL : no;
	if (no == NULL && !registration_price(rq, o, &o->price))
		no = refuse(rq, unknown_tld, excerpt(rq->arena, domain));
	if (no == NULL)
		no = agreed_price(rq, domain, o->price, &refusal_registration_data);
	return no;
}

const struct refusal *
register_new(struct request *rq)
{
	struct contact_set set;
	struct order o;
	int64_t *cancelled;
	const struct refusal *later, *no = read_order(rq, &o, &set, &later);

	if (no != NULL)
		return no;
	o.contacts = contacts_text(rq->arena, &set);
	o.details = registration_details(rq);
	size_t n = order_supersede(rq->world, rq->arena, &o, &cancelled);
	struct submission s = order_handle(rq, &o, later);
	if (s.ended == ORDER_COMPLETED)
		registration_reply(rq, order_email(&set), &o);
	no = order_reply(rq, &(struct order_words){ "id", order_email(&set) }, &o, &s);
	return order_say_cancelled(rq, no, cancelled, n);
}
