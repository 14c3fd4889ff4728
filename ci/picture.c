/* picture: prints the table of registrant verification for Graphviz. */
#include "base/buf.h"
#include "world/flow/verification/verification.h"
#include "world/policy/rulebook.h"

int
main(void)
{
	const struct rulebook *rules = rulebook_open(NULL);
	struct buf b;

	if (rules == NULL)
		return 3;
	buf_open(&b, 0);
	flow_picture(&b, &verification, rules);
	fputs(b.data, stdout);
	buf_close(&b);
	rulebook_close(rules);
	return 0;
}
