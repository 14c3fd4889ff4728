/*
 * Repair: `&` and `<` that a client forgot to escape.
 *
 * Some clients paste values into their XML as they are (facts about them in
 * server/xcp/README.md).  What is neither a reference nor one of the protocol's
 * own tags can only be such a value, so it is escaped.  Comments and CDATA
 * sections stay as they are.  No line is added or lost.
 */
#ifndef XCP_REPAIR_H
#define XCP_REPAIR_H

#include "base/buf.h"

/* Adds the N bytes, repaired, to OUT; as many bytes as came: nothing was wrong. */
void xcp_repair(struct buf *out, const char *bytes, size_t n);

#endif
