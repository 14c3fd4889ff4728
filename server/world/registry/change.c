#include "world/registry/change.h"

#include "base/arena.h"
#include "store/store.h"
#include "world/flow/trade/trade.h"
#include "world/flow/verification/verification.h"
#include "world/name/repoint.h"
#include "world/registry/inside.h"
#include "world/time/agenda.h"

static void
carry_out(struct world *w, struct arena *a, struct term *t, const struct name_change *c)
{
	struct contact before = contacts_parse(a, t->contacts).of[OWNER];

	if (c->contacts != NULL)
		t->contacts = trade_instead(w, a, t, c->contacts);
	for (size_t i = 0; i < c->count; i++)
		setting_put(w, t->id, c->settings[i].name, c->settings[i].value);
	if (c->nameservers == NULL || !repoint(w, a, t, c->nameservers))
		term_save(w, t);
	if (c->contacts != NULL)
		verification_contacts_changed(w, a, t, &before);
}

static void
add_setting(struct world *w, int64_t id, const struct setting *s)
{
	struct query q = SQL(
	    w->store, "INSERT INTO change_setting (id, name, value) VALUES (:id, :name, :value)");

	bind_int(&q, ":id", id);
	bind_text(&q, ":name", s->name);
	bind_text(&q, ":value", s->value);
	query_run(&q);
}

/* Of the contacts only those that change. */
static int64_t
add_request(struct world *w, struct arena *a, const struct term *t, const struct name_change *c)
{
	int64_t id = request_add_other(w, t, c->waits_as);
	struct query q = SQL(w->store,
	    "INSERT INTO change_request (id, term, contacts, nameservers)"
	    " VALUES (:id, :term, nullif(:contacts, ''), nullif(:nameservers, ''))");

	bind_int(&q, ":id", id);
	bind_int(&q, ":term", t->id);
	bind_text(&q, ":contacts",
	    c->contacts == NULL ? "" : contacts_changed(a, t->contacts, c->contacts));
	bind_text(&q, ":nameservers", c->nameservers == NULL ? "" : c->nameservers);
	query_run(&q);
	for (size_t i = 0; i < c->count; i++)
		add_setting(w, id, &c->settings[i]);
	return id;
}

static size_t
load_settings(struct world *w, struct arena *a, int64_t id, struct setting *rows)
{
	struct query q = SQL(w->store, "SELECT name, value FROM change_setting WHERE id = :id"
				       " ORDER BY name LIMIT :most");
	size_t n = 0;

	bind_int(&q, ":id", id);
	bind_int(&q, ":most", MOST_SETTINGS);
	for (; query_row(&q); n++)
		rows[n] = (struct setting){ row_text(&q, 0, a), row_text(&q, 1, a) };
	return n;
}

static const char *
text_or_null(const char *text)
{
	return *text == '\0' ? NULL : text;
}

static bool
load_request(struct world *w, struct arena *a, int64_t id, int64_t *term, struct name_change *c)
{
	struct query q = SQL(w->store,
	    "SELECT term, ifnull(contacts, ''), ifnull(nameservers, '') FROM change_request"
	    " WHERE id = :id");
	struct setting *rows = NEW_ARRAY(a, struct setting, MOST_SETTINGS);

	bind_int(&q, ":id", id);
	if (!query_row(&q))
		return false;
	*term = row_int(&q, 0);
	*c = (struct name_change){
		.contacts = text_or_null(row_text(&q, 1, a)),
		.nameservers = text_or_null(row_text(&q, 2, a)),
		.settings = rows,
	};
	query_end(&q);
	c->count = load_settings(w, a, id, rows);
	return true;
}

struct change_answer
change_submit(struct world *w, struct arena *a, struct term *t, const struct name_change *c)
{
	if (registry_busy(w, t->name))
		return (struct change_answer){ .end = CHANGE_BUSY };
	struct mood m = { 0 };
	if (c->waits_as != NULL)
		m = registry_mood(w, a, t, c->command, "DOMAIN");
	if (m.late) { /* it takes its time for a no as well */
		plan(w, &kind_change, m.unwilling ? "reject" : "accept", add_request(w, a, t, c),
		    t->name, w->now + m.after, RANK_ANY);
		return (struct change_answer){ .end = CHANGE_WAITS };
	}
	if (m.unwilling) {
		store_keep(w->store); /* a fault that has struck is counted */
		return (struct change_answer){ CHANGE_REFUSED, m.code, m.text };
	}
	carry_out(w, a, t, c);
	return (struct change_answer){ .end = CHANGE_DONE };
}

/* Meanwhile the name may be gone, or have other contacts. */
void
on_change(struct world *w, struct arena *a, const struct due *due)
{
	struct name_change c;
	struct term t;
	int64_t term;

	if (!load_request(w, a, due->subject, &term, &c) || !term_load(w, a, term, &t))
		return; /* only a fault can hide the rows */
	bool done = strcmp(due->event, "accept") == 0 && strcmp(t.state, "deleted") != 0;
	if (done && c.contacts != NULL)
		c.contacts = contacts_merged(a, t.contacts, c.contacts);
	if (done)
		carry_out(w, a, &t, &c);
	request_close_other(w, due->subject, done ? "completed" : "declined",
	    done ? "Command completed successfully" : "Request declined by the registry");
}

const char *
change_awaited(struct world *w, struct arena *a, int64_t term, const char *setting)
{
	struct query q = SQL(w->store,
	    "SELECT s.value FROM term AS t"
	    " JOIN request AS r ON r.domain = t.name AND r.status = 'waiting'"
	    " JOIN change_setting AS s ON s.id = r.id AND s.name = :name"
	    " WHERE t.id = :term ORDER BY r.id LIMIT 1");

	bind_int(&q, ":term", term);
	bind_text(&q, ":name", setting);
	const char *value = query_row(&q) ? row_text(&q, 0, a) : NULL;
	query_end(&q);
	return value;
}
