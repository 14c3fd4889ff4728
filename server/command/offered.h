/* May a name like this be had here at all, whoever has it now? */
#ifndef COMMAND_OFFERED_H
#define COMMAND_OFFERED_H

#include "command/command.h"

/* 701 for a TLD that is not sold, 465 for what is no name to register below it. */
const struct refusal *name_offered(struct request *rq, const char *domain);

#endif
