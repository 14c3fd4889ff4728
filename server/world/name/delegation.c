#include "world/name/delegation.h"

#include "world/name/domain.h"
#include "world/name/epp.h"

/* NULL: there is none. */
static const char *
registrable_part(const struct world *w, const char *name)
{
	while (name != NULL && !domain_registrable(w, name)) {
		name = strchr(name, '.');
		name = name == NULL ? NULL : name + 1;
	}
	return name;
}

/* On hold a name keeps its nameservers and is taken out of the zone; without
 * nameservers it never was in it. */
struct delegation
delegation_of(struct world *w, struct arena *a, const char *name)
{
	const char *registrable = registrable_part(w, name);
	struct delegation d = { .name = registrable, .rcode = "REFUSED" };
	struct term t;

	if (registrable == NULL) {
		d.name = name;
		return d;
	}
	d.rcode = "NXDOMAIN";
	if (!term_find(w, a, registrable, &t) || epp_on_hold(&t))
		return d;
	d.count = nameservers_parse(a, t.nameservers, d.nameservers);
	if (d.count > 0)
		d.rcode = "NOERROR";
	return d;
}
