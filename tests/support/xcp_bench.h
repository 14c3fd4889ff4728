/* A parser and an arena, made and freed around a test. */
#ifndef TESTS_XCP_BENCH_H
#define TESTS_XCP_BENCH_H

#include "base/arena.h"
#include "xcp/parse.h"

struct xcp_bench {
	struct arena *arena;
	struct xcp_parser *parser;
};

int xcp_bench_open(void **state); /* for cmocka_unit_test_setup_teardown() */
int xcp_bench_close(void **state);

#endif
