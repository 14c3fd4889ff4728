/* A whole database as text: two worlds are the same where their dumps are. */
#ifndef TESTS_SUPPORT_DUMP_H
#define TESTS_SUPPORT_DUMP_H

#include "store/store.h"

struct arena;

char *dump_file(const char *path); /* the caller's */
char *dump_image(const struct store_image *image); /* the caller's */

/* The first line in which they differ, from both; NULL: they are the same. */
const char *dump_difference(struct arena *a, const char *x, const char *y);

#endif
