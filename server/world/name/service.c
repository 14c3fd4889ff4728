#include "world/name/service.h"

#include "store/store.h"

static const char *const names[SERVICE_COUNT] = {
	[SERVICE_ZONE] = "zone",
	[SERVICE_DNSSEC] = "dnssec",
	[SERVICE_FORWARDING] = "forwarding",
};

bool
service_load(
    struct world *w, struct arena *a, int64_t term, enum service which, struct service_row *row)
{
	struct query q = SQL(w->store, "SELECT template, records FROM record_list"
				       " WHERE term = :term AND service = :service");

	bind_int(&q, ":term", term);
	bind_text(&q, ":service", names[which]);
	if (!query_row(&q))
		return false;
	row->template = row_text(&q, 0, a);
	row->records = records_parse(a, row_text(&q, 1, a));
	query_end(&q);
	return true;
}

void
service_save(struct world *w, struct arena *a, int64_t term, enum service which,
    const struct service_row *row)
{
	struct query q = SQL(w->store,
	    "INSERT INTO record_list (term, service, template, records)"
	    " VALUES (:term, :service, :template, :records) ON CONFLICT (term, service)"
	    " DO UPDATE SET template = excluded.template, records = excluded.records");

	bind_int(&q, ":term", term);
	bind_text(&q, ":service", names[which]);
	bind_text(&q, ":template", row->template);
	bind_text(&q, ":records", records_text(a, &row->records));
	query_run(&q);
}

void
service_drop(struct world *w, int64_t term, enum service which)
{
	struct query q = SQL(
	    w->store, "DELETE FROM record_list WHERE term = :term AND service = :service");

	bind_int(&q, ":term", term);
	bind_text(&q, ":service", names[which]);
	query_run(&q);
}
