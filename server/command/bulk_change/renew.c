/* domain_renew: more years, and what is to happen when they are over. */
#include "base/arena.h"
#include "command/bulk_change/change.h"

static struct outcome
renew(struct errand *e)
{
	struct value *attributes = errand_begin(e);
	int64_t year = e->owned ? date_of(e->term.registry_expires).year : 1970;

	value_add_text(
	    e->a, attributes, "currentexpirationyear", arena_printf(e->a, "%" PRId64, year));
	value_add_text(e->a, attributes, "handle", "process");
	errand_pass(e, attributes, "period");
	errand_pass(e, attributes, "affiliate_id");
	return errand_send(e, "RENEW", "DOMAIN", attributes);
}

/* MODIFY wants both; of what is not said, one follows from the other. */
static struct outcome
set_expiry(struct errand *e)
{
	const char *auto_renew = errand_text(e, "auto_renew");
	const char *let_expire = errand_text(e, "let_expire");
	struct value *attributes = errand_begin(e);

	value_add_text(e->a, attributes, "data", "expire_action");
	value_add_text(e->a, attributes, "auto_renew", *auto_renew == '\0' ? "0" : auto_renew);
	value_add_text(e->a, attributes, "let_expire", *let_expire == '\0' ? "0" : let_expire);
	return errand_send(e, "MODIFY", "DOMAIN", attributes);
}

struct outcome
change_domain_renew(struct errand *e)
{
	bool years = *errand_text(e, "period") != '\0';
	bool expiry = *errand_text(e, "auto_renew") != '\0' ||
		      *errand_text(e, "let_expire") != '\0';
	struct outcome o = { .granted = true };

	if (years)
		o = renew(e);
	if (!o.granted || !expiry)
		return o;
	struct outcome set = set_expiry(e);
	return years && set.granted ? o : set;
}
