/* Resellers: the registrar's customers, who send the commands. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/money/account.h"
#include "world/party/reseller.h"

const struct field shape_user[] = { HAS("username", NAME), HAS("key", TEXT), SHAPE_END };

static const struct field tech_fields[] = {
	MAY("name", TEXT),
	MAY("email", TEXT),
	MAY("phone", TEXT),
	SHAPE_END,
};
/* What a reseller may switch off (rules 01, 1.5); the rest is mandatory. */
static const struct field notice_fields[] = {
	MAY("rsp.suspended_list", FLAG),
	MAY("verification.warning", FLAG),
	SHAPE_END,
};
/* Rules 01, 1.9. */
static const struct field branding_fields[] = {
	MAY("logo", TEXT),
	MAY("url", TEXT),
	MAY("header", LINES),
	MAY("footer", LINES),
	MAY("redirect", TEXT),
	SHAPE_END,
};
const struct field shape_reseller[] = {
	HAS("name", TEXT),
	HAS_A("users", ITEMS, shape_user),
	HAS("company", TEXT),
	HAS("balance", AMOUNT),
	HAS("held", AMOUNT),
	HAS_A("tech_contact", MAP, tech_fields),
	HAS("process_immediately", FLAG),
	HAS("nameservers", LIST),
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

json_t *
reseller_json(struct call *c, const struct reseller *r)
{
	struct balance b = account_balance(c->world, r->id);

	return json_pack("{s:s, s:o, s:s, s:s, s:s, s:{s:s, s:s, s:s}, s:b, s:o, s:o, s:o}", "name",
	    r->name, "users", users_json(c, r->id), "company", r->company, "balance",
	    cents_text(c->arena, b.balance), "held", cents_text(c->arena, b.held), "tech_contact",
	    "name", r->tech_name, "email", r->tech_email, "phone", r->tech_phone,
	    "process_immediately", r->process_immediately, "nameservers",
	    json_parsed(r->nameservers), "notices", json_parsed(r->notices), "branding",
	    json_parsed(r->branding));
}

const struct problem *
api_reseller(struct call *c)
{
	struct reseller r;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	return p != NULL ? p : answer_json(c, 200, reseller_json(c, &r));
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

static const char *
make_key(struct call *c, const char *username)
{
	const char *what = arena_printf(c->arena, "key of %s", username), *key = "";

	for (int64_t i = 0; i < 4; i++)
		key = arena_printf(
		    c->arena, "%s%s", key, world_secret(c->world, c->arena, what, i));
	return arena_strndup(c->arena, key, KEY_DIGITS);
}

/* False: somebody in this process has the name. */
static bool
take_username(struct call *c, struct login *l, bool made_key)
{
	struct reseller r;

	if (made_key)
		l->key = make_key(c, l->username);
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

const struct field shape_reseller_change[] = {
	MAY("company", TEXT),
	MAY("balance", MONEY),
	MAY_A("tech_contact", MAP, tech_fields),
	MAY("process_immediately", FLAG),
	MAY("nameservers", LIST),
	MAY_A("notices", MAP, notice_fields),
	MAY_A("branding", MAP, branding_fields),
	MAY("ip_rules", LATER),
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

static const struct problem *
patch(struct call *c, const json_t *body)
{
	const json_t *tech = json_object_get(body, "tech_contact");
	struct reseller r;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	if (p == NULL)
		p = check_redirect(c, json_object_get(body, "branding"));
	if (p != NULL)
		return p;
	r.company = text_or(body, "company", r.company);
	r.tech_name = text_or(tech, "name", r.tech_name);
	r.tech_email = text_or(tech, "email", r.tech_email);
	r.tech_phone = text_or(tech, "phone", r.tech_phone);
	r.process_immediately = body_flag(body, "process_immediately", r.process_immediately);
	if (body_has(body, "nameservers"))
		r.nameservers = json_text(
		    c->arena, json_incref(json_object_get(body, "nameservers")));
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
