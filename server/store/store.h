/*
 * Store: one SQLite database, the whole memory of one world.
 *
 * SQL is written beside the function which binds it.  SQL() takes a literal
 * only, so a statement can never be built from input.  Statements are prepared
 * on first use and cached for their literal; one that is entered again while
 * it still runs gets a statement of its own.  Parameters are named by literals
 * too.  What is bound is not copied: it stays as it is until the query has ended.
 *
 * Who is at fault?  A broken constraint, a misspelt parameter, an unbound one:
 * we are, and must() says so at once.  A full disk or a corrupt page: the
 * machine; the first such fault latches, every later call in the transaction
 * finds no rows and writes nothing, and store_commit() rolls all of it back
 * and returns false.  So callers look for faults there and nowhere else.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct slot;
struct store;

/* Before the first store, while the process has one thread. */
void store_setup(void);

/* Migrated and ready, or NULL with the reason on stderr.  A database in
 * memory starts from an image, or empty (NULL, 0). */
struct store *store_open_file(const char *path);
struct store *store_open_memory(const void *image, size_t size);
void store_close(struct store *s); /* NULL is fine */

/*
 * Images: a whole database as bytes.  store_image() is outside a transaction;
 * the caller frees it with store_image_free().  store_restore() replaces all
 * that the store holds, at once or, where the machine fails, not at all.
 */
struct store_image {
	unsigned char *bytes; /* NULL: the machine failed */
	size_t size;
};
struct store_image store_image(struct store *s);
void store_image_free(struct store_image *image);
struct store_image store_image_copy(const struct store_image *image);
struct store_image store_image_read(const char *path);
/* Whole or not at all: written beside, synced, renamed. */
bool store_image_write(const struct store_image *image, const char *path);
bool store_restore(struct store *s, const struct store_image *image);

int64_t store_changes(const struct store *s); /* rows written since it was opened */
/* Steps of SQLite's machine since it was opened: what queries cost, whatever the
 * machine below is busy with. */
int64_t store_steps(const struct store *s);

/*
 * One transaction: begin, savepoint, work, then commit.  store_back() undoes
 * the work since the savepoint or since the last store_keep(), by which a
 * command says "this much stays, whatever I answer".
 */
void store_begin(struct store *s);
void store_savepoint(struct store *s);
void store_keep(struct store *s);
void store_back(struct store *s);
void store_release(struct store *s); /* ends a savepoint that was set within another */
bool store_commit(struct store *s); /* false: fault; rolled back, logged */
void store_rollback(struct store *s);
const char *store_fault(const struct store *s); /* NULL: none */

struct query {
	struct store *store;
	struct slot *slot; /* NULL: ended, or the store has a fault */
};

#define SQL(store, literal) store_query((store), "" literal)
struct query store_query(struct store *s, const char *sql);

void bind_text(struct query *q, const char *name, const char *value);
void bind_blob(struct query *q, const char *name, const void *bytes, size_t n);
void bind_int(struct query *q, const char *name, int64_t value);
bool query_row(struct query *q); /* false: no more (and ended), or fault */
void query_end(struct query *q); /* to stop before the last row */
int64_t query_run(struct query *q); /* to the end; the id of the last insert */

int64_t row_int(struct query *q, int col);
const char *row_text(struct query *q, int col, struct arena *a); /* not NULL */
const char *row_text_or(struct query *q, int col, struct arena *a, const char *if_null);
const void *row_blob(struct query *q, int col, struct arena *a, size_t *size);

#endif
