#include "base/digest.h"

#include <nettle/md5.h>
#include <nettle/sha2.h>

/* Nettle copies even nothing, and nothing may come as NULL. */
static const uint8_t *
bytes_of(const void *bytes)
{
	return bytes != NULL ? bytes : (const uint8_t *)"";
}

static void
spell(const uint8_t *digest, size_t n, char *hex)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < n; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[2 * n] = '\0';
}

void
digest_md5_hex2(const void *bytes, size_t n, const void *more, size_t m, char hex[DIGEST_MD5_HEX])
{
	struct md5_ctx c;
	uint8_t digest[MD5_DIGEST_SIZE];

	md5_init(&c);
	md5_update(&c, n, bytes_of(bytes));
	md5_update(&c, m, bytes_of(more));
	md5_digest(&c, sizeof(digest), digest);
	spell(digest, sizeof(digest), hex);
}

void
digest_md5_hex(const void *bytes, size_t n, char hex[DIGEST_MD5_HEX])
{
	digest_md5_hex2(bytes, n, NULL, 0, hex);
}

void
digest_sha256_hex2(
    const void *bytes, size_t n, const void *more, size_t m, char hex[DIGEST_SHA256_HEX])
{
	struct sha256_ctx c;
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_init(&c);
	sha256_update(&c, n, bytes_of(bytes));
	sha256_update(&c, m, bytes_of(more));
	sha256_digest(&c, sizeof(digest), digest);
	spell(digest, sizeof(digest), hex);
}

void
digest_sha256_hex(const void *bytes, size_t n, char hex[DIGEST_SHA256_HEX])
{
	digest_sha256_hex2(bytes, n, NULL, 0, hex);
}
