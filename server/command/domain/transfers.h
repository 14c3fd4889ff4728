/*
 * Transfers in lists: what get_transfers_in and get_transfers_away have in common.
 */
#ifndef COMMAND_DOMAIN_TRANSFERS_H
#define COMMAND_DOMAIN_TRANSFERS_H

#include "command/listing.h"
#include "world/flow/transfer/transfer.h"

#define TRANSFERS_MOST 40 /* rows of a page, whatever is asked for */

#define TRANSFERS_TEXT(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 255, .refusal = &refusal_invalid_data \
	}
#define TRANSFERS_NUMBER(attr, least, most, otherwise) \
	{ \
		.name = attr, .type = ATTR_INT, .min = least, .max = most, \
		.refusal = &refusal_invalid_data, .fallback = otherwise \
	}
#define TRANSFERS_DAY(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 10, .pattern = is_day, \
		.refusal = &refusal_invalid_data \
	}
#define TRANSFERS_DAYS(before) TRANSFERS_DAY(before "_from"), TRANSFERS_DAY(before "_to")

/* Rows that both schemas have.  The first page is 1, and some clients call it 0. */
#define TRANSFERS_ATTRS \
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain }, \
	    { .name = "status", \
		    .type = ATTR_TEXT, \
		    .max = 32, \
		    .pattern = is_transfer_status, \
		    .refusal = &refusal_invalid_data }, \
	    TRANSFERS_TEXT("request_address"), TRANSFERS_DAYS("owner_request"), \
	    TRANSFERS_DAYS("owner_confirm"), TRANSFERS_DAYS("req"), \
	    TRANSFERS_NUMBER("limit", 1, LISTING_MOST, TRANSFERS_MOST), \
	    TRANSFERS_NUMBER("page", 0, LISTING_MOST, 1)

bool is_transfer_status(const char *text);

/* What those attributes say; refused where a day is out of bounds. */
const struct refusal *transfers_asked(struct request *rq, struct transfer_filter *f);

/* The attributes BEFORE_from and BEFORE_to, which are days in Toronto: from the first
 * second of the one to the last of the other; 0 where one is absent.  Beyond the last
 * year that is taken (transfer.last_year) they are refused. */
const struct refusal *
transfers_days(struct request *rq, const char *before, instant *from, instant *to);

/* The page that is asked for, as "transfers". */
void transfers_say(struct request *rq, struct transfer_filter *f);

#endif
