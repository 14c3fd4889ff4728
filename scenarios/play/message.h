/* The message that a call line stands for. */
#ifndef SCENARIOS_PLAY_MESSAGE_H
#define SCENARIOS_PLAY_MESSAGE_H

#include "scenarios/play/run.h"
#include "xcp/value.h"

/* In the scratch arena.  NULL: a path cannot be written, and the step failed. */
struct value *message_of(struct run *r, const struct step *s);

#endif
