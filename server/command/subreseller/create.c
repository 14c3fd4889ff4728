/* CREATE SUBRESELLER: an account below the asker's, with a user name and a key. */
#include "base/arena.h"
#include "command/subreseller/settings.h"

const struct attr accepts_create_subreseller[] = {
	{ .name = "username",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .min = LOGIN_SHORTEST,
	    .max = LOGIN_LONGEST,
	    .pattern = username_well_formed,
	    .refusal = &refusal_username_syntax },
	SETTINGS(REQUIRED),
	ATTR_LAST,
};

/* In this world, and for every world that this program serves. */
static bool
name_is_free(struct request *rq, const struct login *l)
{
	struct reseller r;
	struct login other;

	return !reseller_find(rq->world, rq->arena, l->username, &r) &&
	       !login_find(rq->world, rq->arena, l->username, &other) &&
	       (rq->usher == NULL || rq->usher->reserve(rq->usher, l->username, l->key));
}

const struct refusal *
cmd_create_subreseller(struct request *rq)
{
	const char *username = attr_text(rq, "username");
	const char *key = login_make_key(rq->world, rq->arena, username);
	struct login l = { .username = username, .key = key };
	struct subreseller s;

	if (!name_is_free(rq, &l))
		return refuse(rq, subreseller_exists, NULL);
	subreseller_create(rq->world, rq->arena, username, &s);
	s.is.parent = rq->reseller->id;
	s.is.process_immediately = rq->reseller->process_immediately;
	const struct refusal *no = settings_read(rq, &s, true);
	if (no != NULL)
		return no;
	subreseller_save(rq->world, rq->arena, &s);
	l.reseller = s.is.id;
	login_save(rq->world, &l);
	value_add_text(rq->arena, rq->reply, "id", arena_printf(rq->arena, "%" PRId64, s.is.id));
	value_add_text(rq->arena, rq->reply, "username", username);
	value_add_text(rq->arena, rq->reply, "key", key);
	return NULL;
}
