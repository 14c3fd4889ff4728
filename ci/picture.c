/* picture FLOW: prints the table of a flow for Graphviz. */
#include "base/buf.h"
#include "world/flow/consent/consent.h"
#include "world/flow/order/order_flow.h"
#include "world/flow/trade/trade.h"
#include "world/flow/transfer/transfer.h"
#include "world/flow/verification/verification.h"
#include "world/policy/rulebook.h"

static const struct flow *
flow_named(const char *name)
{
	const struct flow *const flows[] = { &verification, &consent, &ordering, &transferring,
		&trading };

	for (size_t i = 0; i < sizeof(flows) / sizeof(*flows); i++)
		if (strcmp(flows[i]->name, name) == 0)
			return flows[i];
	return NULL;
}

int
main(int argc, char **argv)
{
	const struct flow *flow = argc == 2 ? flow_named(argv[1]) : NULL;
	const struct rulebook *rules = flow == NULL ? NULL : rulebook_open(NULL);
	struct buf b;

	if (rules == NULL)
		return 3;
	buf_open(&b, 0);
	flow_picture(&b, flow, rules);
	fputs(b.data, stdout);
	buf_close(&b);
	rulebook_close(rules);
	return 0;
}
