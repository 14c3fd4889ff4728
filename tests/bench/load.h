/*
 * Load: keep-alive connections over loopback, each with one request on its way
 * at a time, as fast as the other side answers.
 */
#ifndef TESTS_BENCH_LOAD_H
#define TESTS_BENCH_LOAD_H

#include <stdint.h>

#include "tests/bench/packet.h"

enum { LOAD_CONNECTIONS = 16 };

struct load {
	int port;
	const struct packet *packets; /* sent in this order, and again from the start */
	size_t count;
	int64_t total; /* requests to be answered */
	const char *wanted; /* stands in each good reply; NULL: any reply is good */
};

struct load_result {
	double per_second;
	int64_t bad; /* replies, and requests without one */
	char first_bad[2000];
};
struct load_result load_run(const struct load *l);

/* A port that is free now. */
int load_free_port(void);

/* Microseconds until somebody answers P on this port; -1: nobody did in 10 s. */
int64_t load_first_reply(int port, const struct packet *p);

#endif
