#include "tests/support/dump.h"

#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

static sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fprintf(stderr, "dump: %s in %s\n", sqlite3_errmsg(db), sql);
	must(q != NULL);
	return q;
}

/* A row is a line, whatever is in it. */
static void
add_value(struct buf *out, const char *name, const char *value)
{
	buf_printf(out, " %s=", name);
	for (; *value != '\0'; value++)
		if (*value == '\n')
			buf_text(out, "\\n");
		else
			buf_char(out, *value);
}

static void
add_table(struct buf *out, sqlite3 *db, const char *table)
{
	char sql[200];

	snprintf(sql, sizeof(sql), "SELECT * FROM \"%s\" ORDER BY 1, 2", table);
	sqlite3_stmt *q = prepare(db, sql);
	while (sqlite3_step(q) == SQLITE_ROW) {
		buf_text(out, table);
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			const char *v = (const char *)sqlite3_column_text(q, i);
			add_value(out, sqlite3_column_name(q, i), v == NULL ? "-" : v);
		}
		buf_char(out, '\n');
	}
	sqlite3_finalize(q);
}

static char *
dump(sqlite3 *db)
{
	sqlite3_stmt *q = prepare(
	    db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
	struct buf out;

	buf_open(&out, 0);
	while (sqlite3_step(q) == SQLITE_ROW)
		add_table(&out, db, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(db);
	return out.data;
}

char *
dump_file(const char *path)
{
	sqlite3 *db = NULL;

	must(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK);
	return dump(db);
}

char *
dump_image(const struct store_image *image)
{
	struct store_image copy = store_image_copy(image);
	sqlite3_int64 n = (sqlite3_int64)copy.size;
	sqlite3 *db = NULL;

	must(sqlite3_open(":memory:", &db) == SQLITE_OK);
	must(sqlite3_deserialize(db, "main", copy.bytes, n, n, SQLITE_DESERIALIZE_FREEONCLOSE) ==
	     SQLITE_OK);
	return dump(db);
}

const char *
dump_difference(struct arena *a, const char *x, const char *y)
{
	while (*x != '\0' || *y != '\0') {
		size_t n = strcspn(x, "\n"), m = strcspn(y, "\n");
		if (n != m || memcmp(x, y, n) != 0)
			return arena_printf(a, "\n  %.*s\n  %.*s", (int)n, x, (int)m, y);
		x += n + (x[n] == '\n');
		y += m + (y[m] == '\n');
	}
	return NULL;
}
