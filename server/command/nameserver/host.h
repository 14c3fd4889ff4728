/* What the commands on nameservers below one's own names share. */
#ifndef COMMAND_NAMESERVER_HOST_H
#define COMMAND_NAMESERVER_HOST_H

#include "command/owned.h"
#include "world/name/address.h"
#include "world/name/host.h"
#include "world/registry/host_change.h"

#define HOST_DOMAIN \
	{ \
		.name = "domain", .type = ATTR_DOMAIN, .max = 253, \
		.refusal = &refusal_invalid_domain \
	}
#define HOST_TEXT(attr, needed) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = needed, .max = 253, \
		.refusal = &refusal_invalid_data \
	}
#define HOST_ADDRESS(attr, fits) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 64, .pattern = fits, \
		.refusal = &refusal_invalid_data \
	}

/* The attribute as a host name, folded; 465 where it is none. */
const struct refusal *host_name(struct request *rq, const char *attr, const char **name);

/* The nameserver that the attribute "name" means, and the name above it, which is
 * of the profile that the request is for; 480 where there is none. */
const struct refusal *own_host(struct request *rq, struct host *h, struct term *above);

/* Whether the registry of this name takes these addresses. */
const struct refusal *
host_addresses(struct request *rq, const char *domain, const char *ipv4, const char *ipv6);

/* Submits, and answers as the registry does; NO is the row for its refusal. */
const struct refusal *host_change(struct request *rq, const struct term *above,
    const struct host_change *c, const struct refusal_row *no);

#endif
