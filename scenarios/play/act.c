/* What actors can do, as a table: a verb more is a row more. */
#include "scenarios/play/words.h"

#include "base/arena.h"

#define KEYS_END \
	{ \
		.name = NULL \
	}

static const struct act_key person_keys[] = {
	{ "domain", false, KEY_TEXT, "domain" },
	{ "share_more", false, KEY_FLAG, "share_more" },
	{ "language", false, KEY_TEXT, "language" },
	KEYS_END,
};
static const struct act_key no_keys[] = { KEYS_END };
static const struct act_key domain_keys[] = {
	{ "domain", true, KEY_TEXT, NULL },
	KEYS_END,
};
static const struct act_key decide_keys[] = {
	{ "domain", true, KEY_TEXT, NULL },
	{ "verdict", true, KEY_TEXT, "verification" },
	KEYS_END,
};
static const struct act_key edit_keys[] = {
	{ "domain", true, KEY_TEXT, NULL },
	{ "expires", false, KEY_TEXT, "expires" },
	{ "state", false, KEY_TEXT, "state" },
	{ "locked", false, KEY_FLAG, "locked" },
	KEYS_END,
};
static const struct act_key bounce_keys[] = {
	{ "to", true, KEY_TEXT, NULL },
	{ "type", false, KEY_TEXT, NULL },
	{ "domain", false, KEY_TEXT, NULL },
	{ "code", false, KEY_NUMBER, "code" },
	{ "text", false, KEY_TEXT, "text" },
	KEYS_END,
};
static const struct act_key add_keys[] = {
	{ "domain", true, KEY_TEXT, "name" },
	{ "reseller", false, KEY_TEXT, "reseller" },
	{ "registrar", false, KEY_TEXT, "registrar" },
	{ "contacts", false, KEY_TEXT, NULL },
	{ "owner", false, KEY_TEXT, NULL },
	{ "admin", false, KEY_TEXT, NULL },
	{ "billing", false, KEY_TEXT, NULL },
	{ "tech", false, KEY_TEXT, NULL },
	{ "created", false, KEY_TEXT, "created" },
	{ "expires", false, KEY_TEXT, "expires" },
	{ "state", false, KEY_TEXT, "state" },
	KEYS_END,
};
static const struct act_key notice_keys[] = {
	{ "reseller", true, KEY_TEXT, NULL },
	{ "notice", true, KEY_TEXT, NULL },
	KEYS_END,
};
static const struct act_key adjust_keys[] = {
	{ "reseller", true, KEY_TEXT, NULL },
	{ "balance", false, KEY_TEXT, "balance" },
	{ "company", false, KEY_TEXT, "company" },
	{ "process_immediately", false, KEY_FLAG, "process_immediately" },
	{ "nameservers", false, KEY_LIST, "nameservers" },
	{ "ip_rules", false, KEY_LIST, "ip_rules" },
	{ "foreign_nameservers", false, KEY_FLAG, "foreign_nameservers" },
	{ "unregistered_hosts", false, KEY_FLAG, "unregistered_hosts" },
	{ "designated_agent", false, KEY_FLAG, "designated_agent" },
	{ "push_from", false, KEY_LIST, "push_from" },
	{ "subusers", false, KEY_FLAG, "subusers" },
	{ "subuser_permissions", false, KEY_LIST, "subuser_permissions" },
	{ "tech_contact.name", false, KEY_TEXT, "tech_contact.name" },
	{ "tech_contact.email", false, KEY_TEXT, "tech_contact.email" },
	{ "tech_contact.phone", false, KEY_TEXT, "tech_contact.phone" },
	{ "tech_contact.fax", false, KEY_TEXT, "tech_contact.fax" },
	{ "tech_contact.address1", false, KEY_TEXT, "tech_contact.address1" },
	{ "tech_contact.city", false, KEY_TEXT, "tech_contact.city" },
	{ "tech_contact.state", false, KEY_TEXT, "tech_contact.state" },
	{ "tech_contact.postal_code", false, KEY_TEXT, "tech_contact.postal_code" },
	{ "tech_contact.country", false, KEY_TEXT, "tech_contact.country" },
	KEYS_END,
};
static const struct act_key template_keys[] = {
	{ "reseller", true, KEY_TEXT, NULL },
	{ "name", true, KEY_TEXT, "name" },
	{ "from", true, KEY_TEXT, "from" },
	KEYS_END,
};

