/*
 * Loader: how the rulebook comes from files.  Only for this folder.
 *
 * The files are those in the binary; one of the same path below DIR stands in
 * for its embedded twin, any other is new.  What is wrong is collected, one
 * line "file:line: what; what to do" each, so that whoever edits a file sees
 * all of it at once.
 */
#ifndef WORLD_POLICY_LOADER_H
#define WORLD_POLICY_LOADER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/format.h"
#include "world/policy/rulebook.h"

struct loader {
	struct arena *a; /* what is loaded lives here */
	const char *dir; /* NULL: only what is embedded */
	struct buf wrong; /* empty: all is well */
};

struct loader loader_open(const char *dir);
void loader_close(struct loader *l); /* what was loaded goes with it */
void loader_complain(struct loader *l, const char *path, int line, const char *format, ...)
    FORMAT(4, 5); /* line 0: the whole file */

struct fixture {
	const char *path; /* "fixtures/tld/com.tld", as in complaints */
	const char *name; /* "com" */
	const char *text;
	size_t size;
};
struct fixtures {
	struct fixture *rows; /* by path below fixtures/ */
	size_t count;
};

/* Every file of FOLDER, "tld"; all have to end in ENDING, ".tld", but README.md. */
struct fixtures fixtures_in(struct loader *l, const char *folder, const char *ending);

/* The lines of COUNT files, in the format of fixtures/policy/README.md, by key. */
struct line {
	struct rule rule;
	const char *path;
	int number;
};
struct lines {
	struct line *rows;
	size_t count;
};
struct lines lines_of(struct loader *l, const struct fixture *files, size_t count);

/* All of a rulebook, and its parts. */
void load_rulebook(struct loader *l, struct rulebook *r);
void load_policies(struct loader *l, const struct fixtures *files, struct rulebook *r);
void load_tlds(struct loader *l, const struct fixtures *files, struct rulebook *r);
void load_prices(struct loader *l, const struct fixtures *files, struct rulebook *r);
void load_premiums(struct loader *l, const struct fixtures *files, struct rulebook *r);
void load_codes(struct loader *l, const struct fixtures *files, struct rulebook *r);
void load_templates(struct loader *l, const struct fixtures *files, struct rulebook *r);
void load_worlds(struct loader *l, const struct fixtures *files, struct rulebook *r);

#endif
