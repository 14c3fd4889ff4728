/*
 * Theatre: an engine that asks the invariants after every request (see trial.h).
 */
#ifndef TESTS_SUPPORT_THEATRE_H
#define TESTS_SUPPORT_THEATRE_H

#include "scenarios/play/play.h"
#include "tests/support/trial.h"

struct theatre;

/* DATA: NULL where it is not opened again before each request. */
struct theatre *theatre_open(const struct rulebook *rules, const char *data, enum claims claims);
void theatre_close(struct theatre *t);

const struct carrier *theatre_carrier(const struct theatre *t);
const char *theatre_broken(const struct theatre *t); /* NULL: everything holds */

/* The last world by name as text, called "world", without what tells copies and
 * ways of playing apart: journal, logins, idempotency keys.  In the arena. */
const char *theatre_dump(struct theatre *t, struct arena *a);

#endif
