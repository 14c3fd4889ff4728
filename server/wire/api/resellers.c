/* Resellers: the registrar's customers, who send the commands. */
#include "wire/api/reseller.h"

#include "base/arena.h"
#include "world/money/account.h"
#include "world/party/address_rule.h"
#include "world/party/subuser.h"

const struct field shape_user[] = { HAS("username", NAME), HAS("key", TEXT), SHAPE_END };

const struct field shape_reseller[] = {
	HAS("name", TEXT),
	HAS_OR_NULL("parent", TEXT),
	HAS_ONE_OF("status", "active|onhold|locked|canceled|paid_only"),
	HAS_A("users", ITEMS, shape_user),
	HAS("company", TEXT),
	HAS("balance", AMOUNT),
	HAS("held", AMOUNT),
	HAS_A("tech_contact", MAP, tech_fields),
	HAS("process_immediately", FLAG),
	HAS("nameservers", LIST),
	HAS("foreign_nameservers", FLAG),
	HAS("unregistered_hosts", FLAG),
	HAS("designated_agent", FLAG),
	HAS("push_from", LIST),
	HAS("subusers", FLAG),
	HAS("subuser_permissions", LIST),
	HAS("ip_rules", LIST),
	HAS("ip_rules_in_force", LIST),
	HAS_A("notices", MAP, notice_fields),
	HAS_A("branding", MAP, branding_fields),
	SHAPE_END,
};

static json_t *
users_json(struct call *c, int64_t reseller)
{
	struct login *logins;
	size_t n = login_list(c->world, c->arena, &logins);
	json_t *users = json_array();

	for (size_t i = 0; i < n; i++)
		if (logins[i].reseller == reseller)
			json_array_append_new(users, json_pack("{s:s, s:s}", "username",
							 logins[i].username, "key", logins[i].key));
	return users;
}

static json_t *
tech_json(const struct reseller *r)
{
	json_t *map = json_parsed(r->tech_address);

	json_put(map, "name", json_string(r->tech_name));
	json_put(map, "email", json_string(r->tech_email));
	json_put(map, "phone", json_string(r->tech_phone));
	return map;
}

const struct permission_name permission_names[] = {
#define PERMISSION(name, bit, source) { #name, bit },
#include "world/party/permissions.def"
#undef PERMISSION
	{ NULL, 0 },
};

static json_t *
permissions_json(int64_t mask)
{
	json_t *list = json_array();

	for (const struct permission_name *p = permission_names; p->name != NULL; p++)
		if ((mask & p->bit) != 0)
			json_array_append_new(list, json_string(p->name));
	return list;
}

static void
put_settings(json_t *map, const struct reseller *r)
{
	json_put(map, "tech_contact", tech_json(r));
	json_put(map, "process_immediately", json_boolean(r->process_immediately));
	json_put(map, "nameservers", json_parsed(r->nameservers));
	json_put(map, "foreign_nameservers", json_boolean(r->foreign_nameservers));
	json_put(map, "unregistered_hosts", json_boolean(r->unregistered_hosts));
	json_put(map, "designated_agent", json_boolean(r->designated_agent));
	json_put(map, "push_from", json_parsed(r->push_from));
	json_put(map, "subusers", json_boolean(r->subusers));
	json_put(map, "subuser_permissions", permissions_json(r->subuser_permissions));
	json_put(map, "notices", json_parsed(r->notices));
	json_put(map, "branding", json_parsed(r->branding));
}

/* Those that it has asked for last, and those by which it is served meanwhile. */
static void
put_address_rules(struct call *c, json_t *map, int64_t reseller)
{
	json_t *wanted = json_array(), *in_force = json_array();
	struct address_rule *rows;
	size_t n = address_rules(c->world, c->arena, reseller, &rows);

	for (size_t i = 0; i < n; i++) {
		if (rows[i].until == INT64_MAX)
			json_array_append_new(wanted, json_string(rows[i].rule));
		if (address_rule_in_force(&rows[i], c->world->now))
			json_array_append_new(in_force, json_string(rows[i].rule));
	}
	json_put(map, "ip_rules", wanted);
	json_put(map, "ip_rules_in_force", in_force);
}

/* Of whom it is a sub-reseller; NULL: of nobody. */
static const char *
parent_name(struct call *c, const struct reseller *r)
{
	struct reseller parent;

	return r->parent != 0 && reseller_load(c->world, c->arena, r->parent, &parent) ? parent.name
										       : NULL;
}

json_t *
reseller_json(struct call *c, const struct reseller *r)
{
	struct balance b = account_balance(c->world, r->id);
	json_t *map = json_pack("{s:s, s:s?, s:s, s:o, s:s, s:s, s:s}", "name", r->name, "parent",
	    parent_name(c, r), "status", r->status, "users", users_json(c, r->id), "company",
	    r->company, "balance", cents_text(c->arena, b.balance), "held",
	    cents_text(c->arena, b.held));

	put_settings(map, r);
	put_address_rules(c, map, r->id);
	return map;
}

const struct problem *
api_reseller(struct call *c)
{
	struct reseller r;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	return p != NULL ? p : answer_json(c, 200, reseller_json(c, &r));
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct reseller *rows = NEW_ARRAY(c->arena, struct reseller, limit);
	size_t n = reseller_list(c->world, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, reseller_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_resellers(struct call *c)
{
	return list(c, &(struct listing){ fill, NULL });
}

const struct field shape_reseller_wish[] = {
	MAY("username", NAME),
	MAY("key", TEXT),
	MAY("balance", MONEY),
	SHAPE_END,
};

#define KEY_DIGITS 112 /* like the vendor's */

static bool
key_fits(const char *key)
{
	return strlen(key) == KEY_DIGITS && key[strspn(key, "0123456789abcdef")] == '\0';
}

/* False: somebody in this process has the name. */
static bool
take_username(struct call *c, struct login *l, bool made_key)
{
	struct reseller r;

	if (made_key)
		l->key = login_make_key(c->world, c->arena, l->username);
	return !reseller_find(c->world, c->arena, l->username, &r) &&
	       engine_reserve_user(c, l->username, l->key);
}

static const struct problem *
choose_username(struct call *c, const json_t *body, struct login *l)
{
	bool made_key = !body_has(body, "key");
	int n = 2;

	l->key = body_text(body, "key");
	l->username = body_text(body, "username");
	if (!made_key && !key_fits(l->key))
		return problem_new(
		    c, 400, "bad_value", "\"key\" wants %d lower-case hex digits.", KEY_DIGITS);
	if (l->username != NULL && !take_username(c, l, made_key))
		return problem_new(c, 409, "user_taken",
		    "The user name \"%s\" is taken in this process.", l->username);
	if (l->username == NULL)
		do
			l->username = arena_printf(c->arena, "%s-%d", c->world->name, n++);
		while (!take_username(c, l, made_key));
	return NULL;
}

static const struct problem *
add(struct call *c, const json_t *body)
{
	int64_t balance = body_cents(body, "balance", engine_config(c->engine)->balance);
	struct login l = { 0 };
	struct reseller r;
	const struct problem *p = choose_username(c, body, &l);

	if (p != NULL)
		return p;
	reseller_create(c->world, c->arena, l.username, balance, &r);
	l.reseller = r.id;
	login_save(c->world, &l);
	return answer_json(c, 201, json_pack("{s:s, s:s}", "username", l.username, "key", l.key));
}

const struct problem *
api_reseller_add(struct call *c)
{
	return with_body(c, add);
}
