/* Whether WHOIS names the reseller of a name: the registrar's own matter. */
#include "command/change.h"
#include "command/domain/modify/data.h"

/* A name says so unless it was told not to. */
static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	(void)t, (void)how;
	change_setting(c, "rsp_whois_info", attr_flag(rq, "flag") ? "" : "N");
	return NULL;
}

const struct refusal *
modify_rsp_whois_info(struct request *rq)
{
	if (!attr_given(rq, "flag"))
		return refuse(rq, missing_field, "flag");
	return change_names(rq, &(struct change_plan){ .build = build,
				    .all = attr_flag(rq, "affect_domains") ? NULL : "all" });
}
