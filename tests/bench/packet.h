/* Signed requests of the reseller API, whole, as bytes of HTTP: made before the
 * clock runs. */
#ifndef TESTS_BENCH_PACKET_H
#define TESTS_BENCH_PACKET_H

#include <stddef.h>

struct arena;

#define BENCH_USER "bench"
#define BENCH_KEY \
	"0123456789abcdef0123456789abcdef0123456789abcdef01234567" \
	"0123456789abcdef0123456789abcdef0123456789abcdef01234567"

struct packet {
	const char *bytes, *body; /* the body is a part of the bytes */
	size_t size, body_size;
	char signature[33];
};

struct packet packet_lookup(struct arena *a, const char *domain); /* 0.6 KB */
struct packet packet_register(struct arena *a, const char *domain); /* 1.7 KB */

#endif
