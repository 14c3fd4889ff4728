#include "command/nameserver/registry.h"

#include "command/nameserver/host.h"
#include "world/name/domain.h"
#include "world/policy/rulebook.h"

const struct refusal *
registry_host(struct request *rq, const char **host, const char **tld)
{
	const struct refusal *no = host_name(rq, "fqdn", host);
	const char *text = domain_folded(rq->arena, attr_word(rq, "tld"));
	const struct rulebook *rules = rq->world->rules;

	if (no != NULL)
		return no;
	text += *text == '.';
	const struct tld *found = *text == '\0' ? rulebook_tld(rules, *host)
						: rulebook_tld_named(rules, text);
	if (found == NULL)
		return refuse(rq, unknown_tld, excerpt(rq->arena, *text == '\0' ? *host : text));
	*tld = found->name;
	return NULL;
}
