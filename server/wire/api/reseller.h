/* What showing and changing a reseller share. */
#ifndef API_RESELLER_H
#define API_RESELLER_H

#include "wire/api/api.h"
#include "world/party/reseller.h"

extern const struct field tech_fields[], notice_fields[], branding_fields[];

/* What helpers of its names' owners may be let do, by name; a NULL ends. */
struct permission_name {
	const char *name;
	int64_t bit;
};
extern const struct permission_name permission_names[];

#endif
