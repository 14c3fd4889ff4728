/* GDPR_SEND_CONSENT_REMINDER_EMAIL DOMAIN: the owner gets the link once more, of a
 * name that is registered or that waits for it. */
#include "command/command.h"
#include "world/flow/consent/consent.h"

const struct attr accepts_consent_resend[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_consent_resend(struct request *rq)
{
	const char *domain = attr_text(rq, "domain");

	switch (consent_resend(rq->world, rq->arena, rq->reseller->id, domain)) {
	case CONSENT_RESENT:
		return NULL;
	case CONSENT_NOT_ASKED:
		return refuse(rq, no_consent, excerpt(rq->arena, domain));
	case CONSENT_NO_SUCH_NAME:
		break;
	}
	return refuse(rq, domain_not_found, NULL);
}
