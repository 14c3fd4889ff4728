/*
 * The scenario player: from a story file to what happened.
 *
 * lex -> parse -> lint -> run -> report.  It knows nothing of worlds but what
 * the engine's door shows: every step is an exchange, the same bytes that a
 * client would send.  The language is described in README.md beside this file.
 */
#ifndef SCENARIOS_PLAY_PLAY_H
#define SCENARIOS_PLAY_PLAY_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct exchange;

/* Where steps go: in process through the engine's door, or over sockets. */
struct carrier {
	/* Sends and waits for the answer.  False: no answer (it says why in WHY). */
	bool (*send)(void *closure, struct exchange *x, const char **why);
	void *closure;
	const char *control_token; /* NULL: none */
};

#endif
