/* What the page behind the link shows, and what is answered there. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/consent/inside.h"
#include "world/reference.h"

static bool
person_behind(struct world *w, struct arena *a, const char *token, struct subject *s)
{
	int64_t id;

	return reference_id(w, a, "consent", token, &id) && subject_load(w, a, id, s) &&
	       w->now < s->open_until;
}

/* Another one after each answer: a form that was posted is worth nothing. */
static const char *
nonce_of(struct world *w, struct arena *a, const struct subject *s)
{
	return world_secret(w, a, arena_printf(a, "consent form of %" PRId64, s->id), s->answers);
}

static size_t
count_names(struct world *w, int64_t subject)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM consent c JOIN orders o ON o.id = order_id"
	    " WHERE subject = :subject AND state <> 'dropped'"
	    " AND (status = 'completed' OR waits AND (state = 'pending' OR state = 'asked'))");

	bind_int(&q, ":subject", subject);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

/* Orders that ended otherwise are nothing to decide about. */
static size_t
list_ids(struct world *w, int64_t subject, int64_t ids[CONSENT_NAMES])
{
	struct query q = SQL(w->store,
	    "SELECT c.id FROM consent c JOIN orders o ON o.id = order_id"
	    " WHERE subject = :subject AND state <> 'dropped'"
	    " AND (status = 'completed' OR waits AND (state = 'pending' OR state = 'asked'))"
	    " ORDER BY waits AND (state = 'pending' OR state = 'asked') DESC, c.id DESC"
	    " LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":subject", subject);
	bind_int(&q, ":limit", CONSENT_NAMES);
	while (query_row(&q))
		ids[n++] = row_int(&q, 0);
	return n;
}

static void
list_names(struct world *w, struct arena *a, int64_t subject, struct consent_page *page)
{
	int64_t ids[CONSENT_NAMES];
	size_t n = list_ids(w, subject, ids);

	for (size_t i = 0; i < n; i++) {
		const struct consent *c = (const struct consent *)consent_load(w, a, ids[i]);
		if (c == NULL)
			continue;
		page->names[page->count++] = (struct consent_name){ c->episode.label,
			c->waits ? consent_deadline(w, a, c) : 0 };
	}
	page->more = count_names(w, subject) - n;
}

struct consent_page
consent_look(struct world *w, struct arena *a, const char *token)
{
	struct subject s;

	if (!person_behind(w, a, token, &s))
		return (struct consent_page){ .open = false };
	struct consent_page page = {
		.open = true,
		.first_name = s.first_name,
		.last_name = s.last_name,
		.org_name = s.org_name,
		.country = s.country,
		.email = s.email,
		.choice = s.choice,
		.share_more = s.share_more,
		.language = s.language,
		.nonce = nonce_of(w, a, &s),
		.open_until = s.open_until,
		.reseller = s.told_by,
	};
	list_names(w, a, s.id, &page);
	return page;
}

/* One answer is for every name of this person, at every reseller. */
static void
tell_requests(struct world *w, struct arena *a, int64_t subject, const char *event)
{
	struct consent *c;

	for (int64_t id = 0; (c = consent_next(w, a, subject, id)) != NULL; id = c->episode.id)
		flow_step(w, a, &consent, &c->episode, event);
}

enum consent_taken
consent_answer(
    struct world *w, struct arena *a, const char *token, const struct consent_answer *answer)
{
	struct subject s;

	if (!person_behind(w, a, token, &s))
		return CONSENT_DEAD_LINK;
	if (strcmp(answer->nonce, nonce_of(w, a, &s)) != 0)
		return CONSENT_USED_FORM;
	subject_answered(w, s.id, answer);
	tell_requests(w, a, s.id, answer->agrees ? "consent" : "deny");
	return CONSENT_TAKEN;
}
