/* Load: ready-made worlds, in the form that fixtures/world/README.md gives. */
#include <jansson.h>

#include "world/policy/loader.h"

/* What a request must be before anybody can try it; NULL: it is. */
static const char *
flaw_of(const json_t *request)
{
	const char *line = json_string_value(json_object_get(request, "request"));
	const json_t *body = json_object_get(request, "body");

	if (line == NULL || strstr(line, " /") == NULL)
		return "wants \"request\": \"METHOD /PATH\"";
	if (body != NULL && !json_is_object(body))
		return "wants a map as its \"body\"";
	if (json_object_size(request) != (body == NULL ? 1 : 2))
		return "takes nothing but \"request\" and \"body\"";
	return NULL;
}

static void
check(struct loader *l, const char *path, const json_t *world)
{
	const json_t *requests = json_object_get(world, "requests");

	if (!json_is_string(json_object_get(world, "about")) || !json_is_array(requests) ||
	    json_object_size(world) != 2)
		loader_complain(
		    l, path, 0, "a ready-made world is {\"about\": TEXT, \"requests\": [...]}");
	for (size_t i = 0; i < json_array_size(requests); i++) {
		const char *flaw = flaw_of(json_array_get(requests, i));
		if (flaw != NULL)
			loader_complain(l, path, 0, "request %zu %s", i + 1, flaw);
	}
}

static struct ready_world
load_world(struct loader *l, const struct fixture *file)
{
	json_error_t flaw;
	json_t *world = json_loadb(file->text, file->size, JSON_REJECT_DUPLICATES, &flaw);

	if (world == NULL)
		loader_complain(l, file->path, flaw.line, "is not JSON: %s", flaw.text);
	else
		check(l, file->path, world);
	json_decref(world);
	return (struct ready_world){ file->name, file->path, file->text };
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct ready_world *)a)->name, ((const struct ready_world *)b)->name);
}

/* By name: as files two-b.json comes before two.json. */
void
load_worlds(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	struct ready_world *worlds = NEW_ARRAY(l->a, struct ready_world, files->count);

	for (size_t i = 0; i < files->count; i++)
		worlds[i] = load_world(l, &files->rows[i]);
	if (files->count > 0)
		qsort(worlds, files->count, sizeof(*worlds), by_name);
	r->worlds = worlds;
	r->world_count = files->count;
}
