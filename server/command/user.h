/*
 * Who speaks for a profile: its owner, the sub-user whom the owner lets in, or the
 * reseller, whose word counts as the owner's.
 */
#ifndef COMMAND_USER_H
#define COMMAND_USER_H

#include "command/owned.h"
#include "world/party/password.h"
#include "world/party/subuser.h"

struct user {
	bool is_owner;
	struct subuser sub; /* unless it is the owner */
};

/* By the cookie that came along; without one it is the owner. */
const struct refusal *user_read(struct request *rq, struct user *u);

/* The attributes reg_username and reg_password are a user's of this name of the
 * asker's; else 415. */
const struct refusal *
user_login(struct request *rq, const char *domain, struct term *t, struct user *u);

/* Into the reply: owner or not, what is permitted, how many names the profile
 * has, and what waits for this one. */
void user_say(struct request *rq, const struct term *t, const struct user *u);

/* What this name waits for at its registry: the action, "None". */
const char *user_waits_for(struct request *rq, const struct term *t);

/* User names and passwords as profiles may have them. */
#define USERNAME(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .min = LOGIN_SHORTEST, \
		.max = LOGIN_LONGEST, .pattern = username_well_formed, \
		.refusal = &refusal_username_syntax \
	}
#define PASSWORD(attr, obligation) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = obligation, .min = LOGIN_SHORTEST, \
		.max = LOGIN_LONGEST, .pattern = password_well_formed, \
		.refusal = &refusal_password_syntax \
	}
#endif
