/* Kinds that set a value or two in the rows of names. */
#include "command/change_report.h"
#include "command/dnssec.h"
#include "command/domain/modify/data.h"
#include "command/owned.h"
#include "world/name/authcode.h"
#include "world/notice/note.h"

const struct refusal *
change_all(struct request *rq, bool locked_too, change_fn *change)
{
	struct term *rows;
	size_t n;
	const struct refusal *no = owned_names(rq, locked_too, &rows, &n);

	struct change_report report;

	if (no != NULL)
		return no;
	change_report_open(&report);
	for (size_t i = 0; i < n; i++) {
		change(rq, &rows[i]);
		term_save(rq->world, &rows[i]);
		change_report_add(&report, rows[i].name, rq->code, rq->text);
	}
	change_report_send(rq, &report, attr_flag(rq, "affect_domains"));
	return NULL;
}

const struct refusal *
all_given(struct request *rq, const char *const *names)
{
	for (; *names != NULL; names++)
		if (!attr_given(rq, *names))
			return refuse(rq, missing_field, *names);
	return NULL;
}

/* Noted whether it changes or not: the recorded name (lookup/get_notes_for_domain) had
 * nothing to disable.  That the opposite is enabled is inferred. */
static void
set_expire_action(struct request *rq, struct term *t)
{
	t->auto_renew = attr_flag(rq, "auto_renew");
	t->let_expire = attr_flag(rq, "let_expire");
	note_add(rq->world, t->reseller, t->name, 0,
	    t->let_expire ? "Let-expire setting enabled." : "Let-expire setting disabled.");
}

const struct refusal *
modify_expire_action(struct request *rq)
{
	static const char *const needed[] = { "auto_renew", "let_expire", NULL };
	const struct refusal *no = all_given(rq, needed);

	if (no == NULL && attr_flag(rq, "auto_renew") && attr_flag(rq, "let_expire"))
		no = refuse(rq, invalid_data, "auto_renew and let_expire contradict each other");
	return no != NULL ? no : change_all(rq, false, set_expire_action);
}

static void
set_lock(struct request *rq, struct term *t)
{
	t->locked = attr_flag(rq, "lock_state");
}

/* Who asks for all names of a profile to be unlocked means the locked ones. */
const struct refusal *
modify_status(struct request *rq)
{
	static const char *const needed[] = { "lock_state", NULL };
	const struct refusal *no = all_given(rq, needed);

	return no != NULL ? no : change_all(rq, true, set_lock);
}

static void
set_auth_info(struct request *rq, struct term *t)
{
	if (authcode_used(rq->world, rq->arena, t->name))
		authcode_choose(rq->world, t, attr_text(rq, "domain_auth_info"));
}

const struct refusal *
modify_auth_info(struct request *rq)
{
	static const char *const needed[] = { "domain_auth_info", NULL };
	struct term t;
	const struct refusal *no = all_given(rq, needed);

	if (no == NULL)
		no = owned_term(rq, &t);
	if (no == NULL && !authcode_used(rq->world, rq->arena, t.name))
		no = refuse(rq, no_authcode, t.name);
	return no != NULL ? no : change_all(rq, false, set_auth_info);
}

const struct refusal *
modify_dnssec(struct request *rq)
{
	return dnssec_set(rq);
}
