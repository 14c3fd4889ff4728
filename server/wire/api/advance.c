/* Moving time: all of it in the one transaction of the request. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/journal/answered.h"

#define LONGEST_REPORT 1000 /* rows of `fired`; the rest is in the history */
#define NO_MAX "P10Y" /* how far `until` looks where nobody says */

const struct problem *
move_problem(struct call *c, enum move moved, instant to)
{
	switch (moved) {
	case MOVED:
		return NULL;
	case NOT_IN_THE_FUTURE:
		return problem_new(c, 409, "not_in_the_future",
		    "It is %s already, and %s is before that: a world's time only goes forward.",
		    instant_iso(c->world->now).text, instant_iso(to).text);
	case NOT_FROZEN:
		return problem_new(c, 409, "clock_not_frozen",
		    "This clock follows the machine's and cannot be moved: set it to frozen or"
		    " flowing first.");
	case LOOPED:
		break;
	}
	return problem_new(c, 500, "event_loop",
	    "Events plan each other in a circle at one instant: a bug of the server. Nothing has"
	    " changed.");
}

static const struct field until_fields[] = {
	HAS("kind", TEXT),
	MAY("subject", TEXT),
	SHAPE_END,
};
const struct field shape_advance[] = {
	MAY("by", DURATION),
	MAY("to", INSTANT),
	MAY_A("until", MAP, until_fields),
	MAY("max", DURATION),
	MAY("idempotency_key", TEXT),
	SHAPE_END,
};
const struct field shape_jump[] = {
	MAY("by", DURATION),
	MAY("to", INSTANT),
	MAY("idempotency_key", TEXT),
	SHAPE_END,
};

static instant
target(struct call *c, const json_t *body)
{
	struct duration by = { 0 };
	const char *text = body_text(body, "by");

	if (text == NULL || !duration_parse(text, &by))
		return body_instant(body, "to", c->world->now);
	instant to = instant_after(c->world->now, by);
	return to < 0 ? 0 : to;
}

static const struct problem *
check_target(struct call *c, const json_t *body)
{
	int ways = body_has(body, "by") + body_has(body, "to") + body_has(body, "until");

	if (ways != 1)
		return problem_new(c, 400, "bad_value", "Say exactly one of: by, to%s.",
		    c->route->run == api_advance ? ", until" : "");
	if (body_has(body, "max") && !body_has(body, "until"))
		return problem_new(c, 400, "bad_value", "\"max\" belongs to \"until\".");
	if (target(c, body) > LAST_INSTANT)
		return problem_new(c, 400, "bad_value", "Worlds end with the year 9999.");
	return NULL;
}

static bool
kind_is_known(struct call *c, const char *kind)
{
	return kind_named(arena_strndup(c->arena, kind, strcspn(kind, "."))) != NULL;
}

static const struct problem *
run_until(struct call *c, const json_t *body, json_t *reply)
{
	const json_t *until = json_object_get(body, "until");
	const char *kind = body_text(until, "kind");
	const char *max_text = body_has(body, "max") ? body_text(body, "max") : NO_MAX;
	struct duration max = { 0 };
	bool met = false;

	if (!kind_is_known(c, kind))
		return problem_new(c, 400, "unknown_kind",
		    "No event is of kind \"%s\"; the agenda shows what is planned, for example"
		    " \"verification\" or \"verification.suspension\".",
		    kind);
	(void)duration_parse(max_text, &max);
	instant to = instant_after(c->world->now, max);
	if (to > LAST_INSTANT)
		to = LAST_INSTANT;
	enum move moved = world_run_until(c->world, kind, body_text(until, "subject"), to, &met);
	json_put(reply, "met", json_boolean(met));
	return move_problem(c, moved, to);
}

const struct field shape_fired[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT),
	HAS("kind", TEXT),
	HAS("subject", TEXT),
	SHAPE_END,
};
const struct field shape_moved[] = {
	HAS("now", INSTANT),
	HAS("fired_count", INTEGER),
	HAS_A("fired", ITEMS, shape_fired), /* the first thousand */
	MAY("met", FLAG), /* of `until`: its event came */
	SHAPE_END,
};
const struct field shape_history_filter[] = {
	MAY("kind", TEXT),
	MAY("subject", TEXT),
	SHAPE_END,
};

