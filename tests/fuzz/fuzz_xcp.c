/* Whatever bytes come: they are understood or refused with a reason, and what
 * was understood is written and read again without change. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "base/utf8.h"
#include "xcp/parse.h"
#include "xcp/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
survives_a_round_trip(struct xcp_parser *p, struct arena *a, const struct value *top)
{
	struct buf first, second;

	buf_open(&first, 0);
	buf_open(&second, 0);
	xcp_write(&first, top);
	must(utf8_span(first.data, first.size) == first.size);
	struct xcp_message again = xcp_parse_verbatim(p, a, first.data, first.size);
	must(again.top != NULL && !again.repaired);
	xcp_write(&second, again.top);
	must(first.size == second.size && memcmp(first.data, second.data, first.size) == 0);
	buf_close(&first);
	buf_close(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct xcp_parser *p = xcp_parser_new();
	struct arena *a = arena_new();
	struct xcp_message request = xcp_parse(p, a, (const char *)bytes, size);
	struct xcp_message reply = xcp_parse_verbatim(p, a, (const char *)bytes, size);

	must((request.top == NULL) == (request.error != NULL));
	must((reply.top == NULL) == (request.top == NULL));
	must(request.repaired == reply.repaired);
	if (request.top != NULL) {
		survives_a_round_trip(p, a, request.top);
		survives_a_round_trip(p, a, reply.top);
	}
	arena_free(a);
	xcp_parser_free(p);
	return 0;
}
