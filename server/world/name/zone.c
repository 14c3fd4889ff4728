#include "world/name/zone.h"

#include "base/arena.h"
#include "store/store.h"
#include "world/name/nameserver.h"
#include "world/policy/policy.h"

static size_t
own_names(struct world *w, struct arena *a, const char *names[MAX_NAMESERVERS])
{
	const char *text = policy_text(w, a, &policy_dns_nameservers);
	size_t n = 0;

	for (text += strspn(text, " "); *text != '\0' && n < MAX_NAMESERVERS;) {
		size_t size = strcspn(text, " ");
		names[n++] = arena_strndup(a, text, size);
		text += size + strspn(text + size, " ");
	}
	return n;
}

const char *
zone_nameservers(struct world *w, struct arena *a)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = own_names(w, a, names);

	return nameservers_text(a, names, n);
}

static bool
is_among(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* A stranger among them may be asked too, and knows nothing of the zone. */
bool
zone_delegated(struct world *w, struct arena *a, const struct term *t)
{
	const char *own[MAX_NAMESERVERS], *names[MAX_NAMESERVERS];
	size_t own_count = own_names(w, a, own);
	size_t n = nameservers_parse(a, t->nameservers, names);

	for (size_t i = 0; i < n; i++)
		if (!is_among(names[i], own, own_count))
			return false;
	return n > 0;
}

static bool
is_blank(const char *name)
{
	return *name == '\0' || strcmp(name, "blank") == 0 || strcmp(name, "*blank*") == 0;
}

bool
zone_template_find(
    struct world *w, struct arena *a, int64_t reseller, const char *name, struct zone_template *t)
{
	*t = (struct zone_template){ .name = name };
	if (is_blank(name))
		return true;
	struct query q = SQL(w->store,
	    "SELECT records FROM zone_template WHERE reseller = :reseller AND name = :name");
	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":name", name);
	if (!query_row(&q))
		return false;
	t->records = records_parse(a, row_text(&q, 0, a));
	query_end(&q);
	return true;
}

void
zone_template_save(
    struct world *w, struct arena *a, int64_t reseller, const struct zone_template *t)
{
	struct query q = SQL(w->store,
	    "INSERT INTO zone_template (reseller, name, records)"
	    " VALUES (:reseller, :name, :records)"
	    " ON CONFLICT (reseller, name) DO UPDATE SET records = excluded.records");

	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":name", t->name);
	bind_text(&q, ":records", records_text(a, &t->records));
	query_run(&q);
}

bool
zone_template_drop(struct world *w, int64_t reseller, const char *name)
{
	struct query q = SQL(w->store, "DELETE FROM zone_template WHERE reseller = :reseller"
				       " AND name = :name RETURNING name");

	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":name", name);
	bool found = query_row(&q);
	query_end(&q);
	return found;
}

static size_t
count(struct world *w, int64_t reseller)
{
	struct query q = SQL(
	    w->store, "SELECT count(*) FROM zone_template WHERE reseller = :reseller");

	bind_int(&q, ":reseller", reseller);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
zone_template_list(struct world *w, struct arena *a, int64_t reseller, struct zone_template **rows)
{
	size_t room = count(w, reseller), n = 0;
	struct query q = SQL(w->store,
	    "SELECT name, records FROM zone_template WHERE reseller = :reseller"
	    " ORDER BY name LIMIT :room");

	*rows = NEW_ARRAY(a, struct zone_template, room + 1);
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":room", (int64_t)room);
	while (query_row(&q))
		(*rows)[n++] = (struct zone_template){
			.name = row_text(&q, 0, a),
			.records = records_parse(a, row_text(&q, 1, a)),
		};
	return n;
}

void
zone_begin(struct world *w, struct arena *a, const struct term *t, const char *template)
{
	struct zone_template from;

	if (!zone_template_find(w, a, t->reseller, template, &from))
		from = (struct zone_template){ .name = template };
	const struct service_row row = { .template = template, .records = from.records };
	service_save(w, a, t->id, SERVICE_ZONE, &row);
}
