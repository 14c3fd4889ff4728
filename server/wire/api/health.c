#include "wire/api/api.h"

const struct field shape_health[] = { HAS("status", TEXT), HAS("version", TEXT), SHAPE_END };

const struct problem *
api_health(struct call *c)
{
	return answer_json(
	    c, 200, json_pack("{s:s, s:s}", "status", "ok", "version", ORRERY_VERSION));
}
