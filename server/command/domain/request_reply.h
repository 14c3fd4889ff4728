/*
 * What is said of a request to a registry, in the queue's log and alone.  The keys
 * are those that the vendor's own client reads (OpenSRS Perl client, manage.cgi);
 * how times and states are written there is inferred.
 */
#ifndef COMMAND_DOMAIN_REQUEST_REPLY_H
#define COMMAND_DOMAIN_REQUEST_REPLY_H

#include "command/command.h"
#include "world/registry/registry.h"

void request_say(struct request *rq, struct value *to, const struct registry_request *r);

/* GET DOMAIN, type waiting_history: of one name, newest first. */
const struct refusal *waiting_history(struct request *rq);
/* The same for .dk: without what was finished two weeks ago. */
const struct refusal *xpack_waiting_history(struct request *rq);

#endif
