#include "command/contacts.h"

#include "base/arena.h"
#include "base/must.h"
#include "world/party/contact_rules.h"

/* As in the recorded reply lookup/get_domain. */
static const enum contact_field written_order[] = {
	CONTACT_country,
	CONTACT_address3,
	CONTACT_org_name,
	CONTACT_phone,
	CONTACT_address2,
	CONTACT_last_name,
	CONTACT_state,
	CONTACT_email,
	CONTACT_city,
	CONTACT_postal_code,
	CONTACT_fax,
	CONTACT_address1,
	CONTACT_first_name,
};
_Static_assert(sizeof(written_order) / sizeof(*written_order) == CONTACT_FIELDS,
    "every field of contact_fields.def is written");

bool
contact_absent(const struct value *set, enum role role)
{
	const struct value *v = value_get(set, role_names[role]);

	return v == NULL || v->kind != VALUE_ASSOC || v->first == NULL;
}

static struct contact
taken_from(struct arena *a, const struct value *v)
{
	struct contact c;

	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		*contact_field(&c, i) = trimmed(a, value_text(v, contact_field_names[i]));
	c.country = country_folded(a, c.country);
	return c;
}

static const struct refusal *
flawed(struct request *rq, struct contact_verdict v, enum role role, const char *text,
    const struct refusal_row *data)
{
	const char *where = arena_printf(
	    rq->arena, "%s.%s", role_names[role], contact_field_names[v.field]);

	switch (v.flaw) {
	case FLAW_NONE:
		return NULL;
	case FLAW_MISSING:
		return refuse(rq, missing_field, where);
	case FLAW_NUMBER:
		return refuse(rq, contact_number, NULL);
	case FLAW_LONG:
		return refuse(rq, contact_range, where);
	case FLAW_LINES:
		return refusal_new(rq, data, where);
	case FLAW_LETTERS:
	case FLAW_COUNTRY:
	case FLAW_EMAIL:
		break;
	}
	return refusal_new(
	    rq, data, arena_printf(rq->arena, "%s '%s'", where, excerpt(rq->arena, text)));
}

const struct refusal *
contact_read(struct request *rq, const struct value *set, enum role role, const char *domain,
    const struct refusal_row *data, struct contact *c)
{
	if (contact_absent(set, role))
		return refuse(rq, missing_field, role_names[role]);
	*c = taken_from(rq->arena, value_get(set, role_names[role]));
	struct contact_verdict v = contact_check(rq->world, rq->arena, domain, role, c);
	return flawed(rq, v, role, *contact_field(c, v.field), data);
}

void
contact_write(struct request *rq, struct value *parent, enum role role, const struct contact *c)
{
	struct value *to = value_add(rq->arena, parent, role_names[role], VALUE_ASSOC);
	struct contact copy = *c;

	for (size_t i = 0; i < CONTACT_FIELDS; i++) {
		enum contact_field f = written_order[i];
		value_add_text(rq->arena, to, contact_field_names[f], *contact_field(&copy, f));
	}
}
