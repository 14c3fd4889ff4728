/*
 * SEND_CIRA_APPROVAL_EMAIL and CIRA_EMAIL_PWD DOMAIN: letters of the registry of .ca to
 * the admin contact, sent once more.
 *
 * What the registrant does at the registry is outside of this model: that its agreement
 * is accepted is said here, as rant_agrees, with the order or by modify.
 */
#include "base/arena.h"
#include "command/owned.h"
#include "world/name/capability.h"
#include "world/name/setting.h"
#include "world/notice/letter.h"

#define DOMAIN \
	{ \
		.name = "domain", .type = ATTR_DOMAIN, .max = 253, \
		.refusal = &refusal_invalid_domain \
	}
const struct attr accepts_send_cira_approval_email[] = { DOMAIN, ATTR_LAST };
const struct attr accepts_cira_email_pwd[] = { DOMAIN, ATTR_LAST };

static const struct refusal *
own_cira_name(struct request *rq, struct term *t)
{
	const struct refusal *no = owned_term(rq, t);

	if (no == NULL && !capability_named(rq->world, rq->arena, t->name, "cira_email_pwd"))
		no = refuse(rq, setting_absent, "letters of CIRA");
	return no;
}

/* Of the name; clients write a flag. */
static bool
has_agreed(struct request *rq, const struct term *t)
{
	const char *word = setting_of(rq->world, rq->arena, t->id, "rant_agrees");

	return strcmp(word, "Y") == 0 || strcmp(word, "1") == 0;
}

const struct refusal *
cmd_send_cira_approval_email(struct request *rq)
{
	struct term t;
	const struct refusal *no = own_cira_name(rq, &t);

	if (no == NULL && has_agreed(rq, &t))
		no = refuse(rq, no_approval, t.name);
	if (no != NULL)
		return no;
	struct mail m = letter_to(rq->world, rq->arena, &t, ADMIN, "cira.approval");
	mail_send(rq->world, rq->arena, &m);
	return NULL;
}

#define PASSWORD_LENGTH 10 /* inferred */

/* The number that the registrant has at CIRA, where the reseller has said it; else one
 * of ours, so that the letter is complete. */
const struct refusal *
cmd_cira_email_pwd(struct request *rq)
{
	struct world *w = rq->world;
	struct arena *a = rq->arena;
	struct term t;
	const struct refusal *no = own_cira_name(rq, &t);

	if (no != NULL)
		return no;
	const char *number = setting_of(w, a, t.id, "rant_no");
	const char *secret = world_secret(w, a, "cira", t.id);
	struct mail m = letter_to(w, a, &t, ADMIN, "cira.password");
	letter_say(&m, "registrant", *number == '\0' ? arena_printf(a, "%" PRId64, t.id) : number);
	letter_say(&m, "password", arena_strndup(a, secret, PASSWORD_LENGTH));
	mail_send(w, a, &m);
	return NULL;
}
