/* Transfers in lists. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/transfer/inside.h"

size_t
transfer_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct transfer *rows)
{
	struct query q = SQL(w->store,
	    "SELECT " TRANSFER_COLUMNS " FROM transfer WHERE id > :since ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		transfer_read(&q, a, &rows[n++]);
	return n;
}

/* As LIKE has it, with ~ before what is meant as it is; * is anything. */
static const char *
pattern(struct arena *a, const char *wild)
{
	char *out = arena_alloc(a, 2 * strlen(wild) + 1), *p = out;

	for (; *wild != '\0'; wild++) {
		if (*wild == '%' || *wild == '_' || *wild == '~')
			*p++ = '~';
		*p++ = (char)(*wild == '*' ? '%' : *wild);
	}
	*p = '\0';
	return out;
}

static void
bind_dates(struct query *q, const struct transfer_filter *f)
{
	bind_int(q, ":ordered_from", f->ordered.from);
	bind_int(q, ":ordered_to", f->ordered.to);
	bind_int(q, ":asked_from", f->owner_asked.from);
	bind_int(q, ":asked_to", f->owner_asked.to);
	bind_int(q, ":confirmed_from", f->owner_confirmed.from);
	bind_int(q, ":confirmed_to", f->owner_confirmed.to);
	bind_int(q, ":registry_from", f->registry_asked.from);
	bind_int(q, ":registry_to", f->registry_asked.to);
	bind_int(q, ":completed_from", f->completed.from);
	bind_int(q, ":completed_to", f->completed.to);
}

static void
bind_filter(struct query *q, struct arena *a, const struct transfer_filter *f)
{
	bind_int(q, ":reseller", f->gaining != 0 ? f->gaining : f->losing);
	bind_int(q, ":id", f->id);
	bind_int(q, ":order", f->order);
	bind_text(q, ":domain", f->domain);
	bind_text(q, ":status", f->status);
	bind_text(q, ":ip", f->confirm_ip);
	bind_text(q, ":registrar", f->registrar == NULL ? NULL : pattern(a, f->registrar));
	bind_text(q, ":address", f->address == NULL ? NULL : pattern(a, f->address));
	bind_dates(q, f);
}

/* What has no date yet is in no span. */
#define IN_SPAN(column, span) \
	" AND (:" span "_from = 0 OR " column " >= :" span "_from)" \
	" AND (:" span "_to = 0 OR " column " <= :" span "_to)"
#define FITS(other) \
	" AND (:id = 0 OR id = :id) AND (:order = 0 OR order_id = :order)" \
	" AND (:domain IS NULL OR domain = :domain) AND (:status IS NULL OR state = :status)" \
	" AND (:ip IS NULL OR confirm_ip = :ip)" \
	" AND (:registrar IS NULL OR " other " LIKE :registrar ESCAPE '~')" \
	" AND (:address IS NULL OR request_address LIKE :address ESCAPE '~')" IN_SPAN("started", \
	    "ordered") IN_SPAN("owner_asked", "asked") IN_SPAN("owner_confirmed", "confirmed") \
	    IN_SPAN("registry_asked", "registry") IN_SPAN("completed", "completed")
#define IN "FROM transfer WHERE gaining = :reseller" FITS("losing_registrar")
#define AWAY "FROM transfer WHERE losing = :reseller" FITS("gaining_registrar")
#define PAGE " ORDER BY id DESC LIMIT :limit OFFSET :skip"

size_t
transfer_count(struct world *w, struct arena *a, const struct transfer_filter *f)
{
	struct query q = f->gaining != 0 ? SQL(w->store, "SELECT count(*) " IN)
					 : SQL(w->store, "SELECT count(*) " AWAY);

	bind_filter(&q, a, f);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
transfer_search(struct world *w, struct arena *a, const struct transfer_filter *f, size_t limit,
    struct transfer *rows)
{
	struct query q = f->gaining != 0 ? SQL(w->store, "SELECT " TRANSFER_COLUMNS " " IN PAGE)
					 : SQL(w->store, "SELECT " TRANSFER_COLUMNS " " AWAY PAGE);
	size_t n = 0;

	bind_filter(&q, a, f);
	bind_int(&q, ":limit", (int64_t)limit);
	bind_int(&q, ":skip", (int64_t)f->skip);
	while (query_row(&q))
		transfer_read(&q, a, &rows[n++]);
	return n;
}
