#include "world/party/way_back.h"

#include "store/store.h"
#include "world/party/profile.h"
#include "world/policy/policy.h"
#include "world/reference.h"

/* The last one is enough: mails get lost, but not so that two are wanted. */
static void
close_older(struct world *w, int64_t term, int64_t subuser)
{
	struct query q = SQL(w->store, "UPDATE way_back SET ends = :now WHERE term = :term"
				       " AND coalesce(subuser, 0) = :subuser AND ends > :now");

	bind_int(&q, ":now", w->now);
	bind_int(&q, ":term", term);
	bind_int(&q, ":subuser", subuser);
	query_run(&q);
}

const char *
way_back_open(struct world *w, struct arena *a, const struct term *t, const struct subuser *sub)
{
	int64_t subuser = sub == NULL ? 0 : sub->id;

	close_older(w, t->id, subuser);
	struct query q = SQL(w->store, "INSERT INTO way_back (term, subuser, ends, used)"
				       " VALUES (:term, nullif(:subuser, 0), :ends, 0)");
	bind_int(&q, ":term", t->id);
	bind_int(&q, ":subuser", subuser);
	bind_int(&q, ":ends", w->now + policy_seconds(w, &policy_password_link));
	return reference_text(w, a, "password", query_run(&q));
}

struct found {
	int64_t id, subuser;
	instant ends;
	bool used;
	struct term term;
};

static bool
load(struct world *w, struct arena *a, const char *token, struct found *f)
{
	struct query q = SQL(w->store,
	    "SELECT id, coalesce(subuser, 0), ends, used, term FROM way_back WHERE id = :id");
	int64_t id;

	if (!reference_id(w, a, "password", token, &id))
		id = 0;
	bind_int(&q, ":id", id);
	if (!query_row(&q))
		return false;
	*f = (struct found){
		.id = row_int(&q, 0),
		.subuser = row_int(&q, 1),
		.ends = row_int(&q, 2),
		.used = row_int(&q, 3) != 0,
	};
	int64_t term = row_int(&q, 4);
	query_end(&q);
	return term_load(w, a, term, &f->term) && strcmp(f->term.state, "deleted") != 0;
}

struct way_back
way_back_look(struct world *w, struct arena *a, const char *token)
{
	struct found f;
	struct subuser sub;

	if (!load(w, a, token, &f) || (!f.used && f.ends <= w->now))
		return (struct way_back){ .way = WAY_DEAD };
	bool by_owner = f.subuser == 0 || !subuser_load(w, a, f.subuser, &sub);
	return (struct way_back){
		.way = f.used ? WAY_USED : WAY_OPEN,
		.domain = f.term.name,
		.username = by_owner ? f.term.reg_username : sub.username,
		.reseller = f.term.reseller,
	};
}

static void
close_this(struct world *w, int64_t id)
{
	struct query q = SQL(w->store, "UPDATE way_back SET used = 1 WHERE id = :id");

	bind_int(&q, ":id", id);
	query_run(&q);
}

bool
way_back_use(struct world *w, struct arena *a, const char *token, const char *password)
{
	struct found f;
	struct subuser sub;

	if (way_back_look(w, a, token).way != WAY_OPEN || !load(w, a, token, &f))
		return false;
	if (f.subuser == 0)
		profile_set_password(w, &f.term, password);
	else if (subuser_load(w, a, f.subuser, &sub)) {
		sub.password = password;
		subuser_save(w, &sub);
	}
	close_this(w, f.id);
	return true;
}

void
way_back_drop_of(struct world *w, int64_t subuser)
{
	struct query q = SQL(w->store, "DELETE FROM way_back WHERE subuser = :subuser");

	bind_int(&q, ":subuser", subuser);
	query_run(&q);
}

void
way_back_drop_all(struct world *w, int64_t term)
{
	struct query q = SQL(w->store, "DELETE FROM way_back WHERE term = :term");

	bind_int(&q, ":term", term);
	query_run(&q);
}