json_t *
fired_json(struct arena *a, const struct fired *f)
{
	return json_pack("{s:I, s:o, s:s, s:s}", "id", (json_int_t)f->id, "at", json_instant(f->at),
	    "kind", arena_printf(a, "%s.%s", f->kind, f->event), "subject", f->label);
}

static void
report(struct call *c, int64_t before, json_t *reply)
{
	struct fired *rows = NEW_ARRAY(c->arena, struct fired, LONGEST_REPORT);
	size_t n = history_list(c->world, c->arena, before, NULL, NULL, LONGEST_REPORT, rows);
	json_t *fired = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(fired, fired_json(c->arena, &rows[i]));
	json_put(reply, "now", json_instant(c->world->now));
	json_put(reply, "fired_count", json_integer(history_last(c->world) - before));
	json_put(reply, "fired", fired);
}

/* The same key a second time: the same answer, and nothing moves. */
static const struct problem *
answer_again(struct call *c, const char *key, const json_t *body, bool *again)
{
	const char *kept = answered_find(c->world, c->arena, key);

	*again = kept != NULL;
	if (kept == NULL)
		return NULL;
	json_t *first = json_parsed(kept);
	bool same = json_equal(json_object_get(first, "body"), body) &&
		    strcmp(body_text(first, "target"), c->x->target) == 0;
	json_t *reply = json_incref(json_object_get(first, "reply"));
	json_decref(first);
	if (same)
		return answer_json(c, 200, reply);
	json_decref(reply);
	return problem_new(
	    c, 409, "key_reused", "The idempotency key \"%s\" was used for another request.", key);
}

typedef const struct problem *mover(struct call *c, const json_t *body, json_t *reply);

static const struct problem *
move(struct call *c, const json_t *body, mover *run)
{
	const char *key = body_text(body, "idempotency_key");
	const struct problem *p = check_target(c, body);
	bool again = false;

	if (p == NULL && key != NULL)
		p = answer_again(c, key, body, &again);
	if (p != NULL || again)
		return p;
	int64_t before = history_last(c->world);
	json_t *reply = json_object();
	p = run(c, body, reply);
	if (p != NULL) {
		json_decref(reply);
		return p;
	}
	report(c, before, reply);
	if (key != NULL)
		answered_keep(c->world, key,
		    json_text(c->arena, json_pack("{s:s, s:O, s:O}", "target", c->x->target, "body",
					    body, "reply", reply)));
	return answer_json(c, 200, reply);
}

static const struct problem *
run_advance(struct call *c, const json_t *body, json_t *reply)
{
	if (body_has(body, "until"))
		return run_until(c, body, reply);
	instant to = target(c, body);
	return move_problem(c, world_advance(c->world, to), to);
}

static const struct problem *
run_jump(struct call *c, const json_t *body, json_t *reply)
{
	(void)reply;
	instant to = target(c, body);
	return move_problem(c, world_jump(c->world, to), to);
}

static const struct problem *
advance(struct call *c, const json_t *body)
{
	return move(c, body, run_advance);
}

const struct problem *
api_advance(struct call *c)
{
	return with_body(c, advance);
}

static const struct problem *
jump(struct call *c, const json_t *body)
{
	return move(c, body, run_jump);
}

const struct problem *
api_jump(struct call *c)
{
	return with_body(c, jump);
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct fired *rows = NEW_ARRAY(c->arena, struct fired, limit);
	size_t n = history_list(c->world, c->arena, since, call_query(c, "kind"),
	    call_query(c, "subject"), limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, fired_json(c->arena, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

static int64_t
last(struct call *c)
{
	return history_last(c->world);
}

const struct problem *
api_history(struct call *c)
{
	return list(c, &(struct listing){ fill, last });
}
