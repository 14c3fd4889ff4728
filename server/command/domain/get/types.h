/*
 * The types of GET DOMAIN: each fills the reply with what is on file for T, a name
 * of the asker's, and may change its text.  Their names on the wire: types.def.
 */
#ifndef COMMAND_DOMAIN_GET_TYPES_H
#define COMMAND_DOMAIN_GET_TYPES_H

#include "command/command.h"
#include "world/name/term.h"

typedef void say_fn(struct request *rq, const struct term *t);

#define SAYS(name, function) say_fn say_##function;
#define RUNS(name, function)
#include "command/domain/get/types.def"
#undef SAYS
#undef RUNS

/* What several of them say. */
void say(struct request *rq, const char *key, const char *text);
void say_contacts(struct request *rq, const struct term *t, const enum role *roles, size_t n);

#endif
