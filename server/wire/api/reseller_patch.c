/* A reseller's settings, changed by the operator: at once, but for the rules of from
 * where it is served. */
#include "wire/api/reseller.h"

#include "base/arena.h"
#include "base/must.h"
#include "world/money/account.h"
#include "world/party/address_rule.h"
#include "world/policy/policy.h"

const struct field tech_fields[] = {
	MAY("name", TEXT),
	MAY("email", TEXT),
	MAY("phone", TEXT),
	MAY("fax", TEXT),
	MAY("address1", TEXT),
	MAY("address2", TEXT),
	MAY("address3", TEXT),
	MAY("city", TEXT),
	MAY("state", TEXT),
	MAY("postal_code", TEXT),
	MAY("country", TEXT),
	SHAPE_END,
};
/* What a reseller may switch off (rules 01, 1.5); the rest is mandatory. */
const struct field notice_fields[] = {
	MAY("rsp.suspended_list", FLAG),
	MAY("verification.warning", FLAG),
	SHAPE_END,
};
/* Rules 01, 1.9. */
const struct field branding_fields[] = {
	MAY("logo", TEXT),
	MAY("url", TEXT),
	MAY("header", LINES),
	MAY("footer", LINES),
	MAY("redirect", TEXT),
	SHAPE_END,
};
const struct field shape_reseller_change[] = {
	MAY("company", TEXT),
	MAY("balance", MONEY),
	MAY_A("tech_contact", MAP, tech_fields),
	MAY("process_immediately", FLAG),
	MAY("nameservers", LIST),
	MAY("foreign_nameservers", FLAG),
	MAY("unregistered_hosts", FLAG),
	MAY("designated_agent", FLAG),
	MAY("push_from", LIST),
	MAY("subusers", FLAG),
	MAY("subuser_permissions", LIST),
	MAY_A("notices", MAP, notice_fields),
	MAY_A("branding", MAP, branding_fields),
	MAY("ip_rules", LIST),
	SHAPE_END,
};

static const char *
text_or(const json_t *body, const char *name, const char *before)
{
	return body_has(body, name) ? body_text(body, name) : before;
}

/* OLD with what GIVEN says instead; only what is named changes. */
static const char *
merged(struct call *c, const char *old, const json_t *given)
{
	json_t *map = json_parsed(old);

	if (given != NULL)
		json_object_update(map, (json_t *)given);
	return json_text(c->arena, map);
}

static void
set_balance(struct call *c, int64_t reseller, int64_t cents)
{
	int64_t more = cents - account_balance(c->world, reseller).balance;

	if (more != 0)
		account_deposit(c->world, reseller, more, "set by the operator");
}

/* It becomes a header line: nothing that could end one. */
static bool
is_url(const char *text)
{
	for (const char *at = text; *at != '\0'; at++)
		if (*at <= ' ' || *at >= 0x7f)
			return false;
	return strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
}

static const struct problem *
check_redirect(struct call *c, const json_t *branding)
{
	const char *url = body_text(branding, "redirect");

	if (url == NULL || *url == '\0' || is_url(url))
		return NULL;
	return problem_new(c, 400, "bad_value", "\"branding.redirect\" wants a http(s) URL.");
}

/* Name, address and number have columns of their own. */
static void
set_tech(struct call *c, const json_t *tech, struct reseller *r)
{
	json_t *rest;

	if (tech == NULL)
		return;
	r->tech_name = text_or(tech, "name", r->tech_name);
	r->tech_email = text_or(tech, "email", r->tech_email);
	r->tech_phone = text_or(tech, "phone", r->tech_phone);
	rest = json_copy((json_t *)tech);
	json_object_del(rest, "name");
	json_object_del(rest, "email");
	json_object_del(rest, "phone");
	r->tech_address = merged(c, r->tech_address, rest);
	json_decref(rest);
}

static int64_t
permission_named(const char *name)
{
	for (const struct permission_name *p = permission_names; p->name != NULL; p++)
		if (strcmp(p->name, name) == 0)
			return p->bit;
	return 0;
}

