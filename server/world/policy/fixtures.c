/* Fixtures: which files there are, embedded ones and those of --fixtures. */
#include <dirent.h>
#include <errno.h>

#include "base/embedded.h"
#include "world/policy/loader.h"

#define LARGEST (1024 * 1024) /* bytes of one file */

struct file { /* found, not yet read */
	const char *name; /* "com.tld" */
	const struct embedded *embedded; /* NULL: one of the directory */
};
struct found {
	struct file *rows;
	size_t count, room;
};

static bool
ends_in(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);

	return n > m && strcmp(name + n - m, ending) == 0;
}

/* A file of the directory stands in for the embedded one of the same name. */
static void
add(struct loader *l, struct found *f, struct file file)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->rows[i].name, file.name) == 0) {
			f->rows[i] = file;
			return;
		}
	if (f->count == f->room) {
		size_t room = f->room * 2 + 64;
		struct file *rows = NEW_ARRAY(l->a, struct file, room);
		if (f->count > 0)
			memcpy(rows, f->rows, f->count * sizeof(*rows));
		f->rows = rows;
		f->room = room;
	}
	f->rows[f->count++] = file;
}

static void
add_embedded(struct loader *l, struct found *f, const char *folder)
{
	const char *prefix = arena_printf(l->a, "fixtures/%s/", folder);

	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *e = &embedded_files[i];
		if (strncmp(e->path, prefix, strlen(prefix)) == 0)
			add(l, f, (struct file){ e->path + strlen(prefix), e });
	}
}

static void
add_directory(struct loader *l, struct found *f, const char *folder, const char *ending)
{
	const char *path = arena_printf(l->a, "%s/%s", l->dir, folder);
	DIR *d = opendir(path);

	if (d == NULL) {
		if (errno != ENOENT) /* it may have nothing to say about this folder */
			loader_complain(l, path, 0, "%s", strerror(errno));
		return;
	}
	for (struct dirent *e; (e = readdir(d)) != NULL;) {
		if (e->d_name[0] == '.' || strcmp(e->d_name, "README.md") == 0)
			continue;
		if (ends_in(e->d_name, ending))
			add(l, f, (struct file){ arena_strdup(l->a, e->d_name), NULL });
		else
			loader_complain(l, arena_printf(l->a, "%s/%s", path, e->d_name), 0,
			    "not one of ours; files here end in %s", ending);
	}
	closedir(d);
}

static void
read_file(struct loader *l, struct fixture *to)
{
	FILE *f = fopen(to->path, "rb");
	char piece[4096];
	struct buf b;

	to->text = "";
	if (f == NULL) {
		loader_complain(l, to->path, 0, "%s", strerror(errno));
		return;
	}
	buf_open(&b, LARGEST);
	for (size_t n; (n = fread(piece, 1, sizeof(piece), f)) > 0;)
		buf_add(&b, piece, n);
	if (ferror(f))
		loader_complain(l, to->path, 0, "cannot be read");
	else if (b.over)
		loader_complain(l, to->path, 0, "larger than %d bytes", LARGEST);
	to->size = b.size;
	to->text = arena_strndup(l->a, b.data, b.size);
	buf_close(&b);
	fclose(f);
}

static struct fixture
fixture_of(struct loader *l, const struct file *file, const char *folder, const char *ending)
{
	struct fixture out = { .name = arena_strndup(
				   l->a, file->name, strlen(file->name) - strlen(ending)) };

	if (file->embedded != NULL) {
		out.path = file->embedded->path;
		out.text = file->embedded->data;
		out.size = file->embedded->size;
	} else {
		out.path = arena_printf(l->a, "%s/%s/%s", l->dir, folder, file->name);
		read_file(l, &out);
	}
	return out;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

struct fixtures
fixtures_in(struct loader *l, const char *folder, const char *ending)
{
	struct found f = { 0 };

	add_embedded(l, &f, folder);
	if (l->dir != NULL)
		add_directory(l, &f, folder, ending);
	if (f.count > 0)
		qsort(f.rows, f.count, sizeof(*f.rows), by_name);
	struct fixtures out = { NEW_ARRAY(l->a, struct fixture, f.count), f.count };
	for (size_t i = 0; i < f.count; i++)
		out.rows[i] = fixture_of(l, &f.rows[i], folder, ending);
	return out;
}
