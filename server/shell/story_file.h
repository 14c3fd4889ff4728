/* Story files, as run, lint and demo read them. */
#ifndef SHELL_STORY_FILE_H
#define SHELL_STORY_FILE_H

#include "scenarios/play/play.h"

struct arena;

struct story_file {
	const char *path;
	const char *bytes; /* NULL: it cannot be read, and that has been said */
	size_t size;
};

/* Everything that WORDS name: a file, or a folder's *.story in order of their
 * names.  In the arena.  False, and said on stderr, where something is not there. */
bool story_files(struct arena *a, char **words, int count, struct story_file **files, size_t *n);

/* What an include finds: on disk, or among the files in the binary. */
extern const struct library story_library, story_embedded;

/* The story, or NULL with its complaints. */
const struct story *
story_file_read(const struct story_file *f, const struct vocabulary *v, struct complaints *c);

#endif
