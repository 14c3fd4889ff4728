#include "tests/support/trial.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "shell/vocabulary.h"
#include "store/store.h"
#include "tests/support/folder.h"
#include "tests/support/theatre.h"

#define PATIENCE_S 120
#define VERDICT '\001' /* before this in the pipe: what was said on the way */
#define STATUS 70 /* exit status of a child that came to an end, and its verdict */

struct stage {
	const struct rulebook *rules;
	const char *story, *data;
	enum way way;
	enum claims claims;
	int out;
};

static void
write_all(int out, const char *text)
{
	size_t n = strlen(text);

	while (n > 0) {
		ssize_t written = write(out, text, n);
		if (written <= 0)
			_exit(1);
		text += written;
		n -= (size_t)written;
	}
}

static _Noreturn void
conclude(const struct stage *s, enum verdict verdict, int line, const char *text)
{
	char head[40];

	snprintf(head, sizeof(head), "%c%d\n", VERDICT, line);
	write_all(s->out, head);
	write_all(s->out, text);
	_exit(STATUS + (int)verdict);
}

static const struct story *
read_story(struct arena *a, const struct stage *s)
{
	struct vocabulary words = vocabulary_of(a, s->rules);
	struct complaints c = { .arena = a, .file = "random" };
	const struct story *story = story_read(&c, &words, s->story, strlen(s->story));

	if (story == NULL)
		conclude(s, UNDOABLE, c.first->at.line, c.first->text);
	return story;
}

static _Noreturn void
play(const struct stage *s)
{
	struct arena *a = arena_new();
	const struct story *story = read_story(a, s);
	store_setup();
	struct theatre *t = theatre_open(s->rules, s->data, s->claims);
	struct play_options options = { .short_moves = s->way == WAY_SHORT, .keep = true };

	for (const struct played *p = story_play(a, story, theatre_carrier(t), &options); p != NULL;
	     p = p->next) {
		if (theatre_broken(t) != NULL)
			conclude(s, BROKEN, 0, theatre_broken(t));
		if (p->failure != NULL)
			conclude(s, UNDOABLE, p->failure->at.line,
			    arena_printf(
				a, "expected %s, got %s", p->failure->expected, p->failure->got));
	}
	conclude(s, HELD, 0, theatre_dump(t, a));
}

/* All that the child says, until nobody holds the other end. */
static const char *
listen(struct arena *a, int in)
{
	struct buf heard;
	char piece[4096];
	ssize_t n;

	buf_open(&heard, 0);
	while ((n = read(in, piece, sizeof(piece))) > 0)
		buf_add(&heard, piece, (size_t)n);
	close(in);
	const char *text = arena_strndup(a, heard.data, heard.size);
	buf_close(&heard);
	return text;
}

static struct trial
judge(struct arena *a, const char *heard, int status)
{
	const char *verdict = strchr(heard, VERDICT);
	struct trial t = { .verdict = BROKEN };
	char *rest;

	if (!WIFEXITED(status) || WEXITSTATUS(status) < STATUS || verdict == NULL) {
		t.text = arena_printf(a, "the program died: %s %d\n%s",
		    WIFSIGNALED(status) ? "signal" : "status",
		    WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), heard);
		return t;
	}
	t.verdict = (enum verdict)(WEXITSTATUS(status) - STATUS);
	t.line = (int)strtol(verdict + 1, &rest, 10);
	t.text = rest + 1;
	return t;
}

struct trial
trial_play(struct arena *a, const struct rulebook *rules, const char *story, enum way way,
    enum claims claims)
{
	char *data = way == WAY_REOPEN ? folder_new() : NULL;
	struct stage s = { rules, story, data, way, claims, -1 };
	int ends[2], status = 0;

	must(pipe(ends) == 0);
	fflush(NULL);
	pid_t child = fork();
	must(child >= 0);
	if (child == 0) {
		close(ends[0]);
		s.out = ends[1];
		dup2(ends[1], STDERR_FILENO);
		signal(SIGABRT, SIG_DFL); /* cmocka catches it */
		alarm(PATIENCE_S);
		play(&s);
	}
	close(ends[1]);
	const char *heard = listen(a, ends[0]);
	must(waitpid(child, &status, 0) == child);
	if (data != NULL)
		folder_remove(data);
	return judge(a, heard, status);
}
