/*
 * A name put there by the operator: anyone's, in any state, of any age, as if
 * it had always been so.  No order, no debit, no mail; no verification begins:
 * the name is `unverified` until something triggers it, like the names of
 * before the vendor's programme (rules 01, 1.1 "Retroactive").
 */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/name/domain.h"
#include "world/name/epp.h"
#include "world/name/term.h"
#include "world/party/contact.h"
#include "world/party/reseller.h"

/* Who is in no contact that was given. */
static const struct contact somebody = {
	.first_name = "Pat",
	.last_name = "Holder",
	.org_name = "Holder Ltd",
	.address1 = "1 Example Street",
	.address2 = "",
	.address3 = "",
	.city = "Toronto",
	.state = "ON",
	.postal_code = "M5V 2A1",
	.country = "CA",
	.phone = "+1.4165550123",
	.fax = "",
	.email = "pat@holder.example",
};

const struct field shape_domain_wish[] = {
	HAS("name", TEXT),
	MAY("reseller", TEXT),
	MAY("registrar", TEXT),
	MAY_A("contacts", MAP, shape_contacts),
	MAY("created", MOMENT),
	MAY("expires", MOMENT),
	MAY_ONE_OF("state", "active|expired|deleted"),
	MAY("locked", FLAG),
	MAY("auto_renew", FLAG),
	MAY("let_expire", FLAG),
	MAY("nameservers", LIST),
	SHAPE_END,
};

static struct contact
contact_of(const json_t *given, struct contact c)
{
	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		if (body_has(given, contact_field_names[i]))
			*contact_field(&c, i) = body_text(given, contact_field_names[i]);
	return c;
}

/* Who is not named is the owner; what of the owner is not named is made up. */
static const char *
contacts_of(struct call *c, const json_t *given)
{
	struct contact_set set = { 0 };

	set.of[OWNER] = contact_of(json_object_get(given, role_names[OWNER]), somebody);
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		set.given[i] = true;
		set.of[i] = contact_of(json_object_get(given, role_names[i]), set.of[OWNER]);
	}
	return contacts_text(c->arena, &set);
}

static const struct problem *
set_holder(struct call *c, const json_t *body, struct term *t)
{
	struct reseller r;
	struct login *logins;

	if (body_has(body, "registrar")) {
		if (body_has(body, "reseller"))
			return problem_new(c, 400, "bad_value",
			    "A name is held by a reseller here or by another registrar, not by both.");
		t->registrar = body_text(body, "registrar");
		t->nameservers = "[]";
		return NULL;
	}
	size_t n = login_list(c->world, c->arena, &logins);
	const char *who = body_has(body, "reseller") ? body_text(body, "reseller")
			  : n > 0                    ? logins[0].username
						     : "";
	const struct problem *p = find_reseller(c, who, &r);
	if (p != NULL)
		return p;
	t->reseller = r.id;
	t->registrar = HOUSE_REGISTRAR;
	t->nameservers = r.nameservers;
	t->reg_username = r.name;
	t->reg_password = world_secret(c->world, c->arena, "domain", r.id);
	return NULL;
}

/* A name of any age is taken to have been renewed year by year. */
static instant
next_anniversary(struct call *c, const struct term *t)
{
	int years = (int)(date_of(c->world->now).year - date_of(t->created).year);
	instant end = term_end(c->world, c->arena, t->name, t->created, years < 1 ? 1 : years);

	if (end <= c->world->now)
		end = term_end(c->world, c->arena, t->name, t->created, years + 1);
	return instant_clamped(end);
}

/* Who puts a name at another registrar mostly wants to bring it here, for which
 * registries want it to be of some age. */
static instant
usual_creation(struct call *c, const struct term *t)
{
	instant now = c->world->now;

	return t->reseller != 0 || now < DAYS(365) ? now : now - DAYS(365);
}

static const struct problem *
set_dates(struct call *c, const json_t *body, struct term *t)
{
	instant now = c->world->now;

	t->created = body_moment(body, "created", now, usual_creation(c, t));
	if (t->created > now)
		return problem_new(c, 400, "bad_value", "\"created\" is after the world's now, %s.",
		    instant_iso(now).text);
	t->expires = body_moment(body, "expires", now, next_anniversary(c, t));
	if (t->expires < t->created)
		return problem_new(c, 400, "bad_value", "\"expires\" is before \"created\".");
	t->registry_expires = t->expires;
	return NULL;
}

static const struct problem *
put(struct call *c, const json_t *body)
{
	struct term t = { .reg_username = "", .reg_password = "" }, other;

	t.name = domain_spelling(c->arena, body_text(body, "name"));
	if (t.name == NULL)
		return problem_new(c, 400, "bad_value", "\"name\" wants a domain name, not \"%s\".",
		    body_text(body, "name"));
	if (term_find(c->world, c->arena, t.name, &other))
		return problem_new(c, 409, "name_taken",
		    "The name %s exists already: change it with PATCH.", t.name);
	const struct problem *p = set_holder(c, body, &t);
	if (p == NULL)
		p = set_dates(c, body, &t);
	if (p != NULL)
		return p;
	t.state = body_has(body, "state")     ? body_text(body, "state")
		  : t.expires > c->world->now ? "active"
					      : "expired";
	t.locked = body_flag(body, "locked", false);
	t.auto_renew = body_flag(body, "auto_renew", false);
	t.let_expire = body_flag(body, "let_expire", false);
	t.contacts = contacts_of(c, json_object_get(body, "contacts"));
	if (body_has(body, "nameservers"))
		t.nameservers = json_text(
		    c->arena, json_incref(json_object_get(body, "nameservers")));
	term_save(c->world, &t);
	return answer_json(c, 201, domain_json(c, &t));
}

const struct problem *
api_domain_put(struct call *c)
{
	return with_body(c, put);
}
