#include "tests/bench/floor.h"

#include <sqlite3.h>

#include "base/must.h"
#include "clock/machine.h"

static const char schema[] =
    "CREATE TABLE agenda (id INTEGER PRIMARY KEY, due INTEGER NOT NULL, kind TEXT NOT NULL,"
    " subject INTEGER NOT NULL, label TEXT NOT NULL, UNIQUE (kind, subject)) STRICT;"
    "CREATE INDEX agenda_due ON agenda (due, id);"
    "CREATE TABLE history (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,"
    " subject INTEGER NOT NULL, label TEXT NOT NULL) STRICT;"
    "CREATE TABLE episode (id INTEGER PRIMARY KEY, state TEXT NOT NULL, name TEXT NOT NULL) STRICT;"
    "CREATE TABLE mail (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, recipient TEXT NOT NULL,"
    " variables TEXT NOT NULL) STRICT;"
    "CREATE INDEX mail_recipient ON mail (recipient, id);";

static const char fill[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
    " INSERT INTO agenda SELECT i, i * 7919 % 1000, 'verification', i, 'name-' || i || '.com'"
    " FROM n ORDER BY i";
static const char fill_episodes[] =
    "INSERT INTO episode SELECT subject, 'pending', label FROM agenda ORDER BY subject";

enum step { NEXT, FORGET, REMEMBER, UPDATE, SEND, STEPS };
static const char *const steps[STEPS] = {
	[NEXT] = "SELECT id, due, subject, label FROM agenda ORDER BY due, id LIMIT 1",
	[FORGET] = "DELETE FROM agenda WHERE id = ?1",
	[REMEMBER] = "INSERT INTO history (at, kind, subject, label)"
		     " VALUES (?1, 'verification', ?2, ?3)",
	[UPDATE] = "UPDATE episode SET state = 'suspended' WHERE id = ?1",
	[SEND] = "INSERT INTO mail (at, recipient, variables) VALUES (?1, ?2, ?3)",
};

static void
expect(sqlite3 *db, int rc)
{
	if (rc != SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE)
		fprintf(stderr, "bench: %s\n", sqlite3_errmsg(db));
	must(rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE);
}

static void
run_number(sqlite3 *db, const char *sql, int64_t n)
{
	sqlite3_stmt *s = NULL;

	expect(db, sqlite3_prepare_v2(db, sql, -1, &s, NULL));
	if (sqlite3_bind_parameter_count(s) > 0)
		expect(db, sqlite3_bind_int64(s, 1, n));
	expect(db, sqlite3_step(s));
	sqlite3_finalize(s);
}

static void
finish(sqlite3 *db, sqlite3_stmt *s)
{
	expect(db, sqlite3_step(s));
	sqlite3_reset(s);
}

/* The variables of a mail, about as long as ours are. */
#define VARIABLES \
	"{\"domain\":\"some-name.com\",\"first_name\":\"Ada\",\"last_name\":\"Byron\"," \
	"\"email\":\"ada@some-name.com\",\"deadline\":\"2026-01-17\",\"verify_url\":" \
	"\"http://127.0.0.1:8480/w/demo/verify/0123456789abcdef0123456789abcdef\"," \
	"\"terms_url\":\"http://127.0.0.1:8480/w/demo/terms\",\"reseller\":\"demo\"}"

static void
fire(sqlite3 *db, sqlite3_stmt **s)
{
	char label[64];

	must(sqlite3_step(s[NEXT]) == SQLITE_ROW);
	int64_t id = sqlite3_column_int64(s[NEXT], 0), due = sqlite3_column_int64(s[NEXT], 1);
	int64_t subject = sqlite3_column_int64(s[NEXT], 2);
	snprintf(label, sizeof(label), "%s", (const char *)sqlite3_column_text(s[NEXT], 3));
	sqlite3_reset(s[NEXT]);
	sqlite3_bind_int64(s[FORGET], 1, id);
	finish(db, s[FORGET]);
	sqlite3_bind_int64(s[REMEMBER], 1, due);
	sqlite3_bind_int64(s[REMEMBER], 2, subject);
	sqlite3_bind_text(s[REMEMBER], 3, label, -1, SQLITE_STATIC);
	finish(db, s[REMEMBER]);
	sqlite3_bind_int64(s[UPDATE], 1, subject);
	finish(db, s[UPDATE]);
	sqlite3_bind_int64(s[SEND], 1, due);
	sqlite3_bind_text(s[SEND], 2, label, -1, SQLITE_STATIC);
	sqlite3_bind_text(s[SEND], 3, VARIABLES, -1, SQLITE_STATIC);
	finish(db, s[SEND]);
}

double
floor_events(int64_t n)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *s[STEPS] = { NULL };

	expect(db, sqlite3_open_v2(":memory:", &db,
		       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL));
	expect(db, sqlite3_exec(db, schema, NULL, NULL, NULL));
	run_number(db, fill, n);
	run_number(db, fill_episodes, 0);
	for (int i = 0; i < STEPS; i++)
		expect(db, sqlite3_prepare_v2(db, steps[i], -1, &s[i], NULL));
	int64_t start = machine_monotonic_us();
	run_number(db, "BEGIN IMMEDIATE", 0);
	for (int64_t i = 0; i < n; i++)
		fire(db, s);
	run_number(db, "COMMIT", 0);
	int64_t took = machine_monotonic_us() - start;
	for (int i = 0; i < STEPS; i++)
		sqlite3_finalize(s[i]);
	sqlite3_close(db);
	return (double)n * 1e6 / (double)took;
}

