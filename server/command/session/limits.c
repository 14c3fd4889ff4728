#include "command/session/limits.h"

#include "world/party/address_rule.h"
#include "world/party/rate.h"
#include "world/policy/policy.h"

static bool
fits(const char *rule, size_t n, const char *address)
{
	if (n > 0 && rule[n - 1] == '*')
		return strncmp(rule, address, n - 1) == 0;
	return strlen(address) == n && strncmp(rule, address, n) == 0;
}

bool
address_among(const char *rules, const char *address)
{
	static const char gaps[] = " ,";

	if (strcmp(rules, "any") == 0)
		return true;
	for (const char *at = rules + strspn(rules, gaps); *at != '\0'; at += strspn(at, gaps)) {
		size_t n = strcspn(at, gaps);
		if (fits(at, n, address))
			return true;
		at += n;
	}
	return false;
}

/* By the rules of who asks; of somebody, where nobody says. */
static bool
is_served(struct request *rq, const struct place *p)
{
	struct address_rule *rows;

	if (!p->nobody)
		return address_admitted(rq->world, rq->arena, rq->reseller, p->address);
	if (!rq->world->fenced)
		return true;
	size_t n = address_rules(rq->world, rq->arena, 0, &rows);
	return address_admitted_by_any(
	    rows, n, reseller_count(rq->world), rq->world->now, p->address, false);
}

/* Over HTTP the vendor's answer is none that HTTP clients can read. */
static const struct refusal *
refuse_address(struct request *rq, const struct place *p)
{
	if (p->session)
		return refuse(rq, refused_address, NULL);
	if (policy_is(rq->world, &policy_rules_https, "400"))
		return refuse(rq, denied_address, NULL);
	bool framed = policy_is(rq->world, &policy_rules_https, "framed");
	rq->manner = framed ? WITHOUT_HTTP : SILENTLY;
	return refuse(rq, refused_address, NULL);
}

/* 0 is no limit, for each of them. */
static const struct refusal *
check_connection(struct request *rq, const struct place *p)
{
	struct world *w = rq->world;
	const struct policy *limit = p->session ? &policy_session_commands : &policy_https_commands;
	int64_t most = policy_number(w, limit), life = policy_seconds(w, &policy_session_life);
	int64_t connections = policy_number(w, &policy_session_connections);

	if (connections > 0 && p->connections > connections)
		return refuse(rq, too_many_connections, NULL);
	if (life > 0 && p->connections > 0 && w->now - p->since >= life)
		return refuse(rq, session_over, NULL);
	return most > 0 && p->nth > most ? refuse(rq, too_many_commands, NULL) : NULL;
}

static const struct refusal *
check_rate(struct request *rq)
{
	return rate_take(rq->world, rq->reseller->id) ? NULL : refuse(rq, too_fast, NULL);
}

static const struct refusal *
check_session(struct request *rq, const struct place *p)
{
	struct world *w = rq->world;

	if (address_among(policy_text(w, rq->arena, &policy_session_addresses), p->address))
		return NULL;
	return refuse(rq, refused_address, NULL);
}

const struct refusal *
place_limits(struct request *rq, const struct place *p)
{
	const struct refusal *no = NULL;

	if (!is_served(rq, p))
		no = refuse_address(rq, p);
	if (no == NULL && p->session)
		no = check_session(rq, p);
	if (no == NULL && !p->nobody)
		no = check_connection(rq, p);
	rq->farewell = no != NULL;
	return no != NULL || p->nobody ? no : check_rate(rq);
}
