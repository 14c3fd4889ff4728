/* Sealing on the legacy port: known bytes, round trips, and what opens nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xcp/cipher.h"

/* The bytes 0 to 55. */
#define KEY \
	"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" \
	"202122232425262728292a2b2c2d2e2f3031323334353637"

static const uint8_t vector[CIPHER_BLOCK] = { 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7 };

/* Made with Perl's Crypt::CBC 3.04 over Crypt::DES and Crypt::Blowfish; the
 * challenge is the bytes 0x10 to 0x2f. */
static const struct {
	enum cipher_kind kind;
	const char *key, *proof, *hello;
} known[] = {
	{ CIPHER_DES, "51fdd1acda72405d",
	    "52616e646f6d4956a0a1a2a3a4a5a6a764c59e0294ace55add9b28a746049aea7fc2fe3ad96d37f6",
	    "52616e646f6d4956a0a1a2a3a4a5a6a75cddb5d69f7374a1" },
	{ CIPHER_BLOWFISH,
	    "51fdd1acda72405dfdfa03fcb85896d7a8b2eac74a25a5e70ac2236c683ed117"
	    "fff2bfff884da5658d0f26e43df1a4efba98656ded5fb982",
	    "52616e646f6d4956a0a1a2a3a4a5a6a7a1b03f86c7d814f7178125e18e206c4e0b781804f5eb660a",
	    "52616e646f6d4956a0a1a2a3a4a5a6a770fb19af0a656c8e" },
};
enum { KNOWN = sizeof(known) / sizeof(*known) };

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *
hex(struct arena *a, const void *bytes, size_t n)
{
	char *text = arena_alloc(a, 2 * n + 1);

	for (size_t i = 0; i < n; i++)
		snprintf(text + 2 * i, 3, "%02x", ((const uint8_t *)bytes)[i]);
	return text;
}

static const char *
sealed_hex(struct arena *a, const struct cipher *c, const void *plain, size_t n)
{
	struct buf out;

	buf_open(&out, 0);
	cipher_seal(c, vector, plain, n, &out);
	const char *text = hex(a, out.data, out.size);
	buf_close(&out);
	return text;
}

static void
a_private_key_is_stretched(void **state)
{
	struct arena *a = *state;
	size_t n;
	const uint8_t *material = cipher_decode(a, KEY, &n);

	assert_int_equal(n, 56);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(material[i], i);
	for (size_t i = 0; i < KNOWN; i++) {
		struct cipher_key key = cipher_stretch(known[i].kind, material, n);
		assert_string_equal(hex(a, key.bytes, key.size), known[i].key);
	}
}

