/*
 * From a call line to an OPS message: paths become a tree, people become
 * contact sets, and what the command requires and the line leaves out is
 * filled in, unless it says "raw".
 */
#include "scenarios/play/message.h"

#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/words.h"

/* What a line need not say.  Documented in README.md. */
static const struct {
	const char *action, *path, *value;
} fallbacks[] = {
	{ "sw_register", "reg_type", "new" },
	{ "sw_register", "period", "1" },
	{ "sw_register", "reg_username", "player" },
	{ "sw_register", "reg_password", "story12345" },
	{ "sw_register", "custom_nameservers", "0" },
	{ "sw_register", "custom_tech_contact", "0" },
	{ "sw_register", "handle", "process" },
};

static const struct {
	const char *ending, *path, *value;
} tld_defaults[] = {
#define TLD_DEFAULT(ending, path, value) { ending, path, value },
#include "scenarios/play/tld_defaults.def"
#undef TLD_DEFAULT
};

/* The object of an action whose line names none; of all others it is a domain. */
static const struct {
	const char *action, *object;
} objects[] = {
	{ "get_balance", "balance" },
	{ "poll", "event" },
	{ "ack", "event" },
};

static struct value *
find_member(const struct value *parent, const char *key)
{
	struct value *v = parent->first;

	while (v != NULL && strcmp(v->key, key) != 0)
		v = v->next;
	return v;
}

static bool
is_index(const char *s, size_t n)
{
	return n > 0 && strspn(s, "0123456789") >= n;
}

static const char *
member_key(const struct value *parent, const char *key)
{
	return parent->kind == VALUE_ARRAY ? NULL : key;
}

/* Sets "contact_set.owner.email"; a number is a place in an array, and places
 * come in their order.  False: they do not, or the path runs through a text. */
static bool
put(struct arena *a, struct value *root, const char *path, const char *text)
{
	for (;;) {
		size_t n = strcspn(path, ".");
		const char *key = arena_strndup(a, path, n), *rest = path + n + 1;
		struct value *v = find_member(root, key);
		if (root->kind == VALUE_ARRAY && v == NULL &&
		    strtoul(key, NULL, 10) != value_count(root))
			return false;
		if (path[n] == '\0') {
			if (v == NULL)
				value_add_text(a, root, member_key(root, key), text);
			else if (v->kind == VALUE_TEXT)
				v->text = text;
			return v == NULL || v->kind == VALUE_TEXT;
		}
		if (v == NULL)
			v = value_add(a, root, member_key(root, key),
			    is_index(rest, strcspn(rest, ".")) ? VALUE_ARRAY : VALUE_ASSOC);
		if (v->kind == VALUE_TEXT)
			return false;
		root = v;
		path = rest;
	}
}

static void
put_contact(struct run *r, struct value *attributes, const char *role, const char *person)
{
	for (const struct contact_line *c = contact_named(r, person); c->name != NULL; c++)
		put(r->scratch, attributes,
		    arena_printf(r->scratch, "contact_set.%s.%s", role, c->name), c->value);
}

static void
put_contacts(struct run *r, struct value *attributes, const char *key, const char *person)
{
	for (size_t i = 0; role_words[i] != NULL; i++)
		if (strcmp(key, "contacts") == 0 || strcmp(key, role_words[i]) == 0)
			put_contact(r, attributes, role_words[i], person);
}

/* "owner.email" is short for "contact_set.owner.email". */
static const char *
full_path(struct run *r, const char *path)
{
	const char *first = arena_strndup(r->scratch, path, strcspn(path, "."));

	return is_one_of(first, role_words) && strchr(path, '.') != NULL
		   ? arena_printf(r->scratch, "contact_set.%s", path)
		   : path;
}

/* A text, or each line of a map below the path. */
static bool
put_word(struct run *r, struct value *root, const char *path, const struct word *w)
{
	const char *plain = run_plain(r, w);
	const struct map *m = w->quoted || plain[0] != '@' ? NULL : story_map(r->story, plain + 1);
	bool done = true;

	if (m == NULL)
		return put(r->scratch, root, path, run_text(r, w));
	for (size_t i = 0; done && i < m->pair_count; i++)
		done = put_word(r, root,
		    arena_printf(r->scratch, "%s.%s", path, m->pairs[i].key.text),
		    &m->pairs[i].value);
	return done;
}

