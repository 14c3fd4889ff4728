/*
 * Mails and events: what the world tells by itself.
 *
 * A line takes the oldest notice that fits and that the story has not taken.
 * What nobody has taken when the story ends is a failure, see run.c.
 */
#include "scenarios/play/notice.h"

#include "base/arena.h"
#include "base/buf.h"

static bool
fetch(struct run *r, struct place at, struct notices *n)
{
	struct answer answer;
	size_t got;

	do {
		const char *path = n->cursor == NULL
				       ? arena_printf(r->scratch, "%s?limit=1000", n->path)
				       : arena_printf(r->scratch, "%s?limit=1000&since=%s", n->path,
					     url_part(r->scratch, n->cursor));
		if (!control_must(r, at, "GET", path, NULL, &answer))
			return false;
		json_t *items = json_object_get(answer.body, "items");
		const char *next = json_at(r->arena, answer.body, "next");
		got = json_array_size(items);
		json_array_extend(n->items, items);
		if (next != NULL)
			n->cursor = next;
		json_decref(answer.body);
	} while (got == 1000);
	return true;
}

bool
notices_fetch(struct run *r, struct place at, struct notices *n, bool anew)
{
	if (anew) {
		json_array_clear(n->items);
		n->cursor = NULL;
	}
	return fetch(r, at, n);
}

bool
notice_is_taken(struct run *r, const struct notices *n, const json_t *item)
{
	const char *id = json_at(r->scratch, item, "id");
	const struct taken *t = n->taken;

	while (t != NULL && id != NULL && strcmp(t->id, id) != 0)
		t = t->next;
	return t != NULL;
}

static void
take(struct run *r, struct notices *n, const json_t *item)
{
	struct taken *t = NEW(r->arena, struct taken);

	t->id = json_at(r->arena, item, "id");
	t->next = n->taken;
	n->taken = t;
}

static const char *
link_of(struct run *r, const json_t *mail, const char *rel)
{
	const json_t *links = json_object_get(mail, "links");

	for (size_t i = 0; i < json_array_size(links); i++) {
		const json_t *link = json_array_get(links, i);
		const char *name = json_at(r->scratch, link, "rel");
		if (name != NULL && strcmp(name, rel) == 0)
			return json_at(r->scratch, link, "url");
	}
	return NULL;
}

/* What a check looks at.  Of an event: its data first, then the event itself. */
static const char *
value_of(struct run *r, const struct step *s, const struct check *k, const json_t *item)
{
	const char *path = run_text(r, &k->path);

	if (k->link)
		return link_of(r, item, path);
	if (s->kind == STEP_EVENT) {
		const char *data = json_at(r->scratch, json_object_get(item, "object_data"), path);
		if (data != NULL)
			return data;
	}
	return json_at(r->scratch, item, path);
}

/* The mail is to this person; the event has this name. */
static bool
is_for(struct run *r, const struct step *s, const json_t *item)
{
	bool mail = s->kind == STEP_MAIL;
	const char *is = json_at(r->scratch, item, mail ? "to" : "event");
	const char *wanted = mail ? run_address(r, run_text(r, &s->actor)) : run_text(r, &s->name);

	return is != NULL && strcmp(is, wanted) == 0;
}

static bool
fits(struct run *r, const struct step *s, const json_t *item)
{
	if (!is_for(r, s, item))
		return false;
	for (size_t i = 0; i < s->check_count; i++)
		if (!check_holds(r, &s->checks[i], value_of(r, s, &s->checks[i], item)))
			return false;
	return true;
}

bool
notice_is_ignored(struct run *r, const struct notices *n, const json_t *item)
{
	bool event = n == &r->events;
	const char *name = json_at(r->scratch, item, event ? "event" : "type");
	const struct ignored *g = r->story->ignored;

	while (g != NULL && (g->event != event || name == NULL || strcmp(g->name.text, name) != 0))
		g = g->next;
	return g != NULL;
}

/* "none" looks past what the story ignores, unless the line asks for its type. */
static bool
looks_past(struct run *r, const struct step *s, const struct notices *n, const json_t *item)
{
	if (s->kind != STEP_MAIL || s->patience != NONE)
		return false;
	for (size_t i = 0; i < s->check_count; i++)
		if (!s->checks[i].link && strcmp(s->checks[i].path.text, "type") == 0)
			return false;
	return notice_is_ignored(r, n, item);
}

/* The oldest that fits and is still there to be taken; NULL: none. */
static json_t *
find(struct run *r, const struct step *s, const struct notices *n)
{
	for (size_t i = 0; i < json_array_size(n->items); i++) {
		json_t *item = json_array_get(n->items, i);
		if (!notice_is_taken(r, n, item) && !looks_past(r, s, n, item) && fits(r, s, item))
			return item;
	}
	return NULL;
}

