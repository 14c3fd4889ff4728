#include "world/name/epp.h"

/* A name does not resolve while it is on hold, nor from its expiry on (rules
 * 04: day 0); what the vendor calls locked forbids transfers. */
size_t
epp_statuses(const struct term *t, const char *names[MAX_EPP])
{
	size_t n = 0;

	if (t->hold || strcmp(t->state, "expired") == 0)
		names[n++] = "clientHold";
	if (t->locked)
		names[n++] = "clientTransferProhibited";
	if (n == 0)
		names[n++] = "ok";
	return n;
}
