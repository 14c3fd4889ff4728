/*
 * Fixtures: a ready-made world is a list of requests of the control API.  A world
 * that is being born grants them one after the other, before anybody else knows
 * that it is there; so whatever the control API can do, a fixture can.
 */
#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/must.h"
#include "engine/internal.h"
#include "world/policy/rulebook.h"

/* User names and worlds are letters, digits and "._-": no need to escape them. */
static const char *
with_user(struct arena *a, const char *text, const char *user)
{
	static const char mark[] = "{user}";
	struct buf out;

	must(shelf_name_is_fit(user));
	buf_open(&out, 0);
	for (const char *at; (at = strstr(text, mark)) != NULL; text = at + strlen(mark)) {
		buf_add(&out, text, (size_t)(at - text));
		buf_text(&out, user);
	}
	buf_text(&out, text);
	text = arena_strndup(a, out.data, out.size);
	buf_close(&out);
	return text;
}

static struct exchange
exchange_of(struct arena *a, const struct world *w, const json_t *request, const char *user)
{
	const char *line = json_string_value(json_object_get(request, "request"));
	char *body = json_dumps(json_object_get(request, "body"), JSON_COMPACT);
	size_t method = strcspn(line, " ");
	struct exchange x = { .arena = a, .door = DOOR_WEB, .peer = "inside", .body = "" };

	x.method = arena_strndup(a, line, method);
	x.target = arena_printf(
	    a, "/api/v1/worlds/%s%s", w->name, with_user(a, line + method + 1, user));
	if (body != NULL)
		x.body = with_user(a, body, user);
	x.body_size = strlen(x.body);
	free(body);
	return x;
}

static const char *
flaw_of(struct engine *e, struct world *w, struct exchange *x)
{
	struct match m = web_find(e, x);
	const unsigned other = ROUTE_LONG | ROUTE_ENGINE | ROUTE_WHOLE | ROUTE_STREAM;
	struct call c = { .engine = e, .world = w, .arena = x->arena, .x = x, .newborn = true };

	if (m.route == NULL || (m.route->flags & ROUTE_WRITE) == 0 || (m.route->flags & other) != 0)
		return "the control API of a world has no such request, or none that a world can "
		       "begin with";
	c.route = m.route;
	memcpy(c.captures, m.captures, sizeof(m.captures));
	const struct problem *p = c.route->run(&c);
	return p == NULL ? NULL : p->message;
}

enum make
fixture_furnish(
    struct engine *e, struct arena *a, struct world *w, const char *fixture, const char *user)
{
	const struct ready_world *ready = rulebook_world(e->config.rules, fixture);
	const char *flaw = NULL;

	if (ready == NULL)
		return UNKNOWN_FIXTURE;
	json_t *j = json_loads(ready->requests, 0, NULL);
	const json_t *requests = json_object_get(j, "requests");
	for (size_t i = 0; i < json_array_size(requests) && flaw == NULL; i++) {
		struct exchange x = exchange_of(a, w, json_array_get(requests, i), user);
		flaw = flaw_of(e, w, &x);
		if (flaw != NULL)
			log_error("%s: request %zu, %s %s: %s", ready->path, i + 1, x.method,
			    x.target, flaw);
	}
	json_decref(j);
	return flaw == NULL ? MADE : BAD_FIXTURE;
}
