#include "world/name/deletion.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/trade/trade.h"
#include "world/flow/transfer/transfer.h"
#include "world/flow/verification/verification.h"
#include "world/notice/event.h"

/* By-Request was recorded, Expired and Transfered were seen by clients; how the
 * others are listed is inferred. */
const struct deletion_reason deletion_reasons[] = {
	{ "by-request", "By-Request" },
	{ "expired", "Expired" },
	{ "transfered", "Transfered" },
	{ "auction", "Auction" },
	{ "historical", "Historical" },
	{ NULL, NULL },
};

const char *
deletion_listed(const char *reason)
{
	const struct deletion_reason *r = deletion_reasons;

	while (r->event != NULL && strcmp(r->event, reason) != 0)
		r++;
	must(r->event != NULL);
	return r->listed;
}

static int64_t
insert(struct world *w, struct arena *a, const struct term *t, const char *reason)
{
	struct contact_set set = contacts_parse(a, t->contacts);
	struct query q = SQL(w->store,
	    "INSERT INTO deletion (term, reseller, name, reason, deleted, expires, owner_email,"
	    " admin_email, billing_email, tech_email) VALUES (:term, :reseller, :name, :reason,"
	    " :deleted, :expires, :owner, :admin, :billing, :tech)");

	bind_int(&q, ":term", t->id);
	bind_int(&q, ":reseller", t->reseller);
	bind_text(&q, ":name", t->name);
	bind_text(&q, ":reason", reason);
	bind_int(&q, ":deleted", w->now);
	bind_int(&q, ":expires", t->expires);
	bind_text(&q, ":owner", set.given[OWNER] ? set.of[OWNER].email : "");
	bind_text(&q, ":admin", set.given[ADMIN] ? set.of[ADMIN].email : "");
	bind_text(&q, ":billing", set.given[BILLING] ? set.of[BILLING].email : "");
	bind_text(&q, ":tech", set.given[TECH] ? set.of[TECH].email : "");
	return query_run(&q);
}

int64_t
deletion_record(struct world *w, struct arena *a, struct term *t, const char *reason)
{
	must(strcmp(t->state, "deleted") != 0);
	verification_left(w, a, t);
	trade_cancel(w, a, t);
	transfer_gone(w, a, t->name);
	t->state = "deleted";
	term_save(w, t);
	return t->reseller == 0 ? 0 : insert(w, a, t, reason);
}

int64_t
deletion_tell(
    struct world *w, struct arena *a, struct term *t, const char *reason, instant redeemable)
{
	int64_t id = deletion_record(w, a, t, reason);
	const struct variable data[] = {
		{ "domain_id", arena_printf(a, "%" PRId64, t->id) },
		{ "domain_name", t->name },
		{ "reason", reason },
		{ "deletion_date", arena_strdup(a, instant_iso(w->now).text) },
		{ "redemption_grace_period_end_date",
		    redeemable == 0 ? "" : arena_strdup(a, instant_iso(redeemable).text) },
		{ NULL, NULL },
	};

	if (t->reseller != 0)
		event_add(w, a, t->reseller, "DOMAIN", "DELETED", data);
	return id;
}

/* What LIKE understands: only * stands for something else than itself. */
static const char *
like(struct arena *a, const char *pattern)
{
	struct buf b;

	buf_open(&b, 0);
	for (const char *c = pattern; *c != '\0'; c++) {
		if (*c == '%' || *c == '_' || *c == '\\')
			buf_char(&b, '\\');
		buf_char(&b, *c == '*' ? '%' : *c);
	}
	const char *text = arena_strdup(a, *pattern == '\0' ? "%" : b.data);
	buf_close(&b);
	return text;
}

static void
bind_filter(struct query *q, struct arena *a, const struct deletion_filter *f)
{
	bind_int(q, ":reseller", f->reseller);
	bind_text(q, ":domain", f->domain);
	bind_text(q, ":owner", like(a, f->emails[OWNER]));
	bind_text(q, ":admin", like(a, f->emails[ADMIN]));
	bind_text(q, ":billing", like(a, f->emails[BILLING]));
	bind_text(q, ":tech", like(a, f->emails[TECH]));
	bind_int(q, ":deleted_from", f->deleted_from);
	bind_int(q, ":deleted_to", f->deleted_to == 0 ? INT64_MAX : f->deleted_to);
	bind_int(q, ":expires_from", f->expires_from);
	bind_int(q, ":expires_to", f->expires_to == 0 ? INT64_MAX : f->expires_to);
}

#define FITS \
	" FROM deletion WHERE reseller = :reseller AND deleted >= :deleted_from" \
	" AND deleted < :deleted_to AND expires >= :expires_from AND expires < :expires_to" \
	" AND (:domain = '' OR name = :domain) AND owner_email LIKE :owner ESCAPE '\\'" \
	" AND admin_email LIKE :admin ESCAPE '\\' AND billing_email LIKE :billing ESCAPE '\\'" \
	" AND tech_email LIKE :tech ESCAPE '\\'"

size_t
deletion_count(struct world *w, struct arena *a, const struct deletion_filter *f)
{
	struct query q = SQL(w->store, "SELECT count(*)" FITS);

	bind_filter(&q, a, f);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
deletion_list(struct world *w, struct arena *a, const struct deletion_filter *f, size_t limit,
    struct deletion *rows)
{
	struct query q = SQL(w->store, "SELECT id, name, reason, deleted, expires" FITS
				       " ORDER BY deleted, id LIMIT :limit OFFSET :skip");
	size_t n = 0;

	bind_filter(&q, a, f);
	bind_int(&q, ":limit", (int64_t)limit);
	bind_int(&q, ":skip", (int64_t)f->skip);
	while (query_row(&q))
		rows[n++] = (struct deletion){
			.id = row_int(&q, 0),
			.name = row_text(&q, 1, a),
			.reason = row_text(&q, 2, a),
			.deleted = row_int(&q, 3),
			.expires = row_int(&q, 4),
		};
	return n;
}
