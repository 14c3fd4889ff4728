/*
 * Signatures: md5hex(md5hex(BODY KEY) KEY) over the exact bytes of the body,
 * KEY being the text of the private key.
 */
#ifndef XCP_SIGN_H
#define XCP_SIGN_H

#include <stdbool.h>
#include <stddef.h>

struct signature {
	char hex[33];
};

struct signature xcp_sign(const void *body, size_t size, const char *key);

/* In a time that does not depend on where they differ.  GIVEN is compared as it
 * came: another length, other case are wrong, and so is none (NULL). */
bool xcp_signature_is(const struct signature *right, const char *given);

#endif
