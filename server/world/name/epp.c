#include "world/name/epp.h"

/* Nor does a name resolve from its expiry on (rules 04: day 0). */
bool
epp_on_hold(const struct term *t)
{
	return t->hold || strcmp(t->state, "expired") == 0;
}

/* What the vendor calls locked forbids transfers. */
size_t
epp_statuses(const struct term *t, const char *names[MAX_EPP])
{
	size_t n = 0;

	if (epp_on_hold(t))
		names[n++] = "clientHold";
	if (t->locked)
		names[n++] = "clientTransferProhibited";
	if (n == 0)
		names[n++] = "ok";
	return n;
}