static const struct problem *
set_permissions(struct call *c, const json_t *list, struct reseller *r)
{
	int64_t mask = 0;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *name = json_string_value(json_array_get(list, i));
		int64_t bit = permission_named(name);
		if (bit == 0)
			return problem_new(c, 400, "bad_value",
			    "\"subuser_permissions\" has no \"%s\"; known are owner, admin,"
			    " billing, tech, nameservers, rsp_whois_info, domain_extras.",
			    name);
		mask |= bit;
	}
	if (list != NULL)
		r->subuser_permissions = mask;
	return NULL;
}

static const struct problem *
set_address_rules(struct call *c, const json_t *list, struct reseller *r)
{
	const char *rules[13]; /* the longest list there is: shape.c */
	size_t n = json_array_size(list);
	int64_t most = policy_number(c->world, &policy_rules_most);

	must(n <= sizeof(rules) / sizeof(*rules));
	if (most > 0 && n > (size_t)most)
		return problem_new(c, 400, "bad_value",
		    "\"ip_rules\" takes %" PRId64 " rules at most (ip_rules.most).", most);
	for (size_t i = 0; i < n; i++) {
		rules[i] = json_string_value(json_array_get(list, i));
		if (!address_rule_well_formed(rules[i]))
			return problem_new(c, 400, "bad_value",
			    "\"ip_rules\" wants addresses such as 192.0.2.1, 10.0.0.0/8 or"
			    " 2001:db8::/32, not \"%s\".",
			    rules[i]);
	}
	if (list != NULL)
		address_rules_set(c->world, c->arena, r, rules, n);
	return NULL;
}

/* Kept by the names that resellers have for themselves: a fork gives them other logins. */
static const struct problem *
set_push_from(struct call *c, const json_t *list, struct reseller *r)
{
	json_t *names = json_array();
	const struct problem *p = NULL;
	struct reseller other;

	for (size_t i = 0; i < json_array_size(list) && p == NULL; i++) {
		p = find_reseller(c, json_string_value(json_array_get(list, i)), &other);
		if (p == NULL)
			json_array_append_new(names, json_string(other.name));
	}
	const char *text = json_text(c->arena, names);
	if (p == NULL && list != NULL)
		r->push_from = text;
	return p;
}

static void
set_rules(struct call *c, const json_t *body, struct reseller *r)
{
	r->process_immediately = body_flag(body, "process_immediately", r->process_immediately);
	if (body_has(body, "nameservers"))
		r->nameservers = json_text(
		    c->arena, json_incref(json_object_get(body, "nameservers")));
	r->foreign_nameservers = body_flag(body, "foreign_nameservers", r->foreign_nameservers);
	r->unregistered_hosts = body_flag(body, "unregistered_hosts", r->unregistered_hosts);
	r->designated_agent = body_flag(body, "designated_agent", r->designated_agent);
	r->subusers = body_flag(body, "subusers", r->subusers);
}

static const struct problem *
patch(struct call *c, const json_t *body)
{
	struct reseller r;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	if (p == NULL)
		p = check_redirect(c, json_object_get(body, "branding"));
	if (p == NULL)
		p = set_permissions(c, json_object_get(body, "subuser_permissions"), &r);
	if (p == NULL)
		p = set_push_from(c, json_object_get(body, "push_from"), &r);
	if (p == NULL)
		p = set_address_rules(c, json_object_get(body, "ip_rules"), &r);
	if (p != NULL)
		return p;
	r.company = text_or(body, "company", r.company);
	set_tech(c, json_object_get(body, "tech_contact"), &r);
	set_rules(c, body, &r);
	r.notices = merged(c, r.notices, json_object_get(body, "notices"));
	r.branding = merged(c, r.branding, json_object_get(body, "branding"));
	reseller_save(c->world, &r);
	if (body_has(body, "balance"))
		set_balance(c, r.id, body_cents(body, "balance", 0));
	return answer_json(c, 200, reseller_json(c, &r));
}

const struct problem *
api_reseller_patch(struct call *c)
{
	return with_body(c, patch);
}
