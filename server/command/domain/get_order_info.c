/* GET_ORDER_INFO DOMAIN: one order as a flat list, all keys of the recorded reply
 * lookup/get_order_info. */
#include "base/arena.h"
#include "command/command.h"
#include "world/money/account.h"
#include "world/name/nameserver.h"
#include "world/order/details.h"
#include "world/order/order.h"
#include "world/party/contact.h"

#define FQDNS 6

const struct attr accepts_get_order_info[] = {
	{ .name = "order_id",
	    .type = ATTR_INT,
	    .required = REQUIRED,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static void
say(struct arena *a, struct value *to, const char *key, const char *text)
{
	value_add_text(a, to, key, text);
}

static void
say_number(struct arena *a, struct value *to, const char *key, int64_t n)
{
	say(a, to, key, arena_printf(a, "%" PRId64, n));
}

static void
say_epoch(struct arena *a, struct value *to, const char *key, instant t)
{
	if (t == 0)
		say(a, to, key, "");
	else
		say_number(a, to, key, t);
}

static void
say_contacts(struct arena *a, struct value *to, const struct order *o)
{
	struct contact_set set = contacts_parse(a, o->contacts);

	for (size_t r = 0; r < ROLE_COUNT; r++)
		for (size_t f = 0; f < CONTACT_FIELDS; f++)
			say(a, to, arena_printf(a, "%s_%s", role_names[r], contact_field_names[f]),
			    set.given[r] ? *contact_field(&set.of[r], f) : "");
}

static void
say_nameservers(struct arena *a, struct value *to, const struct order *o)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(a, o->nameservers, names);

	for (size_t i = 0; i < FQDNS; i++)
		say(a, to, arena_printf(a, "fqdn%zu", i + 1), i < n ? names[i] : "");
}

static const char *
or_else(const char *text, const char *fallback)
{
	return *text == '\0' ? fallback : text;
}

/* What the details have under another name, or what is never there yet. */
static void
say_details(struct arena *a, struct value *to, const struct order *o)
{
	static const struct {
		const char *key, *detail, *fallback;
	} rows[] = {
		{ "affiliate_id", "affiliate_id", "" },
		{ "comments", "comments", "" },
		{ "encoding_type", "encoding_type", "" },
		{ "f_auto_renew", "auto_renew", "N" },
		{ "f_bypass_confirm", "bypass_confirm", "" },
		{ "f_lock_domain", "lock_domain", "0" },
		{ "flag_saved_ns_fields", "custom_nameservers", "0" },
		{ "flag_saved_tech_fields", "custom_tech_contact", "0" },
		{ "forwarding_email", "forwarding_email", "" },
		{ "master_order_id", "master_order_id", "0" },
		{ "reg_domain", "reg_domain", "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		say(a, to, rows[i].key,
		    or_else(details_read(a, o->details, rows[i].detail), rows[i].fallback));
}

const struct refusal *
cmd_get_order_info(struct request *rq)
{
	struct arena *a = rq->arena;
	struct order o;

	if (!order_load(rq->world, a, attr_int(rq, "order_id"), &o) ||
	    o.reseller != rq->reseller->id)
		return refuse(rq, order_not_found, NULL);
	struct value *to = value_add(a, rq->reply, "field_hash", VALUE_ASSOC);
	say_number(a, to, "id", o.id);
	say(a, to, "domain", o.domain);
	say(a, to, "reg_type", o.type);
	say(a, to, "status", o.status);
	say_epoch(a, to, "order_date", o.submitted);
	say_epoch(a, to, "processed_date", o.processed);
	say_epoch(a, to, "completed_date", o.completed);
	say_number(a, to, "period", o.period);
	say(a, to, "cost", cents_text(a, o.price));
	say_details(a, to, &o);
	say_contacts(a, to, &o);
	say_nameservers(a, to, &o);
	value_add(a, to, "notes", VALUE_ARRAY);
	return NULL;
}
