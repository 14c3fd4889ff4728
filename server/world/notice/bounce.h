/* Bounces that were asked for: the fault mail_bounce. */
#ifndef WORLD_NOTICE_BOUNCE_H
#define WORLD_NOTICE_BOUNCE_H

#include "world/notice/mail.h"

/* M has just been sent. */
void mail_may_bounce(struct world *w, struct arena *a, const struct mail *m);

#endif
