#include "command/subreseller/settings.h"

#include "base/arena.h"
#include "command/kept.h"
#include "command/nameservers.h"
#include "world/name/nameserver.h"

const struct refusal *
subreseller_meant(struct request *rq, struct subreseller *s)
{
	const char *username = attr_text(rq, "username");

	if (subreseller_find(rq->world, rq->arena, rq->reseller->id, username, s))
		return NULL;
	return refuse(rq, subreseller_not_found, NULL);
}

/* The page on create subreseller; tech contacts in these countries have two more. */
static const char *const admin_needs[] = { "first_name", "last_name", "org_name", "phone", "email",
	NULL };
static const char *const tech_needs[] = { "first_name", "last_name", "org_name", "address1", "city",
	"phone", "email", NULL };
static const char *const place_needs[] = { "state", "postal_code", NULL };

static const char *
field(struct request *rq, const struct value *contact, const char *name)
{
	return trimmed(rq->arena, value_text(contact, name));
}

static const struct refusal *
check_fields(
    struct request *rq, const char *role, const struct value *contact, const char *const *needs)
{
	for (; *needs != NULL; needs++)
		if (*field(rq, contact, *needs) == '\0')
			return refuse(
			    rq, missing_field, arena_printf(rq->arena, "%s.%s", role, *needs));
	return NULL;
}

static const struct refusal *
bad_field(struct request *rq, const char *role, const struct value *contact, const char *name)
{
	return refuse(rq, invalid_data,
	    arena_printf(
		rq->arena, "%s.%s '%s'", role, name, excerpt(rq->arena, field(rq, contact, name))));
}

static bool
names_a_state(struct request *rq, const struct value *contact)
{
	const char *country = country_folded(rq->arena, field(rq, contact, "country"));

	return strcmp(country, "US") == 0 || strcmp(country, "CA") == 0;
}

static const struct refusal *
check_contact(struct request *rq, const char *role, const struct value *contact)
{
	bool tech = strcmp(role, "tech") == 0;
	const struct refusal *no = check_fields(rq, role, contact, tech ? tech_needs : admin_needs);

	if (no == NULL && tech && names_a_state(rq, contact))
		no = check_fields(rq, role, contact, place_needs);
	if (no == NULL && !phone_well_formed(field(rq, contact, "phone"), false))
		no = bad_field(rq, role, contact, "phone");
	if (no == NULL && !email_well_formed(field(rq, contact, "email")))
		no = bad_field(rq, role, contact, "email");
	return no;
}

/* Company and technical contact of the account are what names the people whom
 * strangers to a name are sent to. */
static void
adopt_contact(struct request *rq, struct reseller *is, const char *role, const struct value *c)
{
	if (strcmp(role, "admin") == 0) {
		is->company = field(rq, c, "org_name");
		return;
	}
	is->tech_name = arena_printf(
	    rq->arena, "%s %s", field(rq, c, "first_name"), field(rq, c, "last_name"));
	is->tech_email = field(rq, c, "email");
	is->tech_phone = field(rq, c, "phone");
}

/* The emergency contact and the technical one; whatever else clients send is kept. */
static const struct refusal *
read_contacts(struct request *rq, struct subreseller *s, bool is_new)
{
	static const char *const roles[] = { "admin", "tech" };
	const struct value *sent = attr_tree(rq, "contact_set");
	struct value *all = kept_read(rq->arena, s->contacts);
	const struct refusal *no = NULL;

	if (sent == NULL)
		return NULL;
	for (size_t i = 0; no == NULL && i < 2; i++) {
		const struct value *c = value_get(sent, roles[i]);
		if (c == NULL && !is_new)
			continue;
		no = check_contact(rq, roles[i], c);
		if (no == NULL)
			adopt_contact(rq, &s->is, roles[i], c);
	}
	for (const struct value *v = sent->first; v != NULL; v = v->next)
		if (sent->kind == VALUE_ASSOC && v->kind == VALUE_ASSOC)
			value_adopt(
			    rq->arena, all, v->key, kept_read(rq->arena, kept_text(rq->arena, v)));
	s->contacts = kept_text(rq->arena, all);
	return no;
}

