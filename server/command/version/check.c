/* CHECK VERSION: which protocol this is, as the servers of the encrypted port say
 * when they greet (OpenSRS Perl client, XML_Client.pm). */
#include "command/command.h"

const struct attr accepts_check_version[] = { ATTR_LAST };

const struct refusal *
cmd_check_version(struct request *rq)
{
	value_add_text(rq->arena, rq->reply, "sender", "OpenSRS SERVER");
	value_add_text(rq->arena, rq->reply, "version", "XML:0.1");
	value_add_text(rq->arena, rq->reply, "state", "ready");
	return NULL;
}
