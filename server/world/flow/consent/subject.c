/* Who is the same person, what they were told and what they said. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/consent/inside.h"
#include "world/policy/policy.h"

#define DAY 86400

/* The columns of both selects below, in one order. */
static bool
read_only_row(struct query *q, struct arena *a, struct subject *s)
{
	if (!query_row(q))
		return false;
	*s = (struct subject){
		.id = row_int(q, 0),
		.first_name = row_text(q, 1, a),
		.last_name = row_text(q, 2, a),
		.org_name = row_text(q, 3, a),
		.country = row_text(q, 4, a),
		.email = row_text(q, 5, a),
		.told = row_int(q, 6),
		.open_until = row_int(q, 7),
		.told_by = row_int(q, 8),
		.choice = row_text(q, 9, a),
		.share_more = row_int(q, 10) != 0,
		.language = row_text(q, 11, a),
		.answers = row_int(q, 12),
	};
	query_end(q);
	return true;
}

bool
subject_load(struct world *w, struct arena *a, int64_t id, struct subject *s)
{
	struct query q = SQL(w->store,
	    "SELECT id, first_name, last_name, org_name, country, email, told, open_until,"
	    " told_by, coalesce(choice, ''), share_more, language, answers FROM data_subject"
	    " WHERE id = :id");

	bind_int(&q, ":id", id);
	return read_only_row(&q, a, s);
}

static void
bind_fingerprint(struct query *q, const struct contact *owner)
{
	bind_text(q, ":first", owner->first_name);
	bind_text(q, ":last", owner->last_name);
	bind_text(q, ":org", owner->org_name);
	bind_text(q, ":country", owner->country);
	bind_text(q, ":email", owner->email);
}

/* Exact, but for the case of the e-mail address (policy); contacts come without
 * blanks around. */
bool
subject_find(struct world *w, struct arena *a, const struct contact *owner, struct subject *s)
{
	bool case_counts = policy_is(w, &policy_consent_email_case, "exact");
	struct query q = SQL(w->store,
	    "SELECT id, first_name, last_name, org_name, country, email, told, open_until,"
	    " told_by, coalesce(choice, ''), share_more, language, answers FROM data_subject"
	    " WHERE lower(email) = lower(:email) AND last_name = :last AND first_name = :first"
	    " AND org_name = :org AND country = :country AND (:any_case OR email = :email)"
	    " ORDER BY id LIMIT 1");

	bind_fingerprint(&q, owner);
	bind_int(&q, ":any_case", !case_counts);
	return read_only_row(&q, a, s);
}

int64_t
subject_remember(struct world *w, struct arena *a, const struct contact *owner)
{
	struct subject known;

	if (subject_find(w, a, owner, &known))
		return known.id;
	struct query q = SQL(w->store,
	    "INSERT INTO data_subject (first_name, last_name, org_name, country, email,"
	    " share_more, language, answers)"
	    " VALUES (:first, :last, :org, :country, :email, 0, '', 0)");
	bind_fingerprint(&q, owner);
	return query_run(&q);
}

void
subject_told(struct world *w, int64_t id, int64_t reseller, bool first)
{
	struct query q = SQL(w->store,
	    "UPDATE data_subject SET told = coalesce(told, nullif(:told, 0)),"
	    " open_until = :until, told_by = :reseller WHERE id = :id");

	bind_int(&q, ":told", first ? w->now : 0);
	bind_int(&q, ":until", w->now + policy_days(w, &policy_link_days) * DAY);
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":id", id);
	query_run(&q);
}

void
subject_answered(struct world *w, int64_t id, const struct consent_answer *answer)
{
	struct query q = SQL(w->store,
	    "UPDATE data_subject SET choice = :choice, share_more = :more, language = :language,"
	    " answered = :now, answers = answers + 1 WHERE id = :id");

	bind_text(&q, ":choice", answer->agrees ? "given" : "refused");
	bind_int(&q, ":more", answer->agrees && answer->share_more);
	bind_text(&q, ":language", answer->language);
	bind_int(&q, ":now", w->now);
	bind_int(&q, ":id", id);
	query_run(&q);
}
