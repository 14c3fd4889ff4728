/* Domains from outside: what DNS and WHOIS say of any name, registered or not. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/name/delegation.h"
#include "world/name/publication.h"
#include "world/name/term.h"

const struct field shape_dns[] = {
	HAS("name", TEXT),
	HAS("zone_name", TEXT),
	HAS("rcode", TEXT),
	HAS("ns", LIST),
	SHAPE_END,
};
static const struct field registrant_fields[] = {
	HAS("shown", TEXT), /* redacted, privacy, full */
	HAS("name", TEXT),
	HAS("organization", TEXT),
	HAS("state", TEXT),
	HAS("country", TEXT),
	SHAPE_END,
};
const struct field shape_whois[] = {
	HAS("name", TEXT),
	HAS("found", FLAG), /* the rest only then */
	MAY("registrar", TEXT),
	MAY("status", LIST),
	MAY("created", INSTANT),
	MAY("updated", INSTANT),
	MAY("expires", INSTANT),
	MAY("nameservers", LIST),
	MAY_A("registrant", MAP, registrant_fields),
	SHAPE_END,
};

static const struct problem *
read_name(struct call *c, const char **name)
{
	*name = domain_spelling(c->arena, c->captures[1]);
	if (*name != NULL)
		return NULL;
	return problem_new(c, 400, "bad_value", "\"%s\" cannot be a domain name.", c->captures[1]);
}

const struct problem *
api_domain_dns(struct call *c)
{
	const char *name;
	const struct problem *p = read_name(c, &name);

	if (p != NULL)
		return p;
	struct delegation d = delegation_of(c->world, c->arena, name);
	json_t *ns = json_array();
	for (size_t i = 0; i < d.count; i++)
		json_array_append_new(ns, json_string(d.nameservers[i]));
	return answer_json(c, 200,
	    json_pack("{s:s, s:s, s:s, s:o}", "name", name, "zone_name", d.name, "rcode", d.rcode,
		"ns", ns));
}

/* As WHOIS has it: with a name in the place of the owner's, most times. */
static json_t *
registrant_json(struct call *c, const struct term *t)
{
	struct publication p = publication_of(c->world, c->arena, t);

	return json_pack("{s:s, s:s, s:s, s:s, s:s}", "shown", p.how, "name", p.name,
	    "organization", p.organization, "state", p.state, "country", p.country);
}

const struct problem *
api_domain_whois(struct call *c)
{
	const char *name;
	struct term t;
	const struct problem *p = read_name(c, &name);

	if (p != NULL)
		return p;
	if (!term_find(c->world, c->arena, name, &t))
		return answer_json(c, 200, json_pack("{s:s, s:b}", "name", name, "found", false));
	return answer_json(c, 200,
	    json_pack("{s:s, s:b, s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "name", t.name, "found",
		true, "registrar", t.registrar, "status", statuses_json(&t), "created",
		json_instant(t.created), "updated", json_instant(t.updated), "expires",
		json_instant(t.registry_expires), "nameservers", json_parsed(t.nameservers),
		"registrant", registrant_json(c, &t)));
}
