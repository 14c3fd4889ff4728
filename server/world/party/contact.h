/*
 * Contacts: who stands behind a name, in four roles.
 *
 * A set is kept as one JSON text in the row that owns it (a term, an order):
 * it is written and read as a whole.  Empty fields are left out, and a role with
 * the same contact as an earlier one only names it: {"owner":{...},"admin":"owner"}.
 */
#ifndef WORLD_PARTY_CONTACT_H
#define WORLD_PARTY_CONTACT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum role { OWNER, ADMIN, BILLING, TECH, ROLE_COUNT };
extern const char *const role_names[ROLE_COUNT];
bool role_named(const char *name, enum role *role);

/* Wire names and limits of the fields stand in contact_fields.def. */
struct contact {
#define FIELD(name, ...) const char *name;
#include "world/party/contact_fields.def"
#undef FIELD
};
#define FIELD(name, ...) CONTACT_##name,
enum contact_field {
#include "world/party/contact_fields.def"
	CONTACT_FIELDS
};
#undef FIELD
extern const char *const contact_field_names[CONTACT_FIELDS];
const char **contact_field(struct contact *c, size_t field);

struct contact_set {
	bool given[ROLE_COUNT];
	struct contact of[ROLE_COUNT]; /* no member is NULL where given */
};

const char *contacts_text(struct arena *a, const struct contact_set *set);
struct contact_set contacts_parse(struct arena *a, const char *text); /* our own text */

/* Of texts: the roles of AFTER that BEFORE has not, or has otherwise; and TEXT with the
 * roles of CHANGED instead of its own. */
const char *contacts_changed(struct arena *a, const char *before, const char *after);
const char *contacts_merged(struct arena *a, const char *text, const char *changed);

#endif
