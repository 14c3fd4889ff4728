/* AUTHENTICATE USER: whoever's request comes this far has shown the key. */
#include "command/command.h"

const struct attr accepts_authenticate[] = {
	{ .name = "username", .type = ATTR_TEXT, .max = 255, .refusal = &refusal_invalid_data },
	{ .name = "password", .type = ATTR_TEXT, .max = 255, .refusal = &refusal_invalid_data },
	{ .name = "crypt_type", .type = ATTR_TEXT, .max = 255, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_authenticate(struct request *rq)
{
	if (*rq->object == '\0')
		rq->object = "USER";
	return NULL;
}
