/*
 * Whose name is it?  Commands on a profile answer 415 for names that are not
 * the asker's, with the words by which the vendor sends people to the reseller
 * who can help them.
 */
#ifndef COMMAND_OWNED_H
#define COMMAND_OWNED_H

#include "command/command.h"
#include "world/name/term.h"

/* The attribute "domain" names it, or else the cookie; a cookie that is sent along
 * has to be good in either case (facts of both: the vendor's page on commands
 * without end-user credentials). */
const struct refusal *owned_term(struct request *rq, struct term *t);

/* 437 while a registry has still to answer another request about this name. */
const struct refusal *nothing_waits(struct request *rq, const char *domain);

/* The names that a change is for: that one or, with affect_domains, all of the
 * profile that the cookie stands for.  Of these stay as they are: the locked ones,
 * unless LOCKED_TOO, and those of which a registry has still to answer something. */
const struct refusal *
owned_names(struct request *rq, bool locked_too, struct term **rows, size_t *n);

/* The same where another flag of the command's schema, ALL, means all of them. */
const struct refusal *
owned_names_by(struct request *rq, const char *all, bool locked_too, struct term **rows, size_t *n);

/* The cookie that lies beside the action: GIVEN, and then good, or refused. */
struct cookie;
const struct refusal *cookie_read(struct request *rq, struct cookie *c, bool *given);

/* 415 with the words for strangers; DOMAIN may be anybody's. */
const struct refusal *foreign(struct request *rq, const char *domain);

/* The same for commands that answer 480. */
const struct refusal *own_term_or_480(struct request *rq, struct term *t);

#endif
