#include "command/user.h"

#include "base/arena.h"
#include "world/party/cookie.h"
#include "world/party/profile.h"
#include "world/registry/registry.h"

/* There is at most one (437), and it is the newest. */
static bool
waits(struct request *rq, const struct term *t, struct registry_request *r)
{
	return request_list(rq->world, rq->arena, t->reseller, t->name, 1, r) == 1 &&
	       strcmp(r->status, "waiting") == 0;
}

const char *
user_waits_for(struct request *rq, const struct term *t)
{
	struct registry_request r;

	return waits(rq, t, &r) ? r.action : "None";
}

/* What the reseller lets no helper do, the owner cannot permit. */
static void
bound(const struct request *rq, struct user *u)
{
	u->sub.permission &= rq->reseller->subuser_permissions;
}

const struct refusal *
user_read(struct request *rq, struct user *u)
{
	struct cookie c;
	bool given;
	const struct refusal *no = cookie_read(rq, &c, &given);

	*u = (struct user){ .is_owner = !given || c.subuser == 0 };
	if (no == NULL && !u->is_owner && !subuser_load(rq->world, rq->arena, c.subuser, &u->sub))
		no = refuse(rq, bad_cookie, NULL);
	bound(rq, u);
	return no;
}

const struct refusal *
user_login(struct request *rq, const char *domain, struct term *t, struct user *u)
{
	const char *username = attr_text(rq, "reg_username"),
		   *password = attr_text(rq, "reg_password");

	u->is_owner = profile_find(
	    rq->world, rq->arena, rq->reseller->id, domain, username, password, t);
	if (u->is_owner)
		return NULL;
	if (!rq->reseller->subusers || !term_find(rq->world, rq->arena, domain, t) ||
	    t->reseller != rq->reseller->id ||
	    !subuser_of(rq->world, rq->arena, profile_id(t), &u->sub) ||
	    strcmp(u->sub.username, username) != 0 || strcmp(u->sub.password, password) != 0)
		return foreign(rq, domain);
	bound(rq, u);
	return NULL;
}

void
user_say(struct request *rq, const struct term *t, const struct user *u)
{
	struct arena *a = rq->arena;
	const char *names = arena_printf(a, "%" PRId64, term_profile_size(rq->world, t));
	const char *mask = u->is_owner ? "" : arena_printf(a, "%" PRId64, u->sub.permission);
	struct registry_request r;

	value_add_text(a, rq->reply, "permission", mask);
	value_add_text(a, rq->reply, "f_owner", u->is_owner ? "1" : "0");
	value_add_text(a, rq->reply, "domain_count", names);
	value_add_text(a, rq->reply, "expiredate", instant_plain(t->expires).text);
	value_add_text(a, rq->reply, "waiting_requests_no", waits(rq, t, &r) ? "1" : "0");
}
