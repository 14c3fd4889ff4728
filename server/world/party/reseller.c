#include "world/party/reseller.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/money/account.h"
#include "world/party/subuser.h"

/* The vendor's own nameservers, as its recorded replies show them. */
#define HOUSE_NAMESERVERS "[\"ns1.systemdns.com\",\"ns2.systemdns.com\"]"

#define COLUMNS \
	"id, name, company, tech_name, tech_email, tech_phone, process_immediately, nameservers," \
	" notices, branding, tech_address, foreign_nameservers, unregistered_hosts," \
	" designated_agent, subusers, subuser_permissions, fenced, coalesce(parent, 0), status," \
	" push_from"

/* The columns of all selects below. */
static void
read_row(struct query *q, struct arena *a, struct reseller *r)
{
	*r = (struct reseller){
		.id = row_int(q, 0),
		.name = row_text(q, 1, a),
		.company = row_text(q, 2, a),
		.tech_name = row_text(q, 3, a),
		.tech_email = row_text(q, 4, a),
		.tech_phone = row_text(q, 5, a),
		.process_immediately = row_int(q, 6) != 0,
		.nameservers = row_text(q, 7, a),
		.notices = row_text(q, 8, a),
		.branding = row_text(q, 9, a),
		.tech_address = row_text(q, 10, a),
		.foreign_nameservers = row_int(q, 11) != 0,
		.unregistered_hosts = row_int(q, 12) != 0,
		.designated_agent = row_int(q, 13) != 0,
		.subusers = row_int(q, 14) != 0,
		.subuser_permissions = row_int(q, 15),
		.fenced = row_int(q, 16) != 0,
		.parent = row_int(q, 17),
		.status = row_text(q, 18, a),
		.push_from = row_text(q, 19, a),
	};
}

static bool
read_only_row(struct query *q, struct arena *a, struct reseller *r)
{
	if (!query_row(q))
		return false;
	read_row(q, a, r);
	query_end(q);
	return true;
}

bool
reseller_load(struct world *w, struct arena *a, int64_t id, struct reseller *r)
{
	struct query q = SQL(w->store, "SELECT " COLUMNS " FROM reseller WHERE id = :id");

	bind_int(&q, ":id", id);
	return read_only_row(&q, a, r);
}

bool
reseller_find(struct world *w, struct arena *a, const char *name, struct reseller *r)
{
	struct query q = SQL(w->store, "SELECT " COLUMNS " FROM reseller WHERE name = :name");

	bind_text(&q, ":name", name);
	return read_only_row(&q, a, r);
}

size_t
reseller_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct reseller *rows)
{
	struct query q = SQL(w->store, "SELECT " COLUMNS " FROM reseller"
				       " WHERE id > :since ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

bool
reseller_status_known(const char *status)
{
	static const char *const words[] = { "active", "onhold", "locked", "canceled",
		"paid_only" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i], status) == 0)
			return true;
	return false;
}

static void
bind_reseller(struct query *q, const struct reseller *r)
{
	bind_text(q, ":name", r->name);
	bind_text(q, ":company", r->company);
	bind_text(q, ":tech_name", r->tech_name);
	bind_text(q, ":tech_email", r->tech_email);
	bind_text(q, ":tech_phone", r->tech_phone);
	bind_int(q, ":process", r->process_immediately);
	bind_text(q, ":nameservers", r->nameservers);
	bind_text(q, ":notices", r->notices);
	bind_text(q, ":branding", r->branding);
	bind_text(q, ":tech_address", r->tech_address);
	bind_int(q, ":foreign", r->foreign_nameservers);
	bind_int(q, ":unregistered", r->unregistered_hosts);
	bind_int(q, ":agent", r->designated_agent);
	bind_int(q, ":subusers", r->subusers);
	bind_int(q, ":permissions", r->subuser_permissions);
	bind_int(q, ":fenced", r->fenced);
	bind_int(q, ":parent", r->parent);
	bind_text(q, ":status", r->status);
	bind_text(q, ":push_from", r->push_from);
}

void
reseller_create(
    struct world *w, struct arena *a, const char *name, int64_t balance, struct reseller *r)
{
	struct query q = SQL(w->store,
	    "INSERT INTO reseller (name, company, tech_name, tech_email, tech_phone,"
	    " process_immediately, nameservers, notices, branding, tech_address,"
	    " foreign_nameservers, unregistered_hosts, designated_agent, subusers,"
	    " subuser_permissions, fenced, parent, status, push_from) VALUES (:name, :company,"
	    " :tech_name, :tech_email, :tech_phone, :process, :nameservers, :notices, :branding,"
	    " :tech_address, :foreign, :unregistered, :agent, :subusers, :permissions, :fenced,"
	    " NULLIF(:parent, 0), :status, :push_from)");

	*r = (struct reseller){
		.status = "active",
		.name = arena_strdup(a, name),
		.company = arena_printf(a, "%s Hosting", name),
		.tech_name = arena_printf(a, "%s Support", name),
		.tech_email = arena_printf(a, "support@%s.example", name),
		.tech_phone = "+1.4165550100",
		.process_immediately = true,
		.nameservers = HOUSE_NAMESERVERS,
		.notices = "{}",
		.branding = "{}",
		.tech_address = "{}",
		.foreign_nameservers = true,
		.unregistered_hosts = true,
		.subusers = true,
		.subuser_permissions = MAY_ALL,
		.push_from = "[]",
	};
	bind_reseller(&q, r);
	r->id = query_run(&q);
	account_open(w, r->id, name);
	account_deposit(w, r->id, balance, "opening balance");
}

void
reseller_save(struct world *w, const struct reseller *r)
{
	struct query q = SQL(w->store,
	    "UPDATE reseller SET name = :name, company = :company, tech_name = :tech_name,"
	    " tech_email = :tech_email, tech_phone = :tech_phone, process_immediately = :process,"
	    " nameservers = :nameservers, notices = :notices, branding = :branding,"
	    " tech_address = :tech_address, foreign_nameservers = :foreign,"
	    " unregistered_hosts = :unregistered, designated_agent = :agent,"
	    " subusers = :subusers, subuser_permissions = :permissions, fenced = :fenced,"
	    " parent = NULLIF(:parent, 0), status = :status, push_from = :push_from"
	    " WHERE id = :id");

	must(r->id != 0);
	bind_reseller(&q, r);
	bind_int(&q, ":id", r->id);
	query_run(&q);
}

/* Whatever is not switched off is wanted: the map holds only what differs. */
bool
reseller_wants(struct world *w, struct arena *a, int64_t id, const char *notice)
{
	struct reseller r;

	if (!reseller_load(w, a, id, &r))
		return false;
	json_t *notices = json_loads(r.notices, 0, NULL);
	must(notices != NULL);
	bool off = json_is_false(json_object_get(notices, notice));
	json_decref(notices);
	return !off;
}

bool
reseller_takes_from(const struct reseller *r, const char *name)
{
	json_t *list = json_loads(r->push_from, 0, NULL);
	bool takes = false;

	must(list != NULL);
	for (size_t i = 0; i < json_array_size(list) && !takes; i++)
		takes = strcmp(json_string_value(json_array_get(list, i)), name) == 0;
	json_decref(list);
	return takes;
}
