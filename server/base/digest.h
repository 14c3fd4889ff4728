/*
 * Digest: MD5 and SHA-256 as lower-case hex, for signatures and for names that
 * follow from content.
 *
 * The `2` forms digest two pieces as if they stood one after the other, so that
 * nobody has to join a body and a key first.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

#define DIGEST_MD5_HEX 33 /* with the NUL */
#define DIGEST_SHA256_HEX 65

void digest_md5_hex(const void *bytes, size_t n, char hex[DIGEST_MD5_HEX]);
void
digest_md5_hex2(const void *bytes, size_t n, const void *more, size_t m, char hex[DIGEST_MD5_HEX]);

void digest_sha256_hex(const void *bytes, size_t n, char hex[DIGEST_SHA256_HEX]);
void digest_sha256_hex2(
    const void *bytes, size_t n, const void *more, size_t m, char hex[DIGEST_SHA256_HEX]);

#endif
