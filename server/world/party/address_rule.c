#include "world/party/address_rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/store.h"
#include "world/name/block.h"
#include "world/policy/policy.h"

bool
address_rule_well_formed(const char *rule)
{
	struct block b;

	return block_parse(rule, &b);
}

bool
address_rule_fits(const char *rule, const char *address)
{
	struct block b;

	return block_parse(rule, &b) && block_has(&b, address);
}

bool
address_rule_in_force(const struct address_rule *r, instant now)
{
	return r->since <= now && now < r->until;
}

static size_t
rule_count(struct world *w, int64_t reseller)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM address_rule WHERE :reseller = 0 OR reseller = :reseller");

	bind_int(&q, ":reseller", reseller);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
address_rules(struct world *w, struct arena *a, int64_t reseller, struct address_rule **rows)
{
	size_t room = rule_count(w, reseller), n = 0;
	struct query q = SQL(w->store,
	    "SELECT id, reseller, rule, since, ifnull(until, 9223372036854775807)"
	    " FROM address_rule WHERE :reseller = 0 OR reseller = :reseller"
	    " ORDER BY reseller, id LIMIT :room");

	*rows = NEW_ARRAY(a, struct address_rule, room + 1);
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":room", (int64_t)room);
	while (query_row(&q))
		(*rows)[n++] = (struct address_rule){
			.id = row_int(&q, 0),
			.reseller = row_int(&q, 1),
			.rule = row_text(&q, 2, a),
			.since = row_int(&q, 3),
			.until = row_int(&q, 4),
		};
	return n;
}

static void
drop(struct world *w, int64_t id)
{
	struct query q = SQL(w->store, "DELETE FROM address_rule WHERE id = :id");

	bind_int(&q, ":id", id);
	query_run(&q);
}

static void
end_at(struct world *w, int64_t id, instant until)
{
	struct query q = SQL(w->store, "UPDATE address_rule SET until = :until WHERE id = :id");

	bind_int(&q, ":until", until);
	bind_int(&q, ":id", id);
	query_run(&q);
}

static void
go_on(struct world *w, int64_t id)
{
	struct query q = SQL(w->store, "UPDATE address_rule SET until = NULL WHERE id = :id");

	bind_int(&q, ":id", id);
	query_run(&q);
}

static void
add(struct world *w, int64_t reseller, const char *rule, instant since)
{
	struct query q = SQL(w->store, "INSERT INTO address_rule (reseller, rule, since)"
				       " VALUES (:reseller, :rule, :since)");

	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":rule", rule);
	bind_int(&q, ":since", since);
	query_run(&q);
}

static bool
is_among(const char *const *rules, size_t n, const char *rule)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(rules[i], rule) == 0)
			return true;
	return false;
}

/* What is over is forgotten; what was never in force goes without a trace; what ends
 * goes on where it is wanted again before its end. */
static void
settle(struct world *w, const struct address_rule *row, bool wanted, instant then)
{
	bool over = row->until <= w->now;

	if (over || (!wanted && row->since > w->now))
		drop(w, row->id);
	else if (wanted && row->until != INT64_MAX)
		go_on(w, row->id);
	else if (!wanted && row->until == INT64_MAX)
		end_at(w, row->id, then);
}

static bool
lives_on(const struct address_rule *rows, size_t n, const char *rule, instant now)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].rule, rule) == 0 && rows[i].until > now)
			return true;
	return false;
}

void
address_rules_set(
    struct world *w, struct arena *a, struct reseller *r, const char *const *rules, size_t n)
{
	instant then = w->now + policy_seconds(w, &policy_rules_delay);
	struct address_rule *rows;
	size_t count = address_rules(w, a, r->id, &rows);

	for (size_t i = 0; i < count; i++)
		settle(w, &rows[i], is_among(rules, n, rows[i].rule), then);
	for (size_t i = 0; i < n; i++)
		if (!lives_on(rows, count, rules[i], w->now) && !is_among(rules, i, rules[i]))
			add(w, r->id, rules[i], then);
	r->fenced = rule_count(w, r->id) > 0;
}

bool
address_admitted(struct world *w, struct arena *a, const struct reseller *r, const char *address)
{
	struct address_rule *rows;

	if (!r->fenced)
		return true;
	size_t n = address_rules(w, a, r->id, &rows);
	return address_admitted_by_any(rows, n, 1, w->now, address, false);
}

bool
address_admitted_by_any(const struct address_rule *rows, size_t n, int64_t resellers, instant now,
    const char *address, bool lenient)
{
	int64_t fenced = 0, last = 0;

	for (size_t i = 0; i < n; i++) {
		bool holds = address_rule_in_force(&rows[i], now);
		bool may = holds || (lenient && now < rows[i].until);
		if (may && address_rule_fits(rows[i].rule, address))
			return true;
		if (holds && rows[i].reseller != last) {
			last = rows[i].reseller;
			fenced++;
		}
	}
	return fenced < resellers;
}

int64_t
reseller_count(struct world *w)
{
	struct query q = SQL(w->store, "SELECT count(*) FROM reseller");
	int64_t n = query_row(&q) ? row_int(&q, 0) : 0;

	query_end(&q);
	return n;
}
