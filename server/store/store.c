#include "store/store.h"

#include "base/embedded.h"
#include "base/must.h"
#include "store/internal.h"

/* SQLite's own ceiling for a database in memory is 1 GiB. */
#define SIZE_LIMIT (INT64_C(64) << 30)

#define SCHEMA "server/store/schema/"
#define MAX_MIGRATIONS 100

static bool
is_machine_fault(int rc)
{
	static const int faults[] = {
		SQLITE_FULL,
		SQLITE_IOERR,
		SQLITE_CORRUPT,
		SQLITE_CANTOPEN,
		SQLITE_NOMEM,
		/* met only while a file is opened */
		SQLITE_BUSY,
		SQLITE_NOTADB,
		SQLITE_READONLY,
	};

	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if ((rc & 0xff) == faults[i])
			return true;
	return false;
}

void
store_check(struct store *s, int rc, const char *sql)
{
	if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE)
		return;
	if (s->fault == 0)
		snprintf(s->message, sizeof(s->message), "%s (%d) in: %s", sqlite3_errmsg(s->db),
		    sqlite3_extended_errcode(s->db), sql);
	if (!is_machine_fault(rc))
		fprintf(stderr, "store: %s\n", s->message);
	must(is_machine_fault(rc));
	if (s->fault == 0)
		s->fault = sqlite3_extended_errcode(s->db);
}

const char *
store_fault(const struct store *s)
{
	return s->fault == 0 ? NULL : s->message;
}

static void
script(struct store *s, const char *sql)
{
	if (s->fault == 0)
		store_check(s, sqlite3_exec(s->db, sql, NULL, NULL, NULL), sql);
}

/* The files of schema/ in the order of their numbers; each ends by saying to
 * which version it leads. */
static int
migrations(const struct embedded **files, int max)
{
	int n = 0;

	for (size_t i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, SCHEMA, strlen(SCHEMA)) == 0) {
			must(n < max);
			files[n++] = &embedded_files[i];
		}
	return n;
}

static bool
migrate(struct store *s)
{
	const struct embedded *files[MAX_MIGRATIONS];
	int count = migrations(files, MAX_MIGRATIONS);

	store_begin(s);
	struct query q = SQL(s, "PRAGMA user_version");
	int done = query_row(&q) ? (int)row_int(&q, 0) : 0;
	query_end(&q);
	if (done > count)
		fprintf(stderr, "store: written by a newer program (schema %d)\n", done);
	for (int i = done; i < count; i++)
		script(s, files[i]->data);
	return store_commit(s) && done <= count;
}

/* NOMUTEX: whoever has the world's turn is alone with its connection. */
static struct store *
connect(const char *path)
{
	struct store *s = calloc(1, sizeof(*s));

	must(s != NULL);
	store_check(s,
	    sqlite3_open_v2(path, &s->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL),
	    path);
	script(s, "PRAGMA page_size = 1024");
	return s;
}

static struct store *
opened(struct store *s)
{
	if (s->fault == 0 && migrate(s))
		return s;
	if (s->fault != 0)
		fprintf(stderr, "store: %s\n", s->message);
	store_close(s);
	return NULL;
}

/* WAL with NORMAL survives a killed process; a power cut may lose the last
 * commits, never consistency. */
struct store *
store_open_file(const char *path)
{
	struct store *s = connect(path);

	script(s, "PRAGMA journal_mode = WAL");
	script(s, "PRAGMA synchronous = NORMAL");
	return opened(s);
}

/* Deserialised, not plain ":memory:": with small pages the latter becomes
 * slower as it grows. */
struct store *
store_open_memory(const void *image, size_t size)
{
	struct store *s = connect(":memory:");
	sqlite3_int64 limit = SIZE_LIMIT, n = (sqlite3_int64)size;
	unsigned char *copy = sqlite3_malloc64(size + 1);

	must(copy != NULL);
	if (size > 0)
		memcpy(copy, image, size);
	store_check(s,
	    sqlite3_deserialize(s->db, "main", copy, n, n + 1,
		SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE),
	    "image");
	script(s, "PRAGMA page_size = 1024");
	store_check(
	    s, sqlite3_file_control(s->db, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit), "size limit");
	return opened(s);
}

static void
forget_statements(struct store *s)
{
	for (size_t i = 0; i < s->room; i++)
		if (s->slots[i] != NULL) {
			sqlite3_finalize(s->slots[i]->stmt);
			free(s->slots[i]);
			s->slots[i] = NULL;
		}
	s->used = 0;
}

/* Through SQLite's backup, which is one transaction of the destination. */
bool
store_restore(struct store *s, const struct store_image *image)
{
	struct store *from = store_open_memory(image->bytes, image->size);

	must(!s->inside && s->open == 0);
	if (from == NULL)
		return false;
	forget_statements(s);
	sqlite3_backup *b = sqlite3_backup_init(s->db, "main", from->db, "main");
	bool done = b != NULL && sqlite3_backup_step(b, -1) == SQLITE_DONE;
	done = sqlite3_backup_finish(b) == SQLITE_OK && done;
	if (!done)
		fprintf(stderr, "store: restore: %s\n", sqlite3_errmsg(s->db));
	store_close(from);
	return done;
}

int64_t
store_changes(const struct store *s)
{
	return sqlite3_total_changes64(s->db);
}

int64_t
store_steps(const struct store *s)
{
	int64_t steps = 0;

	for (size_t i = 0; i < s->room; i++)
		if (s->slots[i] != NULL)
			steps += sqlite3_stmt_status(
			    s->slots[i]->stmt, SQLITE_STMTSTATUS_VM_STEP, 0);
	return steps;
}

/* Nobody reads SQLite's own statistics, and counting them takes a lock. */
void
store_setup(void)
{
	must(sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK);
	must(sqlite3_initialize() == SQLITE_OK);
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	must(s->open == 0);
	forget_statements(s);
	free(s->slots);
	must(sqlite3_close(s->db) == SQLITE_OK);
	free(s);
}

/* A query left open here was forgotten by somebody. */
static void
control(struct store *s, const char *sql)
{
	must(s->inside && s->open == 0);
	struct query q = store_query(s, sql);
	query_run(&q);
}

void
store_begin(struct store *s)
{
	must(!s->inside && s->fault == 0);
	s->inside = true;
	control(s, "BEGIN IMMEDIATE");
}

void
store_savepoint(struct store *s)
{
	control(s, "SAVEPOINT work");
}

void
store_keep(struct store *s)
{
	control(s, "RELEASE work");
	control(s, "SAVEPOINT work");
}

void
store_back(struct store *s)
{
	control(s, "ROLLBACK TO work");
}

void
store_release(struct store *s)
{
	control(s, "RELEASE work");
}

/* After some faults SQLite has rolled back already. */
void
store_rollback(struct store *s)
{
	must(s->inside && s->open == 0);
	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	must(sqlite3_get_autocommit(s->db));
	s->inside = false;
	s->fault = 0;
}

bool
store_commit(struct store *s)
{
	control(s, "COMMIT");
	if (s->fault == 0) {
		s->inside = false;
		return true;
	}
	fprintf(stderr, "store: %s\n", s->message);
	store_rollback(s);
	return false;
}
