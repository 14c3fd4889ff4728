/* The contacts of a name, all or one of them. */
#include "command/contacts.h"

#include "command/domain/get/types.h"

void
say_contacts(struct request *rq, const struct term *t, const enum role *roles, size_t n)
{
	struct contact_set set = contacts_parse(rq->arena, t->contacts);
	struct value *to = value_add(rq->arena, rq->reply, "contact_set", VALUE_ASSOC);

	for (size_t i = 0; i < n; i++)
		if (set.given[roles[i]])
			contact_write(rq, to, roles[i], &set.of[roles[i]]);
}

void
say_one_contact(struct request *rq, const struct term *t)
{
	enum role role = OWNER;

	if (role_named(attr_text(rq, "type"), &role))
		say_contacts(rq, t, &role, 1);
}
