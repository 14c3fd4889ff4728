/* UPDATE_CONTACTS DOMAIN: whole contacts of a name are replaced. */
#include "command/contact_change.h"
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
	{ .name = "report_email",
	    .type = ATTR_TEXT,
	    .max = 128,
	    .pattern = email_well_formed,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static const struct refusal *
read_types(struct request *rq, struct contact_change *change)
{
	for (const struct value *v = attr_tree(rq, "types")->first; v != NULL; v = v->next) {
		const char *type = trimmed(rq->arena, v->text);
		enum role role;
		if (!role_named(type, &role))
			return refuse(rq, contact_type, excerpt(rq->arena, type));
		change->wanted[role] = true;
		change->from[role] = role;
	}
	return NULL;
}

const struct refusal *
cmd_update_contacts(struct request *rq)
{
	struct contact_change change = { .sent = attr_tree(rq, "contact_set") };
	const struct refusal *no = read_types(rq, &change);

	return no != NULL ? no : contact_change(rq, &change);
}
