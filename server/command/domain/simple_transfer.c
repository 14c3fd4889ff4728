/*
 * SIMPLE_TRANSFER and SIMPLE_TRANSFER_STATUS DOMAIN: many names are ordered from
 * elsewhere, just as they are, and how far that is.
 *
 * domains.opensrs.guide/v1.0/docs/simple_transfer and github.com/yola/opensrs have the
 * attributes and the number of the job; what the status says of each name is inferred.
 *
 * The vendor's page has the contacts of such an order read from WHOIS, and the name keep
 * its own.  So the order of a name from another registrar has those of the name.  Of
 * another reseller's it has the asker's technical contact instead (inferred): its owner
 * has not been asked yet, and WHOIS tells but his state and country since 2018, which is
 * why the vendor gave the command up.
 */
#include "base/arena.h"
#include "command/bulk_change/job.h"
#include "command/nameservers.h"

#define MOST 10000 /* the vendor's page */
#define JOB "simple_transfer_job_id"

const struct attr accepts_simple_transfer[] = {
	DOMAIN_LIST,
	{ .name = "nameserver_list", .type = ATTR_TREE, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};
const struct attr accepts_simple_transfer_status[] = {
	{ .name = JOB,
	    .type = ATTR_INT,
	    .required = REQUIRED,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static void
say_number(struct request *rq, struct value *to, const char *key, int64_t n)
{
	value_add_text(rq->arena, to, key, arena_printf(rq->arena, "%" PRId64, n));
}

const struct refusal *
cmd_simple_transfer(struct request *rq)
{
	const struct value *list = attr_tree(rq, "nameserver_list");
	const struct refusal *no = NULL;
	const char *text;
	struct bulk b;

	if (list != NULL)
		no = nameservers_read(rq, list, &refusal_invalid_data, &text);
	if (no == NULL)
		no = job_submit(rq, "simple_transfer", MOST, &b);
	if (no == NULL)
		say_number(rq, rq->reply, JOB, b.id);
	return no;
}

static void
say_item(struct request *rq, struct value *list, const struct bulk_item *item)
{
	struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	value_add_text(rq->arena, to, "domain", item->name);
	if (item->at == 0) {
		value_add_text(rq->arena, to, "status", "pending");
		return;
	}
	value_add_text(rq->arena, to, "status", item->success ? "submitted" : "failed");
	say_number(rq, to, "response_code", item->code);
	value_add_text(rq->arena, to, "response_text", item->text);
}

const struct refusal *
cmd_simple_transfer_status(struct request *rq)
{
	struct bulk b;
	const struct refusal *no = job_find(rq, attr_int(rq, JOB), "simple_transfer", &b);

	if (no != NULL)
		return no;
	struct bulk_item *rows = NEW_ARRAY(rq->arena, struct bulk_item, b.names);
	bulk_items(rq->world, rq->arena, &b, rows);
	say_number(rq, rq->reply, JOB, b.id);
	value_add_text(
	    rq->arena, rq->reply, "status", b.finished != 0 ? "completed" : "in_progress");
	struct value *list = value_add(rq->arena, rq->reply, "domain_list", VALUE_ARRAY);
	for (size_t i = 0; i < b.names; i++)
		say_item(rq, list, &rows[i]);
	return NULL;
}
