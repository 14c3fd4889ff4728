/* CSV as spreadsheets read it: lines end in CR LF, and no cell is a formula. */
#ifndef API_CSV_H
#define API_CSV_H

#include "base/buf.h"

void csv_row(struct buf *b, const char *const *cells, size_t n);

#endif
