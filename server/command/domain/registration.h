/*
 * Registration: what the types of SW_REGISTER have in common (see sw_register.c),
 * read from a request whose schema is that command's.
 */
#ifndef COMMAND_DOMAIN_REGISTRATION_H
#define COMMAND_DOMAIN_REGISTRATION_H

#include "command/command.h"
#include "world/party/contact.h"

command_fn register_new;

/* A login for a profile that is to be joined has to be right. */
const struct refusal *registration_profile(struct request *rq);
const struct refusal *
registration_contacts(struct request *rq, const char *domain, struct contact_set *set);
/* Those of the request, or the reseller's own. */
const struct refusal *registration_nameservers(struct request *rq, const char **text);
const char *registration_details(struct request *rq); /* what has no column of an order */

#endif
