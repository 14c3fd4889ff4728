/* Near: what somebody may have meant who asked for a path that is not there. */
#ifndef API_NEAR_H
#define API_NEAR_H

struct arena;

const char *near_paths(struct arena *a, const char *target); /* a sentence or two */
const char *near_methods(struct arena *a, const char *target); /* "GET, POST" */

#endif
