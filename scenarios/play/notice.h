/* What the end of a story asks of mails and events; the rest is in run_notice.c. */
#ifndef SCENARIOS_PLAY_NOTICE_H
#define SCENARIOS_PLAY_NOTICE_H

#include "scenarios/play/run.h"

/* Reads what is new; ANEW: all of it, since what is old may have changed. */
bool notices_fetch(struct run *r, struct place at, struct notices *n, bool anew);
bool notice_is_taken(struct run *r, const struct notices *n, const json_t *item);
bool notice_is_ignored(struct run *r, const struct notices *n, const json_t *item);
const char *notice_summary(struct run *r, const struct notices *n, const json_t *item);

#endif
