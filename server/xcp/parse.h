/*
 * Reading an OPS message.
 *
 * As the vendor's own decoder does, only <body>...</body> counts: prologue,
 * DOCTYPE, header and whatever follows are never looked at (facts: api/16, Q4).
 * The slice is read strictly; where it is not well-formed it gets one repair
 * pass for `&` and `<` in values that were never escaped.  Nothing is fetched,
 * no entity is expanded but the five and numeric references.
 *
 * One parser belongs to one thread.
 */
#ifndef XCP_PARSE_H
#define XCP_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "xcp/value.h"

#define XCP_MAX_DEPTH 32
#define XCP_MAX_ITEMS 20000

struct xcp_parser;
struct xcp_parser *xcp_parser_new(void);
void xcp_parser_free(struct xcp_parser *p); /* NULL is fine */

struct xcp_message {
	struct value *top;	 /* the top-level association; NULL: not understood */
	bool repaired;		 /* unescaped characters were let pass */
	const char *error;	 /* where top is NULL: what and where, in the arena */
};

struct xcp_message xcp_parse(struct xcp_parser *p, struct arena *a, const char *bytes, size_t size);

#endif
