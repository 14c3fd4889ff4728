/*
 * The kinds of MODIFY DOMAIN, by what "data" says: data.def.  Each reads what it
 * needs from the one schema of the command, and sees itself to the names it is for.
 */
#ifndef COMMAND_DOMAIN_MODIFY_DATA_H
#define COMMAND_DOMAIN_MODIFY_DATA_H

#include "command/command.h"
#include "world/name/term.h"

#define DATA(name, function) command_fn modify_##function;
#include "command/domain/modify/data.def"
#undef DATA

/* For each of the names of owned_names(); the row is saved afterwards. */
typedef void change_fn(struct request *rq, struct term *t);
const struct refusal *change_all(struct request *rq, bool locked_too, change_fn *change);

/* 460 for the first of the NAMES, which NULL ends, that is absent or empty. */
const struct refusal *all_given(struct request *rq, const char *const *names);

#endif
