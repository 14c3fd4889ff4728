/*
 * The shelf: where worlds and snapshots lie when nobody plays with them.  In
 * memory, or below the data directory:
 *
 *   lock   worlds/NAME.db   snapshots/WORLD/NAME.db
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/must.h"
#include "engine/internal.h"

struct kept {
	struct kept *next;
	char *world, *name;
	struct store_image image;
};

struct shelf {
	char *data; /* NULL: in memory */
	int lock_fd;
	struct store_image template;
	pthread_mutex_t lock;
	struct kept *kept;
};

bool
shelf_name_is_fit(const char *name)
{
	size_t n = strlen(name);

	return n > 0 && n <= 64 && name[0] != '.' && name[0] != '-' &&
	       name[strspn(name,
		   "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] == '\0';
}

static bool
make_folder(struct arena *a, const char *data, const char *below)
{
	const char *path = arena_printf(a, "%s%s", data, below);

	if (mkdir(path, 0777) == 0 || errno == EEXIST)
		return true;
	fprintf(stderr, "orrery: cannot create %s: %s\n", path, strerror(errno));
	return false;
}

/* One process per data directory: two would write over each other's worlds. */
static bool
lock_folder(struct shelf *s, struct arena *a)
{
	const char *path = arena_printf(a, "%s/lock", s->data);
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	s->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (s->lock_fd >= 0 && fcntl(s->lock_fd, F_SETLK, &whole) == 0)
		return true;
	if (s->lock_fd >= 0 && (errno == EACCES || errno == EAGAIN))
		fprintf(stderr, "orrery: another orrery uses %s; stop it or give another --data\n",
		    s->data);
	else
		fprintf(stderr, "orrery: cannot lock %s: %s\n", path, strerror(errno));
	return false;
}

struct shelf *
shelf_new(const struct engine_config *config)
{
	struct shelf *s = calloc(1, sizeof(*s));
	struct arena *a = arena_new();

	must(s != NULL);
	s->lock_fd = -1;
	pthread_mutex_init(&s->lock, NULL);
	bool good = true;
	if (config->data != NULL) {
		s->data = strdup(config->data);
		must(s->data != NULL);
		good = make_folder(a, s->data, "") && make_folder(a, s->data, "/worlds") &&
		       make_folder(a, s->data, "/snapshots") && lock_folder(s, a);
	}
	arena_free(a);
	if (good)
		return s;
	shelf_free(s);
	return NULL;
}

static void
free_kept(struct kept *k)
{
	free(k->world);
	free(k->name);
	store_image_free(&k->image);
	free(k);
}

void
shelf_free(struct shelf *s)
{
	for (struct kept *k = s->kept, *next; k != NULL; k = next) {
		next = k->next;
		free_kept(k);
	}
	if (s->lock_fd >= 0)
		close(s->lock_fd);
	store_image_free(&s->template);
	pthread_mutex_destroy(&s->lock);
	free(s->data);
	free(s);
}

/* Migrated, with what all worlds share.  Without bytes where the machine does
 * not let us. */
static struct store_image
make_template(const struct rulebook *rules)
{
	struct store *s = store_open_memory(NULL, 0);
	struct store_image image = { 0 };

	if (s == NULL)
		return image;
	store_begin(s);
	world_furnish(s, rules);
	if (store_commit(s))
		image = store_image(s);
	store_close(s);
	return image;
}

const struct store_image *
shelf_template(struct shelf *s, const struct rulebook *rules)
{
	pthread_mutex_lock(&s->lock);
	if (s->template.bytes == NULL)
		s->template = make_template(rules);
	pthread_mutex_unlock(&s->lock);
	return s->template.bytes == NULL ? NULL : &s->template;
}

/* With IMAGE, a new world that begins as it; without, the one that lies there. */
struct store *
shelf_open_world(struct shelf *s, const char *world, const struct store_image *image)
{
	if (s->data == NULL)
		return store_open_memory(image->bytes, image->size);
	struct arena *a = arena_new();
	struct store *store = store_open_file(arena_printf(a, "%s/worlds/%s.db", s->data, world));
	arena_free(a);
	if (store != NULL && image != NULL && !store_restore(store, image)) {
		store_close(store);
		shelf_forget_world(s, world);
		return NULL;
	}
	return store;
}

static void
remove_snapshots(struct shelf *s, struct arena *a, const char *world)
{
	const char *folder = arena_printf(a, "%s/snapshots/%s", s->data, world);
	DIR *d = opendir(folder);

	for (struct dirent *f; d != NULL && (f = readdir(d)) != NULL;)
		if (f->d_name[0] != '.')
			unlink(arena_printf(a, "%s/%s", folder, f->d_name));
	if (d != NULL)
		closedir(d);
	rmdir(folder);
}

void
shelf_forget_world(struct shelf *s, const char *world)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	struct arena *a = arena_new();

	for (size_t i = 0; s->data != NULL && i < sizeof(ends) / sizeof(*ends); i++)
		unlink(arena_printf(a, "%s/worlds/%s.db%s", s->data, world, ends[i]));
	if (s->data != NULL)
		remove_snapshots(s, a, world);
	arena_free(a);
	pthread_mutex_lock(&s->lock);
	for (struct kept **at = &s->kept; *at != NULL;) {
		struct kept *k = *at;
		if (strcmp(k->world, world) != 0) {
			at = &k->next;
			continue;
		}
		*at = k->next;
		free_kept(k);
	}
	pthread_mutex_unlock(&s->lock);
}

/* Takes the image. */
static void
keep_in_memory(struct shelf *s, const char *world, const char *name, struct store_image image)
{
	struct kept *k = calloc(1, sizeof(*k)), **at = &s->kept;

	must(k != NULL);
	*k = (struct kept){ .world = strdup(world), .name = strdup(name), .image = image };
	must(k->world != NULL && k->name != NULL);
	pthread_mutex_lock(&s->lock);
	while (*at != NULL && (strcmp((*at)->world, world) != 0 || strcmp((*at)->name, name) != 0))
		at = &(*at)->next;
	if (*at != NULL) {
		struct kept *old = *at;
		k->next = old->next;
		free_kept(old);
	}
	*at = k;
	pthread_mutex_unlock(&s->lock);
}

bool
shelf_keep(struct shelf *s, const char *world, const char *name, struct store_image image)
{
	if (s->data == NULL) {
		keep_in_memory(s, world, name, image);
		return true;
	}
	struct arena *a = arena_new();
	bool kept = make_folder(a, s->data, arena_printf(a, "/snapshots/%s", world)) &&
		    store_image_write(
			&image, arena_printf(a, "%s/snapshots/%s/%s.db", s->data, world, name));
	arena_free(a);
	store_image_free(&image);
	return kept;
}

struct store_image
shelf_fetch(struct shelf *s, const char *world, const char *name)
{
	struct store_image image = { 0 };

	if (s->data != NULL) {
		struct arena *a = arena_new();
		image = store_image_read(
		    arena_printf(a, "%s/snapshots/%s/%s.db", s->data, world, name));
		arena_free(a);
		return image;
	}
	pthread_mutex_lock(&s->lock);
	for (struct kept *k = s->kept; k != NULL && image.bytes == NULL; k = k->next)
		if (strcmp(k->world, world) == 0 && strcmp(k->name, name) == 0)
			image = store_image_copy(&k->image);
	pthread_mutex_unlock(&s->lock);
	return image;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t
shelf_worlds(struct shelf *s, struct arena *a, const char ***names)
{
	size_t n = 0, room = 64;
	DIR *d = s->data == NULL ? NULL : opendir(arena_printf(a, "%s/worlds", s->data));

	*names = NEW_ARRAY(a, const char *, room);
	for (struct dirent *f; d != NULL && (f = readdir(d)) != NULL;) {
		size_t length = strlen(f->d_name);
		if (length < 4 || strcmp(f->d_name + length - 3, ".db") != 0)
			continue;
		if (n == room) {
			const char **more = NEW_ARRAY(a, const char *, room * 2);
			memcpy(more, *names, n * sizeof(*more));
			*names = more;
			room *= 2;
		}
		(*names)[n++] = arena_strndup(a, f->d_name, length - 3);
	}
	if (d != NULL)
		closedir(d);
	qsort(*names, n, sizeof(**names), by_name);
	return n;
}