static const struct act_key move_keys[] = {
	{ "to", true, KEY_TEXT, NULL },
	KEYS_END,
};
static const struct act_key order_keys[] = {
	{ "order", true, KEY_TEXT, NULL },
	KEYS_END,
};
static const struct act_key delay_keys[] = {
	{ "order", true, KEY_TEXT, NULL },
	{ "after", true, KEY_TEXT, "delay" },
	KEYS_END,
};

static const struct act_key transfer_keys[] = {
	{ "transfer", true, KEY_TEXT, NULL },
	KEYS_END,
};
static const struct act_key request_keys[] = {
	{ "domain", true, KEY_TEXT, "domain" },
	{ "registrar", true, KEY_TEXT, "registrar" },
	KEYS_END,
};

#define STAFF(verb, answer) \
	{ \
		ACTOR_OPERATOR, verb, ACT_PLAIN, "POST", "/transfers/{transfer}/staff", "answer", \
		    answer, transfer_keys \
	}

#define PERSON(verb) \
	{ \
		ACTOR_PERSON, verb, ACT_PLAIN, "POST", "/people/{who}/act", "action", verb, \
		    person_keys \
	}

#define REGISTRY(verb, answer) \
	{ \
		ACTOR_REGISTRY, verb, ACT_PLAIN, "POST", "/orders/{order}/registry", "answer", \
		    answer, order_keys \
	}

static const struct act acts[] = {
	PERSON("verify"),
	PERSON("consent"),
	PERSON("deny"),
	PERSON("approve"),
	PERSON("reject"),
	{ ACTOR_PERSON, "ignore", ACT_NOTHING, NULL, NULL, NULL, NULL, no_keys },
	{ ACTOR_RESELLER, "move", ACT_MOVE, NULL, NULL, NULL, NULL, move_keys },
	REGISTRY("accept", "accept"),
	REGISTRY("reject", "reject"),
	REGISTRY("unknown", "never"),
	{ ACTOR_REGISTRY, "delay", ACT_PLAIN, "POST", "/orders/{order}/registry", NULL, NULL,
	    delay_keys },
	{ ACTOR_REGISTRY, "request", ACT_PLAIN, "POST", "/transfers", NULL, NULL, request_keys },
	STAFF("pass", "approve"),
	STAFF("stop", "reject"),
	{ ACTOR_OPERATOR, "review", ACT_PLAIN, "PATCH", "/domains/{domain}", "verification",
	    "admin_reviewing", domain_keys },
	{ ACTOR_OPERATOR, "decide", ACT_PLAIN, "PATCH", "/domains/{domain}", NULL, NULL,
	    decide_keys },
	{ ACTOR_OPERATOR, "edit", ACT_PLAIN, "PATCH", "/domains/{domain}", NULL, NULL, edit_keys },
	{ ACTOR_OPERATOR, "add", ACT_ADD, "POST", "/domains", NULL, NULL, add_keys },
	{ ACTOR_OPERATOR, "bounce", ACT_BOUNCE, "POST", "/mail/{id}/bounce", NULL, NULL,
	    bounce_keys },
	{ ACTOR_OPERATOR, "mute", ACT_NOTICE, "PATCH", "/resellers/{reseller}", NULL, NULL,
	    notice_keys },
	{ ACTOR_OPERATOR, "unmute", ACT_NOTICE, "PATCH", "/resellers/{reseller}", NULL, NULL,
	    notice_keys },
	{ ACTOR_OPERATOR, "adjust", ACT_PLAIN, "PATCH", "/resellers/{reseller}", NULL, NULL,
	    adjust_keys },
	{ ACTOR_OPERATOR, "template", ACT_PLAIN, "PUT", "/resellers/{reseller}/dns_templates", NULL,
	    NULL, template_keys },
	{ ACTOR_OPERATOR, "mend", ACT_PLAIN, "DELETE", "/faults", NULL, NULL, no_keys },
	{ ACTOR_OPERATOR, "policy", ACT_POLICY, "PUT", "/policies", NULL, NULL, NULL },
};

const struct act *
act_find(enum actor_kind kind, const char *verb)
{
	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++)
		if (acts[i].kind == kind && strcmp(acts[i].verb, verb) == 0)
			return &acts[i];
	return NULL;
}

const char *const *
act_words(struct arena *a, enum actor_kind kind)
{
	const size_t count = sizeof(acts) / sizeof(*acts);
	const char **words = NEW_ARRAY(a, const char *, count + 1);
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (acts[i].kind == kind)
			words[n++] = acts[i].verb;
	return words;
}
