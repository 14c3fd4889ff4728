#include "base/embedded.h"

static int
compare(const void *key, const void *row)
{
	return strcmp(key, ((const struct embedded *)row)->path);
}

const struct embedded *
embedded_find(const char *path)
{
	return bsearch(path, embedded_files, embedded_count, sizeof(*embedded_files), compare);
}
