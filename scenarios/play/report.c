#include "scenarios/play/report.h"

#include "base/arena.h"
#include "scenarios/play/story.h"

const char *
played_name(struct arena *a, const struct played *p)
{
	const char *id = p->story->id.text;

	return p->row == NULL ? id : arena_printf(a, "%s [%s]", id, p->row);
}

struct played *
played_unread(struct arena *a, const char *file, const struct complaint *why)
{
	struct story *s = NEW(a, struct story);
	struct failure *f = NEW(a, struct failure);
	struct played *p = NEW(a, struct played);

	s->file = s->id.text = file;
	s->title.text = "cannot be read";
	f->at = why->at;
	f->expected = "a story without mistakes";
	f->got = why->text;
	p->story = s;
	p->failure = f;
	return p;
}

size_t
report_failures(const struct played *all)
{
	size_t n = 0;

	for (; all != NULL; all = all->next)
		n += all->failure != NULL;
	return n;
}

size_t
report_count(const struct played *all)
{
	size_t n = 0;

	for (; all != NULL; all = all->next)
		n++;
	return n;
}

void
report_sum(struct buf *out, const struct played *all)
{
	size_t failed = report_failures(all);

	buf_printf(out, "%zu passed, %zu failed\n", report_count(all) - failed, failed);
}

/* ---- for people ---- */

static const char *
paint(enum report_style style, const char *code)
{
	return style == REPORT_COLOUR ? code : "";
}

#define RED "\033[31m"
#define GREEN "\033[32m"
#define DIM "\033[2m"
#define BOLD "\033[1m"
#define NORMAL "\033[0m"

static const char *
kind_sign(enum told_kind kind)
{
	static const char *const signs[] = { ">", "mail", "event", "state", "clock", "does",
		"fault" };

	return signs[kind];
}

void
report_told(struct buf *out, const struct told *t, enum report_style style)
{
	buf_printf(
	    out, "%s%s%s  ", paint(style, DIM), instant_iso(t->at).text, paint(style, NORMAL));
	if (t->kind == TOLD_CALL || t->kind == TOLD_ACT)
		buf_printf(out, "%s %s %s", t->who, kind_sign(t->kind), t->text);
	else if (t->kind == TOLD_MAIL)
		buf_printf(out, "mail to %s: %s", t->who, t->text);
	else
		buf_printf(out, "%s %s", kind_sign(t->kind), t->text);
	if (t->answer[0] != '\0')
		buf_printf(out, "%s%s", t->kind == TOLD_MAIL ? " - " : ": ", t->answer);
	buf_char(out, '\n');
}

static void
report_failure(struct buf *out, const struct played *p, enum report_style style)
{
	const struct failure *f = p->failure;

	buf_printf(out, "%s:%d:%d:\n    expected  %s%s%s\n    got       %s%s%s\n", f->at.file,
	    f->at.line, f->at.column, paint(style, BOLD), f->expected, paint(style, NORMAL),
	    paint(style, BOLD), f->got, paint(style, NORMAL));
}

/* A row's title is its story's, said above it. */
static void
report_heading(struct buf *out, const struct played *p, enum report_style style)
{
	bool failed = p->failure != NULL;

	buf_printf(out, "%s%s%s  %s", paint(style, failed ? RED : GREEN),
	    failed ? "FAILED" : "ok    ", paint(style, NORMAL), p->story->id.text);
	if (p->row != NULL)
		buf_printf(out, " [%s]", p->row);
	else
		buf_printf(out, "  %s", p->story->title.text);
	if (p->end > p->start)
		buf_printf(out, " %s(%s)%s", paint(style, DIM),
		    duration_iso(p->end - p->start).text, paint(style, NORMAL));
	buf_char(out, '\n');
}

void
report_play(struct buf *out, const struct played *p, enum report_style style, bool show)
{
	bool failed = p->failure != NULL;

	report_heading(out, p, style);
	if (failed)
		report_failure(out, p, style);
	if (failed && p->told != NULL)
		buf_text(out, "  the story so far:\n");
	for (const struct told *t = p->told; (failed || show) && t != NULL; t = t->next) {
		buf_text(out, "    ");
		report_told(out, t, style);
	}
}

/* GitHub reads these in the log; what would end a line is escaped its way. */
static void
add_escaped(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		switch (*text) {
		case '\n':
			buf_text(out, "%0A");
			break;
		case '\r':
			buf_text(out, "%0D");
			break;
		case '%':
			buf_text(out, "%25");
			break;
		default:
			buf_char(out, *text);
		}
}

void
report_github(struct buf *out, const struct played *all)
{
	for (; all != NULL; all = all->next) {
		if (all->failure == NULL)
			continue;
		buf_printf(out, "::error file=%s,line=%d,col=%d::", all->failure->at.file,
		    all->failure->at.line, all->failure->at.column);
		buf_text(out, "expected ");
		add_escaped(out, all->failure->expected);
		buf_text(out, ", got ");
		add_escaped(out, all->failure->got);
		buf_char(out, '\n');
	}
}
