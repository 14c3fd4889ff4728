/* What is said of a registration that is done: recorded as provisioning/register_domain,
 * and what has come and gone since then. */
#include "base/arena.h"
#include "command/domain/registration.h"
#include "world/policy/policy.h"

enum option { LOCK, PRIVACY };

/* Two servers were seen, with two orders and two spellings (github.com/carbon/OpenSrs;
 * github.com/pomidorus/opensrs_new; Net::DRI). */
static const struct style {
	const char *policy, *full_stop;
	struct sentence {
		enum option option;
		const char *says;
	} sentences[2];
} styles[] = {
	{ "lock_first", "",
	    { { LOCK, "Domain successfully locked." },
		{ PRIVACY, "Whois Privacy successfully enabled." } } },
	{ "privacy_first", ".",
	    { { PRIVACY, "WHOIS Privacy successfully enabled." },
		{ LOCK, "Domain successfully locked." } } },
};

static const struct style *
style_of(struct world *w)
{
	size_t i = 0;

	while (!policy_is(w, &policy_reply_options, styles[i].policy))
		i++; /* it is one of them: its choices say so */
	return &styles[i];
}

static const char *
sentences(struct request *rq, const char *text, bool private)
{
	const bool done[] = { [LOCK] = attr_flag(rq, "f_lock_domain"), [PRIVACY] = private };

	if (!done[LOCK] && !done[PRIVACY])
		return text;
	const struct style *style = style_of(rq->world);
	text = arena_printf(rq->arena, "%s%s", text, style->full_stop);
	for (size_t i = 0; i < sizeof(style->sentences) / sizeof(*style->sentences); i++)
		if (done[style->sentences[i].option])
			text = arena_printf(rq->arena, "%s %s", text, style->sentences[i].says);
	return text;
}

static void
say(struct request *rq, struct value *to, const char *key, const char *text)
{
	value_add_text(rq->arena, to, key, text);
}

static void
say_number(struct request *rq, struct value *to, const char *key, int64_t n)
{
	say(rq, to, key, arena_printf(rq->arena, "%" PRId64, n));
}

/* Privacy that cannot be had was an order of its own once, which failed. */
static void
say_privacy(struct request *rq, const struct order *o, bool private)
{
	if (private || policy_is(rq->world, &policy_reply_privacy, "state")) {
		say(rq, rq->reply, "whois_privacy_state", private ? "enabled" : "disabled");
		return;
	}
	struct value *to = value_add(rq->arena, rq->reply, "whois_privacy", VALUE_ASSOC);
	say(rq, to, "response_text", "WHOIS Privacy is not available for this domain.");
	say_number(rq, to, "order_id", o->id);
	say(rq, to, "response_code", "300");
	say(rq, to, "is_success", "0");
}

void
registration_reply(struct request *rq, const char *email, const struct order *o)
{
	bool private = registration_private(rq, o->domain);

	rq->text = sentences(rq, rq->text, private);
	say(rq, rq->reply, "registration_text", rq->text);
	say(rq, rq->reply, "admin_email", email);
	say(rq, rq->reply, "registration_code", "200");
	say_number(rq, rq->reply, "id", o->id);
	if (policy_on(rq->world, &policy_domain_id))
		say_number(rq, rq->reply, "domain_id", o->term);
	if (attr_flag(rq, "f_whois_privacy"))
		say_privacy(rq, o, private);
}
