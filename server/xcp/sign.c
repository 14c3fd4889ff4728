#include "xcp/sign.h"

#include <nettle/memops.h>

#include "base/digest.h"

struct signature
xcp_sign(const void *body, size_t size, const char *key)
{
	struct signature s;
	char inner[DIGEST_MD5_HEX];

	digest_md5_hex2(body, size, key, strlen(key), inner);
	digest_md5_hex2(inner, sizeof(inner) - 1, key, strlen(key), s.hex);
	return s;
}

bool
xcp_signature_is(const struct signature *right, const char *given)
{
	const size_t size = sizeof(right->hex) - 1;

	return given != NULL && strlen(given) == size && memeql_sec(right->hex, given, size);
}
