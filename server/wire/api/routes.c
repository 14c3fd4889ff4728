#include "wire/api/api.h"

#define ENGINE ROUTE_ENGINE
#define LONG ROUTE_LONG
#define READ ROUTE_READ
#define WRITE ROUTE_WRITE
#define WHOLE ROUTE_WHOLE
#define AT_ONCE ROUTE_AT_ONCE

const struct route api_routes[] = {
#define ROUTE(method, path, flags, handler, summary) \
	{ method, path, flags, api_##handler, summary },
#include "wire/api/routes.def"
#undef ROUTE
	{ .method = NULL },
};

const struct problem *
api_index(struct call *c)
{
	json_t *items = json_array(), *j = json_object();

	for (const struct route *r = api_routes; r->method != NULL; r++)
		json_array_append_new(items, json_pack("{s:s, s:s, s:s}", "method", r->method,
						 "path", r->path, "summary", r->summary));
	json_put(j, "items", items);
	return answer_json(c, 200, j);
}
