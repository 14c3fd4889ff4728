/* What set and update share: the login that they ask for, and what they tell. */
#ifndef COMMAND_COOKIE_LOGIN_H
#define COMMAND_COOKIE_LOGIN_H

#include "command/user.h"

#define LOGIN(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .max = 256, \
		.refusal = &refusal_invalid_data \
	}

/* How many names the profile has, what waits for them, ...: TEXT is the cookie. */
void login_say(struct request *rq, const struct term *t, const struct user *u, const char *text);

#endif
