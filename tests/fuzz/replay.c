/* Runs a fuzz target over the files of its corpus: the same inputs for all who
 * build, without a fuzzer.  Linked with fuzz_NAME.c it is test_replay_NAME. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>

#include "base/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A copy of the exact size, so that a sanitizer sees a read beyond it. */
static void
replay(const char *path)
{
	FILE *f = fopen(path, "rb");
	uint8_t *bytes;
	long size;

	assert_non_null(f);
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	size = ftell(f);
	assert_true(size >= 0);
	rewind(f);
	bytes = malloc(size > 0 ? (size_t)size : 1);
	assert_int_equal(fread(bytes, 1, (size_t)size, f), size);
	fclose(f);
	print_message("%s\n", path); /* whatever happens next is about this one */
	assert_int_equal(LLVMFuzzerTestOneInput(bytes, (size_t)size), 0);
	free(bytes);
}

static void
every_input_of_the_corpus_is_harmless(void **state)
{
	struct arena *a = arena_new();
	DIR *folder = opendir(*state);
	size_t count = 0;

	if (folder == NULL)
		fail_msg("no folder %s: run from the top of the sources", (const char *)*state);
	for (struct dirent *d; (d = readdir(folder)) != NULL;) {
		if (d->d_name[0] == '.')
			continue;
		replay(arena_printf(a, "%s/%s", (const char *)*state, d->d_name));
		count++;
	}
	closedir(folder);
	assert_true(count > 0);
	arena_free(a);
}

int
main(int argc, char **argv)
{
	static const char prefix[] = "test_replay_";
	const char *name = strstr(argv[0], prefix);
	char path[200];

	(void)argc;
	if (name == NULL) {
		fprintf(stderr, "%s: not named %sTARGET\n", argv[0], prefix);
		return 2;
	}
	snprintf(path, sizeof(path), "tests/fuzz/corpus/%s", name + strlen(prefix));
	const struct CMUnitTest tests[] = {
		{ path, every_input_of_the_corpus_is_harmless, NULL, NULL, path },
	};
	return cmocka_run_group_tests_name("corpus", tests, NULL, NULL);
}
