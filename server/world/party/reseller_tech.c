/* A reseller's technical contact, as the contact of a name. */
#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "world/party/reseller.h"

/* "Shop Support Desk" is Shop, and Support Desk. */
static void
split_name(struct arena *a, const char *name, struct contact *c)
{
	size_t first = strcspn(name, " ");

	c->first_name = arena_strndup(a, name, first);
	c->last_name = arena_strdup(a, name + first + strspn(name + first, " "));
}

static void
add_address(struct arena *a, const char *text, struct contact *c)
{
	json_t *map = json_loads(text, 0, NULL);

	must(map != NULL);
	for (size_t i = 0; i < CONTACT_FIELDS; i++) {
		const char *value = json_string_value(json_object_get(map, contact_field_names[i]));
		if (value != NULL)
			*contact_field(c, i) = arena_strdup(a, value);
	}
	json_decref(map);
}

struct contact
reseller_tech(struct arena *a, const struct reseller *r)
{
	struct contact c = { .phone = r->tech_phone, .email = r->tech_email };

	c.org_name = r->company;
	split_name(a, r->tech_name, &c);
	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		if (*contact_field(&c, i) == NULL)
			*contact_field(&c, i) = "";
	if (strcmp(r->tech_address, "{}") != 0)
		add_address(a, r->tech_address, &c);
	return c;
}
