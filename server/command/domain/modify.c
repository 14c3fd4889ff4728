/* MODIFY DOMAIN: one of many settings of a name, or of all names of a profile. */
#include "command/contact_change.h"
#include "command/contacts.h"
#include "command/dnssec.h"
#include "command/owned.h"
#include "world/name/authcode.h"

typedef void change_fn(struct request *rq, struct term *t);

static const struct refusal *
change_all(struct request *rq, bool locked_too, change_fn *change)
{
	struct term *rows;
	size_t n;
	const struct refusal *no = owned_names(rq, locked_too, &rows, &n);

	for (size_t i = 0; no == NULL && i < n; i++) {
		change(rq, &rows[i]);
		term_save(rq->world, &rows[i]);
	}
	return no;
}

static const struct refusal *
all_given(struct request *rq, const char *const *names)
{
	for (; *names != NULL; names++)
		if (!attr_given(rq, *names))
			return refuse(rq, missing_field, *names);
	return NULL;
}

static void
set_expire_action(struct request *rq, struct term *t)
{
	t->auto_renew = attr_flag(rq, "auto_renew");
	t->let_expire = attr_flag(rq, "let_expire");
}

static const struct refusal *
expire_action(struct request *rq)
{
	static const char *const needed[] = { "auto_renew", "let_expire", NULL };
	const struct refusal *no = all_given(rq, needed);

	if (no == NULL && attr_flag(rq, "auto_renew") && attr_flag(rq, "let_expire"))
		no = refuse(rq, invalid_data, "auto_renew and let_expire contradict each other");
	return no != NULL ? no : change_all(rq, false, set_expire_action);
}

static void
set_lock(struct request *rq, struct term *t)
{
	t->locked = attr_flag(rq, "lock_state");
}

/* Who asks for all names of a profile to be unlocked means the locked ones. */
static const struct refusal *
status(struct request *rq)
{
	static const char *const needed[] = { "lock_state", NULL };
	const struct refusal *no = all_given(rq, needed);

	return no != NULL ? no : change_all(rq, true, set_lock);
}

static void
set_auth_info(struct request *rq, struct term *t)
{
	if (authcode_used(rq->world, rq->arena, t->name))
		authcode_choose(rq->world, t, attr_text(rq, "domain_auth_info"));
}

static const struct refusal *
auth_info(struct request *rq)
{
	static const char *const needed[] = { "domain_auth_info", NULL };
	struct term t;
	const struct refusal *no = all_given(rq, needed);

	if (no == NULL)
		no = owned_term(rq, &t);
	if (no == NULL && !authcode_used(rq->world, rq->arena, t.name))
		no = refuse(rq, no_authcode, t.name);
	return no != NULL ? no : change_all(rq, false, set_auth_info);
}

/* also_apply_to: the contact that was sent is to stand under these roles too. */
static const struct refusal *
read_copies(
    struct request *rq, const struct value *list, struct contact_change *change, enum role from)
{
	for (const struct value *v = list == NULL ? NULL : list->first; v != NULL; v = v->next) {
		const char *type = trimmed(rq->arena, v->text);
		enum role role;
		if (!role_named(type, &role))
			return refuse(rq, contact_type, excerpt(rq->arena, type));
		if (change->wanted[role])
			continue;
		change->wanted[role] = true;
		change->from[role] = from;
	}
	return NULL;
}

static const struct refusal *
contact_info(struct request *rq)
{
	struct contact_change change = { .sent = attr_tree(rq, "contact_set") };
	size_t sent = 0;
	enum role from = OWNER;

	for (size_t i = 0; i < ROLE_COUNT; i++) {
		change.wanted[i] = !contact_absent(change.sent, (enum role)i);
		change.from[i] = (enum role)i;
		from = change.wanted[i] && sent++ == 0 ? (enum role)i : from;
	}
	if (sent == 0)
		return refuse(rq, missing_field, "contact_set");
	const struct value *copies = value_get(change.sent, "also_apply_to");
	const struct refusal *no = read_copies(rq, copies, &change, from);
	if (no != NULL)
		return no;
	rq->text = "Command completed successfully";
	return contact_change(rq, &change);
}

/* What "data" may say; NULL: not built. */
static const struct kind {
	const char *data;
	command_fn *run;
} kinds[] = {
	{ "ca_whois_display_setting", NULL },
	{ "ced_info", NULL },
	{ "change_ips_tag", NULL },
	{ "cira_registrant", NULL },
	{ "contact_info", contact_info },
	{ "descr", NULL },
	{ "descr_info", NULL },
	{ "dnssec", dnssec_set },
	{ "domain_auth_info", auth_info },
	{ "expire_action", expire_action },
	{ "forwarding_email", NULL },
	{ "it_whois_display_setting", NULL },
	{ "nameserver_list", NULL },
	{ "nexus_info", NULL },
	{ "parkpage_state", NULL },
	{ "rsp_whois_info", NULL },
	{ "status", status },
	{ "tld_data", NULL },
	{ "trademark", NULL },
	{ "uk_whois_opt", NULL },
	{ "whois_privacy_state", NULL },
};

static const struct kind *
kind_named(const char *data)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].data, data) == 0)
			return &kinds[i];
	return NULL;
}

static bool
is_kind(const char *text)
{
	return kind_named(text) != NULL;
}

#define FLAG(attr) \
	{ \
		.name = attr, .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data \
	}

const struct attr accepts_modify[] = {
	{ .name = "data",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 64,
	    .pattern = is_kind,
	    .refusal = &refusal_invalid_data,
	    .missing = &refusal_no_modify_type },
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	FLAG("affect_domains"),
	{ .name = "report_email", .type = ATTR_TEXT, .max = 128, .refusal = &refusal_invalid_data },
	{ .name = "contact_set", .type = ATTR_TREE, .refusal = &refusal_invalid_data },
	FLAG("auto_renew"),
	FLAG("let_expire"),
	FLAG("lock_state"),
	{ .name = "dnssec", .type = ATTR_TREE, .refusal = &refusal_invalid_data },
	{ .name = "domain_auth_info",
	    .type = ATTR_TEXT,
	    .max = 32,
	    .pattern = authcode_well_formed,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_modify(struct request *rq)
{
	const struct kind *kind = kind_named(attr_text(rq, "data"));

	return kind->run == NULL ? refuse(rq, unknown_command, NULL) : kind->run(rq);
}
