/*
 * Trial: a story played in a process of its own, with every invariant asked
 * after every request.  A crash is a result like any other.
 *
 * Every move of the clock carries an idempotency key.  Moves and ACKs are sent
 * twice: the second changes nothing, and that of a move is answered the same.
 */
#ifndef TESTS_SUPPORT_TRIAL_H
#define TESTS_SUPPORT_TRIAL_H

#include "tests/support/invariants.h"

struct rulebook;

enum way {
	WAY_PLAIN,
	WAY_SHORT, /* every move of the clock in many short ones */
	WAY_REOPEN, /* from files, closed and opened again before each request */
};

enum verdict {
	HELD, /* text: the last world by name, without what may differ between ways */
	BROKEN, /* text: what does not hold */
	UNDOABLE, /* line: a step that nobody can take; text: why */
};

struct trial {
	enum verdict verdict;
	int line;
	const char *text;
};

enum claims { TRUE_CLAIMS, FALSE_CLAIM }; /* see invariants.h */

/* The text lives in the arena. */
struct trial trial_play(struct arena *a, const struct rulebook *rules, const char *story,
    enum way way, enum claims claims);

#endif
