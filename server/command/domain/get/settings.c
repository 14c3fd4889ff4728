/* Settings of a name, one or two to a type. */
#include "command/domain/get/types.h"
#include "world/name/capability.h"
#include "world/name/publication.h"
#include "world/name/setting.h"
#include "world/registry/change.h"

static const char *
on_file(struct request *rq, const struct term *t, const char *setting, const char *otherwise)
{
	const char *value = setting_of(rq->world, rq->arena, t->id, setting);

	return *value == '\0' ? otherwise : value;
}

static bool
can(struct request *rq, const struct term *t, const char *capability)
{
	return capability_named(rq->world, rq->arena, t->name, capability);
}

/* While the registry has still to answer it is on its way. */
void
say_whois_privacy_state(struct request *rq, const struct term *t)
{
	const char *asked = change_awaited(rq->world, rq->arena, t->id, "whois_privacy");

	if (asked == NULL)
		say(rq, "state", on_file(rq, t, "whois_privacy", "disabled"));
	else
		say(rq, "state", *asked == '\0' ? "disabling" : "enabling");
	say(rq, "changeable", can(rq, t, "whois_privacy_state") ? "1" : "0");
}

void
say_whois_publicity_state(struct request *rq, const struct term *t)
{
	say(rq, "state", on_file(rq, t, "whois_publicity", "disabled"));
}

void
say_trademark(struct request *rq, const struct term *t)
{
	bool is = strcmp(on_file(rq, t, "isa_trademark", "0"), "1") == 0;

	say(rq, "trademark", is ? "Y" : "N");
}

void
say_it_whois_display_setting(struct request *rq, const struct term *t)
{
	say(rq, "consent_for_publishing", on_file(rq, t, "it_publish", "0"));
}

/* What was never chosen: the registry shows organizations, and hides people. */
void
say_ca_whois_display_setting(struct request *rq, const struct term *t)
{
	bool person = publication_ca_person(rq->world, rq->arena, t);

	say(rq, "display", on_file(rq, t, "ca_whois_display", person ? "PRIVATE" : "FULL"));
}

/* Its default: since 2018 .uk has shown nobody (inferred). */
void
say_uk_whois_opt(struct request *rq, const struct term *t)
{
	if (!can(rq, t, "uk_whois_opt")) {
		say(rq, "uk_whois_opt", "");
		return;
	}
	say(rq, "uk_whois_opt", on_file(rq, t, "uk_whois_opt", "Y"));
	say(rq, "reg_type", on_file(rq, t, "tld_data.registrant_extra_info.registrant_type", ""));
}

/* The keys: OpenSRS Perl client, manage.cgi. */
void
say_rsp_whois_info(struct request *rq, const struct term *t)
{
	const struct reseller *r = rq->reseller;

	say(rq, "rsp_enabled", "Y");
	say(rq, "domain_enabled", on_file(rq, t, "rsp_whois_info", "Y"));
	say(rq, "business", r->company);
	say(rq, "phone", r->tech_phone);
	say(rq, "fax", "");
	say(rq, "email", r->tech_email);
	say(rq, "url", "");
	say(rq, "opt_info", "");
}
