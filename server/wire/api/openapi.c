/* The OpenAPI document: routes.def and its shapes, as others' tools read them. */
#include "base/arena.h"
#include "base/must.h"
#include "wire/api/api.h"

#define HERE "#/components/schemas/"

const struct field shape_openapi[] = { HAS("openapi", TEXT), MAY("*", ANY), SHAPE_END };

static const struct field problem_fields[] = { HAS("code", TEXT), HAS("message", LINES),
	SHAPE_END };
static const struct field shape_problem[] = { HAS_A("error", MAP, problem_fields), SHAPE_END };

static bool
is_described(const struct field *shape)
{
	return shape->name != NULL && shape->type != FIELD_BYTES;
}

/* Whatever a row takes or gives has a name of its own. */
static const char *
refer(struct arena *a, const struct field *shape)
{
	for (size_t i = 0; api_routes[i].method != NULL; i++) {
		if (api_rows[i].takes == shape)
			return arena_printf(a, HERE "%s", api_rows[i].takes_name);
		if (api_rows[i].gives == shape)
			return arena_printf(a, HERE "%s", api_rows[i].gives_name);
	}
	return NULL;
}

static json_t *
ref(const char *there)
{
	return json_pack("{s:s}", "$ref", there);
}

static json_t *
content(const char *type, json_t *schema)
{
	return json_pack("{s:{s:o}}", type, "schema", schema);
}

static json_t *
list_schema(json_t *item)
{
	return json_pack("{s:s, s:{s:{s:s, s:o}, s:{s:s}}, s:[s, s], s:b}", "type", "object",
	    "properties", "items", "type", "array", "items", item, "next", "type", "string",
	    "required", "items", "next", "additionalProperties", 0);
}

static json_t *
answer_content(struct arena *a, const struct route *r, const struct api_row *row)
{
	if (row->gives->type == FIELD_BYTES)
		return content(row->gives->name, field_schema(a, row->gives, refer));
	json_t *schema = ref(refer(a, row->gives));
	if ((r->flags & ANSWERS_LIST) != 0)
		schema = list_schema(schema);
	return content("application/json", schema);
}

static json_t *
answers(struct arena *a, const struct route *r, const struct api_row *row)
{
	return json_pack("{s:{s:s, s:o}, s:o}", (r->flags & ANSWERS_MADE) != 0 ? "201" : "200",
	    "description", r->summary, "content", answer_content(a, r, row), "default",
	    ref("#/components/responses/problem"));
}

static void
add_parameter(json_t *all, const char *in, const char *name, bool required, json_t *schema)
{
	json_array_append_new(all, json_pack("{s:s, s:s, s:b, s:o}", "name", name, "in", in,
				       "required", required, "schema", schema));
}

static void
add_captures(struct arena *a, json_t *all, const char *path)
{
	for (const char *at = strchr(path, '{'); at != NULL; at = strchr(at + 1, '{'))
		add_parameter(all, "path", arena_strndup(a, at + 1, strcspn(at + 1, "}")), true,
		    json_pack("{s:s}", "type", "string"));
}

static void
add_query(struct arena *a, json_t *all, const struct field *shape)
{
	for (const struct field *f = shape; f->name != NULL; f++)
		add_parameter(all, "query", f->name, f->required, field_schema(a, f, refer));
}

static bool
has_required(const struct field *shape)
{
	while (shape->name != NULL && !shape->required)
		shape++;
	return shape->name != NULL;
}

static json_t *
operation(struct arena *a, const struct route *r, const struct api_row *row, const char *name)
{
	json_t *parameters = json_array();
	json_t *j = json_pack("{s:s, s:s, s:o, s:o}", "operationId", name, "summary", r->summary,
	    "parameters", parameters, "responses", answers(a, r, row));

	add_captures(a, parameters, r->path);
	if (strcmp(r->method, "GET") == 0)
		add_query(a, parameters, row->takes);
	else if (is_described(row->takes))
		json_put(j, "requestBody",
		    json_pack("{s:b, s:o}", "required", has_required(row->takes), "content",
			content("application/json", ref(refer(a, row->takes)))));
	add_query(a, parameters, paging_of(r));
	return j;
}

static const char *
lower(struct arena *a, const char *method)
{
	char *text = arena_strdup(a, method);

	for (char *at = text; *at != '\0'; at++)
		*at = (char)(*at | 0x20);
	return text;
}

static json_t *
paths(struct arena *a)
{
	static const char *const names[] = {
#define ROUTE(method, path, flags, handler, takes, gives, summary) #handler,
#include "wire/api/routes.def"
#undef ROUTE
	};
	json_t *all = json_object();

	for (size_t i = 0; api_routes[i].method != NULL; i++) {
		const struct route *r = &api_routes[i];
		if (json_object_get(all, r->path) == NULL)
			json_put(all, r->path, json_object());
		json_put(json_object_get(all, r->path), lower(a, r->method),
		    operation(a, r, &api_rows[i], names[i]));
	}
	return all;
}

static void
add_schema(struct arena *a, json_t *all, const char *name, const struct field *shape)
{
	if (is_described(shape) && json_object_get(all, name) == NULL)
		json_put(all, name, shape_schema(a, shape, refer));
}

static json_t *
schemas(struct arena *a)
{
	json_t *all = json_object();

	for (size_t i = 0; api_routes[i].method != NULL; i++) {
		bool is_query = strcmp(api_routes[i].method, "GET") == 0;
		if (!is_query)
			add_schema(a, all, api_rows[i].takes_name, api_rows[i].takes);
		add_schema(a, all, api_rows[i].gives_name, api_rows[i].gives);
	}
	add_schema(a, all, "problem", shape_problem);
	return all;
}

static json_t *
components(struct arena *a)
{
	return json_pack("{s:o, s:{s:{s:s, s:o}}, s:{s:{s:s, s:s}}}", "schemas", schemas(a),
	    "responses", "problem", "description", "refused: nothing has changed", "content",
	    content("application/json", ref(HERE "problem")), "securitySchemes", "token", "type",
	    "http", "scheme", "bearer");
}

json_t *
openapi_json(struct arena *a)
{
	return json_pack("{s:s, s:{s:s, s:s, s:s}, s:[{}, {s:[]}], s:o, s:o}", "openapi", "3.1.0",
	    "info", "title", "orrery control API", "version", ORRERY_VERSION, "description",
	    "Worlds, their clocks and what happens in them. Durations are ISO 8601, also with a"
	    " sign and added up: P10D-PT1S.",
	    "security", "token", "paths", paths(a), "components", components(a));
}

const struct problem *
api_openapi(struct call *c)
{
	return answer_json(c, 200, openapi_json(c->arena));
}
