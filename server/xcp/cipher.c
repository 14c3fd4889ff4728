#include "xcp/cipher.h"

#include <nettle/blowfish.h>
#include <nettle/cbc.h>
#include <nettle/des.h>
#include <nettle/md5.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

static const char mark[] = "RandomIV";
#define MARK (sizeof(mark) - 1)
#define HEAD (MARK + CIPHER_BLOCK)

union context {
	struct des_ctx des;
	struct blowfish_ctx blowfish;
};

struct cipher {
	const struct kind *kind;
	union context context;
};

/* The library says whether a key is weak; whoever made the key was not asked. */
static void
des_key(union context *c, const uint8_t *key)
{
	des_set_key(&c->des, key);
}

static void
blowfish_key(union context *c, const uint8_t *key)
{
	blowfish_set_key(&c->blowfish, CIPHER_LONGEST_KEY, key);
}

static void
des_in(const void *c, size_t n, uint8_t *to, const uint8_t *from)
{
	des_encrypt(c, n, to, from);
}

static void
des_out(const void *c, size_t n, uint8_t *to, const uint8_t *from)
{
	des_decrypt(c, n, to, from);
}

static void
blowfish_in(const void *c, size_t n, uint8_t *to, const uint8_t *from)
{
	blowfish_encrypt(c, n, to, from);
}

static void
blowfish_out(const void *c, size_t n, uint8_t *to, const uint8_t *from)
{
	blowfish_decrypt(c, n, to, from);
}

static const struct kind {
	const char *name;
	size_t key_size;
	void (*set_key)(union context *c, const uint8_t *key);
	nettle_cipher_func *seal, *open;
} kinds[] = {
	[CIPHER_DES] = { "des", DES_KEY_SIZE, des_key, des_in, des_out },
	[CIPHER_BLOWFISH] = { "blowfish", CIPHER_LONGEST_KEY, blowfish_key, blowfish_in,
	    blowfish_out },
};

bool
cipher_kind_named(const char *name, enum cipher_kind *kind)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcasecmp(kinds[i].name, name) == 0) {
			*kind = (enum cipher_kind)i;
			return true;
		}
	return false;
}

const char *
cipher_name(enum cipher_kind kind)
{
	return kinds[kind].name;
}

static void
md5(const void *bytes, size_t n, uint8_t digest[MD5_DIGEST_SIZE])
{
	struct md5_ctx c;

	md5_init(&c);
	md5_update(&c, n, bytes);
	md5_digest(&c, MD5_DIGEST_SIZE, digest);
}

struct cipher_key
cipher_stretch(enum cipher_kind kind, const void *material, size_t n)
{
	uint8_t all[CIPHER_LONGEST_KEY + MD5_DIGEST_SIZE];
	struct cipher_key key = { .size = kinds[kind].key_size };
	size_t have = MD5_DIGEST_SIZE;

	for (md5(material, n, all); have < key.size; have += MD5_DIGEST_SIZE)
		md5(all, have, all + have);
	memcpy(key.bytes, all, key.size);
	return key;
}

struct cipher_key
cipher_bare(enum cipher_kind kind, const void *material, size_t n)
{
	struct cipher_key key = { .size = kinds[kind].key_size };

	memcpy(key.bytes, material, n < key.size ? n : key.size);
	return key;
}

static uint8_t
digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c == '\0' ? NULL : strchr(digits, c | 0x20);

	return at == NULL ? 0 : (uint8_t)(at - digits);
}

const uint8_t *
cipher_decode(struct arena *a, const char *private_key, size_t *n)
{
	size_t digits = strlen(private_key);
	uint8_t *bytes = arena_alloc(a, digits / 2 + 1);

	*n = (digits + 1) / 2;
	for (size_t i = 0; i < digits; i++)
		bytes[i / 2] |= (uint8_t)(digit(private_key[i]) << (i % 2 == 0 ? 4 : 0));
	return bytes;
}

struct cipher *
cipher_new(struct arena *a, enum cipher_kind kind, const struct cipher_key *key)
{
	struct cipher *c = NEW(a, struct cipher);

	must(key->size == kinds[kind].key_size);
	c->kind = &kinds[kind];
	c->kind->set_key(&c->context, key->bytes);
	return c;
}

struct cipher *
cipher_for(struct arena *a, enum cipher_kind kind, const char *private_key)
{
	size_t n;
	const uint8_t *material = cipher_decode(a, private_key, &n);
	const struct cipher_key key = cipher_stretch(kind, material, n);

	return cipher_new(a, kind, &key);
}

void
cipher_seal(const struct cipher *c, const uint8_t vector[CIPHER_BLOCK], const void *plain, size_t n,
    struct buf *out)
{
	size_t fill = CIPHER_BLOCK - n % CIPHER_BLOCK;
	uint8_t running[CIPHER_BLOCK]; /* the mode uses it up */

	buf_add(out, mark, MARK);
	buf_add(out, vector, CIPHER_BLOCK);
	size_t blocks = out->size;
	buf_add(out, plain, n);
	for (size_t i = 0; i < fill; i++)
		buf_char(out, (char)fill);
	must(!out->over);
	memcpy(running, vector, CIPHER_BLOCK);
	uint8_t *at = (uint8_t *)out->data + blocks;
	cbc_encrypt(&c->context, c->kind->seal, CIPHER_BLOCK, running, n + fill, at, at);
}

/* How many bytes fill up the last block; 0: that is no filling. */
static size_t
filling(const uint8_t *plain, size_t n)
{
	uint8_t fill = plain[n - 1];

	if (fill == 0 || fill > CIPHER_BLOCK)
		return 0;
	for (size_t i = 1; i <= fill; i++)
		if (plain[n - i] != fill)
			return 0;
	return fill;
}

const char *
cipher_open(const struct cipher *c, struct arena *a, const void *sealed, size_t n, size_t *size)
{
	const uint8_t *bytes = sealed;
	uint8_t running[CIPHER_BLOCK];

	if (n < HEAD + CIPHER_BLOCK || n % CIPHER_BLOCK != 0 || memcmp(bytes, mark, MARK) != 0)
		return NULL;
	size_t length = n - HEAD;
	uint8_t *plain = arena_alloc(a, length + 1);
	memcpy(running, bytes + MARK, CIPHER_BLOCK);
	cbc_decrypt(&c->context, c->kind->open, CIPHER_BLOCK, running, length, plain, bytes + HEAD);
	size_t fill = filling(plain, length);
	if (fill == 0)
		return NULL;
	*size = length - fill;
	plain[*size] = '\0';
	return (const char *)plain;
}

void
cipher_proof(const void *challenge, size_t n, uint8_t proof[CIPHER_PROOF])
{
	md5(challenge, n, proof);
}
