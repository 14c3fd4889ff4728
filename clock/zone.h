/*
 * The two zones of the vendor: that of its nightly batch, and Toronto, in
 * whose local time some dates of its replies are written.
 */
#ifndef CLOCK_ZONE_H
#define CLOCK_ZONE_H

#include "clock/instant.h"

enum zone {
	ZONE_EST, /* UTC-5 all year: Registrant Verification FAQs, Q24 */
	ZONE_TORONTO, /* with the daylight saving of Canada since 2007 */
};

instant zone_local(enum zone z, instant t); /* the local civil time, as if it were UTC */

/* The batch that opens day N, where day 0 is the local date of FROM. */
instant batch_midnight(enum zone z, instant from, int64_t n);

/* The first batch at or after T; and the number of dates from A to B. */
instant batch_next(enum zone z, instant t);
int64_t batch_days(enum zone z, instant a, instant b);

#endif
