/*
 * Parser: lines of tokens to a story.
 *
 * It knows the grammar and nothing else; whether the words mean anything is
 * lint's business.  It goes on after a mistake, at the next statement.
 */
#ifndef SCENARIOS_PLAY_PARSE_H
#define SCENARIOS_PLAY_PARSE_H

#include "scenarios/play/cursor.h"

/* Never NULL; of use only where nothing was complained about. */
struct story *parse(struct complaints *c, const struct lines *lines);

/* One step; false: the statement does not begin like one. */
bool parse_step(struct cursor *k, struct step *step);
extern const char *const step_words[]; /* NULL ends */

#endif
