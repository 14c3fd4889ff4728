/*
 * Registration: what the types of SW_REGISTER have in common (see sw_register.c),
 * read from a request whose schema is that command's.
 */
#ifndef COMMAND_DOMAIN_REGISTRATION_H
#define COMMAND_DOMAIN_REGISTRATION_H

#include "command/command.h"
#include "world/order/order.h"
#include "world/party/contact.h"

command_fn register_new, register_privacy, register_transfer;

/* What this reg_type wants besides, and what it costs. */
const struct refusal *registration_kind(struct request *rq, const char *domain);
bool registration_price(struct request *rq, const struct order *o, int64_t *cents);
/* A login for a profile that is to be joined has to be right. */
const struct refusal *registration_profile(struct request *rq);
const struct refusal *
registration_contacts(struct request *rq, const char *domain, struct contact_set *set);
/* Those of the request, or the reseller's own. */
const struct refusal *registration_nameservers(struct request *rq, const char **text);
/* What the TLD's registry wants to know besides is there, and makes sense. */
const struct refusal *registration_tld_data(struct request *rq, const char *domain);
/* Privacy is wanted, and names of this TLD can have it. */
bool registration_private(struct request *rq, const char *domain);
const char *registration_details(struct request *rq); /* what has no column of an order */

/* Fills the reply to one that is completed. */
void registration_reply(struct request *rq, const char *email, const struct order *o);

#endif
