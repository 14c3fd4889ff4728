/* Mails as they were sent, one or many. */
#include "store/store.h"
#include "world/notice/mail.h"
#include "world/notice/variables.h"

/* The columns of every select below, in one order. */
static void
read_row(struct query *q, struct arena *a, struct mail *m)
{
	*m = (struct mail){
		.id = row_int(q, 0),
		.at = row_int(q, 1),
		.type = row_text(q, 2, a),
		.sender = row_text(q, 3, a),
		.recipient = row_text(q, 4, a),
		.reseller = row_int(q, 5),
		.domain = row_text(q, 6, a),
		.episode = row_int(q, 7),
		.status = row_text(q, 9, a),
		.bounce_code = (int)row_int(q, 10),
		.bounce_text = row_text_or(q, 11, a, NULL),
		.language = row_text(q, 12, a),
		.template_body = row_text(q, 13, a),
	};
	variables_read(a, row_text(q, 8, a), m->variables);
}

bool
mail_load(struct world *w, struct arena *a, int64_t id, struct mail *m)
{
	struct query q = SQL(w->store,
	    "SELECT m.id, at, m.type, sender, recipient, reseller, domain, episode, variables,"
	    " status, bounce_code, bounce_text, language, body"
	    " FROM mail m JOIN template t ON t.id = m.template WHERE m.id = :id");

	bind_int(&q, ":id", id);
	bool found = query_row(&q);
	if (found)
		read_row(&q, a, m);
	query_end(&q);
	return found;
}

const char *
mail_variable(const struct mail *m, const char *name)
{
	for (const struct variable *v = m->variables; v->name != NULL; v++)
		if (strcmp(v->name, name) == 0)
			return v->value;
	return NULL;
}

/* Two texts for each way round, so that a recipient is found by the index. */
static struct query
oldest_first(struct world *w, bool to_one)
{
	if (to_one)
		return SQL(w->store,
		    "SELECT id FROM mail WHERE recipient = :to AND (:type IS NULL OR type = :type)"
		    " AND (:domain IS NULL OR domain = :domain) AND id > :since"
		    " ORDER BY id LIMIT :limit");
	return SQL(w->store,
	    "SELECT id FROM mail WHERE :to IS NULL AND (:type IS NULL OR type = :type)"
	    " AND (:domain IS NULL OR domain = :domain) AND id > :since"
	    " ORDER BY id LIMIT :limit");
}

static struct query
newest_first(struct world *w, bool to_one)
{
	if (to_one)
		return SQL(w->store,
		    "SELECT id FROM mail WHERE recipient = :to AND (:type IS NULL OR type = :type)"
		    " AND (:domain IS NULL OR domain = :domain) AND id > :since"
		    " ORDER BY id DESC LIMIT :limit");
	return SQL(w->store,
	    "SELECT id FROM mail WHERE :to IS NULL AND (:type IS NULL OR type = :type)"
	    " AND (:domain IS NULL OR domain = :domain) AND id > :since"
	    " ORDER BY id DESC LIMIT :limit");
}

size_t
mail_list(
    struct world *w, struct arena *a, const struct mail_filter *f, size_t limit, struct mail *rows)
{
	struct query q = f->newest_first ? newest_first(w, f->to != NULL)
					 : oldest_first(w, f->to != NULL);
	size_t n = 0;

	bind_text(&q, ":to", f->to);
	bind_text(&q, ":type", f->type);
	bind_text(&q, ":domain", f->domain);
	bind_int(&q, ":since", f->since);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		if (mail_load(w, a, row_int(&q, 0), &rows[n]))
			n++;
	return n;
}

int64_t
mail_last(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(id), 0) FROM mail");
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;

	query_end(&q);
	return id;
}
