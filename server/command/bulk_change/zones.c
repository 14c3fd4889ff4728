/* Changes of DNS zones, whole ones and single records. */
#include "base/arena.h"
#include "command/bulk_change/change.h"

/* No public page lists the words of dns_action: these are the actions that a zone
 * has, and what can be done with one record. */
static const struct {
	const char *word, *action;
	bool with_template;
} actions[] = {
	{ "create", "CREATE_DNS_ZONE", true },
	{ "delete", "DELETE_DNS_ZONE", false },
	{ "reset", "RESET_DNS_ZONE", false },
	{ "set", "SET_DNS_ZONE", true },
};

struct outcome
change_dns_zone(struct errand *e)
{
	const char *word = errand_text(e, "dns_action");
	struct value *attributes = errand_begin(e);
	size_t i = 0;

	while (strcmp(actions[i].word, word) != 0)
		i++; /* submit.c lets no other through */
	if (actions[i].with_template)
		errand_pass(e, attributes, "dns_template");
	struct outcome o = errand_send(e, actions[i].action, "DOMAIN", attributes);
	if (!o.granted || !errand_flag(e, "force_dns_nameservers"))
		return o;
	struct outcome forced = errand_send(e, "FORCE_DNS_NAMESERVERS", "DOMAIN", errand_begin(e));
	return forced.granted ? o : forced;
}

/* All that was said of the record is true of this one. */
static bool
is_record(struct errand *e, const struct value *row)
{
	const struct value *data = value_get(e->request, "dns_record_data");

	for (const struct value *v = data->first; v != NULL; v = v->next) {
		const char *is = trimmed(e->a, value_text(row, v->key));
		if (strcasecmp(is, trimmed(e->a, v->text)) != 0)
			return false;
	}
	return true;
}

/* The records of one kind, with the one that is meant or without it. */
static void
edit(struct errand *e, const struct value *before, struct value *records, const char *kind)
{
	bool adds = strcmp(errand_text(e, "dns_action"), "add") == 0;
	const struct value *list = value_get(before, kind);
	struct value *to = value_add(e->a, records, kind, VALUE_ARRAY);

	for (const struct value *v = list == NULL ? NULL : list->first; v != NULL; v = v->next)
		if (adds || !is_record(e, v))
			value_adopt(e->a, to, NULL, value_copy(e->a, v));
	if (adds)
		value_adopt(
		    e->a, to, NULL, value_copy(e->a, value_get(e->request, "dns_record_data")));
}

/* Taking away what is not there changes nothing, and is refused as in a zone without it. */
struct outcome
change_dns_zone_record(struct errand *e)
{
	const char *kind = errand_text(e, "dns_record_type");
	struct outcome got = errand_send(e, "GET_DNS_ZONE", "DOMAIN", errand_begin(e));

	if (!got.granted)
		return got;
	const struct value *before = value_path(got.reply, "attributes.records");
	struct value *attributes = errand_begin(e);
	struct value *records = value_add(e->a, attributes, "records", VALUE_ASSOC);
	for (const struct value *v = before == NULL ? NULL : before->first; v != NULL; v = v->next)
		if (strcmp(v->key, kind) != 0)
			value_adopt(e->a, records, v->key, value_copy(e->a, v));
	edit(e, before, records, kind);
	return errand_send(e, "SET_DNS_ZONE", "DOMAIN", attributes);
}
