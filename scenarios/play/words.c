#include "scenarios/play/words.h"

/* Source: the vendor's page "Event notifications", and its pages per event. */
const char *const event_words[] = { "CREATED", "REGISTERED", "RENEWED", "EXPIRED", "DELETED",
	"NAMESERVER_UPDATE", "REGISTRANT_VERIFICATION_STATUS_CHANGE", "ZONE_CHECK_STATUS_CHANGE",
	"ICANN_TRADE_STATUS_CHANGE", "MESSAGE_STATUS_CHANGE", "STATUS_CHANGE",
	"CLAIM_STATUS_CHANGE", NULL };

const char *const mail_field_words[] = { "id", "at", "from", "to", "type", "subject", "text",
	"html", "status", "domain", "bounce", NULL };

const char *const link_words[] = { "verify", "terms", "consent", "approve", "reject", "password",
	NULL };

const char *const level_words[] = { "must", "should", "may", NULL };

const char *const contact_words[] = { "first_name", "last_name", "org_name", "address1", "address2",
	"address3", "city", "state", "postal_code", "country", "phone", "fax", "email", NULL };

const char *const role_words[] = { "owner", "admin", "billing", "tech", NULL };

const char *const seeded_words[] = { "reseller", "registrar", "contacts", "owner", "admin",
	"billing", "tech", "created", "expires", "state", NULL };

const char *const fault_match_words[] = { "action", "object", "domain", "user", NULL };

const char *const fault_count_words[] = { "nth", "times", NULL };

const char *const *
state_words(const char *subject)
{
	static const char *const domain[] = { "name", "reseller", "registrar", "state", "status",
		"created", "expires", "registry_expires", "auto_renew", "let_expire", "locked",
		"contacts", "nameservers", "verification", "consent", "error", "^status", NULL };
	static const char *const order[] = { "id", "domain", "type", "status", "price", "held",
		"debited", "period", "submitted", "processed", "completed", "consent", "error",
		"^status", NULL };
	static const char *const transfer[] = { "id", "order", "domain", "status",
		"gaining_reseller", "gaining_registrar", "losing_reseller", "losing_registrar",
		"request_address", "started", "changed", "owner_asked", "owner_confirmed",
		"registry_asked", "completed", "error", "^status", NULL };
	static const char *const reseller[] = { "name", "users", "company", "balance", "held",
		"parent", "status", "tech_contact", "process_immediately", "nameservers",
		"foreign_nameservers", "unregistered_hosts", "designated_agent", "push_from",
		"subusers", "subuser_permissions", "ip_rules", "ip_rules_in_force", "notices",
		"branding", "error", "^status", NULL };

	static const char *const dns[] = { "name", "zone_name", "rcode", "ns", "error", "^status",
		NULL };
	static const char *const whois[] = { "name", "found", "registrar", "status", "created",
		"updated", "expires", "nameservers", "registrant", "error", "^status", NULL };
	static const struct {
		const char *subject;
		const char *const *words;
	} rows[] = {
		{ "order", order },
		{ "transfer", transfer },
		{ "reseller", reseller },
		{ "dns", dns },
		{ "whois", whois },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (strcmp(rows[i].subject, subject) == 0)
			return rows[i].words;
	return domain;
}

const char *const *
actor_words(enum actor_kind kind)
{
	static const char *const reseller[] = { "balance", "email", "address", NULL };
	static const char *const person[] = { "name", "first_name", "last_name", "org_name",
		"address1", "address2", "address3", "city", "state", "postal_code", "country",
		"phone", "fax", "email", NULL };
	static const char *const nothing[] = { NULL };

	return kind == ACTOR_RESELLER ? reseller : kind == ACTOR_PERSON ? person : nothing;
}

const char *
actor_kind_name(enum actor_kind kind)
{
	static const char *const names[] = { "reseller", "person", "registry", "operator" };

	return names[kind];
}
