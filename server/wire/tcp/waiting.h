/*
 * Waiting: visitors in rings, one for each kind of patience, whoever has waited
 * longest first.  All of a ring have the same time, so only the first can be over it.
 */
#ifndef WIRE_TCP_WAITING_H
#define WIRE_TCP_WAITING_H

#include "wire/tcp/visitor.h"

struct waiting {
	struct visitor heads[PATIENCES];
	int64_t limits_us[PATIENCES];
};

void waiting_open(struct waiting *w, int idle_seconds, int message_seconds);
void waiting_enter(struct waiting *w, struct visitor *v, enum patience p); /* from now on */
void waiting_leave(struct visitor *v);

struct visitor *waiting_first(struct waiting *w, enum patience p); /* NULL: nobody */
struct visitor *waiting_after(struct waiting *w, const struct visitor *v);
struct visitor *waiting_over(struct waiting *w, int64_t now_us); /* whose time is over; or NULL */
int64_t waiting_next_end(struct waiting *w); /* INT64_MAX: nobody's time ends */

#endif
