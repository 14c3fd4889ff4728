/*
 * Cipher: how messages of the legacy port are sealed.
 *
 * DES or Blowfish in CBC mode, filled up with one to eight bytes of their own
 * number.  A sealed message is the word RandomIV, the vector and the blocks, as
 * Perl's Crypt::CBC writes it; the vector is another one for each message.
 *
 * The private key is a text of hex digits.  What it says is stretched: its MD5,
 * and then the MD5 of all there is, until the cipher has enough.
 */
#ifndef XCP_CIPHER_H
#define XCP_CIPHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

enum cipher_kind { CIPHER_DES, CIPHER_BLOWFISH };
enum { CIPHER_BLOCK = 8, CIPHER_LONGEST_KEY = 56, CIPHER_PROOF = 16 };

/* "des", "blowfish", in any case. */
bool cipher_kind_named(const char *name, enum cipher_kind *kind);
const char *cipher_name(enum cipher_kind kind);

struct cipher_key {
	uint8_t bytes[CIPHER_LONGEST_KEY];
	size_t size;
};
struct cipher_key cipher_stretch(enum cipher_kind kind, const void *material, size_t n);
struct cipher_key cipher_bare(enum cipher_kind kind, const void *material, size_t n); /* or 0s */

/* The bytes that a private key spells; what is no hex digit counts as 0, and an
 * odd digit as the upper half of its byte. */
const uint8_t *cipher_decode(struct arena *a, const char *private_key, size_t *n);

/* In the arena.  Setting up Blowfish takes some 70 µs: once per connection. */
struct cipher *cipher_new(struct arena *a, enum cipher_kind kind, const struct cipher_key *key);
struct cipher *
cipher_for(struct arena *a, enum cipher_kind kind, const char *private_key); /* all of it */

void cipher_seal(const struct cipher *c, const uint8_t vector[CIPHER_BLOCK], const void *plain,
    size_t n, struct buf *out);

/* The plain text, NUL-terminated, in the arena.  NULL: this key has sealed no
 * such message. */
const char *
cipher_open(const struct cipher *c, struct arena *a, const void *sealed, size_t n, size_t *size);

/* What a client has to seal to show that it has the key. */
void cipher_proof(const void *challenge, size_t n, uint8_t proof[CIPHER_PROOF]);

#endif
