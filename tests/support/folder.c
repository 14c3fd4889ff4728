#include "tests/support/folder.h"

#include <dirent.h>
#include <sys/stat.h>

#include "base/must.h"

char *
folder_path(const char *folder, const char *below)
{
	size_t n = strlen(folder) + strlen(below) + 2;
	char *path = malloc(n);

	must(path != NULL);
	snprintf(path, n, "%s/%s", folder, below);
	return path;
}

char *
folder_new(void)
{
	/* In memory where the machine has such a place: a sync there is free. */
	const char *tmp = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : getenv("TMPDIR");
	char *path = folder_path(tmp == NULL ? "/tmp" : tmp, "orrery-test-XXXXXX");

	must(mkdtemp(path) != NULL);
	return path;
}

static void
remove_below(const char *path)
{
	DIR *d = opendir(path);

	for (struct dirent *f; d != NULL && (f = readdir(d)) != NULL;) {
		if (strcmp(f->d_name, ".") == 0 || strcmp(f->d_name, "..") == 0)
			continue;
		char *below = folder_path(path, f->d_name);
		if (unlink(below) != 0)
			remove_below(below);
		free(below);
	}
	if (d != NULL)
		closedir(d);
	rmdir(path);
}

void
folder_remove(char *path)
{
	remove_below(path);
	free(path);
}
