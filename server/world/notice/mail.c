/* Sending, and what a receiving host does afterwards. */
#include "world/notice/mail.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/notice/bounce.h"
#include "world/notice/variables.h"
#include "world/policy/rulebook.h"

static bool
known(struct world *w, const char *hash)
{
	struct query q = SQL(w->store, "SELECT 1 FROM template WHERE hash = :hash");

	bind_text(&q, ":hash", hash);
	bool found = query_row(&q);
	query_end(&q);
	return found;
}

static void
learn(struct world *w, const struct template_file *t)
{
	struct query q = SQL(w->store, "INSERT INTO template (type, language, hash, body)"
				       " VALUES (:type, :language, :hash, :body)");

	bind_text(&q, ":type", t->type);
	bind_text(&q, ":language", t->language);
	bind_text(&q, ":hash", t->hash);
	bind_text(&q, ":body", t->body);
	query_run(&q);
}

/* Not "ON CONFLICT DO NOTHING": that would use up an id whenever a world is
 * opened. */
void
mail_learn_templates(struct world *w)
{
	for (size_t i = 0; i < w->rules->template_count; i++)
		if (!known(w, w->rules->templates[i].hash))
			learn(w, &w->rules->templates[i]);
}

static const struct template_file *
template_for(const struct rulebook *r, const char *type, const char *language)
{
	for (size_t i = 0; i < r->template_count; i++)
		if (strcmp(r->templates[i].type, type) == 0 &&
		    strcmp(r->templates[i].language, language) == 0)
			return &r->templates[i];
	return NULL;
}

/* The rulebook of today decides, not the order in which this world came to
 * know the versions: an older one may be in force again. */
static const struct template_file *
template_now(struct world *w, const struct mail *m)
{
	const struct template_file *t = NULL;

	if (m->language != NULL)
		t = template_for(w->rules, m->type, m->language);
	if (t == NULL)
		t = template_for(w->rules, m->type, "en");
	must(t != NULL);
	return t;
}

void
mail_send(struct world *w, struct arena *a, struct mail *m)
{
	struct query q = SQL(w->store,
	    "INSERT INTO mail (at, type, sender, recipient, reseller, domain, episode, template,"
	    " variables, status) VALUES (:at, :type, :sender, :recipient, :reseller, :domain,"
	    " :episode, (SELECT id FROM template WHERE hash = :hash), :variables, 'sent')");
	struct buf variables;

	buf_open(&variables, 0);
	variables_write(&variables, m->variables);
	m->at = w->now;
	bind_int(&q, ":at", m->at);
	bind_text(&q, ":type", m->type);
	bind_text(&q, ":sender", m->sender);
	bind_text(&q, ":recipient", m->recipient);
	bind_int(&q, ":reseller", m->reseller);
	bind_text(&q, ":domain", m->domain);
	bind_int(&q, ":episode", m->episode);
	bind_text(&q, ":hash", template_now(w, m)->hash);
	bind_text(&q, ":variables", variables.data);
	m->id = query_run(&q);
	buf_close(&variables);
	if (w->faults)
		mail_may_bounce(w, a, m);
}

bool
mail_bounce(struct world *w, int64_t id, int code, const char *text)
{
	struct query q = SQL(w->store,
	    "UPDATE mail SET status = 'bounced', bounce_code = :code, bounce_text = :text"
	    " WHERE id = :id AND status <> 'bounced' RETURNING id");

	bind_int(&q, ":id", id);
	bind_int(&q, ":code", code);
	bind_text(&q, ":text", text);
	bool bounced = query_row(&q);
	query_end(&q);
	return bounced;
}

void
mail_relink(struct world *w, struct arena *a, const char *from)
{
	struct query q = SQL(
	    w->store, "UPDATE mail SET variables = replace(variables, :from, :to)");

	bind_text(&q, ":from", arena_printf(a, "/w/%s/", from));
	bind_text(&q, ":to", arena_printf(a, "/w/%s/", w->name));
	query_run(&q);
}
