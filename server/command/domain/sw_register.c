/*
 * SW_REGISTER DOMAIN: a new name is ordered, and registered at once or saved.
 *
 * What makes no sense is refused and leaves nothing behind; what the registry or
 * the account refuses leaves a pending order (facts: api/05, rules/07).
 */
#include "base/arena.h"
#include "command/contacts.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/nameservers.h"
#include "world/money/price.h"
#include "world/name/domain.h"
#include "world/name/term.h"
#include "world/name/zone.h"
#include "world/order/details.h"
#include "world/party/contact_rules.h"
#include "world/party/profile.h"
#include "world/policy/rulebook.h"

static bool
is_word(const char *text)
{
	for (; *text != '\0'; text++)
		if (*text <= ' ' || *text > '~')
			return false;
	return true;
}

static bool
is_new(const char *text)
{
	return strcmp(text, "new") == 0;
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
	    .pattern = is_new,
	    DATA },
	{ .name = "period", .type = ATTR_INT, .required = REQUIRED, .min = 1, .max = 10, DATA },
	LOGIN("reg_username"),
	LOGIN("reg_password"),
	{ .name = "contact_set", .type = ATTR_TREE, .required = REQUIRED, DATA },
	FLAG("custom_nameservers"),
	{ .name = "nameserver_list", .type = ATTR_TREE, DATA },
	FLAG("custom_tech_contact"),
	HANDLE_ATTR(registration_data),
	FLAG("auto_renew"),
	FLAG("f_lock_domain"),
	FLAG("f_whois_privacy"),
	{ .name = "reg_domain",
	    .type = ATTR_TEXT,
	    .max = 253,
	    .pattern = domain_well_formed,
	    DATA },
	{ .name = "master_order_id", .type = ATTR_INT, .max = INT64_MAX, DATA },
	TEXT("affiliate_id", 256),
	TEXT("comments", 4096),
	TEXT("dns_template", 256),
	TEXT("encoding_type", 16),
	ATTR_LAST,
};

static const struct refusal *
check_name(struct request *rq, const char *domain)
{
	struct world *w = rq->world;

	if (rulebook_tld(w->rules, domain) == NULL)
		return refuse(rq, unknown_tld, excerpt(rq->arena, domain));
	if (!domain_registrable(w, domain))
		return refuse(rq, invalid_domain, excerpt(rq->arena, domain));
	return NULL;
}

static const struct refusal *
check_period(struct request *rq, const char *domain)
{
	struct years years = domain_years(rq->world, rq->arena, domain);
	int64_t period = attr_int(rq, "period");

	if (period >= years.least && period <= years.most)
		return NULL;
	return refuse(
	    rq, registration_data, arena_printf(rq->arena, "period '%" PRId64 "'", period));
}

static const struct refusal *
check_template(struct request *rq)
{
	const char *name = attr_word(rq, "dns_template");
	struct zone_template t;

	if (zone_template_find(rq->world, rq->arena, rq->reseller->id, name, &t))
		return NULL;
	return refuse(rq, no_template, excerpt(rq->arena, name));
}

/* Decisions, 28: a profile is new with each registration, unless it is joined by
 * one of its names; then its login must be right. */
static const struct refusal *
check_profile(struct request *rq)
{
	struct term t;

	if (!attr_given(rq, "reg_domain"))
		return NULL;
	if (profile_find(rq->world, rq->arena, rq->reseller->id, attr_text(rq, "reg_domain"),
		attr_text(rq, "reg_username"), attr_text(rq, "reg_password"), &t))
		return NULL;
	return refuse(rq, bad_password, NULL);
}

static struct contact
tech_of(struct arena *a, const struct reseller *r)
{
	size_t first = strcspn(r->tech_name, " ");
	struct contact c = {
		.first_name = arena_strndup(a, r->tech_name, first),
		.last_name = trimmed(a, r->tech_name + first),
		.org_name = r->company,
		.phone = r->tech_phone,
		.email = r->tech_email,
	};

	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		if (*contact_field(&c, i) == NULL)
			*contact_field(&c, i) = "";
	return c;
}

static const struct refusal *
read_contacts(struct request *rq, const char *domain, struct contact_set *set)
{
	const struct value *sent = attr_tree(rq, "contact_set");
	bool custom_tech = attr_flag(rq, "custom_tech_contact");
	const struct refusal *no = NULL;

	*set = (struct contact_set){ 0 };
	for (size_t i = 0; no == NULL && i < ROLE_COUNT; i++) {
		enum role role = (enum role)i;
		bool wanted = role == TECH ? custom_tech
					   : contact_needed(domain, role) ||
						 (contact_taken(domain, role) &&
						     !contact_absent(sent, role));
		if (!wanted)
			continue;
		set->given[role] = true;
		no = contact_read(
		    rq, sent, role, domain, &refusal_registration_data, &set->of[role]);
	}
	if (!custom_tech) {
		set->given[TECH] = true;
		set->of[TECH] = tech_of(rq->arena, rq->reseller);
	}
	return no;
}

