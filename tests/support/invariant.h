/*
 * What has to be true of every world at every moment, whatever was asked of it:
 * a table of queries that find what breaks it.
 */
#ifndef TESTS_SUPPORT_INVARIANT_H
#define TESTS_SUPPORT_INVARIANT_H

struct arena;

/* Looks at a world's file, which may be open elsewhere.  NULL: all holds; else
 * which one does not, and the first row that breaks it. */
const char *invariants_broken(struct arena *a, const char *file);

#endif
