/* Verb demo: the main job in one go, watched day by day. */
#include <getopt.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "base/log.h"
#include "base/must.h"
#include "scenarios/play/report.h"
#include "scenarios/play/story.h"
#include "shell/stage.h"
#include "shell/story_file.h"
#include "shell/verb.h"
#include "shell/vocabulary.h"
#include "world/policy/rulebook.h"

/* What is shown, one after the other. */
static const char *const reel[] = {
	"scenarios/library/001-verification.story",
	"scenarios/library/079-the-tenth-day.story",
};
#define REELS (sizeof(reel) / sizeof(*reel))

const char help_demo[] =
    "usage: orrery demo\n"
    "\n"
    "Start a server on free ports, register two names over TLS, and watch what becomes of\n"
    "them: a .com whose owner is reminded, suspended on day 16 and back at once on day 80,\n"
    "and a .sg that waits for its owner's consent.  Exit status 1 if anything comes out\n"
    "differently.  Piped, the text is always the same.\n"
    "\n"
    "  orrery demo\n";

/* What has been printed so far. */
struct screen {
	bool colour;
	bool begun;
	instant start;
	int64_t day;
};

static const char *
paint(const struct screen *s, const char *code)
{
	return s->colour ? code : "";
}

#define BOLD "\033[1m"
#define DIM "\033[2m"
#define NORMAL "\033[0m"
#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"

static void
print_day(struct screen *s, instant at)
{
	int64_t day = at / DAYS(1) - s->start / DAYS(1);

	if (s->begun && day == s->day)
		return;
	s->begun = true;
	s->day = day;
	printf("\n%sday %-3" PRId64 "%s %s%.16s%s\n", paint(s, BOLD), day, paint(s, NORMAL),
	    paint(s, DIM), instant_http(at).text, paint(s, NORMAL));
}

/* Bad news red, good news green, mail yellow. */
static const char *
mood(const struct told *t)
{
	if (strstr(t->text, "suspended") != NULL || strstr(t->answer, "suspended") != NULL)
		return RED;
	if (strstr(t->answer, "verified") != NULL || t->kind == TOLD_ACT)
		return GREEN;
	return t->kind == TOLD_MAIL ? YELLOW : "";
}

/* Who does it, and what doing it is called. */
static const struct {
	const char *who, *does; /* NULL: the actor */
} manners[] = {
	[TOLD_CALL] = { NULL, "sends " },
	[TOLD_MAIL] = { NULL, "gets " },
	[TOLD_EVENT] = { "event", "" },
	[TOLD_STATE] = { "world", "shows " },
	[TOLD_TIME] = { "clock", "" },
	[TOLD_ACT] = { NULL, "clicks: " },
	[TOLD_FAULT] = { "fault", "" },
};

static void
print_told(void *closure, const struct told *t)
{
	struct screen *s = closure;
	const char *who = manners[t->kind].who == NULL ? t->who : manners[t->kind].who;

	if (!s->begun)
		s->start = t->at;
	if (t->kind == TOLD_TIME)
		return; /* the next day's heading says it */
	print_day(s, t->at);
	printf("  %s%s%s  %-7s %s%s%s%s\n", paint(s, DIM), instant_plain(t->at).text + 11,
	    paint(s, NORMAL), who, manners[t->kind].does, paint(s, mood(t)), t->text,
	    paint(s, NORMAL));
	if (t->answer[0] != '\0')
		printf("%20s%s%s%s\n", "", paint(s, DIM), t->answer, paint(s, NORMAL));
	fflush(stdout);
}

static void
print_failure(const struct played *p, const struct screen *s)
{
	struct buf out;

	buf_open(&out, 0);
	report_play(&out, p, s->colour ? REPORT_COLOUR : REPORT_PLAIN, false);
	printf("\n%s", out.data);
	buf_close(&out);
}

/* Each story has a server of its own. */
static int
play(struct arena *a, const struct rulebook *rules, const char *path)
{
	const struct embedded *file = embedded_find(path);
	struct screen screen = { .colour = isatty(STDOUT_FILENO) == 1 };
	struct play_options options = { .listen = print_told, .closure = &screen };
	struct complaints c = { .arena = a, .file = path };
	struct vocabulary words = vocabulary_of(a, rules);
	words.library = story_embedded;

	must(file != NULL);
	const struct story *story = story_read(&c, &words, file->data, file->size);
	must(story != NULL);
	struct stage *stage = stage_open(STAGE_SOCKET, rules, NULL);
	if (stage == NULL)
		return EXIT_MACHINE;
	printf("%s%s%s\n", paint(&screen, BOLD), story->title.text, paint(&screen, NORMAL));
	const struct played *p = story_play(a, story, stage_carrier(stage), &options);
	stage_close(stage);
	if (p->failure != NULL) {
		print_failure(p, &screen);
		return EXIT_CHECK_FAILED;
	}
	printf("\n%s%" PRId64 " days of a name's life in a moment, every step over TLS and HTTP.%s"
	       "\n\n",
	    paint(&screen, GREEN), (p->end - p->start) / DAYS(1), paint(&screen, NORMAL));
	return EXIT_DONE;
}

static int
play_reel(const struct rulebook *rules)
{
	int status = EXIT_DONE;

	for (size_t i = 0; i < REELS && status == EXIT_DONE; i++) {
		struct arena *a = arena_new();
		status = play(a, rules, reel[i]);
		arena_free(a);
	}
	if (status == EXIT_DONE)
		printf("Next: `make run`, and point your own client at it.\n");
	return status;
}

int
verb_demo(int argc, char **argv)
{
	static const struct option none[] = { { NULL, 0, NULL, 0 } };

	if (getopt_long(argc, argv, "", none, NULL) != -1 || optind < argc) {
		fputs(help_demo, stderr);
		return EXIT_USAGE;
	}
	const struct rulebook *rules = rulebook_open(NULL);
	if (rules == NULL)
		return EXIT_MACHINE;
	int status = play_reel(rules);
	rulebook_record(rules);
	rulebook_close(rules);
	return status;
}
