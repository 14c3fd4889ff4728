/* The nameservers of a name. */
#include "base/arena.h"
#include "command/domain/get/types.h"
#include "world/name/host.h"
#include "world/name/nameserver.h"

/* Only of nameservers that are kept here; the recorded replies have the key empty
 * for all others. */
static void
say_glue(struct request *rq, struct value *to, const char *name)
{
	struct host h;
	bool known = host_find(rq->world, rq->arena, name, &h);

	value_add_text(rq->arena, to, "ipaddress", known ? h.ipv4 : "");
	if (known && *h.ipv6 != '\0')
		value_add_text(rq->arena, to, "ipv6", h.ipv6);
}

void
say_nameservers(struct request *rq, const struct term *t)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(rq->arena, t->nameservers, names);
	struct value *list = value_add(rq->arena, rq->reply, "nameserver_list", VALUE_ARRAY);

	for (size_t i = 0; i < n; i++) {
		struct value *ns = value_add(rq->arena, list, NULL, VALUE_ASSOC);
		value_add_text(rq->arena, ns, "name", names[i]);
		value_add_text(rq->arena, ns, "sortorder", arena_printf(rq->arena, "%zu", i + 1));
		say_glue(rq, ns, names[i]);
	}
}
