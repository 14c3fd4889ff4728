/*
 * The attribute premium_price_to_verify of commands that order something: what the
 * asker believes it to cost.  Where that is not so, nothing is ordered.
 */
#ifndef COMMAND_DOMAIN_AGREED_PRICE_H
#define COMMAND_DOMAIN_AGREED_PRICE_H

#include "command/command.h"

/* The row of a schema; FLAWED is the refusal for what is no price, and for another one. */
#define AGREED_PRICE_ATTR(flawed) \
	{ \
		.name = "premium_price_to_verify", .type = ATTR_TEXT, .max = 20, \
		.pattern = is_price, .refusal = &refusal_##flawed \
	}
pattern_fn is_price;

/* NULL: nothing is said, or it is what the order costs, by CENTS.  A premium name must
 * not go without where the policy price.verify_premium says so. */
const struct refusal *agreed_price(
    struct request *rq, const char *domain, int64_t cents, const struct refusal_row *flawed);

#endif