static void
keys_of_other_forms_are_taken(void **state)
{
	static const struct {
		const char *key, *bytes;
	} rows[] = {
		{ "", "" },
		{ "0123456789ABCDEF", "0123456789abcdef" },
		{ "abc", "abc0" },
		{ "0g1", "0010" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n;
		const uint8_t *bytes = cipher_decode(*state, rows[i].key, &n);
		assert_string_equal(hex(*state, bytes, n), rows[i].bytes);
		cipher_for(*state, CIPHER_BLOWFISH, rows[i].key);
	}
}

static void
known_messages_are_sealed_byte_for_byte(void **state)
{
	struct arena *a = *state;
	uint8_t challenge[32], proof[CIPHER_PROOF];

	for (size_t i = 0; i < sizeof(challenge); i++)
		challenge[i] = (uint8_t)(0x10 + i);
	cipher_proof(challenge, sizeof(challenge), proof);
	assert_string_equal(hex(a, proof, sizeof(proof)), "9d1faabbbb6b60392a07a8c341e74f9c");
	for (size_t i = 0; i < KNOWN; i++) {
		const struct cipher *c = cipher_for(a, known[i].kind, KEY);
		assert_string_equal(sealed_hex(a, c, proof, sizeof(proof)), known[i].proof);
		assert_string_equal(sealed_hex(a, c, "hello", 5), known[i].hello);
	}
}

/* Every length around a block, and a message of many. */
static void
what_is_sealed_can_be_opened(void **state)
{
	char plain[5000];

	for (size_t i = 0; i < sizeof(plain); i++)
		plain[i] = (char)(i * 7);
	for (size_t i = 0; i < KNOWN; i++)
		for (size_t n = 0; n <= sizeof(plain); n += n < 33 ? 1 : 331) {
			const struct cipher *c = cipher_for(*state, known[i].kind, KEY);
			struct buf out;
			size_t size;
			buf_open(&out, 0);
			cipher_seal(c, vector, plain, n, &out);
			assert_int_equal(out.size, 16 + n + 8 - n % 8);
			const char *again = cipher_open(c, *state, out.data, out.size, &size);
			assert_non_null(again);
			assert_int_equal(size, n);
			assert_memory_equal(again, plain, n);
			assert_int_equal(again[n], '\0');
			buf_close(&out);
		}
}

/* SEALED with some of it spoilt; whether it still opens. */
static bool
opens(struct arena *a, const struct cipher *c, const struct buf *sealed, size_t at, size_t n)
{
	char *bytes = arena_strndup(a, sealed->data, sealed->size);
	size_t size;

	if (at < sealed->size)
		bytes[at] ^= 1;
	return cipher_open(c, a, bytes, n, &size) != NULL;
}

static void
what_is_not_whole_opens_nothing(void **state)
{
	struct arena *a = *state;

	for (size_t i = 0; i < KNOWN; i++) {
		const struct cipher *c = cipher_for(a, known[i].kind, KEY);
		struct buf sealed;
		buf_open(&sealed, 0);
		cipher_seal(c, vector, "hello", 5, &sealed);
		assert_int_equal(sealed.size, 24);
		assert_true(opens(a, c, &sealed, SIZE_MAX, 24));
		for (size_t n = 0; n < 24; n++)
			assert_false(opens(a, c, &sealed, SIZE_MAX, n));
		for (size_t at = 0; at < 8; at++) /* the mark */
			assert_false(opens(a, c, &sealed, at, 24));
		assert_false(opens(a, c, &sealed, 15, 24)); /* the vector: 3 becomes 2 */
		buf_close(&sealed);
	}
}

static void
another_key_opens_nothing(void **state)
{
	struct arena *a = *state;

	for (size_t i = 0; i < KNOWN; i++) {
		const struct cipher *c = cipher_for(a, known[i].kind, KEY);
		const struct cipher *other = cipher_for(a, known[i].kind, KEY "00");
		const struct cipher *kind = cipher_for(a, known[!i].kind, KEY);
		struct buf sealed;
		size_t size;
		buf_open(&sealed, 0);
		cipher_seal(c, vector, "hello", 5, &sealed);
		assert_null(cipher_open(other, a, sealed.data, sealed.size, &size));
		assert_null(cipher_open(kind, a, sealed.data, sealed.size, &size));
		buf_close(&sealed);
	}
}

static void
ciphers_have_names(void **state)
{
	enum cipher_kind kind = CIPHER_DES;

	(void)state;
	assert_true(cipher_kind_named("Blowfish", &kind));
	assert_int_equal(kind, CIPHER_BLOWFISH);
	assert_true(cipher_kind_named("des", &kind));
	assert_string_equal(cipher_name(kind), "des");
	assert_false(cipher_kind_named("des3", &kind));
	assert_false(cipher_kind_named("", &kind));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_private_key_is_stretched),
		cmocka_unit_test(keys_of_other_forms_are_taken),
		cmocka_unit_test(known_messages_are_sealed_byte_for_byte),
		cmocka_unit_test(what_is_sealed_can_be_opened),
		cmocka_unit_test(what_is_not_whole_opens_nothing),
		cmocka_unit_test(another_key_opens_nothing),
		cmocka_unit_test(ciphers_have_names),
	};

	return cmocka_run_group_tests_name("cipher", tests, setup, teardown);
}
