/* The services of NAME_SUGGEST: what each of them finds. */
#include "base/arena.h"
#include "command/domain/suggest/search.h"
#include "world/money/account.h"
#include "world/money/price.h"
#include "world/registry/standing.h"

static const char *
status_of(enum standing is)
{
	static const char *const words[] = {
		[NAME_AVAILABLE] = "available",
		[NAME_TAKEN] = "taken",
		[NAME_WAITS] = "taken",
		[NAME_UNDETERMINED] = "undetermined",
	};

	return words[is];
}

static struct value *
say_item(struct request *rq, struct value *list, const char *domain, const char *status)
{
	struct value *item = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	value_add_text(rq->arena, item, "domain", domain);
	value_add_text(rq->arena, item, "status", status);
	return item;
}

static bool
is_afresh(const struct search *s, const char *tld)
{
	for (const char *const *t = s->afresh; *t != NULL; t++)
		if (strcmp(*t, tld) == 0)
			return true;
	return false;
}

static void
say_looked_up(struct request *rq, const struct search *s, struct value *list, const char *tld)
{
	const char *domain = arena_printf(rq->arena, "%s.%s", s->wanted->label, tld);
	struct name_standing st = name_standing(rq->world, rq->arena, domain, is_afresh(s, tld));
	struct value *item = say_item(rq, list, domain, status_of(st.is));

	if (st.reason != NULL)
		value_add_text(rq->arena, item, "reason", st.reason);
}

/* What it has not come to yet is in progress. */
void
search_lookup(struct request *rq, const struct search *s, struct value *list)
{
	size_t n = 0;

	while (s->where.tlds[n] != NULL && n < s->where.limit)
		n++;
	size_t known = search_share(&s->progress, n);
	for (size_t i = 0; i < n; i++)
		if (i < known)
			say_looked_up(rq, s, list, s->where.tlds[i]);
		else
			say_item(rq, list,
			    arena_printf(rq->arena, "%s.%s", s->wanted->label, s->where.tlds[i]),
			    "in_progress");
}

void
search_suggestion(struct request *rq, const struct search *s, struct value *list)
{
	const char **names = NEW_ARRAY(rq->arena, const char *, s->where.limit + 1);
	size_t n = suggest(rq->world, rq->arena, s->wanted, &s->where, names);

	n = search_share(&s->progress, n);
	for (size_t i = 0; i < n; i++)
		say_item(rq, list, names[i], "available");
}

void
search_premium(struct request *rq, const struct search *s, struct value *list)
{
	const char **names = NEW_ARRAY(rq->arena, const char *, s->where.limit + 1);
	size_t n = suggest_premium(rq->world, rq->arena, s->wanted, &s->where, names);
	struct premium p = { 0 };

	n = search_share(&s->progress, n);
	for (size_t i = 0; i < n; i++) {
		struct name_standing st = name_standing(rq->world, rq->arena, names[i], false);
		struct value *item = say_item(rq, list, names[i], status_of(st.is));
		premium_of(rq->world, rq->arena, names[i], &p);
		value_add_text(rq->arena, item, "price", cents_text(rq->arena, p.cents));
	}
}
