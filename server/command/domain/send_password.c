/* SEND_PASSWORD DOMAIN: who has forgotten a password gets a link by mail. */
#include "base/arena.h"
#include "command/owned.h"
#include "world/notice/letter.h"
#include "world/party/profile.h"
#include "world/party/way_back.h"

static bool
is_addressee(const char *text)
{
	return strcmp(text, "owner") == 0 || strcmp(text, "admin") == 0;
}

/* The vendor's page calls all three required, and has a default for one; its PHP
 * client demands the name only. */
const struct attr accepts_send_password[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain,
	    .missing = &refusal_no_domain },
	{ .name = "send_to",
	    .type = ATTR_TEXT,
	    .max = 5,
	    .pattern = is_addressee,
	    .refusal = &refusal_invalid_data },
	{ .name = "sub_user", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_send_password(struct request *rq)
{
	struct world *w = rq->world;
	struct arena *a = rq->arena;
	bool for_sub = attr_flag(rq, "sub_user");
	struct subuser sub;
	struct term t;
	const struct refusal *no = own_term_or_480(rq, &t);

	if (no == NULL && for_sub && !subuser_of(w, a, profile_id(&t), &sub))
		no = refuse(rq, subuser_not_found, NULL);
	if (no != NULL)
		return no;
	enum role to = strcmp(attr_word(rq, "send_to"), "owner") == 0 ? OWNER : ADMIN;
	const char *token = way_back_open(w, a, &t, for_sub ? &sub : NULL);
	struct mail m = letter_to(w, a, &t, to, "profile.password");
	letter_say(&m, "username", for_sub ? sub.username : t.reg_username);
	letter_say(&m, "password_url",
	    arena_printf(a, "%s/w/%s/password/%s", w->base_url, w->name, token));
	mail_send(w, a, &m);
	return NULL;
}
