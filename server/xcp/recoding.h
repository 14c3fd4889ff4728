/*
 * Recoding: one run of bytes into another, as clients do between signing and
 * sending.  A change_fn of mistakes.h answers false where nothing would change.
 */
#ifndef XCP_RECODING_H
#define XCP_RECODING_H

#include "xcp/mistakes.h"

bool recode_join(struct arena *a, struct bytes *b, const char *tail, size_t n);

change_fn recode_lf_to_crlf, recode_crlf_to_lf;
change_fn recode_utf8_to_latin1, recode_latin1_to_utf8;
change_fn recode_from_hex; /* the bytes that hex digits spell */
change_fn recode_to_upper;

#endif
