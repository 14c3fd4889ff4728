/* The nameservers, as clients changed them before there was a command of their own
 * (github.com/psoft/H-Sphere, XCP commands). */
#include "command/change.h"
#include "command/domain/modify/data.h"
#include "command/nameservers.h"

static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct refusal *no = change_in_parts(rq, t);

	c->nameservers = how;
	return no != NULL ? no : nameservers_unlocked(rq, t);
}

const struct refusal *
modify_nameserver_list(struct request *rq)
{
	const struct value *list = attr_tree(rq, "nameserver_list");
	const char *text;

	if (list == NULL)
		return refuse(rq, missing_field, "nameserver_list");
	const struct refusal *no = nameservers_read(rq, list, &refusal_invalid_data, &text);
	if (no != NULL)
		return no;
	return change_names(rq,
	    &(struct change_plan){ .build = build, .how = text, .waits_as = "update_nameservers" });
}
