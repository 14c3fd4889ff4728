#include "shell/player.h"

#include "base/arena.h"
#include "scenarios/play/report.h"
#include "shell/vocabulary.h"

/* Steps enter by the door through which the story came. */
static bool
send_on(void *closure, struct exchange *x, const char **why)
{
	(void)why;
	engine_call(closure, x);
	return true;
}

static const char *
first_of(struct arena *a, const struct complaints *c)
{
	const struct complaint *one = c->first;
	const char *more = c->count == 1 ? "" : arena_printf(a, "; and %zu more", c->count - 1);

	return arena_printf(
	    a, "%s:%d:%d: %s%s", one->at.file, one->at.line, one->at.column, one->text, more);
}

const char *
player_play(struct engine *e, struct arena *a, const struct play_wish *wish, const char **wrong)
{
	const struct engine_config *config = engine_config(e);
	struct vocabulary words = vocabulary_of(a, config->rules);
	struct complaints c = { .arena = a, .file = "story" };
	struct carrier carrier = { send_on, e, config->control_token };
	struct play_options options = { .keep = wish->keep, .any_name = true };
	struct buf out;

	words.library = (struct library){ 0 }; /* no file of this machine is a stranger's */
	const struct story *s = story_read(&c, &words, wish->story, strlen(wish->story));
	if (s == NULL) {
		*wrong = first_of(a, &c);
		return NULL;
	}
	buf_open(&out, 0);
	report_json(&out, story_play(a, s, &carrier, &options));
	const char *report = arena_strdup(a, out.data);
	buf_close(&out);
	return report;
}
