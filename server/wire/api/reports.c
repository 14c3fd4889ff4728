/* Reports: tables for spreadsheets, of one reseller or of all. */
#include "base/arena.h"
#include "base/buf.h"
#include "wire/api/api.h"
#include "wire/api/csv.h"
#include "world/flow/verification/verification.h"
#include "world/money/account.h"
#include "world/money/ledger.h"
#include "world/party/reseller.h"

const struct field shape_report_filter[] = { MAY("user", TEXT), SHAPE_END };
const struct field shape_csv[] = { HAS("text/csv; charset=utf-8", BYTES), SHAPE_END };

#define SLICE 500
#define CELLS(...) ((const char *const[]){ __VA_ARGS__ })
#define COUNT_OF(cells) (sizeof(cells) / sizeof(*(cells)))

/* Adds what comes after SINCE to the table; the last id, or SINCE: there is no more. */
typedef int64_t add_slice_fn(struct call *c, struct buf *b, int64_t reseller, int64_t since);

static const struct problem *
report(struct call *c, const char *const *heads, size_t n, add_slice_fn *add)
{
	struct reseller r = { 0 };
	const char *user = call_query(c, "user");
	const struct problem *p = query_check(c);
	struct buf b;

	if (p == NULL && user != NULL)
		p = find_reseller(c, user, &r);
	if (p != NULL)
		return p;
	buf_open(&b, 0);
	csv_row(&b, heads, n);
	for (int64_t since = -1, next = 0; next != since;) {
		since = next;
		next = add(c, &b, r.id, since);
	}
	p = answer_bytes(c, arena_strndup(c->arena, b.data, b.size), b.size);
	buf_close(&b);
	return p;
}

/* The vendor's daily CSV: every name that is in registrant verification (rules
 * 01, 1.10; the order of its columns is our guess). */
static const char *const verification_heads[] = { "domain", "email", "verification_start_date",
	"suspension_date", "first_name", "last_name" };

static void
add_name(struct call *c, struct buf *b, const struct term *t)
{
	struct verification_status s = verification_status(c->world, c->arena, t);
	struct contact_set set;

	if (!s.running)
		return;
	set = contacts_parse(c->arena, t->contacts);
	const struct contact *owner = &set.of[OWNER];
	struct instant_text started = instant_plain(s.started), ends = instant_plain(s.deadline);
	bool suspended = strcmp(s.status, "suspended") == 0;
	csv_row(b,
	    CELLS(t->name, owner->email, started.text, suspended ? ends.text : "",
		owner->first_name, owner->last_name),
	    COUNT_OF(verification_heads));
}

static int64_t
add_names(struct call *c, struct buf *b, int64_t reseller, int64_t since)
{
	struct term *rows = NEW_ARRAY(c->arena, struct term, SLICE);
	size_t n = term_list(c->world, c->arena, reseller, since, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		add_name(c, b, &rows[i]);
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_report_verification(struct call *c)
{
	return report(c, verification_heads, COUNT_OF(verification_heads), add_names);
}

static const char *const ledger_heads[] = { "id", "at", "user", "order", "what", "amount", "hold",
	"balance", "held" };

static const char *
reseller_name(struct call *c, int64_t id)
{
	struct reseller r;

	return reseller_load(c->world, c->arena, id, &r) ? r.name : "";
}

static const char *
id_text(struct arena *a, int64_t id)
{
	return id == 0 ? "" : arena_printf(a, "%" PRId64, id);
}

static void
add_entry(struct call *c, struct buf *b, const struct entry *e)
{
	struct arena *a = c->arena;
	struct instant_text at = instant_iso(e->at);

	csv_row(b,
	    CELLS(id_text(a, e->id), at.text, reseller_name(c, e->reseller), id_text(a, e->order),
		e->what, cents_text(a, e->amount), cents_text(a, e->hold),
		cents_text(a, e->balance), cents_text(a, e->held)),
	    COUNT_OF(ledger_heads));
}

static int64_t
add_entries(struct call *c, struct buf *b, int64_t reseller, int64_t since)
{
	struct entry *rows = NEW_ARRAY(c->arena, struct entry, SLICE);
	size_t n = ledger_list(c->world, c->arena, reseller, since, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		add_entry(c, b, &rows[i]);
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_report_ledger(struct call *c)
{
	return report(c, ledger_heads, COUNT_OF(ledger_heads), add_entries);
}
