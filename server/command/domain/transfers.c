#include "command/domain/transfers.h"

#include "base/arena.h"
#include "world/policy/policy.h"

bool
is_transfer_status(const char *text)
{
	static const char *const states[] = { "pending_owner", "pending_admin", "pending_registry",
		"completed", "cancelled" };

	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (strcmp(text, states[i]) == 0)
			return true;
	return false;
}

static const char *
word(struct request *rq, const char *name)
{
	return attr_given(rq, name) ? attr_text(rq, name) : NULL;
}

static const struct refusal *
day_asked(struct request *rq, const char *name, instant *day)
{
	const char *text = attr_word(rq, name);

	if (!day_parse(text, day))
		*day = 0;
	else if (date_of(*day).year > policy_number(rq->world, &policy_transfer_last_year))
		return refuse(rq, invalid_data, arena_printf(rq->arena, "%s '%s'", name, text));
	return NULL;
}

const struct refusal *
transfers_days(struct request *rq, const char *before, instant *from, instant *to)
{
	instant first, last;
	const struct refusal *no = day_asked(
	    rq, arena_printf(rq->arena, "%s_from", before), &first);

	if (no == NULL)
		no = day_asked(rq, arena_printf(rq->arena, "%s_to", before), &last);
	if (no != NULL)
		return no;
	*from = first == 0 ? 0 : toronto_day(first);
	*to = last == 0 ? 0 : toronto_day(last + DAYS(1)) - 1;
	return NULL;
}

static const struct refusal *
span_asked(struct request *rq, const char *before, struct span *span)
{
	return transfers_days(rq, before, &span->from, &span->to);
}

const struct refusal *
transfers_asked(struct request *rq, struct transfer_filter *f)
{
	f->domain = word(rq, "domain");
	f->status = word(rq, "status");
	f->address = word(rq, "request_address");
	const struct refusal *no = span_asked(rq, "owner_request", &f->owner_asked);
	if (no == NULL)
		no = span_asked(rq, "owner_confirm", &f->owner_confirmed);
	return no != NULL ? no : span_asked(rq, "req", &f->registry_asked);
}

static void
say(struct request *rq, struct value *to, const char *key, const char *text)
{
	value_add_text(rq->arena, to, key, text);
}

static void
say_number(struct request *rq, struct value *to, const char *key, int64_t n)
{
	say(rq, to, key, arena_printf(rq->arena, "%" PRId64, n));
}

/* What has not been yet is an empty date and the epoch 0. */
static void
say_date(struct request *rq, struct value *to, const char *key, instant at)
{
	say(rq, to, key, at == 0 ? "" : toronto_text(rq->arena, at));
	say_number(rq, to, arena_printf(rq->arena, "%s_epoch", key), at);
}

static void
say_transfer(struct request *rq, struct value *list, const struct transfer *t)
{
	struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	say(rq, to, "domain", t->episode.label);
	say_number(rq, to, "transfer_id", t->episode.id);
	if (t->gaining == rq->reseller->id)
		say_number(rq, to, "order_id", t->order);
	say(rq, to, "status", t->episode.state);
	say(rq, to, "losing_registrar", t->losing_registrar);
	say(rq, to, "gaining_registrar", t->gaining_registrar);
	say(rq, to, "request_address", t->request_address);
	say_date(rq, to, "order_date", t->episode.started);
	say_date(rq, to, "owner_request_date", t->owner_asked);
	say_date(rq, to, "owner_confirm_date", t->owner_confirmed);
	say(rq, to, "owner_confirm_ip", t->confirm_ip);
	say_date(rq, to, "registry_request_date", t->registry_asked);
	say_date(rq, to, "completed_date", t->completed);
}

static struct page
page_of(struct request *rq)
{
	int64_t number = attr_int(rq, "page"), limit = attr_int(rq, "limit");

	number = number == 0 ? 1 : number;
	limit = limit > TRANSFERS_MOST ? TRANSFERS_MOST : limit;
	return (struct page){ number, (size_t)limit, (size_t)((number - 1) * limit) };
}

void
transfers_say(struct request *rq, struct transfer_filter *f)
{
	struct page page = page_of(rq);
	struct transfer rows[TRANSFERS_MOST];
	struct value *list = value_add(rq->arena, rq->reply, "transfers", VALUE_ARRAY);

	f->skip = page.skip;
	size_t n = transfer_search(rq->world, rq->arena, f, page.limit, rows);
	for (size_t i = 0; i < n; i++)
		say_transfer(rq, list, &rows[i]);
	page_say(rq, &page, transfer_count(rq->world, rq->arena, f));
}
