/* People and operators do something: rows of act.c. */
#include "scenarios/play/run.h"

#include "base/arena.h"
#include "scenarios/play/notice.h"
#include "scenarios/play/words.h"

static const struct word *
given(const struct pair *pairs, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(pairs[i].key.text, key) == 0)
			return &pairs[i].value;
	return NULL;
}

static json_t *
list_of(struct run *r, const char *text)
{
	static const char gaps[] = " ,";
	json_t *list = json_array();

	for (text += strspn(text, gaps); *text != '\0'; text += strspn(text, gaps)) {
		size_t n = strcspn(text, gaps);
		json_array_append_new(list, json_string(arena_strndup(r->scratch, text, n)));
		text += n;
	}
	return list;
}

static json_t *
typed(struct run *r, const struct word *w, enum key_type type)
{
	const char *text = run_text(r, w);

	switch (type) {
	case KEY_FLAG:
		return json_boolean(strcmp(text, "yes") == 0);
	case KEY_NUMBER:
		return json_integer(strtoll(text, NULL, 10));
	case KEY_LIST:
		return list_of(r, text);
	default:
		return json_string(text);
	}
}

/* "tech_contact.email": a map in the body, made when its first member comes. */
static void
put_member(struct run *r, json_t *body, const char *member, json_t *value)
{
	size_t n = strcspn(member, ".");

	if (member[n] == '\0') {
		json_object_set_new(body, member, value);
		return;
	}
	const char *outer = arena_strndup(r->scratch, member, n);
	if (json_object_get(body, outer) == NULL)
		json_object_set_new(body, outer, json_object());
	json_object_set_new(json_object_get(body, outer), member + n + 1, value);
}

static json_t *
body_of(struct run *r, const struct step *s, const struct act *act)
{
	json_t *body = json_object();

	if (act->fixed_member != NULL)
		json_object_set_new(body, act->fixed_member, json_string(act->fixed_value));
	for (const struct act_key *k = act->keys; k->name != NULL; k++) {
		const struct word *w = given(s->pairs, s->pair_count, k->name);
		if (w != NULL && k->member != NULL)
			put_member(r, body, k->member, typed(r, w, k->type));
	}
	return body;
}

/* "/domains/{domain}" with the value of that key; {who} is the actor. */
static const char *
target_of(struct run *r, const struct step *s, const char *target)
{
	const char *open = strchr(target, '{'), *close = strchr(target, '}');

	if (open == NULL || close == NULL)
		return target;
	const char *key = arena_strndup(r->scratch, open + 1, (size_t)(close - open - 1));
	const struct word *w = given(s->pairs, s->pair_count, key);
	const char *value = w != NULL ? run_text(r, w) : run_address(r, s->actor.text);
	return arena_printf(r->scratch, "%.*s%s%s", (int)(open - target), target,
	    url_part(r->scratch, value), close + 1);
}

static json_t *
contact_json(struct run *r, const struct word *person)
{
	const char *name = run_plain(r, person) + 1; /* behind the @ */
	json_t *map = json_object();

	for (const struct contact_line *c = contact_named(r, name); c->name != NULL; c++)
		json_object_set_new(map, c->name, json_string(c->value));
	return map;
}

/* The contacts that the line names; who is left out, the server makes up. */
static json_t *
contacts_json(struct run *r, const struct pair *pairs, size_t count)
{
	const struct word *all = given(pairs, count, "contacts");
	json_t *map = json_object();

	for (size_t i = 0; role_words[i] != NULL; i++) {
		const struct word *one = given(pairs, count, role_words[i]);
		if (one != NULL || all != NULL)
			json_object_set_new(
			    map, role_words[i], contact_json(r, one != NULL ? one : all));
	}
	return map;
}

/* Of all mails to this address, of this type, about this name, the newest; "0",
 * which no mail has, where there is none: the server says so. */
static bool
newest_mail(struct run *r, const struct step *s, const char **id)
{
	static const char *const keys[] = { "to", "type", "domain", NULL };

	*id = "0";
	if (!notices_fetch(r, s->at, &r->mails, true))
		return false;
	for (size_t i = 0; i < json_array_size(r->mails.items); i++) {
		const json_t *item = json_array_get(r->mails.items, i);
		bool fits = true;
		for (size_t k = 0; keys[k] != NULL; k++) {
			const struct word *w = given(s->pairs, s->pair_count, keys[k]);
			const char *is = json_at(r->scratch, item, keys[k]);
			fits = fits &&
			       (w == NULL || (is != NULL && strcmp(is, run_text(r, w)) == 0));
		}
		if (fits)
			*id = json_at(r->scratch, item, "id");
	}
	return true;
}

