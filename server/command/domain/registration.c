#include "command/domain/registration.h"

#include "base/arena.h"
#include "command/contacts.h"
#include "command/nameservers.h"
#include "command/tld_data.h"
#include "world/name/capability.h"
#include "world/name/setting.h"
#include "world/order/details.h"
#include "world/party/contact_rules.h"
#include "world/party/profile.h"

static bool
same_login(struct request *rq, const struct order *o)
{
	struct detail login[] = { { "reg_username", NULL }, { "reg_password", NULL },
		{ NULL, NULL } };

	details_fill(rq->arena, o->details, login);
	return strcmp(login[0].value, attr_text(rq, "reg_username")) == 0 &&
	       strcmp(login[1].value, attr_text(rq, "reg_password")) == 0;
}

static bool
login_fits(struct request *rq, const char *domain)
{
	struct term t;

	return profile_find(rq->world, rq->arena, rq->reseller->id, domain,
	    attr_text(rq, "reg_username"), attr_text(rq, "reg_password"), &t);
}

/* An order that is linked goes to the profile of the one that it is linked to, which
 * may have none yet. */
static const struct refusal *
check_link(struct request *rq)
{
	bool linked = attr_flag(rq, "link_domains");
	int64_t master = attr_int(rq, "master_order_id");
	struct order o;

	if (master == 0)
		return linked ? refuse(rq, missing_field, "master_order_id") : NULL;
	if (!order_load(rq->world, rq->arena, master, &o) || o.reseller != rq->reseller->id)
		return refuse(rq, registration_data,
		    arena_printf(rq->arena, "master_order_id '%" PRId64 "'", master));
	if (!linked || (o.term == 0 ? same_login(rq, &o) : login_fits(rq, o.domain)))
		return NULL;
	return refuse(rq, bad_password, NULL);
}

/* Decisions, 28: a profile is new with each registration, unless it is joined by
 * one of its names; then its login must be right. */
const struct refusal *
registration_profile(struct request *rq)
{
	if (attr_given(rq, "reg_domain") && !login_fits(rq, attr_text(rq, "reg_domain")))
		return refuse(rq, bad_password, NULL);
	return check_link(rq);
}

const struct refusal *
registration_contacts(struct request *rq, const char *domain, struct contact_set *set)
{
	const struct value *sent = attr_tree(rq, "contact_set");
	bool custom_tech = attr_flag(rq, "custom_tech_contact");
	const struct refusal *no = NULL;

	*set = (struct contact_set){ 0 };
	if (sent == NULL)
		return refuse(rq, missing_field, "contact_set");
	for (size_t i = 0; no == NULL && i < ROLE_COUNT; i++) {
		enum role role = (enum role)i;
		bool wanted = role == TECH
				  ? custom_tech
				  : contact_needed(rq->world, rq->arena, domain, role) ||
					(contact_taken(rq->world, rq->arena, domain, role) &&
					    !contact_absent(sent, role));
		if (!wanted)
			continue;
		set->given[role] = true;
		no = contact_read(
		    rq, sent, role, domain, &refusal_registration_data, &set->of[role]);
	}
	if (!custom_tech) {
		set->given[TECH] = true;
		set->of[TECH] = reseller_tech(rq->arena, rq->reseller);
	}
	return no;
}

const struct refusal *
registration_nameservers(struct request *rq, const char **text)
{
	const struct value *list = attr_tree(rq, "nameserver_list");

	*text = rq->reseller->nameservers;
	if (!attr_flag(rq, "custom_nameservers"))
		return NULL;
	if (list == NULL)
		return refuse(rq, missing_field, "nameserver_list");
	return nameservers_read(rq, list, &refusal_registration_data, text);
}

bool
registration_private(struct request *rq, const char *domain)
{
	return attr_flag(rq, "f_whois_privacy") &&
	       capability_named(rq->world, rq->arena, domain, "whois_privacy_state");
}

const struct refusal *
registration_tld_data(struct request *rq, const char *domain)
{
	struct setting rows[MOST_SETTINGS];
	size_t n;

	return tld_data_read(rq, domain, &refusal_registration_data, rows, &n);
}

const char *
registration_details(struct request *rq)
{
	const struct detail base[] = {
		{ "auto_renew", attr_flag(rq, "auto_renew") ? "Y" : "N" },
		{ "lock_domain", attr_flag(rq, "f_lock_domain") ? "1" : "0" },
		{ "custom_nameservers", attr_flag(rq, "custom_nameservers") ? "1" : "0" },
		{ "custom_tech_contact", attr_flag(rq, "custom_tech_contact") ? "1" : "0" },
		{ "reg_username", attr_word(rq, "reg_username") },
		{ "reg_password", attr_word(rq, "reg_password") },
		{ "reg_domain", attr_word(rq, "reg_domain") },
		{ "master_order_id",
		    arena_printf(rq->arena, "%" PRId64, attr_int(rq, "master_order_id")) },
		{ "link_domains", attr_flag(rq, "link_domains") ? "1" : "" },
		{ "affiliate_id", attr_word(rq, "affiliate_id") },
		{ "comments", attr_word(rq, "comments") },
		{ "dns_template", attr_word(rq, "dns_template") },
		{ "encoding_type", attr_word(rq, "encoding_type") },
		{ "trademark_smd", attr_word(rq, "trademark_smd") },
		{ "intended_use", attr_word(rq, attr_given(rq, "Intended_use") ? "Intended_use"
									       : "intended_use") },
		{ SETTING_DETAIL "encoding_type", attr_word(rq, "encoding_type") },
		{ SETTING_DETAIL "affiliate_id", attr_word(rq, "affiliate_id") },
		{ SETTING_DETAIL "messaging_language", attr_word(rq, "messaging_language") },
		{ SETTING_DETAIL "parkpage", attr_flag(rq, "f_parkp") ? "on" : "" },
		{ SETTING_DETAIL "whois_privacy",
		    registration_private(rq, attr_text(rq, "domain")) ? "enabled" : "" },
		{ "auth_info", attr_word(rq, "auth_info") },
		{ "bypass_confirm", attr_flag(rq, "f_bypass_confirm") ? "1" : "" },
		{ "change_contact", attr_flag(rq, "change_contact") ? "1" : "" },
		{ "owner_confirm_address", attr_word(rq, "owner_confirm_address") },
	};
	size_t n = sizeof(base) / sizeof(*base), more;
	struct detail rows[sizeof(base) / sizeof(*base) + MOST_SETTINGS + 1];
	struct setting data[MOST_SETTINGS];

	memcpy(rows, base, sizeof(base));
	tld_data_read(rq, attr_text(rq, "domain"), &refusal_registration_data, data, &more);
	for (size_t i = 0; i < more; i++)
		rows[n++] = (struct detail){
			arena_printf(rq->arena, SETTING_DETAIL "%s", data[i].name), data[i].value
		};
	rows[n] = (struct detail){ NULL, NULL };
	return details_text(rq->arena, rows);
}
