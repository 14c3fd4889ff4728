/* What the commands on domain forwarding share. */
#ifndef COMMAND_DOMAIN_FORWARDING_H
#define COMMAND_DOMAIN_FORWARDING_H

#include "command/owned.h"
#include "command/records.h"
#include "world/name/service.h"

#define FORWARDING_DOMAIN \
	{ \
		.name = "domain", .type = ATTR_DOMAIN, .max = 253, \
		.refusal = &refusal_invalid_domain \
	}
#define FORWARDING_LIST \
	{ \
		.name = "forwarding", .type = ATTR_TREE, .refusal = &refusal_invalid_data \
	}

/* The name that is meant and its forwarding; 480 where it has none. */
const struct refusal *forwarding_of(struct request *rq, struct term *t, struct service_row *row);

/* The attribute "forwarding" in place of what T has. */
const struct refusal *forwarding_change(struct request *rq, const struct term *t);

#endif
