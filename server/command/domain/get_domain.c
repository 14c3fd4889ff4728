/* GET DOMAIN: what is on file for one of the reseller's names, by type. */
#include "base/arena.h"
#include "command/contacts.h"
#include "command/dnssec.h"
#include "command/domain/get_list.h"
#include "command/domain/request_reply.h"
#include "command/owned.h"
#include "world/flow/consent/consent.h"
#include "world/name/authcode.h"
#include "world/name/host.h"
#include "world/name/nameserver.h"

static void
say(struct request *rq, const char *key, const char *text)
{
	value_add_text(rq->arena, rq->reply, key, text);
}

static void
say_instant(struct request *rq, const char *key, instant t)
{
	say(rq, key, instant_plain(t).text);
}

static void
say_contacts(struct request *rq, const struct term *t, const enum role *roles, size_t n)
{
	struct contact_set set = contacts_parse(rq->arena, t->contacts);
	struct value *to = value_add(rq->arena, rq->reply, "contact_set", VALUE_ASSOC);

	for (size_t i = 0; i < n; i++)
		if (set.given[roles[i]])
			contact_write(rq, to, roles[i], &set.of[roles[i]]);
}

/* Only of nameservers that are kept here; the recorded replies have the key empty
 * for all others. */
static void
say_glue(struct request *rq, struct value *to, const char *name)
{
	struct host h;
	bool known = host_find(rq->world, rq->arena, name, &h);

	value_add_text(rq->arena, to, "ipaddress", known ? h.ipv4 : "");
	if (known && *h.ipv6 != '\0')
		value_add_text(rq->arena, to, "ipv6", h.ipv6);
}

static void
say_nameservers(struct request *rq, const struct term *t)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(rq->arena, t->nameservers, names);
	struct value *list = value_add(rq->arena, rq->reply, "nameserver_list", VALUE_ARRAY);

	for (size_t i = 0; i < n; i++) {
		struct value *ns = value_add(rq->arena, list, NULL, VALUE_ASSOC);
		value_add_text(rq->arena, ns, "name", names[i]);
		value_add_text(rq->arena, ns, "sortorder", arena_printf(rq->arena, "%zu", i + 1));
		say_glue(rq, ns, names[i]);
	}
}

/* In the order of the recorded reply lookup/get_domain.1. */
static void
all_info(struct request *rq, const struct term *t)
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
	/* Newer than the recording: github.com/deaduseful/opensrs-lookup. */
	say(rq, "gdpr_consent_status", consent_status(rq->world, rq->arena, t).wire);
}

/* As in github.com/deaduseful/opensrs-lookup, testGetDomainStatus.xml. */
static void
status(struct request *rq, const struct term *t)
{
	rq->text = "Command successful";
	say(rq, "auctionescrow", "0");
	say(rq, "can_modify", "1");
	say(rq, "domain_supports", "1");
	say(rq, "lock_state", t->locked ? "1" : "0");
	say(rq, "parkp_status", "");
	say(rq, "transfer_away_in_progress", "0");
}

static void
one_contact(struct request *rq, const struct term *t)
{
	enum role role = OWNER;

	if (role_named(attr_text(rq, "type"), &role))
		say_contacts(rq, t, &role, 1);
}

static void
auto_renew(struct request *rq, const struct term *t)
{
	say(rq, "auto_renew", t->auto_renew ? "1" : "0");
}

static void
expire_action(struct request *rq, const struct term *t)
{
	auto_renew(rq, t);
	say(rq, "let_expire", t->let_expire ? "1" : "0");
}

/* Where the registry has no codes it is empty. */
static void
auth_info(struct request *rq, const struct term *t)
{
	bool used = authcode_used(rq->world, rq->arena, t->name);

	say(rq, "domain_auth_info", used ? authcode_of(rq->world, rq->arena, t) : "");
}

typedef void say_fn(struct request *rq, const struct term *t);

/* A type with neither function is not built. */
static const struct type {
	const char *name;
	say_fn *say; /* of a name of the asker's; NULL: */
	command_fn *run; /* looks itself whose it is */
} types[] = {
	{ "admin", one_contact, NULL },
	{ "all_info", all_info, NULL },
	{ "auto_renew_flag", auto_renew, NULL },
	{ "billing", one_contact, NULL },
	{ "ca_whois_display_setting", NULL, NULL },
	{ "ced_info", NULL, NULL },
	{ "dnssec", dnssec_say, NULL },
	{ "domain_auth_info", auth_info, NULL },
	{ "expire_action", expire_action, NULL },
	{ "forwarding_email", NULL, NULL },
	{ "it_whois_display_setting", NULL, NULL },
	{ "list", NULL, get_list },
	{ "nameservers", say_nameservers, NULL },
	{ "nexus_info", NULL, NULL },
	{ "owner", one_contact, NULL },
	{ "rsp_whois_info", NULL, NULL },
	{ "status", status, NULL },
	{ "tech", one_contact, NULL },
	{ "tld_data", NULL, NULL },
	{ "trademark", NULL, NULL },
	{ "uk_whois_opt", NULL, NULL },
	{ "waiting_history", NULL, waiting_history },
	{ "whois_privacy_state", NULL, NULL },
	{ "whois_publicity_state", NULL, NULL },
	{ "xpack_waiting_history", NULL, NULL },
};

static const struct type *
type_named(const char *name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(types[i].name, name) == 0)
			return &types[i];
	return NULL;
}

static bool
is_type(const char *text)
{
	return type_named(text) != NULL;
}

const struct attr accepts_get_domain[] = {
	{ .name = "type",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 64,
	    .pattern = is_type,
	    .refusal = &refusal_invalid_data,
	    .missing = &refusal_no_info_type },
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	LIST_ATTRS,
	ATTR_LAST,
};

const struct refusal *
cmd_get_domain(struct request *rq)
{
	const struct type *type = type_named(attr_text(rq, "type"));
	struct term t;

	if (type->run != NULL)
		return type->run(rq);
	if (type->say == NULL)
		return refuse(rq, unknown_command, NULL);
	const struct refusal *no = owned_term(rq, &t);
	if (no == NULL)
		type->say(rq, &t);
	return no;
}
