/*
 * MODIFY_MESSAGING_LANGUAGE DOMAIN: in which language the reseller hears of a name.
 *
 * It is kept and shown (get domain, all_info); our letters to resellers are in English
 * only, and a letter without a translation is sent in English.
 */
#include "command/domain/messaging_language.h"
#include "command/owned.h"
#include "world/name/setting.h"

bool
is_messaging_language(const char *text)
{
	static const char *const codes[] = {
#define MESSAGING_LANGUAGE(code, name) code,
#include "command/domain/messaging_languages.def"
#undef MESSAGING_LANGUAGE
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (strcmp(codes[i], text) == 0)
			return true;
	return false;
}

const struct attr accepts_modify_messaging_language[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "messaging_language",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 5,
	    .pattern = is_messaging_language,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_modify_messaging_language(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		setting_put(
		    rq->world, t.id, "messaging_language", attr_text(rq, "messaging_language"));
	return no;
}
