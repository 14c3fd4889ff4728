/*
 * UTF-8, by the letter of RFC 3629: no overlong forms, no surrogates, nothing
 * beyond U+10FFFF.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>

/* How many of the N bytes are right: N, or where the first bad character begins. */
size_t utf8_span(const char *bytes, size_t n);

#endif
