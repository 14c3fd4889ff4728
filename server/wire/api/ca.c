#include "wire/api/api.h"

const struct field shape_pem[] = { HAS("application/x-pem-file", BYTES), SHAPE_END };

const struct problem *
api_ca(struct call *c)
{
	const char *pem = engine_config(c->engine)->ca_pem;

	if (pem == NULL)
		return problem_new(c, 404, "no_tls", "This server speaks no TLS: it has no CA.");
	return answer_bytes(c, pem, strlen(pem));
}
