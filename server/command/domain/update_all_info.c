/*
 * UPDATE_ALL_INFO DOMAIN: all contacts and all nameservers of a name in one go, for
 * registries that take them together only.
 */
#include "base/arena.h"
#include "command/contact_change.h"
#include "command/nameservers.h"
#include "command/owned.h"
#include "world/name/address.h"
#include "world/name/domain.h"
#include "world/name/host.h"
#include "world/party/contact_rules.h"

const struct attr accepts_update_all_info[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "contact_set",
	    .type = ATTR_TREE,
	    .required = REQUIRED,
	    .refusal = &refusal_invalid_data },
	{ .name = "nameserver_list",
	    .type = ATTR_TREE,
	    .required = REQUIRED,
	    .refusal = &refusal_invalid_data,
	    .missing = &refusal_no_nameservers },
	ATTR_LAST,
};

static const struct refusal *
bad_address(struct request *rq, const char *key, const char *address)
{
	return refuse(
	    rq, invalid_data, arena_printf(rq->arena, "%s '%s'", key, excerpt(rq->arena, address)));
}

/*
 * Addresses lead to nameservers below the name itself, and those are created and
 * moved by commands of their own: an address that is sent along has to be the one on
 * file.  Of all others the registries of their own names know it.
 */
static const struct refusal *
check_address(struct request *rq, const struct term *t, const struct value *entry)
{
	const char *ipv4 = trimmed(rq->arena, value_text(entry, "ipaddress"));
	const char *ipv6 = trimmed(rq->arena, value_text(entry, "ipv6"));
	const char *name = domain_folded(rq->arena, trimmed(rq->arena, value_text(entry, "fqdn")));
	struct host h = { .ipv4 = "", .ipv6 = "" };

	if (*ipv4 != '\0' && !ipv4_well_formed(ipv4))
		return bad_address(rq, "ipaddress", ipv4);
	if (*ipv6 != '\0' && !ipv6_well_formed(ipv6))
		return bad_address(rq, "ipv6", ipv6);
	if (!host_is_below(name, t->name))
		return NULL;
	if (!host_find(rq->world, rq->arena, name, &h))
		h = (struct host){ .ipv4 = "", .ipv6 = "" };
	if (*ipv4 != '\0' && strcmp(ipv4, h.ipv4) != 0)
		return bad_address(rq, "ipaddress", ipv4);
	return *ipv6 == '\0' || strcmp(ipv6, h.ipv6) == 0 ? NULL : bad_address(rq, "ipv6", ipv6);
}

static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	struct contact_change change = { .sent = attr_tree(rq, "contact_set") };

	for (size_t i = 0; i < ROLE_COUNT; i++) {
		change.from[i] = (enum role)i;
		change.wanted[i] = contact_taken(rq->world, rq->arena, t->name, (enum role)i);
	}
	c->nameservers = how;
	return contact_change_build(rq, t, c, &change);
}

static const struct refusal *
read_nameservers(struct request *rq, const struct term *t, const char **text)
{
	const struct value *list = attr_tree(rq, "nameserver_list");
	const struct refusal *no = nameservers_read(rq, list, &refusal_invalid_data, text);

	for (const struct value *v = list->first; no == NULL && v != NULL; v = v->next)
		no = v->kind == VALUE_ASSOC ? check_address(rq, t, v) : NULL;
	return no;
}

const struct refusal *
cmd_update_all_info(struct request *rq)
{
	const char *nameservers;
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = nothing_waits(rq, t.name);
	if (no == NULL)
		no = nameservers_unlocked(rq, &t);
	if (no == NULL)
		no = read_nameservers(rq, &t, &nameservers);
	if (no != NULL)
		return no;
	return change_name(rq,
	    &(struct change_plan){
		.build = build, .how = nameservers, .waits_as = "tld_update_contacts" },
	    &t);
}
