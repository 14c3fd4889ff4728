/*
 * Who speaks for a profile, and what is on file about that.
 */
#ifndef COMMAND_USER_H
#define COMMAND_USER_H

#include "command/owned.h"

/* Into the reply: owner or not, what is permitted, how many names the profile
 * has, and what waits for this one. */
void user_say(struct request *rq, const struct term *t);

/* What this name waits for at its registry: the action, "None". */
const char *user_waits_for(struct request *rq, const struct term *t);

/* User names and passwords as profiles may have them.  The vendor's pages differ on
 * the least length (3 or 10); 3 takes in both. */
#define USERNAME(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .min = 3, .max = 20, \
		.pattern = username_well_formed, .refusal = &refusal_username_syntax \
	}
#define PASSWORD(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .min = 3, .max = 20, \
		.pattern = password_well_formed, .refusal = &refusal_password_syntax \
	}
bool username_well_formed(const char *text);
bool password_well_formed(const char *text);

#endif
