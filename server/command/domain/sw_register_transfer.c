/*
 * SW_REGISTER DOMAIN, reg_type transfer: a name is to come from another registrar or
 * another reseller.
 *
 * What makes no sense leaves nothing behind; a name that cannot be brought leaves a
 * pending order, as one does that is taken.  Whom it needs then is world/flow/transfer/.
 */
#include "base/arena.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/domain/registration.h"
#include "command/nameservers.h"
#include "command/offered.h"
#include "command/transfer/reply.h"
#include "world/money/price.h"
#include "world/policy/policy.h"

/* Decisions, 24: a TLD that is not offered is no reason of its own. */
static const struct refusal *
check_name(struct request *rq, const char *domain)
{
	if (rulebook_tld(rq->world->rules, domain) == NULL)
		return refuse(rq, not_transferrable, NULL);
	return name_offered(rq, domain);
}

/* A transfer brings one year at most; some clients say 0 where it brings none. */
static const struct refusal *
check_period(struct request *rq)
{
	int64_t period = attr_int(rq, "period");

	if (period <= 1)
		return NULL;
	return refuse(
	    rq, registration_data, arena_printf(rq->arena, "period '%" PRId64 "'", period));
}

static const struct refusal *
check_address(struct request *rq, const char *domain)
{
	const char *needed = policy_of_tld(rq->world, rq->arena, domain, "owner_confirm_address");

	if (strcmp(needed, "yes") != 0 || attr_given(rq, "owner_confirm_address"))
		return NULL;
	return refuse(rq, missing_field, "owner_confirm_address");
}

/* None: the name keeps those it has. */
static const struct refusal *
read_nameservers(struct request *rq, const char **text)
{
	const struct value *list = attr_tree(rq, "nameserver_list");

	*text = "[]";
	if (!attr_flag(rq, "custom_nameservers") && !attr_flag(rq, "custom_transfer_nameservers"))
		return NULL;
	if (list == NULL)
		return refuse(rq, missing_field, "nameserver_list");
	return nameservers_read(rq, list, &refusal_registration_data, text);
}

static const struct refusal *
read_order(struct request *rq, struct order *o, struct contact_set *set)
{
	const char *domain = attr_text(rq, "domain");
	const struct refusal *no = check_name(rq, domain);

	*o = (struct order){
		.reseller = rq->reseller->id,
		.domain = domain,
		.type = attr_text(rq, "reg_type"),
		.period = attr_given(rq, "period") ? (int)attr_int(rq, "period") : 1,
		.submitted = rq->world->now,
	};
	if (no == NULL)
		no = check_period(rq);
	if (no == NULL)
		no = check_address(rq, domain);
	if (no == NULL)
		no = registration_profile(rq);
	if (no == NULL)
		no = registration_contacts(rq, domain, set);
	if (no == NULL)
		no = read_nameservers(rq, &o->nameservers);
	if (no == NULL && !price_of(rq->world, domain, "transfer", 1, &o->price))
		no = refuse(rq, not_transferrable, NULL);
	return no;
}

/* Recorded as transfer/transfer. */
static void
reply_initiated(struct request *rq, const char *email, const struct order *o)
{
	rq->text = TRANSFER_INITIATED;
	value_add_text(rq->arena, rq->reply, "registration_text", rq->text);
	value_add_text(rq->arena, rq->reply, "admin_email", email);
	value_add_text(rq->arena, rq->reply, "registration_code", "200");
	value_add_text(rq->arena, rq->reply, "id", arena_printf(rq->arena, "%" PRId64, o->id));
}

const struct refusal *
register_transfer(struct request *rq)
{
	struct contact_set set;
	struct order o;
	int64_t *cancelled;
	const struct refusal *no = read_order(rq, &o, &set);

	if (no != NULL)
		return no;
	o.contacts = contacts_text(rq->arena, &set);
	o.details = registration_details(rq);
	size_t n = order_supersede(rq->world, rq->arena, &o, &cancelled);
	struct submission s = order_handle(rq, &o, NULL);
	if (s.ended == ORDER_DEPARTED)
		reply_initiated(rq, order_email(&set), &o);
	no = transfer_refused(rq, &o, &s);
	if (no == NULL)
		no = order_reply(rq, &(struct order_words){ "id", order_email(&set) }, &o, &s);
	if (no == NULL)
		transfer_say_id(rq, &o);
	return order_say_cancelled(rq, no, cancelled, n);
}
