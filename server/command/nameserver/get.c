/* GET NAMESERVER: one host of the profile, or all, and whether it could go. */
#include "command/nameserver/host.h"

const struct attr accepts_nameserver_get[] = {
	HOST_DOMAIN,
	HOST_TEXT("name", OPTIONAL),
	HOST_TEXT("type", OPTIONAL),
	ATTR_LAST,
};

static void
say(struct request *rq, struct value *list, const struct host *h)
{
	struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	value_add_text(rq->arena, to, "name", h->name);
	value_add_text(rq->arena, to, "ipaddress", h->ipv4);
	value_add_text(rq->arena, to, "ipv6", h->ipv6);
	value_add_text(rq->arena, to, "can_delete", host_in_use(rq->world, h->name) ? "0" : "1");
}

static const struct refusal *
say_all(struct request *rq)
{
	struct term t;
	struct host *rows;
	const struct refusal *no = owned_term(rq, &t);

	if (no != NULL)
		return no;
	size_t n = host_list(rq->world, rq->arena, &t, &rows);
	struct value *list = value_add(rq->arena, rq->reply, "nameserver_list", VALUE_ARRAY);
	for (size_t i = 0; i < n; i++)
		say(rq, list, &rows[i]);
	return NULL;
}

/* Old clients say type=all where the manual has name=all. */
const struct refusal *
cmd_nameserver_get(struct request *rq)
{
	const char *name = attr_word(rq, "name");
	struct term above;
	struct host h;

	if (strcmp(name, "all") == 0 ||
	    (*name == '\0' && strcmp(attr_word(rq, "type"), "all") == 0))
		return say_all(rq);
	if (*name == '\0')
		return refuse(rq, missing_field, "name");
	const struct refusal *no = own_host(rq, &h, &above);
	if (no == NULL)
		say(rq, value_add(rq->arena, rq->reply, "nameserver_list", VALUE_ARRAY), &h);
	return no;
}
