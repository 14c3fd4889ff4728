/* CREATE NAMESERVER: a host below one of the profile's names, with its addresses. */
#include "base/arena.h"
#include "command/nameserver/host.h"
#include "world/policy/policy.h"

const struct attr accepts_nameserver_create[] = {
	HOST_DOMAIN,
	HOST_TEXT("name", REQUIRED),
	HOST_ADDRESS("ipaddress", ipv4_well_formed),
	HOST_ADDRESS("ipv6", ipv6_well_formed),
	{ .name = "add_to_all_registry",
	    .type = ATTR_TEXT,
	    .max = 4096,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static const struct refusal *
find_above(struct request *rq, const char *name, struct term *above)
{
	struct term t, *rows;
	const struct refusal *no = owned_term(rq, &t);

	if (no != NULL)
		return no;
	size_t n = term_profile(rq->world, rq->arena, &t, &rows);
	for (size_t i = 0; i < n; i++)
		if (host_is_below(name, rows[i].name)) {
			*above = rows[i];
			return NULL;
		}
	return refuse(rq, invalid_data,
	    arena_printf(
		rq->arena, "name '%s' is below no name of the profile", excerpt(rq->arena, name)));
}

/* From 0, 1, or TLDs with commas or blanks between, with or without their dot. */
static const char *
tlds_of(struct request *rq)
{
	const char *text = attr_word(rq, "add_to_all_registry");
	char *tlds = arena_strdup(rq->arena, text);

	if (strcmp(text, "0") == 0)
		return "";
	if (strcmp(text, "1") == 0)
		return "*";
	for (char *c = tlds; *c != '\0'; c++)
		if (*c == ',' || (*c == '.' && (c == tlds || c[-1] == ' ')))
			*c = ' ';
	return tlds;
}

static const struct refusal *
check(struct request *rq, const struct term *above, const struct host_change *c)
{
	const struct refusal *no = host_addresses(rq, above->name, c->ipv4, c->ipv6);

	if (no != NULL)
		return no;
	if (!host_change_possible(rq->world, rq->arena, c))
		return refuse(rq, nameserver_exists, NULL);
	if (host_count(rq->world, above->id) >= policy_number(rq->world, &policy_nameserver_quota))
		return refuse(rq, nameserver_quota, NULL);
	return NULL;
}

const struct refusal *
cmd_nameserver_create(struct request *rq)
{
	struct host_change c = {
		.action = "create",
		.new_name = "",
		.ipv4 = attr_word(rq, "ipaddress"),
		.ipv6 = attr_word(rq, "ipv6"),
		.tlds = tlds_of(rq),
	};
	struct term above;
	const struct refusal *no = host_name(rq, "name", &c.name);

	if (no == NULL)
		no = find_above(rq, c.name, &above);
	if (no == NULL)
		no = check(rq, &above, &c);
	return no != NULL ? no : host_change(rq, &above, &c, &refusal_creation_failed);
}
