/*
 * RESEND_TRADE_APPROVAL_NOTICE DOMAIN: whoever has still to approve a change of the owner
 * is asked once more, by mail or, the present owner only, by SMS.
 *
 * domains.opensrs.guide/docs/resend_trade_approval_notice.  Nobody here gets an SMS: a note
 * on the name says where it went.
 */
#include "base/arena.h"
#include "command/owned.h"
#include "world/flow/trade/trade.h"
#include "world/notice/note.h"
#include "world/party/contact_rules.h"

static bool
is_registrant_type(const char *text)
{
	return strcmp(text, "current") == 0 || strcmp(text, "new") == 0;
}

static bool
is_send_type(const char *text)
{
	return strcmp(text, "email") == 0 || strcmp(text, "sms") == 0;
}

static bool
is_phone(const char *text)
{
	return phone_well_formed(text, true);
}

#define WORD(attr, obligation, fits) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = obligation, .max = 8, \
		.pattern = fits, .refusal = &refusal_invalid_data \
	}

const struct attr accepts_resend_trade_approval_notice[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	WORD("registrant_type", REQUIRED, is_registrant_type),
	WORD("send_type", OPTIONAL, is_send_type),
	{ .name = "sms_phone_number",
	    .type = ATTR_TEXT,
	    .max = 20,
	    .pattern = is_phone,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static const struct refusal *
send_sms(struct request *rq, const struct term *t)
{
	struct trade running;
	const char *number = attr_word(rq, "sms_phone_number");

	if (!trade_running(rq->world, rq->arena, t->id, &running) ||
	    strcmp(running.episode.state, "pending_current_registrant") != 0)
		return refuse(rq, no_trade, NULL);
	if (*number == '\0')
		number = contacts_parse(rq->arena, t->contacts).of[OWNER].phone;
	note_add(rq->world, t->reseller, t->name, 0,
	    arena_printf(rq->arena, "Trade approval notice sent by SMS to %s", number));
	return NULL;
}

const struct refusal *
cmd_resend_trade_approval_notice(struct request *rq)
{
	bool to_new = strcmp(attr_text(rq, "registrant_type"), "new") == 0;
	bool sms = strcmp(attr_word(rq, "send_type"), "sms") == 0;
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no != NULL)
		return no;
	if (sms && to_new)
		return refuse(rq, invalid_data, "send_type 'sms'");
	if (sms)
		return send_sms(rq, &t);
	return trade_resend(rq->world, rq->arena, &t, to_new ? TRADE_NEW : TRADE_CURRENT)
		   ? NULL
		   : refuse(rq, no_trade, NULL);
}
