#include "command/user.h"

#include "base/arena.h"
#include "world/registry/registry.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

bool
username_well_formed(const char *text)
{
	return text[strspn(text, LETTERS DIGITS)] == '\0';
}

/* The vendor's own end-user interface, manage.cgi, allows these. */
bool
password_well_formed(const char *text)
{
	return text[strspn(text, LETTERS DIGITS "[]()!@$^,.~|=-+_{}#")] == '\0';
}

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

void
user_say(struct request *rq, const struct term *t)
{
	struct arena *a = rq->arena;
	const char *names = arena_printf(a, "%" PRId64, term_profile_size(rq->world, t));
	struct registry_request r;

	value_add_text(a, rq->reply, "permission", "");
	value_add_text(a, rq->reply, "f_owner", "1");
	value_add_text(a, rq->reply, "domain_count", names);
	value_add_text(a, rq->reply, "expiredate", instant_plain(t->expires).text);
	value_add_text(a, rq->reply, "waiting_requests_no", waits(rq, t, &r) ? "1" : "0");
}
