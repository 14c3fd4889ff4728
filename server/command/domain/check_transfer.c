/*
 * CHECK_TRANSFER DOMAIN: can this name be brought here?  Only what is known here is
 * told: whose it is, what is in force on it, whether its TLD is offered.
 *
 * The reply is a granted one either way; of the reasons, the second and the last
 * are recorded (github.com/site5/moo_moo, github.com/deaduseful/opensrs-lookup),
 * the first is inferred.
 */
#include "base/arena.h"
#include "command/command.h"
#include "world/name/domain.h"
#include "world/name/epp.h"
#include "world/policy/rulebook.h"

const struct attr accepts_check_transfer[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "check_status", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	{ .name = "get_request_address",
	    .type = ATTR_FLAG,
	    .max = 1,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

struct answer {
	bool noservice;
	const char *type; /* of a transfer that is possible */
	const char *reason, *code; /* why it is not; NULL: none */
};

/* NULL: none of what is in force forbids it. */
static const char *
forbidding(const struct term *t)
{
	const char *statuses[MAX_EPP];
	size_t n = epp_statuses(t, statuses);

	for (size_t i = 0; i < n; i++)
		if (strcmp(statuses[i], "ok") != 0)
			return statuses[i];
	return NULL;
}

static struct answer
answer_for(struct request *rq, const char *domain)
{
	struct term t;

	if (rulebook_tld(rq->world->rules, domain) == NULL)
		return (struct answer){ .noservice = true };
	if (!term_find(rq->world, rq->arena, domain, &t))
		return (struct answer){ .reason = "Domain is not registered" };
	if (t.reseller == rq->reseller->id)
		return (struct answer){
			.reason = arena_printf(
			    rq->arena, "Domain already exists in %s's account", rq->reseller->name),
			.code = "domain_already_belongs_to_current_reseller",
		};
	const char *status = forbidding(&t);
	if (status == NULL)
		return (struct answer){ .type = t.reseller != 0 ? "rsp2rsp" : "reg2reg" };
	return (struct answer){ .reason = arena_printf(rq->arena,
				    "Domain status %s does not allow for transfer", status) };
}

static void
say(struct request *rq, const char *key, const char *text)
{
	if (text != NULL)
		value_add_text(rq->arena, rq->reply, key, text);
}

/* No transfer has ever been asked for: none can, as long as they are not built. */
const struct refusal *
cmd_check_transfer(struct request *rq)
{
	struct answer x = answer_for(rq, attr_text(rq, "domain"));

	say(rq, "transferrable", x.type != NULL ? "1" : "0");
	say(rq, "noservice", x.noservice ? "1" : "0");
	say(rq, "reason", x.reason);
	say(rq, "reason_code", x.code);
	say(rq, "type", x.type);
	if (attr_flag(rq, "check_status"))
		say(rq, "status", x.noservice ? "unknown" : "undef");
	if (attr_flag(rq, "get_request_address"))
		say(rq, "request_address", "");
	return NULL;
}
