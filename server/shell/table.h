/*
 * Tables: rows of JSON for people.  On a terminal the columns are aligned and
 * have a head; elsewhere a line is fields with a tab between them, and nothing
 * else, so that scripts can rely on it.
 */
#ifndef SHELL_TABLE_H
#define SHELL_TABLE_H

#include <jansson.h>

struct arena;

struct column {
	const char *head;
	const char *path; /* "verification.status"; a list is shown with commas */
};
#define MAX_COLUMNS 12

void table_print(struct arena *a, const json_t *rows, const struct column *columns);
void record_print(struct arena *a, const json_t *map); /* a line "path: value" each */

#endif
