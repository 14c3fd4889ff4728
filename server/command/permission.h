/*
 * Permission: what a sub-user may do.  needs.def says it for every command; dispatch()
 * asks before anything else of the request is looked at.
 */
#ifndef COMMAND_PERMISSION_H
#define COMMAND_PERMISSION_H

#include "command/command.h"

/* CMD is about to run.  NULL where there is no cookie of a sub-user: then everything is
 * allowed. */
const struct refusal *permission_check(struct request *rq, const struct command *cmd);

typedef const struct refusal *need_fn(struct request *rq, int64_t may);
struct need {
	const char *object, *action;
	need_fn *judge;
	const char *source;
};
extern const struct need needs[];
extern const size_t need_count;

#endif
