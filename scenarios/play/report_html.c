/* HTML: one file that needs nothing else, to be opened or attached. */
#include "base/arena.h"
#include "scenarios/play/report.h"
#include "scenarios/play/story.h"

/* Colours of the control panel; dark where the reader's screen is. */
static const char head[] =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
    " style-src 'unsafe-inline'\">\n"
    "<title>orrery: stories</title>\n<style>\n"
    ":root{color-scheme:light dark;--ok:#1a7f37;--bad:#c62828;--dim:#6b7280;--line:#8884}\n"
    "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:1.4rem;margin:0 0 1rem}\n"
    "details{border-top:1px solid var(--line);padding:.4rem 0}\n"
    "summary{cursor:pointer}\nsummary b{display:inline-block;min-width:4.5rem}\n"
    ".ok b{color:var(--ok)}.bad b{color:var(--bad)}\n"
    ".dim{color:var(--dim)}\n"
    "table{border-collapse:collapse;margin:.6rem 0 .6rem 1rem;font-size:.9rem}\n"
    "td{padding:.1rem .8rem .1rem 0;vertical-align:top}\n"
    "td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--dim)}\n"
    "dl{margin:.6rem 0 .6rem 1rem;display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}\n"
    "dd{margin:0}\ncode{overflow-wrap:anywhere}\n"
    "</style>\n</head>\n<body>\n";

static void
cell(struct buf *out, const char *text)
{
	buf_text(out, "<td>");
	report_xml(out, text);
	buf_text(out, "</td>");
}

static void
told_row(struct buf *out, const struct told *t)
{
	buf_text(out, "<tr>");
	cell(out, instant_iso(t->at).text);
	cell(out, t->who[0] == '\0' ? told_kind_name(t->kind) : t->who);
	cell(out, t->text);
	cell(out, t->answer);
	buf_text(out, "</tr>\n");
}

static void
term(struct buf *out, const char *name, const char *text)
{
	buf_printf(out, "<dt class=\"dim\">%s</dt><dd><code>", name);
	report_xml(out, text);
	buf_text(out, "</code></dd>\n");
}

static void
failure(struct buf *out, struct arena *a, const struct failure *f)
{
	buf_text(out, "<dl>\n");
	term(out, "at", arena_printf(a, "%s:%d:%d", f->at.file, f->at.line, f->at.column));
	term(out, "expected", f->expected);
	term(out, "got", f->got);
	buf_text(out, "</dl>\n");
}

/* What failed is open, the rest can be opened. */
static void
play(struct buf *out, struct arena *a, const struct played *p)
{
	bool failed = p->failure != NULL;

	buf_printf(out, "<details class=\"%s\"%s><summary><b>%s</b> ", failed ? "bad" : "ok",
	    failed ? " open" : "", failed ? "FAILED" : "ok");
	report_xml(out, played_name(a, p));
	if (p->row == NULL) {
		buf_text(out, " &#8211; ");
		report_xml(out, p->story->title.text);
	}
	if (p->end > p->start)
		buf_printf(
		    out, " <span class=\"dim\">%s</span>", duration_iso(p->end - p->start).text);
	buf_text(out, "</summary>\n");
	if (failed)
		failure(out, a, p->failure);
	buf_text(out, "<table>\n");
	for (const struct told *t = p->told; t != NULL; t = t->next)
		told_row(out, t);
	buf_text(out, "</table></details>\n");
}

void
report_html(struct buf *out, const struct played *all)
{
	struct arena *a = arena_new();
	size_t failed = report_failures(all);

	buf_text(out, head);
	buf_printf(out, "<h1>%zu passed, %zu failed</h1>\n", report_count(all) - failed, failed);
	for (; all != NULL; all = all->next)
		play(out, a, all);
	buf_text(out, "</body>\n</html>\n");
	arena_free(a);
}
