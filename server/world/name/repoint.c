#include "world/name/repoint.h"

#include "base/arena.h"
#include "world/notice/event.h"

bool
repoint(struct world *w, struct arena *a, struct term *t, const char *nameservers)
{
	if (strcmp(t->nameservers, nameservers) == 0)
		return false;
	t->nameservers = nameservers;
	term_save(w, t);
	if (t->reseller != 0)
		event_add_json(w, t->reseller, "DOMAIN", "NAMESERVER_UPDATE",
		    arena_printf(a,
			"{\"domain_id\":\"%" PRId64
			"\",\"domain_name\":\"%s\",\"nameserver_list\":%s}",
			t->id, t->name, nameservers));
	return true;
}
