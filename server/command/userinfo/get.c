/* GET USERINFO: who is logged in, and what can be done with the name. */
#include "command/user.h"
#include "world/name/capability.h"

const struct attr accepts_get_userinfo[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

static void
say_capabilities(struct request *rq, const struct term *t)
{
	struct value *list = value_add(rq->arena, rq->reply, "capabilities", VALUE_ASSOC);

	for (size_t i = 0; i < capability_count; i++) {
		bool has = capability_of(rq->world, rq->arena, t->name, &capabilities[i]);
		value_add_text(rq->arena, list, capabilities[i].name, has ? "1" : "0");
	}
}

/* The two locks are the vendor's own doing; nothing here sets one. */
const struct refusal *
cmd_get_userinfo(struct request *rq)
{
	struct term t;
	struct user u;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = user_read(rq, &u);
	if (no != NULL)
		return no;
	value_add_text(
	    rq->arena, rq->reply, "username", u.is_owner ? t.reg_username : u.sub.username);
	value_add_text(rq->arena, rq->reply, "domain", t.name);
	user_say(rq, &t, &u);
	say_capabilities(rq, &t);
	value_add_text(rq->arena, rq->reply, "inaccuratewhois", "0");
	value_add_text(rq->arena, rq->reply, "auction_escrow", "0");
	return NULL;
}
