/*
 * Nameserver lists on the wire: an array of {name, sortorder}, or of {fqdn}.
 */
#ifndef COMMAND_NAMESERVERS_H
#define COMMAND_NAMESERVERS_H

#include "command/command.h"

struct term;

/* In the order of their sortorder, as the rows of the world keep them.  DATA is
 * the refusal for what makes no sense; it takes a detail.  435 where the asker's
 * names may not point to one of them. */
const struct refusal *nameservers_read(struct request *rq, const struct value *list,
    const struct refusal_row *data, const char **text);

/* The same of those that are to go: whether they are allowed is no question. */
const struct refusal *nameservers_read_any(struct request *rq, const struct value *list,
    const struct refusal_row *data, const char **text);

/* By the asker's settings, for a name of its own, whether it has it already or orders
 * it; LIST is what the rows of the world keep. */
const struct refusal *nameservers_allowed(struct request *rq, const char *domain, const char *list);

/* A lock keeps them, where the policy nameservers.locked says so. */
const struct refusal *nameservers_unlocked(struct request *rq, const struct term *t);

#endif
