/*
 * Reading an OPS message.
 *
 * As the vendor's own decoder does, only <body>...</body> counts: prologue,
 * DOCTYPE, header and whatever follow are never looked at, but for the prologue's
 * encoding (README.md says which clients need that).  The slice is read
 * strictly; where it is not well-formed it gets one repair pass for `&` and `<`
 * in values that were never escaped.  Nothing is fetched, no entity is expanded
 * but the five and numeric references.
 *
 * In the slice dt_assoc, dt_array, dt_scalar, dt_scalarref (any case) and item
 * count, other tags are as if they were not there.  An item without key is
 * skipped, text beside a container ignored, and the members of an array stand in
 * the order of their numbers, whatever gaps those have.
 *
 * One parser belongs to one thread.
 */
#ifndef XCP_PARSE_H
#define XCP_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "xcp/value.h"

#define XCP_MAX_DEPTH 32 /* containers and items, one in another */
#define XCP_MAX_ITEMS 20000

struct xcp_parser;
struct xcp_parser *xcp_parser_new(void);
void xcp_parser_free(struct xcp_parser *p); /* NULL is fine */

struct xcp_message {
	struct value *top; /* the top-level association; NULL: not understood */
	bool repaired; /* unescaped characters were let pass */
	const char *error; /* where top is NULL: what and where, in the arena */
};

/* A request: the white space around texts, which some clients add, is dropped. */
struct xcp_message xcp_parse(struct xcp_parser *p, struct arena *a, const char *bytes, size_t size);

/* The same with every text as it stands: for replies, where line ends count. */
struct xcp_message
xcp_parse_verbatim(struct xcp_parser *p, struct arena *a, const char *bytes, size_t size);

#endif
