/* UPDATE_CONTACTS DOMAIN: whole contacts of a name are replaced. */
#include "base/arena.h"
#include "command/contacts.h"
#include "command/owned.h"
#include "world/flow/verification/verification.h"
#include "world/party/contact_rules.h"

const struct attr accepts_update_contacts[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "types",
	    .type = ATTR_TREE,
	    .required = REQUIRED,
	    .refusal = &refusal_invalid_data },
	{ .name = "contact_set",
	    .type = ATTR_TREE,
	    .required = REQUIRED,
	    .refusal = &refusal_invalid_data },
	{ .name = "affect_domains", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	{ .name = "report_email", .type = ATTR_TEXT, .max = 128, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* A registry that knows no such contact refuses it by name. */
static const struct refusal *
replace(struct request *rq, const struct term *t, const char *type, struct contact_set *set)
{
	enum role role;

	if (!role_named(type, &role) || !contact_taken(t->name, role))
		return refuse(rq, contact_type, excerpt(rq->arena, type));
	set->given[role] = true;
	return contact_read(
	    rq, attr_tree(rq, "contact_set"), role, t->name, &refusal_invalid_data, &set->of[role]);
}

static const struct refusal *
replace_all(struct request *rq, const struct term *t, struct contact_set *set)
{
	const struct refusal *no = NULL;

	for (const struct value *v = attr_tree(rq, "types")->first; no == NULL && v != NULL;
	     v = v->next)
		no = replace(rq, t, trimmed(rq->arena, v->text), set);
	return no;
}

/* Recorded for site5/moo_moo: one result for each name that was touched. */
static void
reply_details(struct request *rq, const char *domain)
{
	struct value *details = value_add(rq->arena, rq->reply, "details", VALUE_ASSOC);
	struct value *of = value_add(rq->arena, details, domain, VALUE_ASSOC);

	value_add_text(rq->arena, of, "response_text", rq->text);
	value_add_text(rq->arena, of, "waiting_requests_no", "0");
	value_add_text(rq->arena, of, "encoding_type", "");
	value_add_text(rq->arena, of, "response_code", "200");
	value_add_text(rq->arena, of, "is_success", "1");
}

const struct refusal *
cmd_update_contacts(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = nothing_waits(rq, t.name);
	if (no == NULL && attr_flag(rq, "affect_domains"))
		no = refuse(rq, apply_to_all, NULL);
	if (no != NULL)
		return no;
	struct contact_set set = contacts_parse(rq->arena, t.contacts);
	const struct contact before = set.of[OWNER];
	no = replace_all(rq, &t, &set);
	if (no != NULL)
		return no;
	t.contacts = contacts_text(rq->arena, &set);
	term_save(rq->world, &t);
	verification_contacts_changed(rq->world, rq->arena, &t, &before);
	reply_details(rq, t.name);
	return NULL;
}
