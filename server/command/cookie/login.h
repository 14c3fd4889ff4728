/* What set and update share: who may have a cookie, and what they are told. */
#ifndef COMMAND_COOKIE_LOGIN_H
#define COMMAND_COOKIE_LOGIN_H

#include "command/owned.h"

#define LOGIN(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .max = 256, \
		.refusal = &refusal_invalid_data \
	}

/* The attributes reg_username and reg_password are those of this name of the
 * asker's; else 415. */
const struct refusal *login_check(struct request *rq, const char *domain, struct term *t);

/* How many names the profile has, what waits for them, ...: TEXT is the cookie. */
void login_say(struct request *rq, const struct term *t, const char *text);

#endif
