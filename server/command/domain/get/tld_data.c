/* What a registry was told besides contacts, all of it or one group. */
#include "command/tld_data.h"
#include "command/domain/get/types.h"

static void
say_group(struct request *rq, const struct term *t, const char *key, const char *prefix)
{
	tld_data_write(rq, t, prefix, value_add(rq->arena, rq->reply, key, VALUE_ASSOC));
}

void
say_tld_data(struct request *rq, const struct term *t)
{
	say_group(rq, t, "tld_data", "");
}

void
say_nexus_info(struct request *rq, const struct term *t)
{
	say_group(rq, t, "nexus", "tld_data.nexus");
}

/* All nine fields, as the vendor's own client reads them (manage.cgi). */
void
say_ced_info(struct request *rq, const struct term *t)
{
	static const char *const fields[] = { "contact_type", "id_number", "id_type",
		"id_type_info", "legal_entity_type", "legal_entity_type_info", "locality_city",
		"locality_country", "locality_state_prov" };
	struct value *found = value_new(rq->arena, VALUE_ASSOC);
	struct value *to = value_add(rq->arena, rq->reply, "ced_info", VALUE_ASSOC);

	tld_data_write(rq, t, "tld_data.ced_info", found);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		const char *text = value_text(found, fields[i]);
		value_add_text(rq->arena, to, fields[i], text == NULL ? "" : text);
	}
}

void
say_forwarding_email(struct request *rq, const struct term *t)
{
	struct value *found = value_new(rq->arena, VALUE_ASSOC);

	tld_data_write(rq, t, "", found);
	const char *text = value_text(found, "forwarding_email");
	say(rq, "forwarding_email", text == NULL ? "" : text);
}
