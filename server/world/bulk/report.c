/* The report of a bulk change: one mail with a line for each name. */
#include "base/arena.h"
#include "base/buf.h"
#include "world/bulk/inside.h"
#include "world/notice/mail.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"

static const char *
lines_of(struct arena *a, const struct bulk_item *rows, size_t n)
{
	struct buf out;

	buf_open(&out, 0);
	for (size_t i = 0; i < n; i++)
		buf_printf(&out, "%s: %d %s\n", rows[i].name, rows[i].code, rows[i].text);
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

void
bulk_report(struct world *w, struct arena *a, const struct bulk *b)
{
	struct bulk_item *rows = NEW_ARRAY(a, struct bulk_item, b->names);
	struct reseller r;
	size_t done = 0;

	if (!reseller_load(w, a, b->reseller, &r))
		return; /* only a fault can hide the row */
	bulk_items(w, a, b, rows);
	for (size_t i = 0; i < b->names; i++)
		done += rows[i].success;
	struct mail m = {
		.type = "bulk.report",
		.sender = policy_text(w, a, &policy_house_address),
		.recipient = b->email,
		.reseller = r.id,
		.domain = "",
		.variables = {
			{ "company", r.company },
			{ "request", arena_printf(a, "%" PRId64, b->id) },
			{ "change", b->type },
			{ "count", arena_printf(a, "%zu", b->names) },
			{ "done", arena_printf(a, "%zu", done) },
			{ "refused", arena_printf(a, "%zu", b->names - done) },
			{ "results", lines_of(a, rows, b->names) },
		},
	};
	mail_send(w, a, &m);
}
