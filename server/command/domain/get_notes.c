/* GET_NOTES DOMAIN: what happened to a name, or to one order or transfer of it.  In the
 * order of the recorded reply lookup/get_notes_for_domain. */
#include "base/arena.h"
#include "command/listing.h"
#include "world/flow/transfer/transfer.h"
#include "world/name/term.h"
#include "world/notice/note.h"
#include "world/order/order.h"

static bool
is_type(const char *text)
{
	return strcmp(text, "domain") == 0 || strcmp(text, "order") == 0 ||
	       strcmp(text, "transfer") == 0;
}

const struct attr accepts_get_notes[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "type",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 16,
	    .pattern = is_type,
	    .refusal = &refusal_invalid_data },
	{ .name = "order_id",
	    .type = ATTR_INT,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	{ .name = "transfer_id",
	    .type = ATTR_INT,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	LISTING_ATTRS,
	ATTR_LAST,
};

/* A name that was only ordered has notes as well. */
static const struct refusal *
check_domain(struct request *rq, const char *domain)
{
	const struct order_filter ordered = { .reseller = rq->reseller->id, .domain = domain };
	struct term t;

	if (term_find(rq->world, rq->arena, domain, &t) && t.reseller == rq->reseller->id)
		return NULL;
	return order_count(rq->world, &ordered) > 0 ? NULL : refuse(rq, domain_not_found, NULL);
}

static const struct refusal *
check_order(struct request *rq, const char *domain)
{
	struct order o;

	if (!attr_given(rq, "order_id"))
		return refuse(rq, missing_field, "order_id");
	if (order_load(rq->world, rq->arena, attr_int(rq, "order_id"), &o) &&
	    o.reseller == rq->reseller->id && strcmp(o.domain, domain) == 0)
		return NULL;
	return refuse(rq, order_not_found, NULL);
}

static const struct refusal *
check_transfer(struct request *rq, const char *domain)
{
	struct transfer t;

	if (!attr_given(rq, "transfer_id"))
		return refuse(rq, missing_field, "transfer_id");
	if (transfer_load(rq->world, rq->arena, attr_int(rq, "transfer_id"), &t) &&
	    (t.gaining == rq->reseller->id || t.losing == rq->reseller->id) &&
	    strcmp(t.episode.label, domain) == 0)
		return NULL;
	return refuse(rq, no_transfer, NULL);
}

/* Whose notes they are, by type. */
static const struct refusal *
find_notes(struct request *rq, struct notes_about *about)
{
	const char *type = attr_text(rq, "type");
	const struct refusal *no = NULL;

	if (strcmp(type, "order") == 0) {
		no = check_order(rq, about->domain);
		about->order = attr_int(rq, "order_id");
	} else if (strcmp(type, "transfer") == 0) {
		no = check_transfer(rq, about->domain);
		about->transfer = attr_int(rq, "transfer_id");
	}
	return no;
}

static void
say_notes(struct request *rq, const struct notes_about *about)
{
	struct page page = page_asked(rq);
	size_t total = note_count(rq->world, about);
	size_t most = total < page.limit ? total : page.limit;
	struct note *rows = NEW_ARRAY(rq->arena, struct note, most + 1);
	size_t n = note_list(rq->world, rq->arena, about, page.skip, most, rows);
	struct value *list = value_add(rq->arena, rq->reply, "notes", VALUE_ARRAY);

	for (size_t i = 0; i < n; i++) {
		struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);
		value_add_text(rq->arena, to, "timestamp", toronto_text(rq->arena, rows[i].at));
		value_add_text(rq->arena, to, "note", rows[i].text);
	}
	page_say(rq, &page, total);
}

const struct refusal *
cmd_get_notes(struct request *rq)
{
	struct notes_about about = { .reseller = rq->reseller->id,
		.domain = attr_text(rq, "domain") };
	const struct refusal *no = check_domain(rq, about.domain);

	if (no == NULL)
		no = find_notes(rq, &about);
	if (no != NULL)
		return no;
	rq->transaction = transaction_id(rq);
	say_notes(rq, &about);
	return NULL;
}