/* fqdn1, fqdn2, ...: in the order of their numbers. */
static const struct refusal *
read_nameservers(struct request *rq, struct subreseller *s)
{
	const struct value *sent = attr_tree(rq, "nameservers");
	struct value *list = value_new(rq->arena, VALUE_ARRAY);

	if (sent == NULL)
		return NULL;
	for (int i = 1; i <= MAX_NAMESERVERS; i++) {
		const char *name = value_text(sent, arena_printf(rq->arena, "fqdn%d", i));
		if (*trimmed(rq->arena, name) != '\0')
			value_add_text(rq->arena, list, NULL, name);
	}
	if (list->first == NULL)
		return refuse(rq, invalid_data, "nameservers");
	return nameservers_read(rq, list, &refusal_invalid_data, &s->is.nameservers);
}

static const char *
joined(struct request *rq, const struct value *words)
{
	const char *text = "";

	for (const struct value *v = words->first; v != NULL; v = v->next)
		text = arena_printf(rq->arena, "%s%s%s", text, *text == '\0' ? "" : ",", v->text);
	return text;
}

static void
read_texts(struct request *rq, struct subreseller *s)
{
	static const enum subreseller_setting texts[] = { SETTING_low_balance_email,
		SETTING_payment_email, SETTING_pricing_plan, SETTING_system_status_email,
		SETTING_url };
	static const enum subreseller_setting flags[] = { SETTING_ccp_enabled,
		SETTING_storefront_rwi };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (attr_given(rq, subreseller_setting_names[texts[i]]))
			s->settings[texts[i]] = attr_text(rq, subreseller_setting_names[texts[i]]);
	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (attr_given(rq, subreseller_setting_names[flags[i]]))
			s->settings[flags[i]] = attr_flag(rq, subreseller_setting_names[flags[i]])
						    ? "Y"
						    : "N";
	if (attr_words(rq, "allowed_tld_list") != NULL)
		s->settings[SETTING_allowed_tld_list] = joined(
		    rq, attr_words(rq, "allowed_tld_list"));
	if (attr_given(rq, "status"))
		s->is.status = attr_text(rq, "status");
	if (attr_given(rq, "password"))
		s->password = attr_text(rq, "password");
}

const struct refusal *
settings_read(struct request *rq, struct subreseller *s, bool is_new)
{
	const struct refusal *no = read_contacts(rq, s, is_new);

	if (no == NULL)
		no = read_nameservers(rq, s);
	if (no == NULL)
		read_texts(rq, s);
	return no;
}

static void
write_nameservers(struct request *rq, const struct reseller *is)
{
	struct value *to = value_add(rq->arena, rq->reply, "nameservers", VALUE_ASSOC);
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(rq->arena, is->nameservers, names);

	for (size_t i = 0; i < n; i++)
		value_add_text(rq->arena, to, arena_printf(rq->arena, "fqdn%zu", i + 1), names[i]);
}

static void
write_tlds(struct request *rq, const char *list)
{
	struct value *to = value_add(rq->arena, rq->reply, "allowed_tld_list", VALUE_ARRAY);

	while (*list != '\0') {
		size_t n = strcspn(list, ",");
		value_add_text(rq->arena, to, NULL, arena_strndup(rq->arena, list, n));
		list += n + (list[n] == ',');
	}
}

void
settings_write(struct request *rq, const struct subreseller *s)
{
	value_add_text(rq->arena, rq->reply, "username", s->is.name);
	value_add_text(rq->arena, rq->reply, "status", s->is.status);
	for (size_t i = 0; i < SUBRESELLER_SETTINGS; i++)
		if (i != SETTING_allowed_tld_list)
			value_add_text(
			    rq->arena, rq->reply, subreseller_setting_names[i], s->settings[i]);
	write_tlds(rq, s->settings[SETTING_allowed_tld_list]);
	write_nameservers(rq, &s->is);
	value_adopt(rq->arena, rq->reply, "contact_set", kept_read(rq->arena, s->contacts));
}
