/*
 * Show: a value as one short line, so that a table can say what a message
 * means: {domain=example.com, list=[a, b], empty=""}.
 */
#ifndef TESTS_SHOW_H
#define TESTS_SHOW_H

#include "base/arena.h"
#include "xcp/value.h"

/* "nothing" for NULL. */
const char *show(struct arena *a, const struct value *v);

#endif
