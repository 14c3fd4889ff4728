/* The coverage of the API as a page: one file, no scripts. */
#include "base/arena.h"
#include "base/buf.h"
#include "command/command.h"
#include "scenarios/play/report.h"
#include "shell/coverage.h"

static const char head[] =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
    " style-src 'unsafe-inline'\">\n"
    "<title>orrery: commands</title>\n<style>\n"
    ":root{color-scheme:light dark;--ok:#1a7f37;--bad:#c62828;--dim:#6b7280;--line:#8884}\n"
    "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:1.4rem;margin:0 0 .4rem}\n"
    "details{border-top:1px solid var(--line);padding:.4rem 0}\n"
    "summary{cursor:pointer;display:grid;gap:0 1rem;"
    "grid-template-columns:minmax(12rem,24rem) 9rem 9rem 1fr}\n"
    "summary b{overflow-wrap:anywhere}\n"
    "summary b::before{content:\"\\25b8 \";color:var(--dim)}"
    "[open] summary b::before{content:\"\\25be \"}\n"
    ".done i,.static i{color:var(--ok)}.not i{color:var(--bad)}i{font-style:normal}\n"
    ".dim{color:var(--dim)}\n"
    "dl{margin:.6rem 0 .8rem 1rem;display:grid;gap:.3rem 1rem;"
    "grid-template-columns:minmax(6rem,9rem) 1fr}\n"
    "dt{color:var(--dim)}dd{margin:0;min-width:0}\n"
    "ul{margin:0;padding:0;list-style:none}\n"
    ".words li{display:inline-block;margin-right:.9rem}\n"
    "code{font-size:.86rem;overflow-wrap:anywhere}\n"
    "@media(max-width:40rem){summary,dl{grid-template-columns:1fr}}\n"
    "</style>\n</head>\n<body>\n<h1>The reseller API, command by command</h1>\n";

static const char explains[] =
    "<p class=\"dim\">Made from the table of commands and from the record of a whole run of the"
    " tests: what a command returns is what has come back, a test or a story is named where it"
    " has sent the command. In a path [] is each member of a list, {} a name, a number or a role, ^ stands"
    " before what is beside the attributes. What is refused by design or not built answers 430"
    " \"Invalid command\".</p>\n";

static void
code(struct buf *out, const char *text)
{
	buf_text(out, "<code>");
	report_xml(out, text);
	buf_text(out, "</code>");
}

static void
accepted(struct buf *out, const json_t *item)
{
	const json_t *list = json_object_get(item, "accepts");

	buf_text(out, "<dt>accepts</dt><dd><ul>");
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *at = json_array_get(list, i);
		buf_text(out, "<li>");
		code(out, item_text(at, "name"));
		buf_printf(out, " <span class=\"dim\">%s%s%s</span></li>\n", item_text(at, "type"),
		    json_is_true(json_object_get(at, "required")) ? ", required" : "",
		    json_is_true(json_object_get(at, "tested")) ? "" : ", in no test");
	}
	buf_text(out, json_array_size(list) == 0 ? "<li>nothing</li></ul></dd>\n" : "</ul></dd>\n");
}

static void
returned(struct buf *out, const char *with, const json_t *paths)
{
	buf_printf(out, "<dt>returns, with %s</dt><dd><ul class=\"words\">", with);
	for (size_t i = 0; i < json_array_size(paths); i++) {
		buf_text(out, "<li>");
		code(out, json_string_value(json_array_get(paths, i)));
		buf_text(out, "</li>\n");
	}
	buf_text(out, "</ul></dd>\n");
}

static void
senders(struct buf *out, struct arena *a, const json_t *item, const char *key)
{
	const json_t *list = json_object_get(item, key);

	buf_printf(out, "<dt>%s</dt><dd><ul>", key);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *s = json_array_get(list, i);
		buf_text(out, "<li>");
		code(out, item_text(s, "path"));
		buf_text(out, " ");
		report_xml(out, story_title(a, item_text(s, "path")));
		buf_printf(out, " <span class=\"dim\">%s</span></li>\n",
		    item_join(a, json_object_get(s, "codes"), ", "));
	}
	buf_text(out, json_array_size(list) == 0 ? "<li>none</li></ul></dd>\n" : "</ul></dd>\n");
}

static void
known(struct buf *out, struct arena *a, const json_t *item)
{
	const char *with;
	json_t *paths;

	accepted(out, item);
	json_object_foreach(json_object_get(item, "returns"), with, paths)
	{
		returned(out, with, paths);
	}
	senders(out, a, item, "stories");
	senders(out, a, item, "tests");
}

/* "not built" and its like are classes by their first word. */
static void
command(struct buf *out, struct arena *a, const json_t *item)
{
	const char *state = item_text(item, "state");

	buf_printf(out,
	    "<details class=\"%s\" id=\"%s-%s\"><summary><b>%s</b> <span>%s</span> <i>%s</i> ",
	    state, item_text(item, "action"), item_text(item, "object"), item_text(item, "action"),
	    item_text(item, "object"), state);
	if (item_is_built(item))
		buf_printf(out, "<span class=\"dim\">stories %zu, tests %zu</span>",
		    item_count(item, "stories"), item_count(item, "tests"));
	buf_text(out, "</summary>\n<dl><dt>source</dt><dd>");
	report_xml(out, item_text(item, "source"));
	buf_text(out, "</dd>\n");
	if (item_is_built(item))
		known(out, a, item);
	else
		buf_text(out, "<dt>answers</dt><dd>430 Invalid command</dd>\n");
	buf_text(out, "</dl></details>\n");
}

void
coverage_html(struct arena *a, const json_t *items)
{
	struct buf out;

	buf_open(&out, 0);
	buf_text(&out, head);
	buf_printf(&out, "<p>%zu commands:", json_array_size(items));
	for (enum built b = BUILT; b <= NOT_BUILT; b++)
		buf_printf(&out, "%s %zu %s", b == BUILT ? "" : ",",
		    items_in_state(items, built_name(b)), built_name(b));
	buf_text(&out, ".</p>\n");
	buf_text(&out, explains);
	for (size_t i = 0; i < json_array_size(items); i++)
		command(&out, a, json_array_get(items, i));
	buf_text(&out, "</body>\n</html>\n");
	fwrite(out.data, 1, out.size, stdout);
	buf_close(&out);
}
