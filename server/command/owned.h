/*
 * Whose name is it?  Commands on a profile answer 415 for names that are not
 * the asker's, with the words by which the vendor sends people to the reseller
 * who can help them.
 */
#ifndef COMMAND_OWNED_H
#define COMMAND_OWNED_H

#include "command/command.h"
#include "world/name/term.h"

/* The attribute "domain" of the request names it. */
const struct refusal *owned_term(struct request *rq, struct term *t);

/* The same for commands that answer 480. */
const struct refusal *own_term_or_480(struct request *rq, struct term *t);

#endif
