/* What the commands on sub-users share: whose profile it is. */
#ifndef COMMAND_SUBUSER_ACCOUNT_H
#define COMMAND_SUBUSER_ACCOUNT_H

#include "command/user.h"

/* The name that leads to the profile, and the owner's user name, which clients send
 * beside the action or among the attributes. */
#define ACCOUNT \
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain }, \
	{ \
		.name = "username", .type = ATTR_TEXT, .max = 256, \
		.refusal = &refusal_invalid_data \
	}
#define PERMISSIONS \
	{ \
		.name = "sub_permission", .type = ATTR_INT, .required = REQUIRED, .max = MAY_ALL, \
		.refusal = &refusal_invalid_data \
	}
#define SUB_ID \
	{ \
		.name = "sub_id", .type = ATTR_INT, .required = REQUIRED, .min = 1, \
		.max = INT64_MAX, .refusal = &refusal_invalid_data \
	}

/* T is a name of the profile; 480 where the owner has another user name. */
const struct refusal *account_read(struct request *rq, struct term *t);

/* And its sub-user is the one of the attribute sub_id; else 480. */
const struct refusal *account_subuser(struct request *rq, struct term *t, struct subuser *sub);

/* No other user of the profile has this name; else 485. */
const struct refusal *
account_name_free(struct request *rq, const struct term *t, const char *username, int64_t except);

/* The attribute sub_permission is within what the reseller lets helpers do; else 435. */
const struct refusal *account_permission(struct request *rq);

#endif
