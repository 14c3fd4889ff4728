/* Domains: every living name of a world, whoever holds it. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/flow/consent/consent.h"
#include "world/flow/verification/verification.h"
#include "world/name/domain.h"
#include "world/name/epp.h"
#include "world/party/reseller.h"

const struct field shape_domain_filter[] = { MAY("reseller", TEXT), SHAPE_END };

static const struct field verification_fields[] = {
	HAS("status", TEXT),
	HAS_OR_NULL("started", INSTANT),
	HAS_OR_NULL("deadline", INSTANT),
	HAS_OR_NULL("days_to_suspend", NUMBER),
	HAS("email_bounced", FLAG),
	SHAPE_END,
};
const struct field shape_consent[] = {
	HAS("status", TEXT),
	HAS_OR_NULL("asked", INSTANT),
	HAS_OR_NULL("deadline", INSTANT),
	HAS("share_more", FLAG),
	SHAPE_END,
};
const struct field shape_contact[] = {
#define FIELD(wire_name, ...) MAY(#wire_name, TEXT),
#include "world/party/contact_fields.def"
#undef FIELD
	SHAPE_END,
};
const struct field shape_contacts[] = {
	MAY_A("owner", MAP, shape_contact),
	MAY_A("admin", MAP, shape_contact),
	MAY_A("billing", MAP, shape_contact),
	MAY_A("tech", MAP, shape_contact),
	SHAPE_END,
};
const struct field shape_domain[] = {
	HAS("name", TEXT),
	HAS_OR_NULL("reseller", TEXT),
	HAS("registrar", TEXT),
	HAS_ONE_OF("state", "active|expired|deleted"),
	HAS("status", LIST), /* EPP statuses in force now */
	HAS("created", INSTANT),
	HAS("expires", INSTANT),
	HAS("registry_expires", INSTANT),
	HAS("auto_renew", FLAG),
	HAS("let_expire", FLAG),
	HAS("locked", FLAG),
	HAS_A("contacts", MAP, shape_contacts),
	HAS("nameservers", LIST),
	HAS_A("verification", MAP, verification_fields),
	HAS_A("consent", MAP, shape_consent),
	SHAPE_END,
};

static json_t *
verification_json(struct call *c, const struct term *t)
{
	struct verification_status s = verification_status(c->world, c->arena, t);

	return json_pack("{s:s, s:o, s:o, s:o, s:b}", "status", s.status, "started",
	    s.running ? json_instant(s.started) : json_null(), "deadline",
	    s.running ? json_instant(s.deadline) : json_null(), "days_to_suspend",
	    s.running ? json_integer(s.days_to_suspend) : json_null(), "email_bounced", s.bounced);
}

json_t *
consent_json(struct consent_status s)
{
	return json_pack("{s:s, s:o, s:o, s:b}", "status", s.status, "asked",
	    json_instant_or_null(s.asked), "deadline", json_instant_or_null(s.deadline),
	    "share_more", s.share_more);
}

json_t *
statuses_json(const struct term *t)
{
	const char *names[MAX_EPP];
	size_t n = epp_statuses(t, names);
	json_t *list_of_names = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list_of_names, json_string(names[i]));
	return list_of_names;
}

static json_t *
reseller_name(struct call *c, int64_t id)
{
	struct reseller r;

	if (id == 0 || !reseller_load(c->world, c->arena, id, &r))
		return json_null();
	return json_string(r.name);
}

static json_t *
contact_json(struct contact *contact)
{
	json_t *json = json_object();

	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		json_object_set_new(
		    json, contact_field_names[i], json_string(*contact_field(contact, i)));
	return json;
}

static json_t *
contacts_json(struct call *c, const struct term *t)
{
	struct contact_set set = contacts_parse(c->arena, t->contacts);
	json_t *json = json_object();

	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (set.given[i])
			json_object_set_new(json, role_names[i], contact_json(&set.of[i]));
	return json;
}

json_t *
domain_json(struct call *c, const struct term *t)
{
	return json_pack(
	    "{s:s, s:o, s:s, s:s, s:o, s:o, s:o, s:o, s:b, s:b, s:b, s:o, s:o, s:o, s:o}", "name",
	    t->name, "reseller", reseller_name(c, t->reseller), "registrar", t->registrar, "state",
	    t->state, "status", statuses_json(t), "created", json_instant(t->created), "expires",
	    json_instant(t->expires), "registry_expires", json_instant(t->registry_expires),
	    "auto_renew", t->auto_renew, "let_expire", t->let_expire, "locked", t->locked,
	    "contacts", contacts_json(c, t), "nameservers", json_parsed(t->nameservers),
	    "verification", verification_json(c, t), "consent",
	    consent_json(consent_status(c->world, c->arena, t)));
}

const struct problem *
find_reseller(struct call *c, const char *username, struct reseller *r)
{
	struct login l;
	bool found = login_find(c->world, c->arena, username, &l)
			 ? reseller_load(c->world, c->arena, l.reseller, r)
			 : reseller_find(c->world, c->arena, username, r);

	if (found)
		return NULL;
	return problem_new(
	    c, 404, "unknown_reseller", "There is no reseller \"%s\" in this world.", username);
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct reseller r = { 0 };
	const char *of = call_query(c, "reseller");
	struct term *rows = NEW_ARRAY(c->arena, struct term, limit);

	if (of != NULL)
		(void)find_reseller(c, of, &r);
	size_t n = term_list(c->world, c->arena, r.id, since, limit, rows);
	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, domain_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_domains(struct call *c)
{
	struct reseller r;
	const char *of = call_query(c, "reseller");
	const struct problem *p = of == NULL ? NULL : find_reseller(c, of, &r);

	return p != NULL ? p : list(c, &(struct listing){ fill, NULL });
}

const char *
domain_spelling(struct arena *a, const char *typed)
{
	const char *name = domain_folded(a, typed);

	return domain_well_formed(name) ? name : NULL;
}

const struct problem *
find_domain(struct call *c, struct term *t)
{
	const char *name = domain_spelling(c->arena, c->captures[1]);

	if (name == NULL || !term_find(c->world, c->arena, name, t))
		return problem_new(c, 404, "unknown_domain",
		    "The name \"%s\" is not registered in this world.", c->captures[1]);
	return NULL;
}

const struct problem *
api_domain(struct call *c)
{
	struct term t;
	const struct problem *p = find_domain(c, &t);

	return p != NULL ? p : answer_json(c, 200, domain_json(c, &t));
}
