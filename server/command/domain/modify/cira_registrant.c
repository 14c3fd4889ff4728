/* The registrant of a .ca name: who it is, and what CIRA wants to know of him. */
#include "command/contact_change.h"
#include "command/contacts.h"
#include "command/domain/modify/data.h"
#include "command/tld_data.h"

static const char *const fields[] = { "legal_type", "lang_pref", "rant_agrees", "rant_no",
	"domain_description" };

static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct contact_change *change = how;
	const struct refusal *no = NULL;

	for (size_t i = 0; no == NULL && i < sizeof(fields) / sizeof(*fields); i++)
		if (attr_given(rq, fields[i]))
			no = tld_data_field(rq, t, fields[i], attr_text(rq, fields[i]), c);
	if (no == NULL && change->wanted[OWNER])
		no = contact_change_build(rq, t, c, change);
	return no;
}

/* A contact_set with the owner, legal_type with what goes with it, or both. */
const struct refusal *
modify_cira_registrant(struct request *rq)
{
	struct contact_change change = { .sent = attr_tree(rq, "contact_set") };

	change.wanted[OWNER] = !contact_absent(change.sent, OWNER);
	if (!change.wanted[OWNER] && !attr_given(rq, "legal_type"))
		return refuse(rq, missing_field, "legal_type");
	return change_names(
	    rq, &(struct change_plan){
		    .build = build, .how = &change, .waits_as = "tld_update_contacts" });
}
