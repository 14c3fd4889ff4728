/* Verb fmt: stories as everybody would have written them; and their compiled form. */
#include <getopt.h>

#include "base/arena.h"
#include "base/log.h"
#include "scenarios/play/compiled.h"
#include "scenarios/play/format.h"
#include "shell/story_file.h"
#include "shell/verb.h"
#include "shell/vocabulary.h"
#include "world/policy/rulebook.h"

const char help_fmt[] =
    "usage: orrery fmt [OPTION...] FILE...\n"
    "\n"
    "Format stories in place; what is a comment, a line and a word stays so. A folder stands\n"
    "for all *.story in it. A story in its compiled form (JSON) is printed as a text.\n"
    "\n"
    "  --check          change nothing, name the files that would change; exit status 1\n"
    "                   if there is one\n"
    "  --stdout         print instead\n"
    "  --json           print the compiled form, which `orrery run` and the control API take\n"
    "\n"
    "  orrery fmt --check scenarios/library\n"
    "  orrery fmt --json my.story > my.json\n";

struct wish {
	bool check, print, json;
};

static void
say_complaints(const struct complaints *c)
{
	for (const struct complaint *one = c->first; one != NULL; one = one->next)
		fprintf(stderr, "%s:%d:%d: %s\n", one->at.file, one->at.line, one->at.column,
		    one->text);
}

/* By way of a new file, so that no half of it is left if the disk is full. */
static int
replace(const char *path, const struct buf *text)
{
	struct arena *a = arena_new();
	const char *new = arena_printf(a, "%s.new", path);
	FILE *f = fopen(new, "wb");
	bool written = f != NULL && fwrite(text->data, 1, text->size, f) == text->size;

	written = f != NULL && fclose(f) == 0 && written && rename(new, path) == 0;
	if (!written)
		log_error("%s: it cannot be written", path);
	arena_free(a);
	return written ? EXIT_DONE : EXIT_MACHINE;
}

static int
settle(const struct wish *w, const struct story_file *f, const struct buf *text)
{
	bool same = text->size == f->size && memcmp(text->data, f->bytes, f->size) == 0;

	if (w->print || compiled_is(f->bytes, f->size)) {
		fwrite(text->data, 1, text->size, stdout);
		return EXIT_DONE;
	}
	if (same)
		return EXIT_DONE;
	if (!w->check)
		return replace(f->path, text);
	printf("%s\n", f->path);
	return EXIT_CHECK_FAILED;
}

static bool
text_of(struct complaints *c, const struct story_file *f, struct buf *out)
{
	if (!compiled_is(f->bytes, f->size))
		return format_text(c, f->bytes, f->size, out);
	struct lines lines = compiled_lines(c, f->bytes, f->size);
	if (c->count == 0)
		format_lines(c->arena, &lines, out);
	return c->count == 0;
}

static int
format_one(const struct wish *w, const struct story_file *f, const struct vocabulary *v)
{
	struct complaints c = { .arena = arena_new(), .file = f->path };
	struct buf out;
	int status = EXIT_CHECK_FAILED;

	buf_open(&out, 0);
	if (w->json) {
		const struct story *s = story_file_read(f, v, &c);
		if (s != NULL) {
			compiled_write(&out, s);
			fwrite(out.data, 1, out.size, stdout);
			status = EXIT_DONE;
		}
	} else if (text_of(&c, f, &out)) {
		status = settle(w, f, &out);
	}
	say_complaints(&c);
	buf_close(&out);
	arena_free(c.arena);
	return status;
}

static int
format_all(const struct wish *w, struct arena *a, char **words, int count)
{
	const struct rulebook *rules = rulebook_open(NULL);
	struct story_file *files;
	size_t n;
	int status = EXIT_DONE;

	if (rules == NULL || !story_files(a, words, count, &files, &n)) {
		rulebook_close(rules);
		return EXIT_MACHINE;
	}
	struct vocabulary v = vocabulary_of(a, rules);
	for (size_t i = 0; i < n; i++) {
		int one = format_one(w, &files[i], &v);
		status = one > status ? one : status;
	}
	rulebook_close(rules);
	return status;
}

int
verb_fmt(int argc, char **argv)
{
	static const struct option options[] = {
		{ "check", no_argument, NULL, 'c' },
		{ "stdout", no_argument, NULL, 'o' },
		{ "json", no_argument, NULL, 'j' },
		{ NULL, 0, NULL, 0 },
	};
	struct wish w = { 0 };
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == '?')
			return EXIT_USAGE;
		w.check = w.check || option == 'c';
		w.print = w.print || option == 'o';
		w.json = w.json || option == 'j';
	}
	if (optind == argc || w.check + w.print + w.json > 1) {
		fputs(help_fmt, stderr);
		return EXIT_USAGE;
	}
	struct arena *a = arena_new();
	int status = format_all(&w, a, argv + optind, argc - optind);
	arena_free(a);
	return status;
}
