/* A world for a play: made, copied, closed. */
#include "scenarios/play/run.h"

#include "base/arena.h"

#define LONGEST_NAME 40 /* of a world; the server takes 63 */
#define MOST_NAMES 1000

/* "VERIFY-001" plays in "verify-001": the same name each time, so that what
 * comes of it is the same, too. */
static const char *
world_name(struct run *r)
{
	char *name = arena_printf(r->arena, "%.*s", LONGEST_NAME, r->story->id.text);

	for (char *c = name; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return name;
}

static json_t *
wish(struct run *r)
{
	const struct story *s = r->story;
	json_t *body = json_pack("{s:s}", "name", r->world);
	json_t *policies = json_object();

	if (s->clock.text != NULL)
		json_object_set_new(body, "start", json_string(s->clock.text));
	if (s->seed.text != NULL)
		json_object_set_new(body, "seed", json_integer(strtoll(s->seed.text, NULL, 10)));
	if (s->fixture.text != NULL)
		json_object_set_new(body, "fixture", json_string(s->fixture.text));
	for (size_t i = 0; i < s->policy_count; i++)
		json_object_set_new(
		    policies, s->policies[i].key.text, json_string(s->policies[i].value.text));
	json_object_set_new(body, "policies", policies);
	return body;
}

static bool
read_now(struct run *r, struct place at, const json_t *body)
{
	const char *now = json_at(r->scratch, body, "now");

	if (now != NULL && instant_parse(now, &r->now))
		return true;
	return run_fail(r, at, now, "the world's instant in the answer");
}

/* What the actor's line says of the reseller, and what the world says of it. */
static bool
furnish(struct run *r, struct login *l)
{
	const char *path = arena_printf(
	    r->scratch, "/resellers/%s", url_part(r->scratch, l->username));
	struct answer answer;
	json_t *body = json_object();

	for (size_t i = 0; i < l->actor->pair_count; i++) {
		const struct pair *p = &l->actor->pairs[i];
		if (strcmp(p->key.text, "address") == 0)
			continue;
		json_t *value = json_string(p->value.text);
		if (strcmp(p->key.text, "email") == 0)
			json_object_set_new(
			    body, "tech_contact", json_pack("{s:o}", "email", value));
		else
			json_object_set_new(body, p->key.text, value);
	}
	if (!control_must(r, l->actor->name.at, "PATCH", path, body, &answer))
		return false;
	const char *name = json_at(r->scratch, answer.body, "name");
	const char *email = json_at(r->scratch, answer.body, "tech_contact.email");
	l->name = arena_strdup(r->arena, name == NULL ? l->username : name);
	l->email = arena_strdup(r->arena, email == NULL ? "" : email);
	json_decref(answer.body);
	return true;
}

/* Where a client beside its server is. */
static const char *
address_of(const struct actor *a)
{
	for (size_t i = 0; i < a->pair_count; i++)
		if (strcmp(a->pairs[i].key.text, "address") == 0)
			return a->pairs[i].value.text;
	return "127.0.0.1";
}

static bool
log_in(struct run *r, const struct actor *a, const json_t *user)
{
	const char *username = json_at(r->arena, user, "username"),
		   *key = json_at(r->arena, user, "key");
	struct login *l = NEW(r->arena, struct login);

	if (username == NULL || key == NULL)
		return run_fail(r, a->name.at, NULL, "a user name and a key for %s", a->name.text);
	*l = (struct login){
		.actor = a,
		.username = username,
		.key = key,
		.address = address_of(a),
		.next = r->logins,
	};
	r->logins = l;
	return furnish(r, l);
}

/* The world comes with one reseller, a ready-made one perhaps with more; the others
 * are added. */
static bool
log_in_all(struct run *r, const json_t *users)
{
	size_t n = 0;

	for (const struct actor *a = r->story->actors; a != NULL; a = a->next) {
		struct answer answer = { 0 };
		if (a->kind != ACTOR_RESELLER)
			continue;
		const json_t *user = json_array_get(users, n++);
		if (user == NULL &&
		    !control_must(r, a->name.at, "POST", "/resellers", json_object(), &answer))
			return false;
		bool done = log_in(r, a, user == NULL ? answer.body : user);
		json_decref(answer.body);
		if (!done)
			return false;
	}
	return true;
}

/* "verify-001-2" and so on, where the name is taken and any other will do. */
static bool
create(struct run *r, struct place at, struct answer *answer)
{
	const char *name = world_name(r);
	int n = 2;

	r->world = name;
	do {
		if (!control(r, at, "POST", "/api/v1/worlds", wish(r), answer))
			return false;
		if (answer->status != 409 || !r->options->any_name || n == MOST_NAMES)
			return control_granted(r, at, "POST", "/api/v1/worlds", answer);
		json_decref(answer->body);
		r->world = arena_printf(r->arena, "%s-%d", name, n++);
	} while (true);
}

bool
run_open_world(struct run *r)
{
	struct place top = place_top(r->story->file);
	struct answer answer;

	if (!create(r, top, &answer))
		return false;
	r->played->world = r->world;
	bool done = read_now(r, top, answer.body) &&
		    log_in_all(r, json_object_get(answer.body, "users"));
	json_decref(answer.body);
	r->played->start = r->now;
	for (const struct seeded *d = r->story->seeded; done && d != NULL; d = d->next)
		done = run_seeded(r, d);
	for (const struct step *f = r->story->faults; done && f != NULL; f = f->next)
		done = run_fault(r, f);
	return done;
}

/* A copy's users have new names but the same keys. */
static void
rename_login(struct run *r, struct login *l, const json_t *users)
{
	for (size_t i = 0; i < json_array_size(users); i++) {
		const json_t *user = json_array_get(users, i);
		const char *key = json_string_value(json_object_get(user, "key"));
		if (key != NULL && strcmp(key, l->key) == 0)
			l->username = json_at(r->arena, user, "username");
	}
}

bool
run_fork_world(const struct run *from, struct run *to, int number, struct place at)
{
	struct answer answer;
	const char *name = arena_printf(to->arena, "%s-%d", from->world, number);

	if (!control_must(to, at, "POST", "/fork", json_pack("{s:s}", "name", name), &answer))
		return false;
	to->world = to->played->world = name;
	to->logins = NULL;
	for (const struct login *l = from->logins; l != NULL; l = l->next) {
		struct login *copy = NEW(to->arena, struct login);
		*copy = *l;
		copy->next = to->logins;
		to->logins = copy;
		rename_login(to, copy, json_object_get(answer.body, "users"));
	}
	json_decref(answer.body);
	return true;
}

void
run_close_world(struct run *r)
{
	struct answer answer;

	if (r->played->world != NULL && !r->options->keep &&
	    control_must(r, place_top(r->story->file), "DELETE", "", NULL, &answer))
		json_decref(answer.body);
	if (!r->options->keep)
		r->played->world = NULL;
}
