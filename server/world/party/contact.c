#include "world/party/contact.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"

const char *const role_names[ROLE_COUNT] = { "owner", "admin", "billing", "tech" };

const char *const contact_field_names[CONTACT_FIELDS] = {
#define FIELD(name, ...) #name,
#include "world/party/contact_fields.def"
#undef FIELD
};

static const size_t offsets[CONTACT_FIELDS] = {
#define FIELD(name, ...) offsetof(struct contact, name),
#include "world/party/contact_fields.def"
#undef FIELD
};

bool
role_named(const char *name, enum role *role)
{
	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (strcmp(role_names[i], name) == 0) {
			*role = (enum role)i;
			return true;
		}
	return false;
}

const char **
contact_field(struct contact *c, size_t field)
{
	must(field < CONTACT_FIELDS);
	return (const char **)(void *)((char *)c + offsets[field]);
}

static json_t *
contact_json(struct contact c)
{
	json_t *json = json_object();

	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		must(json_object_set_new(
			 json, contact_field_names[i], json_string(*contact_field(&c, i))) == 0);
	return json;
}

const char *
contacts_text(struct arena *a, const struct contact_set *set)
{
	json_t *json = json_object();

	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (set->given[i])
			must(json_object_set_new(json, role_names[i], contact_json(set->of[i])) ==
			     0);
	char *text = json_dumps(json, JSON_COMPACT);
	must(text != NULL);
	json_decref(json);
	const char *copy = arena_strdup(a, text);
	free(text);
	return copy;
}

struct contact_set
contacts_parse(struct arena *a, const char *text)
{
	struct contact_set set = { 0 };
	json_t *json = json_loads(text, 0, NULL);

	must(json != NULL);
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		const json_t *of = json_object_get(json, role_names[i]);
		set.given[i] = of != NULL;
		for (size_t f = 0; of != NULL && f < CONTACT_FIELDS; f++) {
			/* A field that this program learnt later is empty in old rows. */
			const char *value = json_string_value(
			    json_object_get(of, contact_field_names[f]));
			*contact_field(&set.of[i], f) = arena_strdup(a, value == NULL ? "" : value);
		}
	}
	json_decref(json);
	return set;
}
