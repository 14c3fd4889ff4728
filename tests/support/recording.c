#include "tests/support/recording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embedded.h"
#include "base/must.h"
#include "xcp/parse.h"
#include "xcp/write.h"

#define WIRE "fixtures/wire/"
#define ENDING ".reply.xml"
#define MOST 64

/* ---- the table of differences ---- */

struct difference {
	const char *recording, *path, *what, *reason;
};

static const struct difference differences[] = {
#define DIFFERENCE(recording, path, what, reason) { recording, path, what, reason },
#include "tests/golden/differences.def"
#undef DIFFERENCE
	{ NULL, NULL, NULL, NULL },
};

/* One comparison; what it met of the table. */
struct comparison {
	struct arena *a;
	const char *recording;
	bool met[COUNT_OF(differences)];
	int unknown; /* differences */
};

/* Whoever looks wants to see all that the table does not know. */
static void
differs(struct comparison *c, const char *path, const char *what)
{
	for (size_t i = 0; differences[i].recording != NULL; i++) {
		const struct difference *d = &differences[i];
		if (strcmp(d->recording, c->recording) == 0 && strcmp(d->path, path) == 0 &&
		    strcmp(d->what, what) == 0) {
			c->met[i] = true;
			return;
		}
	}
	print_error("%s: %s: %s\n", c->recording, path, what);
	c->unknown++;
}

/* A row that is not true any more is taken out. */
static void
expect_all_met(const struct comparison *c)
{
	for (size_t i = 0; differences[i].recording != NULL; i++)
		if (strcmp(differences[i].recording, c->recording) == 0 && !c->met[i])
			fail_msg("%s: %s: is not %s", c->recording, differences[i].path,
			    differences[i].what);
}

/* ---- values ---- */

