/* What the two commands share that ask registries about any nameserver. */
#ifndef COMMAND_NAMESERVER_REGISTRY_H
#define COMMAND_NAMESERVER_REGISTRY_H

#include "command/command.h"

#define REGISTRY_FQDN \
	{ \
		.name = "fqdn", .type = ATTR_TEXT, .required = REQUIRED, .max = 253, \
		.refusal = &refusal_invalid_data, .missing = &refusal_missing_fqdn \
	}
#define REGISTRY_TLD(needed) \
	{ \
		.name = "tld", .type = ATTR_TEXT, .required = needed, .max = 64, \
		.refusal = &refusal_invalid_data \
	}

/* The attributes "fqdn" and "tld", folded, the latter without its dot; where it is
 * left out it is the TLD of the former.  701 where it is not offered. */
const struct refusal *registry_host(struct request *rq, const char **host, const char **tld);

#endif
