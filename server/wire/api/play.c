/* A story is played here, in worlds of its own. */
#include "wire/api/api.h"

/* The compiled form as it is (README.md of scenarios/play/): its reader knows
 * better than a shape what is wrong with it; or a text; and what becomes of it. */
const struct field shape_play[] = {
	MAY("text", LINES),
	MAY("keep", FLAG),
	MAY("version", ANY),
	MAY("scenario", ANY),
	MAY("id", ANY),
	MAY("level", ANY),
	MAY("covers", ANY),
	MAY("source", ANY),
	MAY("ignore", ANY),
	MAY("strict_events", ANY),
	MAY("world", ANY),
	MAY("actors", ANY),
	MAY("maps", ANY),
	MAY("steps", ANY),
	SHAPE_END,
};

static const struct field told_fields[] = {
	HAS("at", INSTANT),
	HAS("kind", TEXT),
	HAS("file", TEXT),
	HAS("line", INTEGER),
	HAS("who", TEXT),
	HAS("text", TEXT),
	HAS("answer", TEXT),
	SHAPE_END,
};
static const struct field failure_fields[] = {
	HAS("file", TEXT),
	HAS("line", INTEGER),
	HAS("column", INTEGER),
	HAS("expected", TEXT),
	HAS("got", TEXT),
	SHAPE_END,
};
static const struct field play_fields[] = {
	HAS("id", TEXT),
	HAS("title", TEXT),
	HAS("file", TEXT),
	HAS_OR_NULL("row", TEXT),
	HAS_OR_NULL("level", TEXT),
	HAS_OR_NULL("world", NAME), /* where it was kept */
	HAS("passed", FLAG),
	HAS("covers", LIST),
	HAS("steps", INTEGER),
	HAS_A("story", ITEMS, told_fields),
	{ .name = "failure",
	    .type = FIELD_MAP,
	    .required = true,
	    .or_null = true,
	    .inner = failure_fields },
	MAY("start", INSTANT),
	MAY("end", INSTANT),
	SHAPE_END,
};
const struct field shape_played[] = {
	HAS("passed", INTEGER),
	HAS("failed", INTEGER),
	HAS_A("plays", ITEMS, play_fields),
	SHAPE_END,
};

static const char *
story_of(struct call *c, const json_t *body)
{
	json_t *story = json_copy((json_t *)body);

	json_object_del(story, "keep");
	return json_text(c->arena, story);
}

static const struct problem *
play(struct call *c, const json_t *body)
{
	play_fn *player = engine_config(c->engine)->play;
	const char *text = body_text(body, "text"), *wrong = "";

	if (player == NULL)
		return problem_new(c, 501, "not_built", "This server plays no stories.");
	struct play_wish wish = { .story = text != NULL ? text : story_of(c, body),
		.keep = body_flag(body, "keep", false) };
	const char *report = player(c->engine, c->arena, &wish, &wrong);
	if (report == NULL)
		return problem_new(c, 400, "bad_story", "%s", wrong);
	return answer_json(c, 200, json_parsed(report));
}

const struct problem *
api_play(struct call *c)
{
	return with_body(c, play);
}
