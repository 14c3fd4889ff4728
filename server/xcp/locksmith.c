#include "xcp/locksmith.h"

#include <nettle/memops.h>

#include "base/arena.h"
#include "base/digest.h"

/* Setting up a key takes its time, and anybody may ask for it. */
#define MOST_OTHERS 100

static bool
holds(struct arena *a, const struct cipher *c, const struct lock *l, const void *plain, size_t n)
{
	size_t size;
	const char *got = cipher_open(c, a, l->sealed, l->size, &size);

	return got != NULL && size == n && memeql_sec(got, plain, n);
}

bool
lock_opens(struct arena *a, const struct cipher *c, const struct lock *l)
{
	uint8_t proof[CIPHER_PROOF];

	cipher_proof(l->challenge, l->challenge_size, proof);
	return holds(a, c, l, proof, sizeof(proof));
}

/* ---- keys that were made in another way ---- */

static struct cipher_key
as_it_is(struct arena *a, enum cipher_kind kind, const char *private_key)
{
	size_t n;
	const uint8_t *bytes = cipher_decode(a, private_key, &n);

	return cipher_bare(kind, bytes, n);
}

static struct cipher_key
as_text(struct arena *a, enum cipher_kind kind, const char *private_key)
{
	(void)a;
	return cipher_stretch(kind, private_key, strlen(private_key));
}

static struct cipher_key
as_bare_text(struct arena *a, enum cipher_kind kind, const char *private_key)
{
	(void)a;
	return cipher_bare(kind, private_key, strlen(private_key));
}

static const struct {
	struct cipher_key (*make)(struct arena *a, enum cipher_kind kind, const char *private_key);
	const char *why;
} slips[] = {
	{ as_it_is, "the bytes of the key were used as they are; their MD5, repeated, is the "
		    "cipher's key" },
	{ as_text, "the key was used as text; decode its hex digits to bytes first" },
	{ as_bare_text, "the key's hex digits were the cipher's key; decode them, and stretch them "
			"by MD5" },
};

static const char *
key_made_otherwise(struct arena *a, const struct lock *l)
{
	for (size_t i = 0; i < sizeof(slips) / sizeof(*slips); i++) {
		struct cipher_key key = slips[i].make(a, l->kind, l->key);
		if (lock_opens(a, cipher_new(a, l->kind, &key), l))
			return slips[i].why;
	}
	return NULL;
}

static const char *
other_cipher(struct arena *a, const struct lock *l)
{
	enum cipher_kind other = l->kind == CIPHER_DES ? CIPHER_BLOWFISH : CIPHER_DES;

	if (!lock_opens(a, cipher_for(a, other, l->key), l))
		return NULL;
	return arena_printf(
	    a, "sealed with %s, where crypt_type was %s", cipher_name(other), cipher_name(l->kind));
}

static const char *
other_key(struct arena *a, const struct lock *l)
{
	for (size_t i = 0; i < l->other_count && i < MOST_OTHERS; i++)
		if (lock_opens(a, cipher_for(a, l->kind, l->others[i].key), l))
			return arena_printf(a, "sealed with the key of %s", l->others[i].owner);
	return NULL;
}

/* ---- the right key, and something else in it ---- */

static const char *
other_content(struct arena *a, const struct lock *l)
{
	const struct cipher *c = cipher_for(a, l->kind, l->key);
	char hex[DIGEST_MD5_HEX];

	digest_md5_hex(l->challenge, l->challenge_size, hex);
	if (holds(a, c, l, hex, sizeof(hex) - 1))
		return "the MD5 was sealed as 32 hex digits; its 16 bytes are wanted";
	if (holds(a, c, l, l->challenge, l->challenge_size))
		return "the challenge itself was sealed; its MD5 is wanted";
	return NULL;
}

static const char *
no_message(struct arena *a, const struct lock *l)
{
	if (l->size < 8 || memcmp(l->sealed, "RandomIV", 8) != 0)
		return "the answer does not begin with RandomIV";
	if (l->size % CIPHER_BLOCK != 0 || l->size < 3 * CIPHER_BLOCK)
		return arena_printf(a,
		    "the answer has %zu bytes; RandomIV, a vector of eight and blocks of eight "
		    "are wanted",
		    l->size);
	return NULL;
}

const char *
locksmith_diagnose(struct arena *a, const struct lock *l)
{
	static const char *(*const guesses[])(struct arena * a, const struct lock *l) = {
		no_message,
		other_cipher,
		key_made_otherwise,
		other_content,
		other_key,
	};

	for (size_t i = 0; i < sizeof(guesses) / sizeof(*guesses); i++) {
		const char *why = guesses[i](a, l);
		if (why != NULL)
			return why;
	}
	return "no key of this server has sealed the MD5 of the challenge";
}
