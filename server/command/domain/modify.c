/* MODIFY DOMAIN: one of many settings of a name, or of all names of a profile. */
#include "command/domain/modify/data.h"
#include "world/name/authcode.h"
#include "world/party/contact_rules.h"

static const struct kind {
	const char *data;
	command_fn *run;
} kinds[] = {
#define DATA(name, function) { name, modify_##function },
#include "command/domain/modify/data.def"
#undef DATA
};

static const struct kind *
kind_named(const char *data)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].data, data) == 0)
			return &kinds[i];
	return NULL;
}

static bool
is_kind(const char *text)
{
	return kind_named(text) != NULL;
}

#define FLAG(attr) \
	{ \
		.name = attr, .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data \
	}

#define WORD(attr, most) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = most, .refusal = &refusal_invalid_data \
	}

#define TREE(attr) \
	{ \
		.name = attr, .type = ATTR_TREE, .refusal = &refusal_invalid_data \
	}

const struct attr accepts_modify[] = {
	{ .name = "data",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 64,
	    .pattern = is_kind,
	    .refusal = &refusal_invalid_data,
	    .missing = &refusal_no_modify_type },
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	FLAG("affect_domains"),
	{ .name = "report_email",
	    .type = ATTR_TEXT,
	    .max = 128,
	    .pattern = email_well_formed,
	    .refusal = &refusal_invalid_data },
	TREE("contact_set"),
	FLAG("auto_renew"),
	FLAG("let_expire"),
	FLAG("lock_state"),
	TREE("dnssec"),
	{ .name = "domain_auth_info",
	    .type = ATTR_TEXT,
	    .max = 32,
	    .pattern = authcode_well_formed,
	    .refusal = &refusal_invalid_data },
	FLAG("flag"),
	FLAG("all"),
	FLAG("uk_whois_opt"),
	FLAG("uk_affect_domains"),
	WORD("reg_type", 16),
	TREE("nameserver_list"),
	TREE("nexus"),
	TREE("ced_info"),
	TREE("tld_data"),
	WORD("forwarding_email", 128),
	WORD("descr", 255),
	WORD("legal_type", 8),
	WORD("lang_pref", 8),
	WORD("rant_agrees", 1),
	WORD("rant_no", 32),
	WORD("domain_description", 255),
	WORD("state", 8),
	WORD("display", 8),
	WORD("consent_for_publishing", 1),
	WORD("trademark", 1),
	WORD("gaining_registrar_tag", 16),
	FLAG("change_tag_all"),
	FLAG("rsp_override"),
	ATTR_LAST,
};

const struct refusal *
cmd_modify(struct request *rq)
{
	return kind_named(attr_text(rq, "data"))->run(rq);
}
