#include "world/reference.h"

#include "base/arena.h"

#define HALF 16 /* digits */

/* Hides, it need not protect: the other half does that. */
static uint64_t
mask_of(const struct world *w, const char *what)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325) ^ (uint64_t)w->seed; /* FNV-1a, and a mix */

	for (; *what != '\0'; what++)
		h = (h ^ (unsigned char)*what) * UINT64_C(0x100000001b3);
	h = (h ^ h >> 29) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ h >> 32;
}

const char *
reference_text(struct world *w, struct arena *a, const char *what, int64_t id)
{
	return arena_printf(a, "%.*s%016" PRIx64, HALF, world_secret(w, a, what, id),
	    (uint64_t)id ^ mask_of(w, what));
}

bool
reference_id(struct world *w, struct arena *a, const char *what, const char *text, int64_t *id)
{
	if (strlen(text) != 2 * HALF)
		return false;
	*id = (int64_t)(strtoull(text + HALF, NULL, 16) ^ mask_of(w, what));
	return strcmp(text, reference_text(w, a, what, *id)) == 0;
}
