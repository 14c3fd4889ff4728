#include "world/policy/policy.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/policy/premium.h"
#include "world/policy/reads.h"

/* Nearly every world goes by the book, and then nothing is asked of the store:
 * an advance reads policies at each event. */
static const char *
override_of(struct world *w, struct arena *a, const char *key)
{
	if (!w->overrides)
		return NULL;
	struct query q = SQL(w->store, "SELECT value FROM policy WHERE key = :key");
	bind_text(&q, ":key", key);
	const char *value = query_row(&q) ? row_text(&q, 0, a) : NULL;
	query_end(&q);
	return value;
}

const char *
policy_text(struct world *w, struct arena *a, const struct policy *p)
{
	const struct rule *rule = rulebook_policy(w->rules, p->key);
	const char *value = override_of(w, a, p->key);

	must(rule != NULL); /* rulebook_open() saw to it */
	policy_was_read(w->rules, rule);
	return value != NULL ? value : rule->value;
}

/* Whatever has a type or choices is short: policy_objection() sees to it. */
struct short_text {
	char text[POLICY_LONGEST + 1];
};

static struct short_text
value_of(struct world *w, const struct policy *p)
{
	struct short_text out;
	struct arena *a = arena_new();
	const char *value = policy_text(w, a, p);

	must(strlen(value) <= POLICY_LONGEST);
	memcpy(out.text, value, strlen(value) + 1);
	arena_free(a);
	return out;
}

bool
policy_is(struct world *w, const struct policy *p, const char *value)
{
	return strcmp(value_of(w, p).text, value) == 0;
}

bool
policy_on(struct world *w, const struct policy *p)
{
	must(p->type == POLICY_SWITCH);
	return policy_is(w, p, "on");
}

int64_t
policy_number(struct world *w, const struct policy *p)
{
	must(p->type == POLICY_NUMBER);
	return strtoll(value_of(w, p).text, NULL, 10);
}

int64_t
policy_days(struct world *w, const struct policy *p)
{
	must(p->type == POLICY_DAYS || p->type == POLICY_DAYS_OR_NEVER);
	return strtoll(value_of(w, p).text, NULL, 10);
}

int64_t
policy_seconds(struct world *w, const struct policy *p)
{
	struct duration d = { 0 };

	must(p->type == POLICY_DURATION);
	must(duration_parse(value_of(w, p).text, &d));
	return d.seconds;
}

instant
policy_instant(struct world *w, const struct policy *p)
{
	instant t = 0;

	must(p->type == POLICY_INSTANT);
	must(instant_parse(value_of(w, p).text, &t));
	return t;
}

enum zone
policy_batch_zone(struct world *w)
{
	return policy_is(w, &policy_zone, "Toronto") ? ZONE_TORONTO : ZONE_EST;
}

const char *
policy_of_tld(struct world *w, struct arena *a, const char *domain, const char *key)
{
	const struct tld *t = rulebook_tld(w->rules, domain);

	if (t == NULL)
		return NULL;
	const char *value = NULL;
	const struct rule *rule = tld_rule(t, key);
	must(rule != NULL); /* a key of tld_keys.def */
	tld_key_was_read(w->rules, t, rule);
	if (w->overrides)
		value = override_of(w, a, arena_printf(a, "tld.%s.%s", t->name, key));
	return value != NULL ? value : rule->value;
}

const char *
policy_of_premium(struct world *w, struct arena *a, const char *domain)
{
	const struct rule *rule = premium_rule(w->rules, domain);
	const char *value = NULL;

	if (w->overrides)
		value = override_of(w, a, arena_printf(a, PREMIUM_PREFIX "%s", domain));
	if (value == NULL && rule != NULL)
		value = rule->value;
	return value == NULL || strcmp(value, PREMIUM_NOT) == 0 ? NULL : value;
}

const char *
policy_binding(struct world *w, struct arena *a, const char *domain, const char *key)
{
	const char *text = policy_of_tld(w, a, domain, key);
	const struct tld *tld = rulebook_tld(w->rules, domain);
	const struct rule *rule = tld == NULL ? NULL : tld_rule(tld, key);
	bool guessed = rule != NULL && rule->certainty != STATED && text == rule->value;

	return guessed ? NULL : text; /* an override is another text, even if it says the same */
}

instant
policy_due(struct world *w, const struct policy *p, instant started)
{
	if (p->type == POLICY_DAYS_OR_NEVER && policy_is(w, p, "never"))
		return NEVER;
	if (p->type == POLICY_DAYS || p->type == POLICY_DAYS_OR_NEVER)
		return batch_midnight(policy_batch_zone(w), started, policy_days(w, p));
	return started + policy_seconds(w, p);
}

void
policy_override(struct world *w, const char *key, const char *value)
{
	struct query q = SQL(w->store, "INSERT INTO policy (key, value) VALUES (:key, :value)"
				       " ON CONFLICT (key) DO UPDATE SET value = :value");

	bind_text(&q, ":key", key);
	bind_text(&q, ":value", value);
	query_run(&q);
	w->overrides = true;
}

static size_t
count_overrides(struct world *w)
{
	struct query q = SQL(w->store, "SELECT count(*) FROM policy");
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;

	query_end(&q);
	return n;
}

size_t
policy_overrides(struct world *w, struct arena *a, struct override **rows)
{
	size_t room = count_overrides(w), n = 0;
	struct query q = SQL(w->store, "SELECT key, value FROM policy ORDER BY key");

	*rows = NEW_ARRAY(a, struct override, room);
	while (query_row(&q)) {
		must(n < room);
		(*rows)[n++] = (struct override){ row_text(&q, 0, a), row_text(&q, 1, a) };
	}
	return n;
}

bool
policy_lists(const char *list, const char *word)
{
	size_t size = strlen(word);

	for (list += strspn(list, " "); *list != '\0'; list += strspn(list, " ")) {
		size_t n = strcspn(list, " ");
		if (n == size && strncmp(list, word, n) == 0)
			return true;
		list += n;
	}
	return false;
}
