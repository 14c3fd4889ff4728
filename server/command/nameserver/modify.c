/* MODIFY NAMESERVER: other addresses, another name, or both. */
#include "base/arena.h"
#include "command/nameserver/host.h"

const struct attr accepts_nameserver_modify[] = {
	HOST_DOMAIN,
	HOST_TEXT("name", REQUIRED),
	HOST_TEXT("new_name", OPTIONAL),
	HOST_ADDRESS("ipaddress", ipv4_well_formed),
	HOST_ADDRESS("ipv6", ipv6_well_formed),
	ATTR_LAST,
};

/* It stays below its name: the registry of another one may be another one. */
static const struct refusal *
check_name(struct request *rq, const struct term *above, const struct host_change *c)
{
	if (host_is_below(c->new_name, above->name) &&
	    host_change_possible(rq->world, rq->arena, c))
		return NULL;
	return refuse(rq, hostname_stays, excerpt(rq->arena, c->new_name));
}

const struct refusal *
cmd_nameserver_modify(struct request *rq)
{
	struct term above;
	struct host h;
	bool ipv4 = attr_given(rq, "ipaddress"), ipv6 = attr_given(rq, "ipv6");
	bool name = attr_given(rq, "new_name");
	const struct refusal *no = own_host(rq, &h, &above);

	if (no == NULL && !ipv4 && !ipv6 && !name)
		no = refuse(rq, missing_ip, NULL);
	if (no != NULL)
		return no;
	struct host_change c = {
		.action = "modify",
		.name = h.name,
		.new_name = h.name,
		.ipv4 = ipv4 ? attr_text(rq, "ipaddress") : h.ipv4,
		.ipv6 = ipv6 ? attr_text(rq, "ipv6") : h.ipv6,
		.tlds = "",
	};
	if (name)
		no = host_name(rq, "new_name", &c.new_name);
	if (no == NULL)
		no = host_addresses(rq, above.name, c.ipv4, c.ipv6);
	if (no == NULL)
		no = check_name(rq, &above, &c);
	return no != NULL ? no : host_change(rq, &above, &c, &refusal_modification_failed);
}
