/* Digests against the vectors of their standards (RFC 1321, FIPS 180-2) and
 * the self-test that the vendor's guide prints for MD5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/digest.h"

static const struct {
	const char *text, *md5, *sha256;
} vectors[] = {
	{ "", "d41d8cd98f00b204e9800998ecf8427e",
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", "900150983cd24fb0d6963f7d28e17f72",
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "ConnecttoOpenSRSviaSSL", "e787cc1d1951dfec4827cede7b1a0933", NULL },
};
#define VECTORS (sizeof(vectors) / sizeof(*vectors))

static void
known_texts_have_known_digests(void **state)
{
	char md5[DIGEST_MD5_HEX], sha256[DIGEST_SHA256_HEX];

	(void)state;
	for (size_t i = 0; i < VECTORS; i++) {
		digest_md5_hex(vectors[i].text, strlen(vectors[i].text), md5);
		assert_string_equal(md5, vectors[i].md5);
		if (vectors[i].sha256 == NULL)
			continue;
		digest_sha256_hex(vectors[i].text, strlen(vectors[i].text), sha256);
		assert_string_equal(sha256, vectors[i].sha256);
	}
}

static void
two_pieces_digest_as_one(void **state)
{
	char md5[DIGEST_MD5_HEX], sha256[DIGEST_SHA256_HEX];

	(void)state;
	for (size_t cut = 0; cut <= 3; cut++) {
		digest_md5_hex2("abc", cut, &"abc"[cut], 3 - cut, md5);
		assert_string_equal(md5, vectors[1].md5);
		digest_sha256_hex2("abc", cut, &"abc"[cut], 3 - cut, sha256);
		assert_string_equal(sha256, vectors[1].sha256);
	}
}

static void
nothing_may_be_a_null_pointer(void **state)
{
	char md5[DIGEST_MD5_HEX], sha256[DIGEST_SHA256_HEX];

	(void)state;
	digest_md5_hex(NULL, 0, md5);
	assert_string_equal(md5, vectors[0].md5);
	digest_sha256_hex(NULL, 0, sha256);
	assert_string_equal(sha256, vectors[0].sha256);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts_have_known_digests),
		cmocka_unit_test(two_pieces_digest_as_one),
		cmocka_unit_test(nothing_may_be_a_null_pointer),
	};
	return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
