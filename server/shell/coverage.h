/* Coverage: the items of answers.h, printed on standard output. */
#ifndef SHELL_COVERAGE_H
#define SHELL_COVERAGE_H

#include <jansson.h>
#include <stdbool.h>

struct arena;

typedef void coverage_fn(struct arena *a, const json_t *items);
coverage_fn coverage_table; /* a line each, and a sum */
coverage_fn coverage_full; /* all that is known of each */
coverage_fn coverage_html; /* a page that needs nothing else */
coverage_fn coverage_untested; /* built, and no test or no story has sent it: a line each */

/* For all of them. */
const char *item_text(const json_t *item, const char *key); /* "": there is none */
size_t item_count(const json_t *item, const char *list);
bool item_is_built(const json_t *item);
size_t items_in_state(const json_t *items, const char *state);

/* Of a list of texts, with this between them. */
const char *item_join(struct arena *a, const json_t *texts, const char *between);

/* What a story of the library says of itself in its heading; "": there is no such story. */
const char *story_title(struct arena *a, const char *path);

#endif
