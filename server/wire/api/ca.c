#include "wire/api/api.h"

const struct problem *
api_ca(struct call *c)
{
	const char *pem = engine_config(c->engine)->ca_pem;

	if (pem == NULL)
		return problem_new(c, 404, "no_tls", "This server speaks no TLS: it has no CA.");
	exchange_answer(c->x, 200, "application/x-pem-file", pem, strlen(pem));
	return NULL;
}