/* Digits are 9, letters A; so a date is "9999-99-99 99:99:99". */
static const char *
shape_of(struct arena *a, const char *text)
{
	char *shape = arena_strdup(a, text);

	for (char *s = shape; *s != '\0'; s++) {
		if (*s >= '0' && *s <= '9')
			*s = '9';
		else if ((*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z'))
			*s = 'A';
	}
	return shape;
}

/* "": no value; a number with or without a point; a date; a cookie; else some text. */
static const char *
kind_of(struct arena *a, const char *text)
{
	static const char *const exact[] = { "9999-99-99 99:99:99", "99-AAA-9999 99:99:99" };
	const char *shape = shape_of(a, text);

	for (size_t i = 0; i < COUNT_OF(exact); i++)
		if (strcmp(shape, exact[i]) == 0)
			return exact[i];
	if (strlen(shape) == 29 && strcmp(shape + 16, ":999999:99999") == 0)
		return "a cookie";
	if (strncmp(shape, "9999-99-99 99:99:99 ", 20) == 0)
		return "a transaction";
	if (*shape == '\0' || shape[strspn(shape, "9")] == '\0')
		return *shape == '\0' ? "" : "9";
	return shape[strspn(shape, "9.")] == '\0' ? "9.9" : "text";
}

static void
compare(struct comparison *c, const char *path, const struct value *want, const struct value *got);

static const char *
below(struct arena *a, const char *path, const char *key)
{
	return *path == '\0' ? key : arena_printf(a, "%s.%s", path, key);
}

static void
compare_members(
    struct comparison *c, const char *path, const struct value *want, const struct value *got)
{
	for (const struct value *v = want->first; v != NULL; v = v->next) {
		const struct value *other = value_get(got, v->key);
		if (other == NULL)
			differs(c, below(c->a, path, v->key), "absent");
		else
			compare(c, below(c->a, path, v->key), v, other);
	}
	for (const struct value *v = got->first; v != NULL; v = v->next)
		if (value_get(want, v->key) == NULL)
			differs(c, below(c->a, path, v->key), "added");
}

static void
compare(struct comparison *c, const char *path, const struct value *want, const struct value *got)
{
	if (want->kind != got->kind)
		differs(c, path, "kind");
	else if (want->kind != VALUE_TEXT)
		compare_members(c, path, want, got);
	else if (strcmp(kind_of(c->a, want->text), kind_of(c->a, got->text)) != 0)
		differs(c, path, "kind");
}

/* ---- layout ---- */

static const char *
bytes_of(struct arena *a, const struct value *top)
{
	struct buf out;

	buf_open(&out, 0);
	xcp_write(&out, top);
	const char *bytes = arena_strndup(a, out.data, out.size);
	buf_close(&out);
	return bytes;
}

/* Without what stands between the tags of an item that holds a text. */
static const char *
without_values(struct arena *a, const char *bytes)
{
	static const char end[] = "</item>";
	char *out = arena_strdup(a, bytes), *to = out;

	for (const char *at = bytes; *at != '\0';) {
		const char *tag = strchr(at, '<');
		if (at > bytes && at[-1] == '>' && tag != NULL &&
		    strncmp(tag, end, strlen(end)) == 0 && strncmp(at - 2, "\">", 2) == 0)
			at = tag;
		*to++ = *at++;
	}
	*to = '\0';
	return out;
}

static int
by_line(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *
sorted_lines(struct arena *a, const char *text)
{
	const char *lines[1000], *all = "";
	size_t n = 0;
	char *copy = arena_strdup(a, text);

	for (char *line = copy; line != NULL;) {
		char *end = strchr(line, '\n');
		if (end != NULL)
			*end++ = '\0';
		must(n < COUNT_OF(lines));
		lines[n++] = line;
		line = end;
	}
	qsort(lines, n, sizeof(*lines), by_line);
	for (size_t i = 0; i < n; i++)
		all = arena_printf(a, "%s%s\n", all, lines[i]);
	return all;
}

/* What both have; who has more than the other was told already. */
static struct value *
common(struct arena *a, const struct value *of, const struct value *with)
{
	struct value *copy = value_new(a, of->kind);

	copy->text = of->text;
	if (of->kind != with->kind)
		return copy;
	for (const struct value *v = of->first; v != NULL; v = v->next) {
		const struct value *other = value_get(with, v->key);
		if (other != NULL)
			value_adopt(
			    a, copy, of->kind == VALUE_ARRAY ? NULL : v->key, common(a, v, other));
	}
	return copy;
}

/* Without differences of keys this compares the recorded bytes: test_writer shows that
 * they are what we write for the recorded values. */
static void
compare_layout(struct comparison *c, const struct value *want, const struct value *got)
{
	const char *theirs = without_values(c->a, bytes_of(c->a, common(c->a, want, got)));
	const char *ours = without_values(c->a, bytes_of(c->a, common(c->a, got, want)));

	if (strcmp(theirs, ours) == 0)
		return;
	theirs = sorted_lines(c->a, theirs);
	ours = sorted_lines(c->a, ours);
	differs(c, "", strcmp(theirs, ours) == 0 ? "order" : "layout");
}

/* ---- the tests ---- */

/* "a.com" of ours is "example.com" of theirs. */
static const char *
in_their_words(struct replay *r, const char *text)
{
	const char *at = r->ours == NULL ? NULL : strstr(text, r->ours);

	if (at == NULL)
		return text;
	return arena_printf(r->lab->a, "%.*s%s%s", (int)(at - text), text, r->theirs,
	    in_their_words(r, at + strlen(r->ours)));
}

/* Of the code, the words and the like the value counts, not only its kind. */
static void
compare_words(struct replay *r, const struct value *want, const struct value *got)
{
	static const char *const keys[] = { "response_code", "response_text", "is_success",
		"action", "object", "protocol" };

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		const char *theirs = value_text(want, keys[i]), *ours = value_text(got, keys[i]);
		if (theirs == NULL || ours == NULL)
			fail_msg("%s is missing", keys[i]);
		assert_string_equal(in_their_words(r, ours), theirs);
	}
}

/* Where we cannot come, or not yet. */
static void
expect_no_situation(const char *recording)
{
	struct comparison c = { .recording = recording };

	differs(&c, "", "situation");
	expect_all_met(&c);
	if (c.unknown > 0)
		skip();
}

static void
answers_as_recorded(void **state)
{
	const struct recording *row = *state;

	if (row->answer == NULL) {
		expect_no_situation(row->name);
		return;
	}
	struct xcp_parser *parser = xcp_parser_new();
	struct replay r = { .lab = lab_open("2026-05-04T15:20:00Z") };
	struct comparison c = { .a = r.lab->a, .recording = row->name };
	const struct embedded *file = embedded_find(
	    arena_printf(r.lab->a, WIRE "%s" ENDING, row->name));

	assert_non_null(file);
	const struct value *want = xcp_parse_verbatim(parser, r.lab->a, file->data, file->size).top;
	assert_non_null(want);
	r.shop = lab_reseller(r.lab, "shop");
	const struct value *got = row->answer(&r);
	compare_words(&r, want, got);
	compare(&c, "", want, got);
	compare_layout(&c, want, got);
	expect_all_met(&c);
	assert_int_equal(c.unknown, 0);
	xcp_parser_free(parser);
	lab_close(r.lab);
}

struct folder {
	const char *name;
	const struct recording *rows;
	size_t count;
};

static bool
has_row(const struct folder *f, const char *path)
{
	for (size_t i = 0; i < f->count; i++) {
		const char *name = f->rows[i].name;
		if (strncmp(path, name, strlen(name)) == 0 &&
		    strcmp(path + strlen(name), ENDING) == 0)
			return true;
	}
	return false;
}

static void
every_recording_has_a_row(void **state)
{
	const struct folder *f = *state;
	size_t recordings = 0;

	for (size_t i = 0; i < embedded_count; i++) {
		const char *path = embedded_files[i].path;
		if (strncmp(path, WIRE, strlen(WIRE)) != 0 ||
		    strncmp(path + strlen(WIRE), f->name, strlen(f->name)) != 0)
			continue;
		if (!has_row(f, path + strlen(WIRE)))
			fail_msg("%s has no row", path);
		recordings++;
	}
	assert_int_equal(recordings, f->count);
}

int
recordings_main(const char *folder, const struct recording *rows, size_t count)
{
	static struct CMUnitTest tests[MOST];
	struct folder all = { folder, rows, count };

	must(count < MOST);
	for (size_t i = 0; i < count; i++)
		tests[i] = (struct CMUnitTest){ rows[i].name, answers_as_recorded, NULL, NULL,
			(void *)&rows[i] };
	tests[count] = (struct CMUnitTest){ "every recording has a row", every_recording_has_a_row,
		NULL, NULL, &all };
	return _cmocka_run_group_tests(folder, tests, count + 1, NULL, NULL);
}
