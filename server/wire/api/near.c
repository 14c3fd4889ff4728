#include "wire/api/near.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "wire/api/api.h"
#include "wire/page/page.h"

/* One segment further in both.  False: they part here. */
static bool
same_segment(const char **typed, const char **path)
{
	size_t n = strcspn(*typed + 1, "/?") + 1, m = strcspn(*path + 1, "/") + 1;
	bool same = (*path)[1] == '{' ? n > 1 : n == m && strncmp(*typed, *path, n) == 0;

	*typed += n;
	*path += m;
	return same;
}

/* How many segments of PATH are as typed; what is left of both. */
static size_t
common(const char **typed, const char **path)
{
	size_t n = 0;

	while (**typed == '/' && **path == '/') {
		const char *t = *typed, *p = *path;
		if (!same_segment(&t, &p))
			break;
		*typed = t;
		*path = p;
		n++;
	}
	return n;
}

static size_t
most_in_common(const char *target)
{
	size_t most = 0;

	for (const struct route *r = api_routes; r->method != NULL; r++) {
		const char *typed = target, *path = r->path;
		size_t n = common(&typed, &path);
		most = n > most ? n : most;
	}
	return most;
}

/* The segments that the table knows after the last one that was right. */
const char *
near_paths(struct arena *a, const char *target)
{
	size_t most = most_in_common(target);
	const char *after = "", *last = "";
	struct nearest n = nearest_to("");

	for (const struct route *r = api_routes; r->method != NULL; r++) {
		const char *typed = target, *path = r->path;
		if (common(&typed, &path) != most || *path != '/' || path[1] == '{')
			continue;
		if (*typed == '/' && *n.typed == '\0')
			n = nearest_to(arena_strndup(a, typed + 1, strcspn(typed + 1, "/?")));
		const char *segment = arena_strndup(a, path + 1, strcspn(path + 1, "/"));
		if (strcmp(segment, last) == 0)
			continue;
		nearest_offer(&n, segment);
		after = arena_printf(a, "%s%s%s", after, *after == '\0' ? "" : ", ", segment);
		last = segment;
	}
	const char *meant = n.word == NULL ? "" : arena_printf(a, "Did you mean \"%s\"? ", n.word);
	if (*after == '\0')
		return "GET /api/v1 lists all paths.";
	return arena_printf(a, "%sKnown here are: %s. GET /api/v1 lists all paths.", meant, after);
}

static const char *
add_methods(struct arena *a, const struct route *r, const char *target, const char *methods)
{
	for (; r->method != NULL; r++) {
		const char *typed = target, *path = r->path;
		common(&typed, &path);
		if ((*typed == '\0' || *typed == '?') && *path == '\0')
			methods = arena_printf(
			    a, "%s%s%s", methods, *methods == '\0' ? "" : ", ", r->method);
	}
	return methods;
}

const char *
near_methods(struct arena *a, const char *target)
{
	return add_methods(a, page_routes, target, add_methods(a, api_routes, target, ""));
}
