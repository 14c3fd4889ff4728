#include "shell/story_file.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embedded.h"
#include "base/log.h"

#define MOST 4096 /* files of a run */
#define SUFFIX ".story"

struct list {
	struct arena *arena;
	struct story_file *files;
	size_t count;
};

static const char *
slurp(void *closure, struct arena *a, const char *path, size_t *size, const char **why)
{
	FILE *f = fopen(path, "rb");
	struct buf bytes;
	char chunk[8192];
	size_t n;

	(void)closure;
	if (f == NULL) {
		*why = strerror(errno);
		return NULL;
	}
	buf_open(&bytes, 0);
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		buf_add(&bytes, chunk, n);
	bool whole = !ferror(f);
	*why = strerror(errno);
	fclose(f);
	*size = bytes.size;
	const char *copy = whole ? arena_strndup(a, bytes.data, bytes.size) : NULL;
	buf_close(&bytes);
	return copy;
}

static const char *
find_embedded(void *closure, struct arena *a, const char *path, size_t *size, const char **why)
{
	const struct embedded *found = embedded_find(path);

	(void)closure, (void)a;
	*why = "no such file in this program";
	if (found == NULL)
		return NULL;
	*size = found->size;
	return found->data;
}

const struct library story_library = { slurp, NULL };
const struct library story_embedded = { find_embedded, NULL };

static bool
read_file(struct list *l, const char *path)
{
	struct story_file f = { .path = arena_strdup(l->arena, path) };
	const char *why = "too many files";

	if (l->count < MOST)
		f.bytes = slurp(NULL, l->arena, path, &f.size, &why);
	if (f.bytes == NULL) {
		log_error("%s: %s", path, why);
		return false;
	}
	l->files[l->count++] = f;
	return true;
}

static int
is_story(const struct dirent *d)
{
	size_t n = strlen(d->d_name), suffix = strlen(SUFFIX);

	return n > suffix && strcmp(d->d_name + n - suffix, SUFFIX) == 0;
}

/* By bytes: alphasort() would ask the locale. */
static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool
read_folder(struct list *l, const char *path)
{
	struct dirent **names;
	int n = scandir(path, &names, is_story, by_name);
	bool done = n > 0;

	if (n <= 0)
		log_error("%s: no *%s in it", path, SUFFIX);
	for (int i = 0; i < n; i++) {
		if (done)
			done = read_file(
			    l, arena_printf(l->arena, "%s/%s", path, names[i]->d_name));
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return done;
}

bool
story_files(struct arena *a, char **words, int count, struct story_file **files, size_t *n)
{
	struct list l = { a, NEW_ARRAY(a, struct story_file, MOST), 0 };
	struct stat is;

	for (int i = 0; i < count; i++) {
		bool folder = stat(words[i], &is) == 0 && S_ISDIR(is.st_mode);
		if (!(folder ? read_folder(&l, words[i]) : read_file(&l, words[i])))
			return false;
	}
	*files = l.files;
	*n = l.count;
	return true;
}

const struct story *
story_file_read(const struct story_file *f, const struct vocabulary *v, struct complaints *c)
{
	c->file = f->path;
	return story_read(c, v, f->bytes, f->size);
}
