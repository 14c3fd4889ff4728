/* DELETE NAMESERVER: a host of the profile that no name points to. */
#include "command/nameserver/host.h"

const struct attr accepts_nameserver_delete[] = {
	HOST_DOMAIN,
	HOST_TEXT("name", REQUIRED),
	HOST_TEXT("ipaddress", OPTIONAL), /* sent by old clients; the name is enough */
	HOST_TEXT("ipv6", OPTIONAL),
	ATTR_LAST,
};

const struct refusal *
cmd_nameserver_delete(struct request *rq)
{
	struct term above;
	struct host h;
	const struct refusal *no = own_host(rq, &h, &above);

	if (no != NULL)
		return no;
	const struct host_change c = {
		.action = "delete",
		.name = h.name,
		.new_name = "",
		.ipv4 = "",
		.ipv6 = "",
		.tlds = "",
	};
	if (!host_change_possible(rq->world, rq->arena, &c))
		return refuse(rq, deletion_failed, NULL);
	return host_change(rq, &above, &c, &refusal_deletion_failed);
}
