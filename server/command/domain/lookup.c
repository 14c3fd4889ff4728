/* LOOKUP DOMAIN: may this name be registered? */
#include "command/offered.h"
#include "world/registry/standing.h"

const struct attr accepts_lookup[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "no_cache", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	/* Sent by the vendor's old Perl client. */
	{ .name = "affiliate_id", .type = ATTR_TEXT, .max = 256, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* By standing. */
static const struct answer {
	int code;
	const char *text, *status;
} answers[] = {
	[NAME_AVAILABLE] = { 210, "Domain available", "available" },
	[NAME_TAKEN] = { 211, "Domain taken", "taken" },
	[NAME_WAITS] = { 221, "Domain taken (a waiting registration exists in OpenSRS)", "taken" },
};

static const struct refusal *
no_service(struct request *rq)
{
	struct refusal *no = refuse(rq, supplier_unavailable, NULL);

	no->attributes = value_new(rq->arena, VALUE_ASSOC);
	value_add_text(rq->arena, no->attributes, "noservice", "1");
	return no;
}

const struct refusal *
cmd_lookup(struct request *rq)
{
	const char *domain = attr_text(rq, "domain");
	const struct refusal *no = name_offered(rq, domain);

	if (no != NULL)
		return no;
	struct name_standing st = name_standing(
	    rq->world, rq->arena, domain, attr_flag(rq, "no_cache"));
	if (st.is == NAME_UNDETERMINED)
		return no_service(rq);
	rq->code = answers[st.is].code;
	rq->text = answers[st.is].text;
	value_add_text(rq->arena, rq->reply, "status", answers[st.is].status);
	value_add_text(rq->arena, rq->reply, "match", "");
	if (st.reason != NULL)
		value_add_text(rq->arena, rq->reply, "reason", st.reason);
	return NULL;
}
