#include "tests/support/xcp_bench.h"

int
xcp_bench_open(void **state)
{
	struct xcp_bench *b = calloc(1, sizeof(*b));

	b->arena = arena_new();
	b->parser = xcp_parser_new();
	*state = b;
	return 0;
}

int
xcp_bench_close(void **state)
{
	struct xcp_bench *b = *state;

	arena_free(b->arena);
	xcp_parser_free(b->parser);
	free(b);
	return 0;
}