const char *
notice_summary(struct run *r, const struct notices *n, const json_t *item)
{
	const char *at = json_at(r->scratch, item, "at");

	if (n == &r->mails)
		return arena_printf(r->scratch, "%s to %s at %s", json_at(r->scratch, item, "type"),
		    json_at(r->scratch, item, "to"), at);
	const char *event = json_at(r->scratch, item, "event");
	const char *domain = json_at(r->scratch, item, "object_data.domain_name");
	const char *status = json_at(r->scratch, item, "object_data.verification_status");
	return arena_printf(r->scratch, "%s of %s%s%s at %s", event, domain == NULL ? "?" : domain,
	    status == NULL ? "" : ": ", status == NULL ? "" : status, at);
}

/* What is still there to be taken, of the kind that was looked for. */
static const char *
what_is_there(struct run *r, const struct step *s, const struct notices *n)
{
	struct buf out;
	size_t count = 0;

	buf_open(&out, 4000);
	for (size_t i = 0; i < json_array_size(n->items); i++) {
		const json_t *item = json_array_get(n->items, i);
		if (!notice_is_taken(r, n, item) && is_for(r, s, item))
			buf_printf(&out, "%s%s", count++ == 0 ? "only " : ", ",
			    notice_summary(r, n, item));
	}
	const char *text = arena_strdup(r->scratch, count == 0 ? "none" : out.data);
	buf_close(&out);
	return text;
}

static const char *
wish_text(struct run *r, const struct step *s)
{
	struct buf out;

	buf_open(&out, 900);
	if (s->kind == STEP_MAIL)
		buf_printf(&out, "mail to %s", run_address(r, run_text(r, &s->actor)));
	else
		buf_printf(&out, "event %s", run_text(r, &s->name));
	for (size_t i = 0; i < s->check_count; i++)
		buf_printf(&out, "%s %s", i == 0 ? " with" : ",", check_text(r, &s->checks[i]));
	const char *text = arena_strdup(r->scratch, out.data);
	buf_close(&out);
	return text;
}

static void
tell_taken(struct run *r, const struct step *s, const struct notices *n, const json_t *item)
{
	const char *at_text = json_at(r->scratch, item, "at");
	const char *domain = json_at(r->scratch, item, "object_data.domain_name");
	const char *status = json_at(r->scratch, item, "object_data.verification_status");
	instant at = r->now;

	if (at_text != NULL)
		(void)instant_parse(at_text, &at);
	if (n == &r->mails) {
		tell(r, TOLD_MAIL, at, s->at, run_text(r, &s->actor),
		    json_at(r->scratch, item, "type"), json_at(r->scratch, item, "subject"));
		return;
	}
	tell(r, TOLD_EVENT, at, s->at, "", run_text(r, &s->name),
	    arena_printf(r->scratch, "%s%s%s", domain == NULL ? "" : domain,
		status == NULL ? "" : " is ", status == NULL ? "" : status));
}

static void
take_and_tell(struct run *r, const struct step *s, struct notices *n, const json_t *item)
{
	take(r, n, item);
	tell_taken(r, s, n, item);
	for (size_t i = 0; i < s->check_count; i++)
		if (s->checks[i].op == OP_KEEP)
			run_bind(
			    r, s->checks[i].value.text, value_of(r, s, &s->checks[i], item), false);
}

/* To the next timer, or to the deadline where there is none before it. */
static bool
step_on(struct run *r, struct place at, instant deadline)
{
	instant due;
	bool any;

	if (!next_due(r, at, &any, &due))
		return false;
	return move_to(r, at, any && due > r->now && due < deadline ? due : deadline);
}

static bool
expect(struct run *r, const struct step *s, struct notices *n, instant deadline)
{
	json_t *item;

	while ((item = find(r, s, n)) == NULL) {
		if (r->now >= deadline)
			return run_fail(r, s->at, what_is_there(r, s, n), "%s, until %s",
			    wish_text(r, s), instant_iso(deadline).text);
		if (!step_on(r, s->at, deadline) || !fetch(r, s->at, n))
			return false;
	}
	take_and_tell(r, s, n, item);
	return true;
}

static bool
expect_none(struct run *r, const struct step *s, struct notices *n, instant until)
{
	json_t *item = find(r, s, n);

	if (item == NULL && until > r->now) {
		if (!move_to(r, s->at, until) || !fetch(r, s->at, n))
			return false;
		item = find(r, s, n);
	}
	if (item != NULL)
		return run_fail(r, s->at, notice_summary(r, n, item), "no %s", wish_text(r, s));
	return true;
}

bool
run_notice(struct run *r, const struct step *s)
{
	struct notices *n = s->kind == STEP_MAIL ? &r->mails : &r->events;
	struct duration span = { 0 };

	if (s->span.text != NULL && !duration_parse(run_text(r, &s->span), &span))
		return run_fail(r, s->span.at, run_text(r, &s->span), "a duration");
	if (!notices_fetch(r, s->at, n, true))
		return false;
	instant deadline = instant_after(r->now, span);
	return s->patience == WITHIN ? expect(r, s, n, deadline) : expect_none(r, s, n, deadline);
}
