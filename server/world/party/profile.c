#include "world/party/profile.h"

#include "store/store.h"
#include "world/party/cookie.h"
#include "world/party/subuser.h"
#include "world/party/way_back.h"

int64_t
profile_id(const struct term *t)
{
	return t->profile != 0 ? t->profile : t->id;
}

bool
profile_find(struct world *w, struct arena *a, int64_t reseller, const char *domain,
    const char *username, const char *password, struct term *t)
{
	return term_find(w, a, domain, t) && t->reseller == reseller &&
	       strcmp(t->reg_username, username) == 0 && strcmp(t->reg_password, password) == 0;
}

void
profile_set_password(struct world *w, const struct term *t, const char *password)
{
	struct query q = SQL(w->store,
	    "UPDATE term SET reg_password = :password WHERE (id = :profile OR profile = :profile)"
	    " AND reseller = :reseller");

	bind_text(&q, ":password", password);
	bind_int(&q, ":profile", profile_id(t));
	bind_int(&q, ":reseller", t->reseller);
	query_run(&q);
}

/* The oldest name that stays behind when T goes; 0: none does. */
static int64_t
heir_of(struct world *w, const struct term *t)
{
	struct query q = SQL(w->store,
	    "SELECT min(id) FROM term WHERE profile = :profile AND id <> :id"
	    " AND reseller = :reseller AND state <> 'deleted'");

	bind_int(&q, ":profile", t->id);
	bind_int(&q, ":id", t->id);
	bind_int(&q, ":reseller", t->reseller);
	int64_t heir = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return heir;
}

/* Whom the owner let in is not let in by the next one. */
static void
send_away(struct world *w, struct arena *a, int64_t profile)
{
	struct subuser sub;

	if (subuser_of(w, a, profile, &sub))
		subuser_drop(w, sub.id);
}

/* The first name of a profile leaves it: the others point to the next one. */
static void
bequeath(struct world *w, struct arena *a, const struct term *t)
{
	int64_t heir = heir_of(w, t);
	struct subuser sub;

	if (heir == 0) {
		send_away(w, a, t->id);
		return;
	}
	if (subuser_of(w, a, t->id, &sub)) {
		sub.profile = heir;
		subuser_save(w, &sub);
	}
	struct query q = SQL(
	    w->store, "UPDATE term SET profile = nullif(:heir, id) WHERE profile = :profile");
	bind_int(&q, ":heir", heir);
	bind_int(&q, ":profile", t->id);
	query_run(&q);
}

/* The registry knows nothing of profiles, so `updated` stays. */
static void
enter(struct world *w, int64_t id, int64_t profile, const char *username, const char *password)
{
	struct query q = SQL(w->store,
	    "UPDATE term SET profile = nullif(:profile, id), reg_username = :username,"
	    " reg_password = :password WHERE id = :id");

	bind_int(&q, ":profile", profile);
	bind_text(&q, ":username", username);
	bind_text(&q, ":password", password);
	bind_int(&q, ":id", id);
	query_run(&q);
	cookie_drop_all(w, id);
	way_back_drop_all(w, id);
}

void
profile_move(
    struct world *w, struct arena *a, const struct term *t, const struct profile_move *move)
{
	struct term one = *t, *rows = &one;
	size_t n = 1;
	const struct term *into = move->into;

	if (into != NULL && profile_id(into) == profile_id(t))
		return;
	if (move->all) {
		n = term_profile(w, a, t, &rows);
		send_away(w, a, profile_id(t));
	} else if (t->profile == 0)
		bequeath(w, a, t);
	for (size_t i = 0; i < n; i++)
		enter(w, rows[i].id, into != NULL ? profile_id(into) : rows[0].id,
		    into != NULL ? into->reg_username : move->username,
		    into != NULL ? into->reg_password : move->password);
}
