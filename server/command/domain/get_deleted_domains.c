/* GET_DELETED_DOMAINS DOMAIN: the names that the asker has lost, the first to go first.
 * In the order of the recorded reply lookup/get_deleted_domains, whose days of
 * deletion are Toronto's and whose days of expiry are UTC's (decisions, 5). */
#include "base/arena.h"
#include "clock/zone.h"
#include "command/listing.h"
#include "world/name/deletion.h"
#include "world/policy/policy.h"

#define DAY(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 10, .pattern = is_day, \
		.refusal = &refusal_invalid_data \
	}
#define ADDRESS(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 255, .refusal = &refusal_invalid_data \
	}

const struct attr accepts_get_deleted_domains[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	ADDRESS("owner_email"),
	ADDRESS("admin_email"),
	ADDRESS("billing_email"),
	ADDRESS("tech_email"),
	DAY("del_from"),
	DAY("del_to"),
	DAY("exp_from"),
	DAY("exp_to"),
	LISTING_ATTRS_FROM(0),
	ATTR_LAST,
};

static const struct refusal *
check(struct request *rq)
{
	static const char *const days[] = { "del_from", "del_to", "exp_from", "exp_to" };
	int64_t last = policy_number(rq->world, &policy_deleted_last_year);
	instant day;

	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		if (attr_given(rq, days[i]) && day_parse(attr_text(rq, days[i]), &day) &&
		    date_of(day).year > last)
			return refuse(rq, invalid_data,
			    arena_printf(rq->arena, "%s '%s'", days[i], attr_text(rq, days[i])));
	return NULL;
}

/* 0 where it is not given. */
static instant
bound(struct request *rq, const char *name, int64_t further)
{
	instant day = 0;

	if (!attr_given(rq, name))
		return 0;
	day_parse(attr_text(rq, name), &day);
	return day + further;
}

static instant
toronto_bound(struct request *rq, const char *name, int64_t further)
{
	return attr_given(rq, name) ? toronto_day(bound(rq, name, further)) : 0;
}

static struct deletion_filter
asked(struct request *rq)
{
	return (struct deletion_filter){
		.reseller = rq->reseller->id,
		.domain = attr_word(rq, "domain"),
		.emails = { [OWNER] = attr_word(rq, "owner_email"),
		    [ADMIN] = attr_word(rq, "admin_email"),
		    [BILLING] = attr_word(rq, "billing_email"),
		    [TECH] = attr_word(rq, "tech_email") },
		.deleted_from = toronto_bound(rq, "del_from", 0),
		.deleted_to = toronto_bound(rq, "del_to", DAYS(1)),
		.expires_from = bound(rq, "exp_from", 0),
		.expires_to = bound(rq, "exp_to", DAYS(1)),
	};
}

static void
say_number(struct request *rq, struct value *to, const char *key, int64_t n)
{
	value_add_text(rq->arena, to, key, arena_printf(rq->arena, "%" PRId64, n));
}

/* The recorded server took its own text for local time. */
static instant
expiry_epoch(struct request *rq, instant expires)
{
	if (!policy_on(rq->world, &policy_expiredate_epoch))
		return expires;
	return expires + (expires - zone_local(ZONE_TORONTO, expires));
}

static void
say_deletion(struct request *rq, struct value *list, const struct deletion *d)
{
	struct arena *a = rq->arena;
	struct value *to = value_add(a, list, NULL, VALUE_ASSOC);

	value_add_text(a, to, "delete_date", toronto_text(a, d->deleted));
	value_add_text(a, to, "name", d->name);
	value_add_text(a, to, "reason", deletion_listed(d->reason));
	value_add_text(a, to, "expiredate", arena_strdup(a, instant_upper(d->expires).text));
	say_number(rq, to, "expiredate_epoch", expiry_epoch(rq, d->expires));
	say_number(rq, to, "delete_date_epoch", d->deleted);
}

static void
say_all(struct request *rq, struct deletion_filter *f, struct page page)
{
	struct arena *a = rq->arena;
	size_t total = deletion_count(rq->world, a, f);
	size_t most = total < page.limit ? total : page.limit;
	struct deletion *rows = NEW_ARRAY(a, struct deletion, most + 1);

	f->skip = page.skip;
	size_t n = deletion_list(rq->world, a, f, most, rows);
	say_number(rq, rq->reply, "page_size", (int64_t)page.limit);
	struct value *list = value_add(a, rq->reply, "del_domains", VALUE_ARRAY);
	for (size_t i = 0; i < n; i++)
		say_deletion(rq, list, &rows[i]);
	say_number(rq, rq->reply, "page", page.number);
	say_number(rq, rq->reply, "total", (int64_t)total);
}

const struct refusal *
cmd_get_deleted_domains(struct request *rq)
{
	int64_t first = policy_is(rq->world, &policy_deleted_first_page, "0") ? 0 : 1;
	struct deletion_filter f = asked(rq);
	struct page page = page_asked_from(rq, first);
	const struct refusal *no = check(rq);

	if (no == NULL && page.number < first)
		no = refuse(rq, invalid_data, "page '0'");
	if (no == NULL)
		say_all(rq, &f, page);
	return no;
}
