/*
 * TRADE_DOMAIN DOMAIN: where a registry lets nobody change the name of an owner, the name
 * is given to a new one, by an order.
 *
 * What is not said of the new owner stays as it is.  The attributes are those of
 * github.com/OpenSRS/osrs-toolkit-php; the words of the reply are inferred from those of
 * other orders.
 */
#include "base/arena.h"
#include "command/contacts.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/owned.h"
#include "command/tld_data.h"
#include "world/money/price.h"
#include "world/name/authcode.h"
#include "world/order/details.h"
#include "world/policy/policy.h"

#define FIELD(attr, obligation, most) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = obligation, .max = most, \
		.refusal = &refusal_invalid_data \
	}

const struct attr accepts_trade_domain[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	FIELD("first_name", REQUIRED, 64),
	FIELD("last_name", REQUIRED, 63),
	FIELD("org_name", REQUIRED, 64),
	FIELD("email", REQUIRED, 128),
	FIELD("address1", OPTIONAL, 64),
	FIELD("address2", OPTIONAL, 64),
	FIELD("address3", OPTIONAL, 64),
	FIELD("city", OPTIONAL, 64),
	FIELD("state", OPTIONAL, 32),
	FIELD("country", OPTIONAL, 2),
	FIELD("postal_code", OPTIONAL, 16),
	FIELD("phone", OPTIONAL, 20),
	FIELD("fax", OPTIONAL, 20),
	FIELD("domain_auth_info", OPTIONAL, 255),
	{ .name = "tld_data", .type = ATTR_TREE, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* LIST has the TLD of this name, among others with blanks between. */
static bool
tld_among(struct request *rq, const struct policy *list, const char *domain)
{
	const char *text = policy_text(rq->world, rq->arena, list);

	for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
		size_t n = strcspn(text, " ");
		const struct tld *tld = rulebook_tld_named(
		    rq->world->rules, arena_strndup(rq->arena, text, n));
		if (tld != NULL && tld == rulebook_tld(rq->world->rules, domain))
			return true;
		text += n;
	}
	return false;
}

static const struct refusal *
check(struct request *rq, struct term *t)
{
	const struct refusal *no = owned_term(rq, t);

	if (no == NULL && !tld_among(rq, &policy_trade_tlds, t->name))
		no = refuse(rq, setting_absent, "trade_domain");
	if (no == NULL && t->locked)
		no = refuse(rq, name_locked, t->name);
	if (no == NULL)
		no = nothing_waits(rq, t->name);
	if (no == NULL && attr_given(rq, "domain_auth_info") &&
	    strcmp(attr_text(rq, "domain_auth_info"), authcode_of(rq->world, rq->arena, t)) != 0)
		no = refuse(rq, invalid_data, "domain_auth_info");
	return no;
}

/* The present owner with what was sent instead, as a contact_set. */
static const struct value *
new_owner(struct request *rq, const struct contact_set *set)
{
	struct value *sent = value_new(rq->arena, VALUE_ASSOC);
	struct value *to = value_add(rq->arena, sent, role_names[OWNER], VALUE_ASSOC);
	struct contact now = set->of[OWNER];

	for (size_t f = 0; f < CONTACT_FIELDS; f++) {
		const char *name = contact_field_names[f];
		value_add_text(rq->arena, to, name,
		    attr_given(rq, name) ? attr_text(rq, name) : *contact_field(&now, f));
	}
	return sent;
}

/* What the registry wants to know besides, for the settings of the name. */
static const struct refusal *
read_data(struct request *rq, const char *domain, const char **details)
{
	struct setting data[MOST_SETTINGS];
	struct detail rows[MOST_SETTINGS + 1] = { { NULL, NULL } };
	const struct refusal *no = NULL;
	size_t n = 0;

	if (attr_given(rq, "tld_data"))
		no = tld_data_read(rq, domain, &refusal_invalid_data, data, &n);
	for (size_t i = 0; no == NULL && i < n; i++)
		rows[i] = (struct detail){
			arena_printf(rq->arena, SETTING_DETAIL "%s", data[i].name), data[i].value
		};
	if (no == NULL)
		*details = details_text(rq->arena, rows);
	return no;
}

/* Some registries take for it what a year costs; of the others we know nothing. */
static int64_t
price(struct request *rq, const char *domain)
{
	int64_t cents = 0;

	if (tld_among(rq, &policy_trade_charged, domain))
		price_of(rq->world, domain, "renewal", 1, &cents);
	return cents;
}

static const struct refusal *
submit(struct request *rq, struct order *o, const struct contact_set *set)
{
	const struct order_words words = { "order_id", order_email(set) };
	int64_t *cancelled;
	size_t n = order_supersede(rq->world, rq->arena, o, &cancelled);
	struct submission s = order_process(rq, o, NULL);
	const struct refusal *no = order_reply(rq, &words, o, &s);

	if (s.ended == ORDER_COMPLETED)
		value_add_text(
		    rq->arena, rq->reply, "order_id", arena_printf(rq->arena, "%" PRId64, o->id));
	return order_say_cancelled(rq, no, cancelled, n);
}

const struct refusal *
cmd_trade_domain(struct request *rq)
{
	struct term t;
	struct order o;
	const struct refusal *no = check(rq, &t);

	if (no != NULL)
		return no;
	struct contact_set set = contacts_parse(rq->arena, t.contacts);
	no = contact_read(
	    rq, new_owner(rq, &set), OWNER, t.name, &refusal_invalid_data, &set.of[OWNER]);
	if (no == NULL)
		no = read_data(rq, t.name, &o.details);
	if (no != NULL)
		return no;
	o = (struct order){
		.reseller = rq->reseller->id,
		.domain = t.name,
		.type = "trade",
		.price = price(rq, t.name),
		.period = 1,
		.submitted = rq->world->now,
		.term = t.id,
		.contacts = contacts_text(rq->arena, &set),
		.nameservers = t.nameservers,
		.details = o.details,
	};
	return submit(rq, &o, &set);
}
