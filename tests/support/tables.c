#include "tests/support/tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"

#define MAX_STATES 32

static bool
among(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

void
assert_every_state_is_reached(const struct flow *f)
{
	const char *reached[MAX_STATES] = { "new" };
	size_t count = 1;

	for (size_t n = 0; n < count; n++)
		for (size_t i = 0; i < f->count; i++)
			if (strcmp(f->rows[i].from, reached[n]) == 0 &&
			    !among(f->rows[i].to, reached, count))
				reached[count++] = f->rows[i].to;
	for (size_t i = 0; i < f->count; i++)
		if (!among(f->rows[i].from, reached, count))
			fail_msg("nothing leads to %s", f->rows[i].from);
}

static bool
has_a_way_out(const struct flow *f, const char *state)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->rows[i].from, state) == 0)
			return true;
	return false;
}

void
assert_only_ends_have_no_way_out(const struct flow *f, const char *const *ends)
{
	size_t count = 0;

	while (ends[count] != NULL)
		count++;
	for (size_t i = 0; i < f->count; i++) {
		const struct transition *t = &f->rows[i];
		bool end = among(t->to, ends, count);
		if (has_a_way_out(f, t->to) == end)
			fail_msg("%s", t->to);
		if (end)
			assert_string_equal(t->then, "nothing");
	}
}

/* The last row after I that begins like it; I: there is none. */
static size_t
last_like(const struct flow *f, size_t i)
{
	size_t last = i;

	for (size_t k = i + 1; k < f->count; k++)
		if (strcmp(f->rows[k].from, f->rows[i].from) == 0 &&
		    strcmp(f->rows[k].event, f->rows[i].event) == 0)
			last = k;
	return last;
}

void
assert_no_row_is_hidden(const struct flow *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->rows[i].guard_name, "always") == 0 && last_like(f, i) != i)
			fail_msg("%s, %s: row %zu is never taken", f->rows[i].from,
			    f->rows[i].event, last_like(f, i));
}

void
assert_guarded_rows_come_first(const struct flow *f)
{
	assert_no_row_is_hidden(f);
	for (size_t i = 0; i < f->count; i++)
		assert_string_equal(f->rows[last_like(f, i)].guard_name, "always");
}

void
assert_every_wait_is_listened_for(const struct flow *f)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct transition *t = &f->rows[i];
		if (t->delay == NULL)
			assert_true(
			    strcmp(t->then, "same") == 0 || strcmp(t->then, "nothing") == 0);
		else if (!flow_listens(f, t->to, t->then))
			fail_msg("%s does not listen to %s", t->to, t->then);
		if (strcmp(t->then, "same") == 0)
			assert_string_equal(t->from, t->to);
	}
}

void
assert_picture_is_fresh(const struct flow *f, const char *folder, const struct rulebook *r)
{
	char path[200], text[20000] = { 0 };
	struct buf drawn;

	snprintf(path, sizeof(path), "server/world/flow/%s/states.dot", folder);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof(text) - 1, file) > 0);
	fclose(file);
	buf_open(&drawn, 0);
	flow_picture(&drawn, f, r);
	assert_string_equal(text, drawn.data); /* or else: ci/picture */
	buf_close(&drawn);
}