static sqlite3 *
opened(const void *image, size_t size)
{
	sqlite3 *db = NULL;
	unsigned char *copy = sqlite3_malloc64(size);

	must(copy != NULL);
	memcpy(copy, image, size);
	expect(db, sqlite3_open_v2(":memory:", &db,
		       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL));
	expect(db, sqlite3_deserialize(db, "main", copy, (sqlite3_int64)size, (sqlite3_int64)size,
		       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE));
	run_number(db, "SELECT count(*) FROM world", 0);
	return db;
}

struct floor_open
floor_open(const void *image, size_t size, int count)
{
	sqlite3 **all = calloc((size_t)count, sizeof(sqlite3 *));
	double before = memory_kb();

	must(all != NULL);
	int64_t start = machine_monotonic_us();
	for (int i = 0; i < count; i++)
		all[i] = opened(image, size);
	int64_t took = machine_monotonic_us() - start;
	struct floor_open f = { (double)took / 1e3 / count, (memory_kb() - before) / count };
	for (int i = 0; i < count; i++)
		sqlite3_close(all[i]);
	free(all);
	return f;
}

double
floor_copy_ms(const void *image, size_t size)
{
	sqlite3 *db = opened(image, size);
	sqlite3_int64 n = 0;
	int64_t start = machine_monotonic_us();
	unsigned char *bytes = sqlite3_serialize(db, "main", &n, 0);
	int64_t took = machine_monotonic_us() - start;

	must(bytes != NULL && n > 0);
	sqlite3_free(bytes);
	sqlite3_close(db);
	return (double)took / 1e3;
}

static double
status_kb(const char *key)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[200];
	double kb = 0;

	must(f != NULL);
	while (fgets(line, sizeof(line), f) != NULL)
		if (strncmp(line, key, strlen(key)) == 0)
			kb = strtod(line + strlen(key), NULL);
	fclose(f);
	return kb;
}

double
memory_kb(void)
{
	return status_kb("VmRSS:");
}

double
memory_peak_kb(void)
{
	return status_kb("VmHWM:");
}

void
memory_forget_peak(void)
{
	FILE *f = fopen("/proc/self/clear_refs", "w");

	if (f == NULL)
		return;
	fputs("5", f);
	fclose(f);
}
