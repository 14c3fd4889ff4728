/* GET_DOMAINS_CONTACTS DOMAIN: the contacts of many names at once; a name that is
 * not the asker's spoils nothing for the others. */
#include "base/arena.h"
#include "command/contacts.h"
#include "world/name/domain.h"
#include "world/name/term.h"

const struct attr accepts_get_domains_contacts[] = {
	{ .name = "domain_list",
	    .type = ATTR_TREE,
	    .required = REQUIRED,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static void
say_contacts(struct request *rq, struct value *to, const struct term *t)
{
	static const enum role roles[] = { OWNER, ADMIN, TECH, BILLING };
	struct contact_set set = contacts_parse(rq->arena, t->contacts);
	struct value *list = value_add(rq->arena, to, "contact_set", VALUE_ASSOC);

	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (set.given[roles[i]])
			contact_write(rq, list, roles[i], &set.of[roles[i]]);
}

/* The words of github.com/site5/moo_moo. */
static void
say_name(struct request *rq, const char *name)
{
	struct term t;

	if (value_get(rq->reply, name) != NULL)
		return;
	struct value *to = value_add(rq->arena, rq->reply, name, VALUE_ASSOC);
	if (term_find(rq->world, rq->arena, name, &t) && t.reseller == rq->reseller->id)
		say_contacts(rq, to, &t);
	else
		value_add_text(rq->arena, to, "error",
		    arena_printf(rq->arena, "Domain does not belong to the reseller %s",
			rq->reseller->name));
}

const struct refusal *
cmd_get_domains_contacts(struct request *rq)
{
	for (const struct value *v = attr_tree(rq, "domain_list")->first; v != NULL; v = v->next) {
		const char *text = v->kind == VALUE_TEXT ? v->text : "";
		const char *name = domain_folded(rq->arena, trimmed(rq->arena, text));
		if (!domain_well_formed(name))
			return refuse(rq, invalid_domain, excerpt(rq->arena, name));
		say_name(rq, name);
	}
	return NULL;
}
