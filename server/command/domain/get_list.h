/* GET DOMAIN, type list: the names of a profile, page by page (the first is 0). */
#ifndef COMMAND_DOMAIN_GET_LIST_H
#define COMMAND_DOMAIN_GET_LIST_H

#include "command/listing.h"

/* Rows of a schema.  domain_search may hold *; auto_renew is Y, N or *. */
#define LIST_ATTRS \
	{ .name = "domain_search", \
		.type = ATTR_TEXT, \
		.max = 253, \
		.refusal = &refusal_invalid_data }, \
	    { .name = "auto_renew", \
		    .type = ATTR_TEXT, \
		    .max = 1, \
		    .pattern = is_list_choice, \
		    .refusal = &refusal_invalid_data }, \
	    { .name = "expiry_date", \
		    .type = ATTR_TEXT, \
		    .max = 10, \
		    .pattern = is_list_day, \
		    .refusal = &refusal_invalid_data }, \
	    { .name = "with_encoding_types", \
		    .type = ATTR_FLAG, \
		    .max = 1, \
		    .refusal = &refusal_invalid_data }, \
	    { .name = "page", \
		    .type = ATTR_INT, \
		    .max = LISTING_MOST, \
		    .refusal = &refusal_invalid_data }, \
	    { .name = "limit", \
		    .type = ATTR_INT, \
		    .min = 1, \
		    .max = LISTING_MOST, \
		    .refusal = &refusal_invalid_data, \
		    .fallback = 40 }, \
	    { .name = "min_to_expiry", \
		    .type = ATTR_INT, \
		    .min = -36500, \
		    .max = 36500, \
		    .refusal = &refusal_invalid_data, \
		    .fallback = -36500 }, \
	    { .name = "max_to_expiry", \
		    .type = ATTR_INT, \
		    .min = -36500, \
		    .max = 36500, \
		    .refusal = &refusal_invalid_data, \
		    .fallback = 36500 }, \
	    { .name = "order_by", \
		    .type = ATTR_TEXT, \
		    .max = 16, \
		    .pattern = is_list_order, \
		    .refusal = &refusal_invalid_data }, \
	{ \
		.name = "sort_by", .type = ATTR_TEXT, .max = 4, .pattern = is_list_direction, \
		.refusal = &refusal_invalid_data \
	}
pattern_fn is_list_order, is_list_direction, is_list_choice, is_list_day;

command_fn get_list;

#endif
