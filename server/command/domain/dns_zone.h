/* What the commands on DNS zones share. */
#ifndef COMMAND_DOMAIN_DNS_ZONE_H
#define COMMAND_DOMAIN_DNS_ZONE_H

#include "command/owned.h"
#include "command/records.h"
#include "world/name/zone.h"

#define ZONE_DOMAIN \
	{ \
		.name = "domain", .type = ATTR_DOMAIN, .max = 253, \
		.refusal = &refusal_invalid_domain \
	}
#define ZONE_TEMPLATE \
	{ \
		.name = "dns_template", .type = ATTR_TEXT, .max = 256, \
		.refusal = &refusal_invalid_data \
	}

/* The name that is meant and its zone; 480 where it has none. */
const struct refusal *zone_of(struct request *rq, struct term *t, struct service_row *zone);

/* The zone begins anew with the records of dns_template, or of FALLBACK where no
 * template is named; 478 where there is none of that name. */
const struct refusal *
zone_from_template(struct request *rq, const char *fallback, struct service_row *zone);

/* The records that the request brings come to those of the zone. */
const struct refusal *zone_add_records(struct request *rq, struct service_row *zone);

void zone_keep(struct request *rq, const struct term *t, const struct service_row *zone);
void zone_reply(struct request *rq, const struct term *t, const struct service_row *zone);

#endif
