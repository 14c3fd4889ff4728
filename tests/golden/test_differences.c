/* The table of differences is sorted, and README.md shows it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"

static const struct {
	const char *recording, *path, *what, *reason;
} differences[] = {
#define DIFFERENCE(recording, path, what, reason) { recording, path, what, reason },
#include "tests/golden/differences.def"
#undef DIFFERENCE
};
#define DIFFERENCES (sizeof(differences) / sizeof(*differences))

static const char *
line_of(struct arena *a, size_t i)
{
	return arena_printf(a, "%s %s", differences[i].recording, differences[i].path);
}

static void
rows_are_in_order(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 1; i < DIFFERENCES; i++)
		assert_true(strcmp(line_of(a, i - 1), line_of(a, i)) < 0);
	arena_free(a);
}

/* Behind the last head of a table. */
static void
readme_shows_them(void **state)
{
	FILE *f = fopen("tests/golden/README.md", "r");
	struct buf wanted, shown;
	char line[1000];

	(void)state;
	assert_non_null(f);
	buf_open(&wanted, 0);
	buf_open(&shown, 0);
	for (size_t i = 0; i < DIFFERENCES; i++)
		buf_printf(&wanted, "| %s | %s | %s | %s |\n", differences[i].recording,
		    differences[i].path, differences[i].what, differences[i].reason);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (strncmp(line, "|--", 3) == 0)
			buf_clear(&shown);
		else if (line[0] == '|')
			buf_text(&shown, line);
	}
	fclose(f);
	assert_string_equal(shown.data, wanted.data);
	buf_close(&wanted);
	buf_close(&shown);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_in_order),
		cmocka_unit_test(readme_shows_them),
	};

	return cmocka_run_group_tests_name("differences from recordings", tests, NULL, NULL);
}
