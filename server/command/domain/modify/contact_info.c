/* The contacts that are sent are replaced, and those that are to be the same. */
#include "command/contact_change.h"
#include "command/contacts.h"
#include "command/domain/modify/data.h"

/* also_apply_to: the contact that was sent is to stand under these roles too. */
static const struct refusal *
read_copies(
    struct request *rq, const struct value *list, struct contact_change *change, enum role from)
{
	for (const struct value *v = list == NULL ? NULL : list->first; v != NULL; v = v->next) {
		const char *type = trimmed(rq->arena, v->text);
		enum role role;
		if (!role_named(type, &role))
			return refuse(rq, contact_type, excerpt(rq->arena, type));
		if (change->wanted[role])
			continue;
		change->wanted[role] = true;
		change->from[role] = from;
	}
	return NULL;
}

const struct refusal *
modify_contact_info(struct request *rq)
{
	struct contact_change change = { .sent = attr_tree(rq, "contact_set") };
	size_t sent = 0;
	enum role from = OWNER;

	for (size_t i = 0; i < ROLE_COUNT; i++) {
		change.wanted[i] = !contact_absent(change.sent, (enum role)i);
		change.from[i] = (enum role)i;
		from = change.wanted[i] && sent++ == 0 ? (enum role)i : from;
	}
	if (sent == 0)
		return refuse(rq, missing_field, "contact_set");
	const struct value *copies = value_get(change.sent, "also_apply_to");
	const struct refusal *no = read_copies(rq, copies, &change, from);
	if (no != NULL)
		return no;
	rq->text = "Command completed successfully";
	return contact_change(rq, &change);
}
