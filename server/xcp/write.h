/*
 * Writing an OPS message in the vendor's exact line layout (recorded replies in
 * fixtures/wire/): one space a level, </header> indented by two, scalar items
 * on one line, no newline after the last tag.
 */
#ifndef XCP_WRITE_H
#define XCP_WRITE_H

#include "base/buf.h"
#include "xcp/value.h"

void xcp_write(struct buf *out, const struct value *top);

#endif