static const struct refusal *
read_nameservers(struct request *rq, const char **text)
{
	const struct value *list = attr_tree(rq, "nameserver_list");

	*text = rq->reseller->nameservers;
	if (!attr_flag(rq, "custom_nameservers"))
		return NULL;
	if (list == NULL)
		return refuse(rq, missing_field, "nameserver_list");
	return nameservers_read(rq, list, &refusal_registration_data, text);
}

static const char *
details_of(struct request *rq)
{
	const struct detail rows[] = {
		{ "auto_renew", attr_flag(rq, "auto_renew") ? "Y" : "N" },
		{ "lock_domain", attr_flag(rq, "f_lock_domain") ? "1" : "0" },
		{ "custom_nameservers", attr_flag(rq, "custom_nameservers") ? "1" : "0" },
		{ "custom_tech_contact", attr_flag(rq, "custom_tech_contact") ? "1" : "0" },
		{ "reg_username", attr_word(rq, "reg_username") },
		{ "reg_password", attr_word(rq, "reg_password") },
		{ "reg_domain", attr_word(rq, "reg_domain") },
		{ "master_order_id",
		    arena_printf(rq->arena, "%" PRId64, attr_int(rq, "master_order_id")) },
		{ "affiliate_id", attr_word(rq, "affiliate_id") },
		{ "comments", attr_word(rq, "comments") },
		{ "dns_template", attr_word(rq, "dns_template") },
		{ "encoding_type", attr_word(rq, "encoding_type") },
		{ NULL, NULL },
	};

	return details_text(rq->arena, rows);
}

/* Recorded as provisioning/register_domain. */
static void
reply_registered(struct request *rq, const char *email, int64_t order)
{
	if (attr_flag(rq, "f_lock_domain"))
		rq->text = arena_printf(rq->arena, "%s Domain successfully locked.", rq->text);
	value_add_text(rq->arena, rq->reply, "registration_text", rq->text);
	value_add_text(rq->arena, rq->reply, "admin_email", email);
	value_add_text(rq->arena, rq->reply, "registration_code", "200");
	value_add_text(rq->arena, rq->reply, "id", arena_printf(rq->arena, "%" PRId64, order));
	/* Privacy is not built: the truth is better than a promise. */
	if (attr_flag(rq, "f_whois_privacy"))
		value_add_text(rq->arena, rq->reply, "whois_privacy_state", "disabled");
}

/* What was asked for, as an order that is not saved yet. */
static const struct refusal *
read_order(struct request *rq, struct order *o, struct contact_set *set)
{
	const char *domain = attr_text(rq, "domain");
	const struct refusal *no = check_name(rq, domain);

	*o = (struct order){
		.reseller = rq->reseller->id,
		.domain = domain,
		.type = attr_text(rq, "reg_type"),
		.period = (int)attr_int(rq, "period"),
		.submitted = rq->world->now,
	};
	if (no == NULL)
		no = check_period(rq, domain);
	if (no == NULL)
		no = check_template(rq);
	if (no == NULL)
		no = check_profile(rq);
	if (no == NULL)
		no = read_contacts(rq, domain, set);
	if (no == NULL)
		no = read_nameservers(rq, &o->nameservers);
	if (no == NULL && !price_of(rq->world, domain, o->type, o->period, &o->price))
		no = refuse(rq, unknown_tld, excerpt(rq->arena, domain));
	return no;
}

const struct refusal *
cmd_sw_register(struct request *rq)
{
	struct contact_set set;
	struct order o;
	int64_t *cancelled;
	const struct refusal *no = read_order(rq, &o, &set);

	if (no != NULL)
		return no;
	o.contacts = contacts_text(rq->arena, &set);
	o.details = details_of(rq);
	size_t n = order_supersede(rq->world, rq->arena, &o, &cancelled);
	struct submission s = order_handle(rq, &o);
	if (s.ended == ORDER_COMPLETED)
		reply_registered(rq, order_email(&set), o.id);
	no = order_reply(rq, &(struct order_words){ "id", order_email(&set) }, &o, &s);
	if (no == NULL)
		order_reply_cancelled(rq, cancelled, n);
	return no;
}
