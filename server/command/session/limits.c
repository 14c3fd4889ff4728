#include "command/session/limits.h"

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

const struct refusal *
session_limits(struct request *rq, const struct place *p)
{
	struct world *w = rq->world;
	int64_t most = policy_number(w, &policy_session_commands);
	const struct refusal *no = NULL;

	if (!address_among(policy_text(w, rq->arena, &policy_session_addresses), p->address))
		no = refuse(rq, refused_address, NULL);
	else if (most > 0 && p->nth > most)
		no = refuse(rq, too_many_commands, NULL);
	rq->farewell = no != NULL;
	return no;
}
