/*
 * RENEW DOMAIN: more years for a name, ordered, and carried out at once or saved.
 *
 * The year in which the asker believes it to expire keeps a repeated request from
 * renewing twice (decisions, 25).
 */
#include "base/arena.h"
#include "command/domain/agreed_price.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/domain/renewable.h"
#include "command/owned.h"
#include "world/money/price.h"
#include "world/order/details.h"
#include "world/policy/policy.h"

#define DATA .refusal = &refusal_invalid_data
#define TEXT(attr, most) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = most, DATA \
	}

const struct attr accepts_renew[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "currentexpirationyear",
	    .type = ATTR_INT,
	    .required = REQUIRED,
	    .min = 1970,
	    .max = 9999,
	    DATA },
	{ .name = "period", .type = ATTR_INT, .required = REQUIRED, .min = 1, .max = 10, DATA },
	HANDLE_ATTR(invalid_data),
	{ .name = "auto_renew", .type = ATTR_FLAG, .max = 1, DATA },
	AGREED_PRICE_ATTR(invalid_data),
	{ .name = "f_parkp", .type = ATTR_FLAG, .max = 1, DATA },
	TEXT("affiliate_id", 256),
	TEXT("notes", 4096),
	ATTR_LAST,
};

static const struct refusal *
check(struct request *rq, struct term *t)
{
	const struct refusal *no = own_term_or_480(rq, t);

	if (no != NULL)
		return no;
	if (strcmp(policy_of_tld(rq->world, rq->arena, t->name, "renewable"), "no") == 0)
		return refuse(rq, not_renewable, t->name);
	if (order_waiting_for(rq->world, t->name, "renewal") != 0)
		return refuse(rq, renewal_waits, NULL);
	return renewable(rq, t, attr_int(rq, "currentexpirationyear"), attr_int(rq, "period"));
}

static const char *
details_of(struct request *rq)
{
	const char *auto_renew = attr_flag(rq, "auto_renew") ? "Y" : "N";
	const char *parkpage = attr_flag(rq, "f_parkp") ? "on" : "off";
	const struct detail rows[] = {
		{ "auto_renew", attr_given(rq, "auto_renew") ? auto_renew : NULL },
		{ "parkpage", attr_given(rq, "f_parkp") ? parkpage : NULL },
		{ EXPECTED_YEAR,
		    arena_printf(rq->arena, "%" PRId64, attr_int(rq, "currentexpirationyear")) },
		{ "affiliate_id", attr_word(rq, "affiliate_id") },
		{ "comments", attr_word(rq, "notes") },
		{ NULL, NULL },
	};

	return details_text(rq->arena, rows);
}

/* The sample of domains.opensrs.guide/docs/renew-domain. */
static void
reply_renewed(struct request *rq, const struct order *o, const char *email)
{
	struct arena *a = rq->arena;
	struct term t;

	if (!term_load(rq->world, a, o->term, &t))
		return; /* only a fault can hide the row */
	value_add_text(a, rq->reply, "admin_email", email);
	value_add_text(a, rq->reply, "order_id", arena_printf(a, "%" PRId64, o->id));
	value_add_text(a, rq->reply, "auto_renew", t.auto_renew ? "1" : "0");
	value_add_text(a, rq->reply, "id", arena_printf(a, "%" PRId64, t.id));
	value_add_text(a, rq->reply, "registration expiration date", instant_plain(t.expires).text);
}

static const struct refusal *
order(struct request *rq, struct order *o)
{
	struct contact_set set = contacts_parse(rq->arena, o->contacts);
	int64_t *cancelled;
	size_t n = order_supersede(rq->world, rq->arena, o, &cancelled);
	struct submission s = order_handle(rq, o, NULL);

	if (s.ended == ORDER_COMPLETED)
		reply_renewed(rq, o, order_email(&set));
	const struct refusal *no = order_reply(
	    rq, &(struct order_words){ "order_id", order_email(&set) }, o, &s);
	return order_say_cancelled(rq, no, cancelled, n);
}

const struct refusal *
cmd_renew(struct request *rq)
{
	struct term t;
	const struct refusal *no = check(rq, &t);

	if (no != NULL)
		return no;
	struct order o = {
		.reseller = rq->reseller->id,
		.domain = t.name,
		.type = "renewal",
		.period = (int)attr_int(rq, "period"),
		.submitted = rq->world->now,
		.term = t.id,
		.contacts = t.contacts,
		.nameservers = t.nameservers,
		.details = details_of(rq),
	};
	if (!price_of(rq->world, t.name, o.type, o.period, &o.price))
		return refuse(rq, unknown_tld, t.name);
	no = agreed_price(rq, t.name, o.price, &refusal_invalid_data);
	return no != NULL ? no : order(rq, &o);
}
