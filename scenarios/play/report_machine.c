/* TAP, JUnit and JSON. */
#include <jansson.h>

#include "base/arena.h"
#include "scenarios/play/report.h"
#include "scenarios/play/story.h"

/* A YAML double-quoted scalar is a JSON text. */
static void
add_quoted(struct buf *out, const char *text)
{
	json_t *j = json_string(text);
	char *quoted = json_dumps(j, JSON_ENCODE_ANY | JSON_ENSURE_ASCII);

	buf_text(out, quoted);
	free(quoted);
	json_decref(j);
}

/* A "#" would begin a directive. */
static void
add_description(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		buf_printf(out, *text == '#' ? "\\%c" : "%c", *text);
}

static void
tap_row(struct buf *out, struct arena *a, const struct played *p, size_t n)
{
	buf_printf(out, "%s %zu - ", p->failure == NULL ? "ok" : "not ok", n);
	add_description(out, played_name(a, p));
	buf_char(out, ' ');
	add_description(out, p->story->title.text);
	buf_char(out, '\n');
	if (p->failure == NULL)
		return;
	buf_text(out, "  ---\n  at: ");
	add_quoted(out, arena_printf(a, "%s:%d:%d", p->failure->at.file, p->failure->at.line,
			    p->failure->at.column));
	buf_text(out, "\n  expected: ");
	add_quoted(out, p->failure->expected);
	buf_text(out, "\n  got: ");
	add_quoted(out, p->failure->got);
	buf_text(out, "\n  ...\n");
}

void
report_tap(struct buf *out, const struct played *all)
{
	struct arena *a = arena_new();
	size_t n = 0;

	buf_printf(out, "TAP version 13\n1..%zu\n", report_count(all));
	for (; all != NULL; all = all->next)
		tap_row(out, a, all, ++n);
	arena_free(a);
}

void
report_xml(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		switch (*text) {
		case '&':
			buf_text(out, "&amp;");
			break;
		case '<':
			buf_text(out, "&lt;");
			break;
		case '>':
			buf_text(out, "&gt;");
			break;
		case '"':
			buf_text(out, "&quot;");
			break;
		case '\n':
			buf_text(out, "&#10;");
			break;
		default: /* other controls cannot be written in XML at all */
			buf_char(out, (unsigned char)*text < 0x20 ? ' ' : *text);
		}
}

static void
junit_row(struct buf *out, struct arena *a, const struct played *p)
{
	struct buf text;

	buf_text(out, "  <testcase classname=\"");
	report_xml(out, p->story->file);
	buf_text(out, "\" name=\"");
	report_xml(out, arena_printf(a, "%s %s", played_name(a, p), p->story->title.text));
	if (p->failure == NULL) {
		buf_text(out, "\"/>\n");
		return;
	}
	buf_text(out, "\">\n    <failure message=\"");
	report_xml(
	    out, arena_printf(a, "expected %s, got %s", p->failure->expected, p->failure->got));
	buf_text(out, "\">");
	buf_open(&text, 0);
	report_play(&text, p, REPORT_PLAIN, true);
	for (char *line = text.data, *end; *line != '\0'; line = end + 1) {
		end = strchr(line, '\n');
		*end = '\0';
		report_xml(out, line);
		buf_char(out, '\n');
	}
	buf_close(&text);
	buf_text(out, "</failure>\n  </testcase>\n");
}

void
report_junit(struct buf *out, const struct played *all)
{
	struct arena *a = arena_new();

	buf_printf(out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuite name=\"orrery\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n",
	    report_count(all), report_failures(all));
	for (; all != NULL; all = all->next)
		junit_row(out, a, all);
	buf_text(out, "</testsuite>\n");
	arena_free(a);
}

const char *
told_kind_name(enum told_kind kind)
{
	static const char *const kinds[] = { "call", "mail", "event", "state", "time", "act",
		"fault" };

	return kinds[kind];
}

static json_t *
told_json(const struct told *t)
{
	return json_pack("{s:s, s:s, s:s?, s:i, s:s, s:s, s:s}", "at", instant_iso(t->at).text,
	    "kind", told_kind_name(t->kind), "file", t->place.file, "line", t->place.line, "who",
	    t->who, "text", t->text, "answer", t->answer);
}

static json_t *
failure_json(const struct failure *f)
{
	if (f == NULL)
		return json_null();
	return json_pack("{s:s, s:i, s:i, s:s, s:s}", "file", f->at.file, "line", f->at.line,
	    "column", f->at.column, "expected", f->expected, "got", f->got);
}

static json_t *
play_json(const struct played *p)
{
	json_t *covers = json_array(), *story = json_array();

	for (size_t i = 0; i < p->story->cover_count; i++)
		json_array_append_new(covers, json_string(p->story->covers[i].text));
	for (const struct told *t = p->told; t != NULL; t = t->next)
		json_array_append_new(story, told_json(t));
	json_t *j = json_pack("{s:s, s:s, s:s, s:s?, s:s?, s:s?, s:b, s:o, s:i, s:o, s:o}", "id",
	    p->story->id.text, "title", p->story->title.text, "file", p->story->file, "row", p->row,
	    "level", p->story->level.text, "world", p->world, "passed", p->failure == NULL,
	    "covers", covers, "steps", (int)p->steps, "story", story, "failure",
	    failure_json(p->failure));
	if (p->told != NULL) {
		json_object_set_new(j, "start", json_string(instant_iso(p->start).text));
		json_object_set_new(j, "end", json_string(instant_iso(p->end).text));
	}
	return j;
}

void
report_json(struct buf *out, const struct played *all)
{
	size_t failed = report_failures(all);
	json_t *plays = json_array();

	for (const struct played *p = all; p != NULL; p = p->next)
		json_array_append_new(plays, play_json(p));
	json_t *j = json_pack("{s:i, s:i, s:o}", "passed", (int)(report_count(all) - failed),
	    "failed", (int)failed, "plays", plays);
	char *text = json_dumps(j, JSON_INDENT(1));
	buf_text(out, text);
	buf_char(out, '\n');
	free(text);
	json_decref(j);
}
