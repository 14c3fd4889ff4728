/* Birth: a new world in memory, as somebody wished it. */
#ifndef ENGINE_BIRTH_H
#define ENGINE_BIRTH_H

#include "engine/internal.h"

/* The wish is complete: name and user are not NULL.  NAME outlives the world, which
 * is open where it is MADE. */
enum make birth_open(struct engine *e, struct arena *a, struct world *w, const char *name,
    const struct world_wish *wish);

/* As LIVING was when it was new. */
enum make
birth_open_again(struct engine *e, struct arena *a, struct world *w, const struct world *living);

#endif
