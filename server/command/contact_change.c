#include "command/contact_change.h"

#include "base/arena.h"
#include "command/contacts.h"
#include "command/owned.h"
#include "world/flow/verification/verification.h"
#include "world/party/contact_rules.h"

/* A registry that knows no such contact refuses it by name. */
static const struct refusal *
replace(struct request *rq, const struct contact_change *change, enum role role, const char *domain,
    struct contact_set *set)
{
	if (!contact_taken(domain, role))
		return refuse(rq, contact_type, role_names[role]);
	set->given[role] = true;
	return contact_read(
	    rq, change->sent, change->from[role], domain, &refusal_invalid_data, &set->of[role]);
}

static const struct refusal *
change_one(struct request *rq, const struct contact_change *change, struct term *t)
{
	struct contact_set set = contacts_parse(rq->arena, t->contacts);
	const struct contact before = set.of[OWNER];
	const struct refusal *no = NULL;

	for (size_t i = 0; no == NULL && i < ROLE_COUNT; i++)
		if (change->wanted[i])
			no = replace(rq, change, (enum role)i, t->name, &set);
	if (no != NULL)
		return no;
	t->contacts = contacts_text(rq->arena, &set);
	term_save(rq->world, t);
	verification_contacts_changed(rq->world, rq->arena, t, &before);
	return NULL;
}

/* Recorded for site5/moo_moo: one result for each name that was touched. */
static void
say_result(struct request *rq, struct value *details, const char *domain, const struct refusal *no)
{
	struct value *of = value_add(rq->arena, details, domain, VALUE_ASSOC);
	int code = no == NULL ? 200 : no->row->code;

	value_add_text(rq->arena, of, "response_text", no == NULL ? rq->text : no->text);
	value_add_text(rq->arena, of, "waiting_requests_no", "0");
	value_add_text(rq->arena, of, "encoding_type", "");
	value_add_text(rq->arena, of, "response_code", arena_printf(rq->arena, "%d", code));
	value_add_text(rq->arena, of, "is_success", no == NULL ? "1" : "0");
}

const struct refusal *
contact_change(struct request *rq, const struct contact_change *change)
{
	struct term *rows;
	size_t n, done = 0;
	const struct refusal *no = owned_names(rq, false, &rows, &n), *last = NULL;

	if (no != NULL)
		return no;
	struct value *details = value_add(rq->arena, rq->reply, "details", VALUE_ASSOC);
	for (size_t i = 0; i < n; i++) {
		no = change_one(rq, change, &rows[i]);
		say_result(rq, details, rows[i].name, no);
		done += no == NULL;
		last = no != NULL ? no : last;
	}
	return done > 0 ? NULL : last;
}
