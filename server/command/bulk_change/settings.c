/* Changes of a setting: lock, privacy, parked page, forwarding. */
#include "command/bulk_change/change.h"

static bool
enables(struct errand *e)
{
	return strcmp(errand_text(e, "op_type"), "enable") == 0;
}

struct outcome
change_domain_lock(struct errand *e)
{
	return errand_lock(e, strcmp(errand_text(e, "op_type"), "lock") == 0);
}

static struct outcome
modify_state(struct errand *e, const char *data, const char *state)
{
	struct value *attributes = errand_begin(e);

	value_add_text(e->a, attributes, "data", data);
	value_add_text(e->a, attributes, "state", state);
	return errand_send(e, "MODIFY", "DOMAIN", attributes);
}

struct outcome
change_whois_privacy(struct errand *e)
{
	return modify_state(e, "whois_privacy_state", errand_text(e, "op_type"));
}

struct outcome
change_domain_parked_pages(struct errand *e)
{
	return modify_state(e, "parkpage_state", enables(e) ? "on" : "off");
}

struct outcome
change_domain_forwarding(struct errand *e)
{
	const char *action = enables(e) ? "CREATE_DOMAIN_FORWARDING" : "DELETE_DOMAIN_FORWARDING";

	return errand_send(e, action, "DOMAIN", errand_begin(e));
}
