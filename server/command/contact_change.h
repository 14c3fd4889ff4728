/*
 * A change of contacts, as two commands ask for it: whole contacts are replaced,
 * and the verification follows.
 */
#ifndef COMMAND_CONTACT_CHANGE_H
#define COMMAND_CONTACT_CHANGE_H

#include "command/change.h"
#include "world/party/contact.h"

struct contact_change {
	const struct value *sent; /* a contact_set */
	bool wanted[ROLE_COUNT]; /* these are replaced, ... */
	enum role from[ROLE_COUNT]; /* ... each by the contact sent under this role */
};

/* For every name of owned_names(), each with its own result in "details"; granted
 * where it is done for one of them at least. */
const struct refusal *contact_change(struct request *rq, const struct contact_change *change);

/* The contacts alone, a part of a larger change; HOW is a contact_change. */
const struct refusal *contact_change_build(
    struct request *rq, const struct term *t, struct name_change *c, const void *how);

#endif
