/* Queries: the statement cache, binding, stepping, reading a row. */
#include "base/arena.h"
#include "base/must.h"
#include "store/internal.h"

#define MAX_PARAMETERS 63 /* bits of slot.bound, less one */

/* A literal is known by its address: nobody reads a statement's whole text only
 * to find it. */
static size_t
hash_of(const char *literal)
{
	uint64_t h = (uint64_t)(uintptr_t)literal * UINT64_C(0x9e3779b97f4a7c15);

	return (size_t)(h ^ h >> 32);
}

/* The first place for SQL that is either free or holds an idle statement. */
static size_t
place(struct slot **slots, size_t room, const char *sql)
{
	size_t i = hash_of(sql) & (room - 1);

	while (slots[i] != NULL && (slots[i]->busy || slots[i]->sql != sql))
		i = (i + 1) & (room - 1);
	return i;
}

/* Slots themselves never move: running queries point at them. */
static void
grow(struct store *s)
{
	size_t room = s->room == 0 ? 64 : s->room * 2;
	struct slot **slots = calloc(room, sizeof(*slots));

	must(slots != NULL);
	for (size_t i = 0; i < s->room; i++) {
		if (s->slots[i] == NULL)
			continue;
		size_t at = hash_of(s->slots[i]->sql) & (room - 1);
		while (slots[at] != NULL)
			at = (at + 1) & (room - 1);
		slots[at] = s->slots[i];
	}
	free(s->slots);
	s->slots = slots;
	s->room = room;
}

/* NULL if the store has a fault. */
static struct slot *
slot_new(struct store *s, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	store_check(
	    s, sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL), sql);
	if (s->fault != 0)
		return NULL;
	int count = sqlite3_bind_parameter_count(stmt);
	must(count <= MAX_PARAMETERS);
	struct slot *slot = calloc(1, sizeof(*slot) + (size_t)count * sizeof(*slot->names));
	must(slot != NULL);
	slot->sql = sql;
	slot->stmt = stmt;
	slot->count = count;
	return slot;
}

struct slot *
slot_take(struct store *s, const char *sql)
{
	if (2 * (s->used + 1) > s->room)
		grow(s);
	struct slot **at = &s->slots[place(s->slots, s->room, sql)];
	if (*at == NULL) {
		*at = slot_new(s, sql);
		if (*at == NULL)
			return NULL;
		s->used++;
	}
	(*at)->busy = true;
	return *at;
}

/* Only inside a transaction: a fault outside would hit the next command. */
struct query
store_query(struct store *s, const char *sql)
{
	struct query q = { .store = s };

	must(s->inside);
	if (s->fault == 0)
		q.slot = slot_take(s, sql);
	if (q.slot != NULL)
		s->open++;
	return q;
}

void
query_end(struct query *q)
{
	if (q->slot == NULL)
		return;
	sqlite3_reset(q->slot->stmt);
	sqlite3_clear_bindings(q->slot->stmt);
	q->slot->bound = 0;
	q->slot->busy = false;
	q->slot = NULL;
	q->store->open--;
}

/* SQLite finds a name by comparing it with each; a literal is found by its
 * address once it has been looked up. */
static int
parameter(struct query *q, const char *name)
{
	struct slot *slot = q->slot;
	int i = 0;

	while (i < slot->count && slot->names[i] != name)
		i++;
	if (i == slot->count) {
		i = sqlite3_bind_parameter_index(slot->stmt, name) - 1;
		must(i >= 0);
		slot->names[i] = name;
	}
	slot->bound |= UINT64_C(1) << i;
	return i + 1;
}

void
bind_text(struct query *q, const char *name, const char *value)
{
	if (q->slot != NULL)
		store_check(q->store,
		    sqlite3_bind_text(q->slot->stmt, parameter(q, name), value, -1, SQLITE_STATIC),
		    q->slot->sql);
}

void
bind_blob(struct query *q, const char *name, const void *bytes, size_t n)
{
	if (q->slot != NULL)
		store_check(q->store,
		    sqlite3_bind_blob64(
			q->slot->stmt, parameter(q, name), n == 0 ? "" : bytes, n, SQLITE_STATIC),
		    q->slot->sql);
}

void
bind_int(struct query *q, const char *name, int64_t value)
{
	if (q->slot != NULL)
		store_check(q->store, sqlite3_bind_int64(q->slot->stmt, parameter(q, name), value),
		    q->slot->sql);
}

bool
query_row(struct query *q)
{
	if (q->slot == NULL)
		return false;
	must(q->slot->bound == (UINT64_C(1) << q->slot->count) - 1);
	int rc = SQLITE_DONE;
	if (q->store->fault == 0)
		rc = sqlite3_step(q->slot->stmt);
	if (rc == SQLITE_ROW)
		return true;
	store_check(q->store, rc, q->slot->sql);
	query_end(q);
	return false;
}

int64_t
query_run(struct query *q)
{
	while (query_row(q))
		;
	return sqlite3_last_insert_rowid(q->store->db);
}

int64_t
row_int(struct query *q, int col)
{
	must(q->slot != NULL);
	return sqlite3_column_int64(q->slot->stmt, col);
}

const char *
row_text_or(struct query *q, int col, struct arena *a, const char *if_null)
{
	must(q->slot != NULL);
	if (sqlite3_column_type(q->slot->stmt, col) == SQLITE_NULL)
		return if_null;
	const char *s = (const char *)sqlite3_column_text(q->slot->stmt, col);
	must(s != NULL);
	return arena_strdup(a, s);
}

const char *
row_text(struct query *q, int col, struct arena *a)
{
	const char *s = row_text_or(q, col, a, NULL);

	must(s != NULL);
	return s;
}

const void *
row_blob(struct query *q, int col, struct arena *a, size_t *size)
{
	must(q->slot != NULL);
	const void *bytes = sqlite3_column_blob(q->slot->stmt, col);
	*size = (size_t)sqlite3_column_bytes(q->slot->stmt, col);
	return arena_strndup(a, *size == 0 ? "" : bytes, *size);
}
