/*
 * SW_REGISTER DOMAIN: a name is ordered.  What has to be there and what becomes of
 * it is a matter of its reg_type, each of which has a file: sw_register_TYPE.c.
 */
#include "command/domain/agreed_price.h"
#include "command/domain/handle.h"
#include "command/domain/messaging_language.h"
#include "command/domain/registration.h"
#include "world/name/domain.h"
#include "world/party/contact_rules.h"

static const struct {
	const char *name;
	command_fn *run;
} reg_types[] = {
	{ "landrush", register_new },
	{ "new", register_new },
	{ "premium", register_new },
	{ "sunrise", register_new },
	{ "transfer", register_transfer },
	{ "whois_privacy", register_privacy },
};

static command_fn *
runner_of(const char *reg_type)
{
	for (size_t i = 0; i < sizeof(reg_types) / sizeof(*reg_types); i++)
		if (strcmp(reg_types[i].name, reg_type) == 0)
			return reg_types[i].run;
	return NULL;
}

static bool
is_reg_type(const char *text)
{
	return runner_of(text) != NULL;
}

static bool
is_word(const char *text)
{
	for (; *text != '\0'; text++)
		if (*text <= ' ' || *text > '~')
			return false;
	return true;
}

#define DATA .refusal = &refusal_registration_data
#define FLAG(attr) \
	{ \
		.name = attr, .type = ATTR_FLAG, .max = 1, DATA \
	}
#define TEXT(attr, most) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = most, DATA \
	}
#define LOGIN(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .min = 3, .max = 20, \
		.pattern = is_word, DATA \
	}

/* The limits of the two login fields are inferred (api/05, section 2). */
const struct attr accepts_sw_register[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "reg_type",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 20,
	    .pattern = is_reg_type,
	    DATA },
	{ .name = "period", .type = ATTR_INT, .min = 0, .max = 10, DATA },
	LOGIN("reg_username"),
	LOGIN("reg_password"),
	{ .name = "contact_set", .type = ATTR_TREE, DATA },
	FLAG("custom_nameservers"),
	{ .name = "nameserver_list", .type = ATTR_TREE, DATA },
	FLAG("custom_tech_contact"),
	HANDLE_ATTR(registration_data),
	FLAG("auto_renew"),
	FLAG("f_lock_domain"),
	FLAG("f_whois_privacy"),
	FLAG("f_parkp"),
	FLAG("bulk_order"), /* of old clients: it makes no difference */
	{ .name = "reg_domain",
	    .type = ATTR_TEXT,
	    .max = 253,
	    .pattern = domain_well_formed,
	    DATA },
	FLAG("link_domains"),
	{ .name = "master_order_id", .type = ATTR_INT, .max = INT64_MAX, DATA },
	TEXT("affiliate_id", 256),
	{ .name = "messaging_language",
	    .type = ATTR_TEXT,
	    .max = 5,
	    .pattern = is_messaging_language,
	    DATA },
	TEXT("comments", 4096),
	TEXT("dns_template", 256),
	TEXT("encoding_type", 16),
	AGREED_PRICE_ATTR(registration_data),
	TEXT("trademark_smd", 65536),
	TEXT("Intended_use", 256), /* so in the guide */
	TEXT("intended_use", 256),
	{ .name = "tld_data", .type = ATTR_TREE, DATA },
	TEXT("legal_type", 16),
	TEXT("lang_pref", 16),
	TEXT("isa_trademark", 16),
	TEXT("cwa", 255),
	TEXT("domain_description", 255),
	TEXT("rant_agrees", 255),
	TEXT("rant_no", 255),
	TEXT("ca_link_domain", 255),
	TEXT("country", 16),
	TEXT("lang", 16),
	TEXT("auth_info", 255),
	FLAG("f_bypass_confirm"),
	FLAG("change_contact"),
	FLAG("custom_transfer_nameservers"),
	{ .name = "owner_confirm_address",
	    .type = ATTR_TEXT,
	    .max = 255,
	    .pattern = email_well_formed,
	    DATA },
	ATTR_LAST,
};

const struct refusal *
cmd_sw_register(struct request *rq)
{
	return runner_of(attr_text(rq, "reg_type"))(rq);
}
