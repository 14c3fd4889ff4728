/* Verb run: play stories and say what came of them. */
#include "shell/run_options.h"

#include "base/arena.h"
#include "base/log.h"
#include "scenarios/play/report.h"
#include "scenarios/play/story.h"
#include "shell/stage.h"
#include "shell/verb.h"
#include "shell/vocabulary.h"
#include "world/policy/rulebook.h"

const char help_run[] =
    "usage: orrery run [OPTION...] FILE...\n"
    "\n"
    "Play stories. A folder stands for all *.story in it; a file may hold a story in its\n"
    "compiled form (`orrery fmt --json`). Exit status 1 if one fails.\n"
    "\n"
    "  --over inside|socket   through the engine's door, or over TLS and HTTP to a server\n"
    "                         on free ports\n"
    "  --mode plain|short|reopen\n"
    "                         as written; every move of the clock in many small ones; the\n"
    "                         database closed and opened again after every change\n"
    "  --data DIR             worlds are files there; without it in memory\n"
    "  --keep                 leave the worlds in DIR\n"
    "  --fixtures DIR         rules and mails from there; else those in the binary\n"
    "\n"
    "  --only TEXT            stories whose id holds TEXT; --exclude TEXT: the others\n"
    "  --shard I/N            every N-th story, beginning with the I-th\n"
    "\n"
    "  --show                 tell what happened, not only in stories that fail\n"
    "  --tap                  TAP instead of text\n"
    "  --github               and annotations of a pull request\n"
    "  --junit FILE, --json FILE, --html FILE\n"
    "                         reports beside the text; - is standard output\n"
    "\n"
    "  orrery run --over socket scenarios/library\n";

struct troupe { /* everything that a run needs */
	const struct run_options *o;
	struct arena *arena;
	struct vocabulary words;
	struct stage *stage;
	struct played *first, **last;
};

static void
show(struct troupe *t, const struct played *p)
{
	struct buf out;

	if (t->o->tap || t->o->quiet)
		return;
	buf_open(&out, 0);
	for (; p != NULL; p = p->next)
		report_play(&out, p, t->o->colour ? REPORT_COLOUR : REPORT_PLAIN, t->o->show);
	fputs(out.data, stdout);
	fflush(stdout);
	buf_close(&out);
}

static void
add(struct troupe *t, struct played *p)
{
	*t->last = p;
	while (*t->last != NULL)
		t->last = &(*t->last)->next;
	show(t, p);
}

static bool
wanted(const struct run_options *o, const char *id)
{
	return (o->only == NULL || strstr(id, o->only) != NULL) &&
	       (o->exclude == NULL || strstr(id, o->exclude) == NULL);
}

static void
play_file(struct troupe *t, const struct story_file *f)
{
	struct play_options options = { .short_moves = t->o->mode == MODE_SHORT,
		.keep = t->o->keep };
	struct complaints c = { .arena = t->arena };
	const struct story *s = story_file_read(f, &t->words, &c);

	if (s == NULL)
		add(t, played_unread(t->arena, f->path, c.first));
	else if (wanted(t->o, s->id.text))
		add(t, story_play(t->arena, s, stage_carrier(t->stage), &options));
}

static bool
write_report(
    const char *path, void (*report)(struct buf *, const struct played *), const struct played *all)
{
	struct buf out;
	bool to_stdout = path != NULL && strcmp(path, "-") == 0;

	if (path == NULL)
		return true;
	FILE *f = to_stdout ? stdout : fopen(path, "w");
	if (f == NULL) {
		log_error("%s: it cannot be written", path);
		return false;
	}
	buf_open(&out, 0);
	report(&out, all);
	bool written = fwrite(out.data, 1, out.size, f) == out.size;
	buf_close(&out);
	return (to_stdout ? fflush(f) == 0 : fclose(f) == 0) && written;
}

static int
finish(struct troupe *t)
{
	bool sum = !t->o->tap && !t->o->quiet;
	bool written = write_report(t->o->tap ? "-" : NULL, report_tap, t->first) &&
		       write_report(t->o->github ? "-" : NULL, report_github, t->first) &&
		       write_report(t->o->junit, report_junit, t->first) &&
		       write_report(t->o->json, report_json, t->first) &&
		       write_report(t->o->html, report_html, t->first) &&
		       write_report(sum ? "-" : NULL, report_sum, t->first);

	if (!written)
		return EXIT_MACHINE;
	if (t->first == NULL) {
		log_error("no story was played");
		return EXIT_CHECK_FAILED;
	}
	return report_failures(t->first) > 0 ? EXIT_CHECK_FAILED : EXIT_DONE;
}

static int
play(const struct run_options *o, struct arena *a, const struct rulebook *rules)
{
	struct troupe t = { .o = o, .arena = a, .words = vocabulary_of(a, rules) };
	enum stage_kind kind = o->socket                ? STAGE_SOCKET
			       : o->mode == MODE_REOPEN ? STAGE_REOPENED
							: STAGE_INSIDE;
	struct story_file *files;
	size_t count;

	t.last = &t.first;
	if (!story_files(a, o->files, o->file_count, &files, &count))
		return EXIT_MACHINE;
	t.stage = stage_open(kind, rules, o->data);
	if (t.stage == NULL)
		return EXIT_MACHINE;
	for (size_t i = 0; i < count; i++)
		if ((int)(i % (size_t)o->shards) == o->shard - 1)
			play_file(&t, &files[i]);
	int status = finish(&t);
	stage_close(t.stage);
	return status;
}

int
verb_run(int argc, char **argv)
{
	struct run_options o;

	if (!run_parse(argc, argv, &o))
		return EXIT_USAGE;
	const struct rulebook *rules = rulebook_open(o.fixtures);
	if (rules == NULL)
		return EXIT_MACHINE;
	struct arena *a = arena_new();
	int status = play(&o, a, rules);
	arena_free(a);
	rulebook_record(rules);
	rulebook_close(rules);
	return status;
}
