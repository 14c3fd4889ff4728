/* Kinds that change what a registry wants to know besides contacts. */
#include "command/tld_data.h"
#include "base/must.h"
#include "command/domain/modify/data.h"

static const struct group {
	const char *data, *attr; /* an assoc of fields, which stand ... */
	const char *prefix; /* ... below this path; "": anywhere */
} groups[] = {
	{ "ced_info", "ced_info", "tld_data.ced_info" },
	{ "nexus_info", "nexus", "tld_data.nexus" },
	{ "tld_data", "tld_data", "" },
};

static const struct group *
group_of(const char *data)
{
	size_t i = 0;

	while (i < sizeof(groups) / sizeof(*groups) && strcmp(groups[i].data, data) != 0)
		i++;
	must(i < sizeof(groups) / sizeof(*groups));
	return &groups[i];
}

static const struct refusal *
build_group(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct group *g = how;

	return tld_data_change(rq, t, attr_tree(rq, g->attr), g->prefix, c);
}

const struct refusal *
modify_tld_data(struct request *rq)
{
	const struct group *g = group_of(attr_text(rq, "data"));

	if (!attr_given(rq, g->attr))
		return refuse(rq, missing_field, g->attr);
	return change_names(
	    rq, &(struct change_plan){
		    .build = build_group, .how = g, .waits_as = "tld_update_contacts" });
}

struct one_field {
	const char *path, *text;
};

static const struct refusal *
build_field(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct one_field *f = how;

	return tld_data_field(rq, t, f->path, f->text, c);
}

static const struct refusal *
change_field(struct request *rq, const char *attr, const struct one_field *f)
{
	if (*f->text == '\0')
		return refuse(rq, missing_field, attr);
	return change_names(
	    rq, &(struct change_plan){
		    .build = build_field, .how = f, .waits_as = "modify_contact_info" });
}

const struct refusal *
modify_forwarding_email(struct request *rq)
{
	return change_field(rq, "forwarding_email",
	    &(struct one_field){ "tld_data.forwarding_email", attr_word(rq, "forwarding_email") });
}

/* The organization's text stands with the owner in old requests, by itself in newer
 * ones. */
const struct refusal *
modify_descr(struct request *rq)
{
	const struct value *old = value_path(rq->attributes, "contact_set.owner.descr");
	const char *text = attr_given(rq, "descr") ? attr_text(rq, "descr")
			   : old == NULL           ? ""
						   : trimmed(rq->arena, old->text);

	return change_field(rq, "descr", &(struct one_field){ "descr", text });
}
