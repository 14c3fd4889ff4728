/* Who is the same owner, and who is known. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/verification/inside.h"
#include "world/policy/policy.h"

static const char *
trimmed(struct arena *a, const char *text)
{
	size_t n;

	text += strspn(text, " \t\r\n");
	for (n = strlen(text); n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL; n--)
		;
	return arena_strndup(a, text, n);
}

struct owner
owner_of(struct arena *a, const struct contact *c)
{
	return (struct owner){ trimmed(a, c->first_name), trimmed(a, c->last_name),
		trimmed(a, c->email) };
}

static bool
case_counts(struct world *w)
{
	return policy_is(w, &policy_email_case, "exact");
}

bool
owner_same(struct world *w, const struct owner *x, const struct owner *y)
{
	if (strcmp(x->first_name, y->first_name) != 0 || strcmp(x->last_name, y->last_name) != 0)
		return false;
	return case_counts(w) ? strcmp(x->email, y->email) == 0
			      : strcasecmp(x->email, y->email) == 0;
}

/* As it stands in the rows of known owners. */
static const char *
known_email(struct world *w, struct arena *a, const char *email)
{
	if (case_counts(w))
		return email;
	char *lower = arena_strdup(a, email);
	for (char *c = lower; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return lower;
}

bool
owner_known(struct world *w, struct arena *a, const struct owner *o)
{
	struct query q = SQL(w->store,
	    "SELECT 1 FROM verified_owner WHERE email = :email AND last_name = :last"
	    " AND first_name = :first");

	bind_text(&q, ":email", known_email(w, a, o->email));
	bind_text(&q, ":last", o->last_name);
	bind_text(&q, ":first", o->first_name);
	bool known = query_row(&q);
	query_end(&q);
	return known;
}

void
owner_remember(struct world *w, struct arena *a, const struct owner *o)
{
	struct query q = SQL(w->store,
	    "INSERT INTO verified_owner (first_name, last_name, email, at)"
	    " VALUES (:first, :last, :email, :at) ON CONFLICT DO NOTHING");

	bind_text(&q, ":first", o->first_name);
	bind_text(&q, ":last", o->last_name);
	bind_text(&q, ":email", known_email(w, a, o->email));
	bind_int(&q, ":at", w->now);
	query_run(&q);
}

int64_t
owner_next_run(struct world *w, const struct owner *o, int64_t after)
{
	struct query q = SQL(w->store,
	    "SELECT id FROM verification WHERE lower(email) = lower(:email)"
	    " AND last_name = :last AND first_name = :first"
	    " AND state <> 'verified' AND state <> 'superseded' AND state <> 'closed'"
	    " AND (:any_case OR email = :email) AND id > :after ORDER BY id LIMIT 1");

	bind_text(&q, ":email", o->email);
	bind_text(&q, ":last", o->last_name);
	bind_text(&q, ":first", o->first_name);
	bind_int(&q, ":any_case", !case_counts(w));
	bind_int(&q, ":after", after);
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return id;
}
