/* GET DOMAIN, type list: the names of a profile, page by page (the first is 0). */
#ifndef COMMAND_DOMAIN_GET_LIST_H
#define COMMAND_DOMAIN_GET_LIST_H

#include "command/command.h"

/* Rows of a schema. */
#define LIST_ATTRS \
	{ .name = "page", .type = ATTR_INT, .max = 1000000, .refusal = &refusal_invalid_data }, \
	    { .name = "limit", \
		    .type = ATTR_INT, \
		    .min = 1, \
		    .max = 1000000, \
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
pattern_fn is_list_order, is_list_direction;

command_fn get_list;

#endif
