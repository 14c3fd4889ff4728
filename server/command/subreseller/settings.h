/* What the commands on sub-resellers share: their settings on the wire. */
#ifndef COMMAND_SUBRESELLER_SETTINGS_H
#define COMMAND_SUBRESELLER_SETTINGS_H

#include "command/command.h"
#include "world/party/contact_rules.h"
#include "world/party/password.h"
#include "world/party/subreseller.h"

/* Rows of a schema.  MUST is REQUIRED where the account is new: what a change leaves
 * out stays as it is. */
#define SETTING_TEXT(attr, must, most, fits) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = must, .max = most, .pattern = fits, \
		.refusal = &refusal_invalid_data \
	}
#define SETTING_FLAG(attr, must) \
	{ \
		.name = attr, .type = ATTR_FLAG, .required = must, .max = 1, \
		.refusal = &refusal_invalid_data \
	}
#define SETTING_TREE(attr, must) \
	{ \
		.name = attr, .type = ATTR_TREE, .required = must, \
		.refusal = &refusal_invalid_data \
	}
#define SETTINGS(must) \
	{ .name = "password", \
		.type = ATTR_TEXT, \
		.required = must, \
		.min = LOGIN_SHORTEST, \
		.max = LOGIN_LONGEST, \
		.pattern = password_well_formed, \
		.refusal = &refusal_password_syntax }, \
	    SETTING_FLAG("ccp_enabled", must), SETTING_TREE("contact_set", must), \
	    SETTING_TEXT("low_balance_email", must, 128, email_well_formed), \
	    SETTING_TEXT("system_status_email", must, 128, email_well_formed), \
	    SETTING_TEXT("pricing_plan", must, 64, NULL), \
	    SETTING_TEXT("status", must, 16, reseller_status_known), \
	    SETTING_TEXT("payment_email", OPTIONAL, 128, email_well_formed), \
	    SETTING_TEXT("url", OPTIONAL, 256, NULL), SETTING_TREE("nameservers", OPTIONAL), \
	    SETTING_FLAG("storefront_rwi", OPTIONAL), \
	{ \
		.name = "allowed_tld_list", .type = ATTR_WORDS, .max = 63, \
		.refusal = &refusal_invalid_data \
	}

#define SUBRESELLER_NAME \
	{ \
		.name = "username", .type = ATTR_TEXT, .required = REQUIRED, .max = 256, \
		.refusal = &refusal_invalid_data \
	}

/* The asker's own one of the attribute username; else 480. */
const struct refusal *subreseller_meant(struct request *rq, struct subreseller *s);

/* What is given goes into S, which is not saved here.  A new one brings both of
 * its contacts. */
const struct refusal *settings_read(struct request *rq, struct subreseller *s, bool is_new);

void settings_write(struct request *rq, const struct subreseller *s);

#endif
