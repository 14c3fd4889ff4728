/*
 * Contacts on the wire: from a contact_set to checked contacts, and back.
 */
#ifndef COMMAND_CONTACTS_H
#define COMMAND_CONTACTS_H

#include "command/command.h"
#include "world/party/contact.h"

/* The contact in this role, as DOMAIN's registry wants it.  DATA is the refusal
 * for values that make no sense; it takes a detail. */
const struct refusal *contact_read(struct request *rq, const struct value *set, enum role role,
    const char *domain, const struct refusal_row *data, struct contact *c);

/* Nothing is said under this role: clients send empty ones for what they have not. */
bool contact_absent(const struct value *set, enum role role);

/* PARENT gets "owner", "admin", ...: all fields, even the empty ones, in the
 * vendor's order. */
void
contact_write(struct request *rq, struct value *parent, enum role role, const struct contact *c);

#endif
