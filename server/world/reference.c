#include "world/reference.h"

#include "base/arena.h"

#define HALF 16 /* digits */

static uint64_t
mask_of(struct world *w, struct arena *a, const char *what)
{
	const char *secret = world_secret(w, a, what, 0);

	return strtoull(arena_strndup(a, secret, HALF), NULL, 16);
}

const char *
reference_text(struct world *w, struct arena *a, const char *what, int64_t id)
{
	return arena_printf(a, "%.*s%016" PRIx64, HALF, world_secret(w, a, what, id),
	    (uint64_t)id ^ mask_of(w, a, what));
}

bool
reference_id(struct world *w, struct arena *a, const char *what, const char *text, int64_t *id)
{
	if (strlen(text) != 2 * HALF)
		return false;
	*id = (int64_t)(strtoull(text + HALF, NULL, 16) ^ mask_of(w, a, what));
	return strcmp(text, reference_text(w, a, what, *id)) == 0;
}
