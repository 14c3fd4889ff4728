/* People as contacts: what an actor line leaves out is filled in from here. */
#include "scenarios/play/run.h"

#include "base/arena.h"

#define FIELDS 13

/* Valid everywhere, and nobody's: RFC 2606 names, a 555 number. */
static const struct contact_line defaults[FIELDS] = {
	{ "first_name", "Pat" },
	{ "last_name", "Player" },
	{ "org_name", "" },
	{ "address1", "1 Story Street" },
	{ "address2", "" },
	{ "address3", "" },
	{ "city", "Toronto" },
	{ "state", "ON" },
	{ "postal_code", "M5V 2T6" },
	{ "country", "CA" },
	{ "phone", "+1.4165550100" },
	{ "fax", "" },
	{ "email", "" },
};

static const char *
written(const struct actor *a, const char *key)
{
	for (size_t i = 0; a != NULL && i < a->pair_count; i++)
		if (strcmp(a->pairs[i].key.text, key) == 0)
			return a->pairs[i].value.text;
	return NULL;
}

/* name="Anna Ek": the last word is the last name. */
static void
split_name(struct run *r, const struct actor *a, struct contact_line *c)
{
	const char *name = written(a, "name");
	const char *space = name == NULL ? NULL : strrchr(name, ' ');

	if (space != NULL) {
		c[0].value = arena_strndup(r->scratch, name, (size_t)(space - name));
		c[1].value = arena_strdup(r->scratch, space + 1);
	} else if (name != NULL) {
		c[0].value = name;
	}
}

const struct contact_line *
contact_of(struct run *r, const struct actor *a)
{
	struct contact_line *c = NEW_ARRAY(r->scratch, struct contact_line, FIELDS + 1);

	memcpy(c, defaults, sizeof(defaults));
	split_name(r, a, c);
	for (size_t i = 0; i < FIELDS; i++) {
		const char *value = written(a, c[i].name);
		if (value != NULL)
			c[i].value = value;
	}
	if (written(a, "org_name") == NULL)
		c[2].value = arena_printf(r->scratch, "%s %s", c[0].value, c[1].value);
	if (written(a, "email") == NULL)
		c[12].value = arena_printf(
		    r->scratch, "%s@player.example", a == NULL ? "pat" : a->name.text);
	return c;
}

const struct contact_line *
contact_named(struct run *r, const char *name)
{
	const struct map *m = story_map(r->story, name);

	if (m == NULL)
		return contact_of(r, story_actor(r->story, name));
	struct contact_line *c = NEW_ARRAY(r->scratch, struct contact_line, m->pair_count + 1);
	for (size_t i = 0; i < m->pair_count; i++)
		c[i] = (struct contact_line){ m->pairs[i].key.text,
			run_text(r, &m->pairs[i].value) };
	return c;
}