static json_t *
policies_json(struct run *r, const struct step *s)
{
	json_t *map = json_object();

	for (size_t i = 0; i < s->pair_count; i++)
		json_object_set_new(
		    map, s->pairs[i].key.text, json_string(run_text(r, &s->pairs[i].value)));
	return map;
}

static json_t *
notice_json(struct run *r, const struct step *s)
{
	const char *notice = run_text(r, given(s->pairs, s->pair_count, "notice"));

	return json_pack(
	    "{s:{s:b}}", "notices", notice, strcmp(run_text(r, &s->name), "unmute") == 0);
}

/* Method, target and body; false: the step has failed. */
static bool
compose(
    struct run *r, const struct step *s, const struct act *act, const char **target, json_t **body)
{
	const char *id;

	*target = act->target;
	switch (act->shape) {
	case ACT_POLICY:
		*body = policies_json(r, s);
		return true;
	case ACT_NOTICE:
		*target = target_of(r, s, act->target);
		*body = notice_json(r, s);
		return true;
	case ACT_ADD:
		*body = body_of(r, s, act);
		json_object_set_new(*body, "contacts", contacts_json(r, s->pairs, s->pair_count));
		return true;
	case ACT_BOUNCE:
		if (!newest_mail(r, s, &id))
			return false;
		*target = arena_printf(r->scratch, "/mail/%s/bounce", id);
		*body = body_of(r, s, act);
		return true;
	default:
		*target = target_of(r, s, act->target);
		*body = body_of(r, s, act);
		return true;
	}
}

/* Lint has looked, but not behind a verb that stands in a column. */
static bool
is_complete(struct run *r, const struct step *s, const struct act *act)
{
	for (const struct act_key *k = act->keys; k != NULL && k->name != NULL; k++)
		if (k->required && given(s->pairs, s->pair_count, k->name) == NULL)
			return run_fail(
			    r, s->at, NULL, "%s=, which '%s' needs", k->name, act->verb);
	return true;
}

static void
tell_act(struct run *r, const struct step *s, const struct answer *answer)
{
	static const char *const keys[] = { "domain", "order" };
	const char *text = run_text(r, &s->name);

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const struct word *about = given(s->pairs, s->pair_count, keys[i]);
		if (about != NULL)
			text = arena_printf(r->scratch, "%s %s", text, run_text(r, about));
	}
	tell(r, TOLD_ACT, r->now, s->at, s->actor.text, text,
	    answer->status >= 300 ? answer_summary(r, answer) : "");
}

bool
run_act(struct run *r, const struct step *s)
{
	enum actor_kind kind = story_actor(r->story, s->actor.text)->kind;
	const struct act *act = act_find(kind, run_text(r, &s->name));
	struct answer answer = { 0 };
	const char *target;
	json_t *body;

	if (act == NULL)
		return run_fail(r, s->name.at, run_text(r, &s->name), "something that a %s can do",
		    actor_kind_name(kind));
	if (!is_complete(r, s, act))
		return false;
	if (act->shape == ACT_MOVE)
		run_login(r, s->actor.text)->address = arena_strdup(
		    r->arena, run_text(r, given(s->pairs, s->pair_count, "to")));
	else if (act->shape != ACT_NOTHING &&
		 (!compose(r, s, act, &target, &body) ||
		     !control(r, s->at, act->method, target, body, &answer)))
		return false;
	bool done = answer.status < 300 || checks_look_at_refusal(s) ||
		    run_fail(r, s->at, answer_summary(r, &answer), "%s to be done", act->verb);
	if (done)
		tell_act(r, s, &answer);
	done = done && run_checks_json(r, s, &answer);
	json_decref(answer.body);
	return done;
}

bool
run_seeded(struct run *r, const struct seeded *d)
{
	static const struct word add = { .text = "add" };
	struct step s = { .kind = STEP_ACT,
		.at = d->name.at,
		.name = add,
		.pairs = d->pairs,
		.pair_count = d->pair_count };
	const struct act *act = act_find(ACTOR_OPERATOR, "add");
	json_t *body = body_of(r, &s, act);
	struct answer answer;

	json_object_set_new(body, "name", json_string(d->name.text));
	json_object_set_new(body, "contacts", contacts_json(r, d->pairs, d->pair_count));
	if (!control_must(r, s.at, act->method, act->target, body, &answer))
		return false;
	json_decref(answer.body);
	return true;
}
