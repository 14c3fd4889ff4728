/* A kind that only .uk has: whether WHOIS shows people. */
#include "base/arena.h"
#include "command/domain/modify/data.h"
#include "command/tld_data.h"
#include "world/name/capability.h"

static const struct refusal *
build_opt(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	(void)how;
	if (!capability_named(rq->world, rq->arena, t->name, "uk_whois_opt"))
		return refuse(rq, setting_absent, "uk_whois_opt");
	change_setting(c, "uk_whois_opt", attr_flag(rq, "uk_whois_opt") ? "Y" : "N");
	if (!attr_given(rq, "reg_type"))
		return NULL;
	return tld_data_field(
	    rq, t, "tld_data.registrant_extra_info.registrant_type", attr_text(rq, "reg_type"), c);
}

const struct refusal *
modify_uk_whois_opt(struct request *rq)
{
	if (!attr_given(rq, "uk_whois_opt"))
		return refuse(rq, missing_field, "uk_whois_opt");
	return change_names(
	    rq, &(struct change_plan){ .build = build_opt,
		    .waits_as = "modify_uk_whois_opt",
		    .all = attr_flag(rq, "affect_domains") ? NULL : "uk_affect_domains" });
}
