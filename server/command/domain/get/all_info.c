/* Everything that is asked for most, at once. */
#include "base/arena.h"
#include "command/domain/get/types.h"
#include "command/tld_data.h"
#include "world/flow/consent/consent.h"
#include "world/name/setting.h"

static void
say_instant(struct request *rq, const char *key, instant t)
{
	say(rq, key, instant_plain(t).text);
}

/* What it is by the names of settings; that all_info shows the language is inferred. */
static void
say_kept(struct request *rq, const struct term *t)
{
	static const char *const shown[] = { "affiliate_id", "descr", "messaging_language" };
	struct setting *rows = NEW_ARRAY(rq->arena, struct setting, MOST_SETTINGS);
	size_t n = setting_list(rq->world, rq->arena, t->id, rows);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < sizeof(shown) / sizeof(*shown); j++)
			if (strcmp(rows[i].name, shown[j]) == 0)
				say(rq, shown[j], rows[i].value);
}

/* Newer than the recording: github.com/deaduseful/opensrs-lookup; Net::DRI.  What
 * nobody has set is left out. */
static void
say_newer(struct request *rq, const struct term *t)
{
	struct value *data = value_new(rq->arena, VALUE_ASSOC);

	say(rq, "gdpr_consent_status", consent_status(rq->world, rq->arena, t).wire);
	tld_data_write(rq, t, "", data);
	if (data->first != NULL)
		value_adopt(rq->arena, rq->reply, "tld_data", data);
	say_kept(rq, t);
}

/* In the order of the recorded reply lookup/get_domain.1. */
void
say_all_info(struct request *rq, const struct term *t)
{
	static const enum role roles[] = { ADMIN, OWNER, TECH, BILLING };

	say(rq, "auto_renew", t->auto_renew ? "1" : "0");
	say_contacts(rq, t, roles, ROLE_COUNT);
	say_instant(rq, "registry_updatedate", t->updated);
	say(rq, "sponsoring_rsp", "1");
	say_instant(rq, "registry_createdate", t->created);
	say_instant(rq, "expiredate", t->expires);
	say(rq, "let_expire", t->let_expire ? "1" : "0");
	say_instant(rq, "registry_expiredate", t->registry_expires);
	say_nameservers(rq, t);
	say_newer(rq, t);
}
