/*
 * Nameserver lists on the wire: an array of {name, sortorder}.
 */
#ifndef COMMAND_NAMESERVERS_H
#define COMMAND_NAMESERVERS_H

#include "command/command.h"

/* In the order of their sortorder, as the rows of the world keep them.  DATA is
 * the refusal for what makes no sense; it takes a detail. */
const struct refusal *nameservers_read(struct request *rq, const struct value *list,
    const struct refusal_row *data, const char **text);

#endif
