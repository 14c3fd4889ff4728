/* Texts are noted once, whoever notes them, and written once. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/must.h"
#include "base/tally.h"
#include "tests/support/folder.h"

#define TEXTS 3000 /* more than there are lists: some share one */
#define THREADS 4

struct place {
	char *folder, *file;
	struct tally *tally;
};

static int
begin(void **state)
{
	struct place *p = calloc(1, sizeof(*p));

	p->folder = folder_new();
	p->file = folder_path(p->folder, "record");
	p->tally = tally_new();
	*state = p;
	return 0;
}

static int
end(void **state)
{
	struct place *p = *state;

	tally_free(p->tally);
	free(p->file);
	folder_remove(p->folder);
	free(p);
	return 0;
}

/* How often each of the texts "0", "1", ... stands in the file. */
static void
expect_each_once(const char *file, size_t count)
{
	int times[TEXTS] = { 0 };
	char line[100];
	size_t lines = 0;
	FILE *f = fopen(file, "r");

	assert_non_null(f);
	for (; fgets(line, sizeof(line), f) != NULL; lines++)
		times[strtol(line, NULL, 10)]++;
	fclose(f);
	assert_int_equal(lines, count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(times[i], 1);
}

static void
note_numbers(struct tally *t, int count)
{
	char text[20];

	for (int i = 0; i < count; i++) {
		snprintf(text, sizeof(text), "%d", i);
		tally_note(t, text);
	}
}

static void
what_is_noted_twice_is_written_once(void **state)
{
	struct place *p = *state;

	note_numbers(p->tally, 10);
	note_numbers(p->tally, 10);
	tally_write(p->tally, p->file);
	expect_each_once(p->file, 10);
}

static void
what_was_written_is_not_written_again(void **state)
{
	struct place *p = *state;

	note_numbers(p->tally, 10);
	tally_write(p->tally, p->file);
	note_numbers(p->tally, 20);
	tally_write(p->tally, p->file);
	expect_each_once(p->file, 20);
}

static void *
note_all(void *tally)
{
	note_numbers(tally, TEXTS);
	return NULL;
}

static void
many_threads_note_the_same(void **state)
{
	struct place *p = *state;
	pthread_t threads[THREADS];

	for (size_t i = 0; i < THREADS; i++)
		must(pthread_create(&threads[i], NULL, note_all, p->tally) == 0);
	for (size_t i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	tally_write(p->tally, p->file);
	expect_each_once(p->file, TEXTS);
}

static void
a_file_that_cannot_be_written_is_no_trouble(void **state)
{
	struct place *p = *state;

	note_numbers(p->tally, 1);
	tally_write(p->tally, p->folder);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(what_is_noted_twice_is_written_once),
		TEST(what_was_written_is_not_written_again),
		TEST(many_threads_note_the_same),
		TEST(a_file_that_cannot_be_written_is_no_trouble),
	};

	return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
