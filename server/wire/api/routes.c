#include "wire/api/api.h"

#define ENGINE ROUTE_ENGINE
#define LONG ROUTE_LONG
#define READ ROUTE_READ
#define WRITE ROUTE_WRITE
#define WHOLE ROUTE_WHOLE
#define AT_ONCE ROUTE_AT_ONCE
#define STREAM ROUTE_STREAM
#define LIST ANSWERS_LIST
#define NO_WAIT ANSWERS_AT_ONCE
#define ADDS ANSWERS_MADE

const struct route api_routes[] = {
#define ROUTE(method, path, flags, handler, takes, gives, summary) \
	{ method, path, flags, api_##handler, summary },
#include "wire/api/routes.def"
#undef ROUTE
	{ .method = NULL },
};

const struct api_row api_rows[] = {
#define ROUTE(method, path, flags, handler, takes, gives, summary) \
	{ shape_##takes, shape_##gives, #takes, #gives },
#include "wire/api/routes.def"
#undef ROUTE
};

const struct api_row *
row_of(const struct call *c)
{
	return &api_rows[c->route - api_routes];
}

const struct field shape_none[] = { SHAPE_END };

static const struct field shape_route[] = {
	HAS("method", TEXT),
	HAS("path", TEXT),
	HAS("summary", TEXT),
	SHAPE_END,
};
const struct field shape_index[] = { HAS_A("items", ITEMS, shape_route), SHAPE_END };

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