static bool
put_pair(struct run *r, struct value *top, struct value *attributes, const struct pair *p)
{
	const char *key = run_text(r, &p->key);
	bool role = strcmp(key, "contacts") == 0 || is_one_of(key, role_words);
	const char *plain = run_plain(r, &p->value);

	if (role && !p->value.quoted && plain[0] == '@') {
		put_contacts(r, attributes, key, plain + 1);
		return true;
	}
	bool done = key[0] == '^' ? put_word(r, top, key + 1, &p->value)
				  : put_word(r, attributes, full_path(r, key), &p->value);
	return done || run_fail(r, p->key.at, key,
			   "a path: members by name, places of an array in their order");
}

/* A registration names an owner, admin and billing contact; who is left out is
 * the owner.  A tech contact of its own has to be announced. */
static void
fill_contacts(struct run *r, struct value *attributes)
{
	const struct value *set = value_get(attributes, "contact_set");
	const struct value *owner = set == NULL ? NULL : value_get(set, "owner");

	if (owner == NULL) {
		put_contact(r, attributes, "owner", ""); /* nobody's: the player's own person */
		owner = value_path(attributes, "contact_set.owner");
	}
	for (size_t i = 1; i < 3; i++) {
		if (value_path(attributes,
			arena_printf(r->scratch, "contact_set.%s", role_words[i])) != NULL)
			continue;
		for (const struct value *v = owner->first; v != NULL; v = v->next)
			if (v->kind == VALUE_TEXT)
				put(r->scratch, attributes,
				    arena_printf(
					r->scratch, "contact_set.%s.%s", role_words[i], v->key),
				    v->text);
	}
	if (value_path(attributes, "contact_set.tech") != NULL &&
	    value_get(attributes, "custom_tech_contact") == NULL)
		put(r->scratch, attributes, "custom_tech_contact", "1");
}

static bool
ends_in(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);

	return n > m && strcmp(name + n - m, ending) == 0;
}

static void
fill_tld_data(struct run *r, struct value *attributes)
{
	const char *domain = value_text(attributes, "domain");

	for (size_t i = 0; i < sizeof(tld_defaults) / sizeof(*tld_defaults); i++)
		if (domain != NULL && ends_in(domain, tld_defaults[i].ending) &&
		    value_path(attributes, tld_defaults[i].path) == NULL)
			put(r->scratch, attributes, tld_defaults[i].path, tld_defaults[i].value);
}

/* A change of contacts lists the roles it changes. */
static void
fill_types(struct run *r, struct value *attributes)
{
	const struct value *set = value_get(attributes, "contact_set");
	size_t n = 0;

	if (set == NULL || value_get(attributes, "types") != NULL)
		return;
	for (const struct value *v = set->first; v != NULL; v = v->next)
		put(r->scratch, attributes, arena_printf(r->scratch, "types.%zu", n++), v->key);
}

static void
fill(struct run *r, struct value *attributes, const char *action)
{
	if (strcmp(action, "sw_register") == 0) {
		fill_contacts(r, attributes);
		fill_tld_data(r, attributes);
	}
	if (strcmp(action, "update_contacts") == 0)
		fill_types(r, attributes);
	for (size_t i = 0; i < sizeof(fallbacks) / sizeof(*fallbacks); i++)
		if (strcmp(fallbacks[i].action, action) == 0 &&
		    value_get(attributes, fallbacks[i].path) == NULL)
			put(r->scratch, attributes, fallbacks[i].path, fallbacks[i].value);
}

static const char *
object_of(struct run *r, const struct step *s)
{
	if (s->object.text != NULL)
		return run_text(r, &s->object);
	for (size_t i = 0; i < sizeof(objects) / sizeof(*objects); i++)
		if (strcmp(objects[i].action, run_text(r, &s->name)) == 0)
			return objects[i].object;
	return "domain";
}

/* Clients send these in capitals; a raw line is sent as it is written. */
static const char *
capitals(struct run *r, const struct step *s, const char *text)
{
	char *copy = arena_strdup(r->scratch, text);

	for (char *c = copy; *c != '\0' && !s->raw; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return copy;
}

struct value *
message_of(struct run *r, const struct step *s)
{
	struct value *top = value_new(r->scratch, VALUE_ASSOC);
	struct value *attributes = value_new(r->scratch, VALUE_ASSOC);
	const char *action = run_text(r, &s->name);

	value_add_text(r->scratch, top, "protocol", "XCP");
	value_add_text(r->scratch, top, "action", capitals(r, s, action));
	if (!s->raw || s->object.text != NULL)
		value_add_text(r->scratch, top, "object", capitals(r, s, object_of(r, s)));
	for (size_t i = 0; i < s->pair_count; i++)
		if (!put_pair(r, top, attributes, &s->pairs[i]))
			return NULL;
	if (!s->raw)
		fill(r, attributes, action);
	value_adopt(r->scratch, top, "attributes", attributes);
	return top;
}
