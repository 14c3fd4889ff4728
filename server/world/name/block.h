/* Blocks of internet addresses: 10.0.0.0/8, 2001:db8::/32, or one address. */
#ifndef WORLD_NAME_BLOCK_H
#define WORLD_NAME_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct block {
	uint8_t bytes[16]; /* an IPv4 address stands where RFC 4291 maps it */
	int bits; /* so many of them count */
};

bool block_parse(const char *text, struct block *b); /* false: it is none */
bool block_has(const struct block *b, const char *address); /* false for what is no address */

#endif
