#include "command/contact_change.h"

#include "command/change.h"
#include "command/contacts.h"
#include "world/party/contact_rules.h"

/* A registry that knows no such contact refuses it by name. */
static const struct refusal *
replace(struct request *rq, const struct contact_change *change, enum role role, const char *domain,
    struct contact_set *set)
{
	if (!contact_taken(rq->world, rq->arena, domain, role))
		return refuse(rq, contact_type, role_names[role]);
	set->given[role] = true;
	return contact_read(
	    rq, change->sent, change->from[role], domain, &refusal_invalid_data, &set->of[role]);
}

const struct refusal *
contact_change_build(
    struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct contact_change *change = how;
	struct contact_set set = contacts_parse(rq->arena, t->contacts);
	const struct refusal *no = NULL;

	for (size_t i = 0; no == NULL && i < ROLE_COUNT; i++)
		if (change->wanted[i])
			no = replace(rq, change, (enum role)i, t->name, &set);
	c->contacts = contacts_text(rq->arena, &set);
	return no;
}

static const struct refusal *
build_alone(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct refusal *no = change_in_parts(rq, t);

	return no != NULL ? no : contact_change_build(rq, t, c, how);
}

const struct refusal *
contact_change(struct request *rq, const struct contact_change *change)
{
	return change_names(rq, &(struct change_plan){ .build = build_alone,
				    .how = change,
				    .waits_as = "modify_contact_info",
				    .details = true });
}
