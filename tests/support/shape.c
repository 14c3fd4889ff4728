#include "tests/support/shape.h"

#include "base/arena.h"
#include "scenarios/play/compiled.h"
#include "scenarios/play/format.h"

static bool
is_place(const char *line)
{
	line += strspn(line, " ");
	return strncmp(line, "\"line\": ", 8) == 0 || strncmp(line, "\"column\": ", 10) == 0 ||
	       strncmp(line, "\"file\": ", 8) == 0;
}

/* Commas go, too: the last member of an object may have been a place. */
const char *
story_shape(struct arena *a, const struct story *s)
{
	struct buf whole, kept;

	buf_open(&whole, 0);
	buf_open(&kept, 0);
	compiled_write(&whole, s);
	for (const char *line = whole.data; *line != '\0';) {
		size_t n = strcspn(line, "\n");
		size_t end = n > 0 && line[n - 1] == ',' ? n - 1 : n;
		if (!is_place(line)) {
			buf_add(&kept, line, end);
			buf_char(&kept, '\n');
		}
		line += n + (line[n] == '\n');
	}
	const char *text = arena_strdup(a, kept.data);
	buf_close(&whole);
	buf_close(&kept);
	return text;
}

const char *
formatted(struct arena *a, const char *bytes, size_t size)
{
	struct complaints c = { .arena = a, .file = "x.story" };
	const char *text = NULL;
	struct buf out;

	buf_open(&out, 0);
	if (format_text(&c, bytes, size, &out))
		text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}
