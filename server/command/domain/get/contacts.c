/* The contacts of a name, all or one of them. */
#include "command/contacts.h"

#include "base/arena.h"

#include "command/domain/get/types.h"
#include "world/flow/trade/trade.h"

/* Who is to be the owner, while it is not settled: panels show it. */
static void
say_request(struct request *rq, const struct term *t, struct value *set)
{
	struct trade running;

	if (!trade_running(rq->world, rq->arena, t->id, &running))
		return;
	struct contact next = contacts_parse(rq->arena, running.owner).of[OWNER];
	struct value *owner = (struct value *)value_get(set, role_names[OWNER]);
	value_add_text(rq->arena, owner, "ownership_changes_request",
	    arena_printf(rq->arena, "%s %s", next.first_name, next.last_name));
}

void
say_contacts(struct request *rq, const struct term *t, const enum role *roles, size_t n)
{
	struct contact_set set = contacts_parse(rq->arena, t->contacts);
	struct value *to = value_add(rq->arena, rq->reply, "contact_set", VALUE_ASSOC);

	for (size_t i = 0; i < n; i++)
		if (set.given[roles[i]]) {
			contact_write(rq, to, roles[i], &set.of[roles[i]]);
			if (roles[i] == OWNER)
				say_request(rq, t, to);
		}
}

void
say_one_contact(struct request *rq, const struct term *t)
{
	enum role role = OWNER;

	if (role_named(attr_text(rq, "type"), &role))
		say_contacts(rq, t, &role, 1);
}
