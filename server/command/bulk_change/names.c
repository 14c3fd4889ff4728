/* Changes that are one command: is it free, its nameservers, its contacts, its reseller. */
#include "command/bulk_change/change.h"

struct outcome
change_availability_check(struct errand *e)
{
	return errand_send(e, "LOOKUP", "DOMAIN", errand_begin(e));
}

struct outcome
change_domain_nameservers(struct errand *e)
{
	static const char *const passed[] = { "op_type", "assign_ns", "add_ns", "remove_ns" };
	struct value *attributes = errand_begin(e);

	for (size_t i = 0; i < sizeof(passed) / sizeof(*passed); i++)
		errand_pass(e, attributes, passed[i]);
	return errand_send(e, "ADVANCED_UPDATE_NAMESERVERS", "DOMAIN", attributes);
}

/* contacts is a list of {type, set}. */
struct outcome
change_domain_contacts(struct errand *e)
{
	struct value *attributes = errand_begin(e);
	struct value *types = value_add(e->a, attributes, "types", VALUE_ARRAY);
	struct value *sets = value_add(e->a, attributes, "contact_set", VALUE_ASSOC);
	const struct value *list = value_get(e->request, "contacts");

	for (const struct value *v = list->first; v != NULL; v = v->next) {
		const char *type = trimmed(e->a, value_text(v, "type"));
		const struct value *set = value_get(v, "set");
		value_add_text(e->a, types, NULL, type);
		if (set != NULL)
			value_adopt(e->a, sets, type, value_copy(e->a, set));
	}
	return errand_send(e, "UPDATE_CONTACTS", "DOMAIN", attributes);
}

struct outcome
change_push_domains(struct errand *e)
{
	struct value *attributes = errand_begin(e);

	value_add_text(e->a, attributes, "grsp", errand_text(e, "gaining_reseller_username"));
	return errand_send(e, "RSP2RSP_PUSH_TRANSFER", "DOMAIN", attributes);
}
