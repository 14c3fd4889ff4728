#include "command/permission.h"

#include "base/arena.h"
#include "command/contacts.h"
#include "command/user.h"
#include "world/party/cookie.h"

static const struct refusal *
need_nothing(struct request *rq, int64_t may)
{
	(void)rq;
	(void)may;
	return NULL;
}

static const struct refusal *
need_owner(struct request *rq, int64_t may)
{
	(void)may;
	return refuse(rq, not_owner, NULL);
}

static const struct refusal *
need_nameservers(struct request *rq, int64_t may)
{
	return may & MAY_nameservers ? NULL : refuse(rq, no_permission, NULL);
}

static const struct refusal *
need_everything(struct request *rq, int64_t may)
{
	return may == MAY_ALL ? NULL : refuse(rq, no_permission, NULL);
}

/* The bit of a contact stands under its role's name. */
static const int64_t may_change[ROLE_COUNT] = {
	[OWNER] = MAY_owner,
	[ADMIN] = MAY_admin,
	[BILLING] = MAY_billing,
	[TECH] = MAY_tech,
};

/* Words that are no role are the handler's to refuse. */
static const struct refusal *
check_role(struct request *rq, int64_t may, const char *name)
{
	enum role role;

	if (!role_named(name, &role) || (may & may_change[role]) != 0)
		return NULL;
	return refuse(rq, no_permission_modify, role_names[role]);
}

/* "owner, admin" */
static const struct refusal *
check_words(struct request *rq, int64_t may, const char *words)
{
	static const char gaps[] = " ,";
	const struct refusal *no = NULL;

	for (words += strspn(words, gaps); no == NULL && *words != '\0';) {
		size_t n = strcspn(words, gaps);
		no = check_role(rq, may, arena_strndup(rq->arena, words, n));
		words += n + strspn(words + n, gaps);
	}
	return no;
}

static const struct refusal *
check_roles(struct request *rq, int64_t may, const struct value *list)
{
	const struct refusal *no = NULL;

	if (list == NULL)
		return NULL;
	if (list->kind == VALUE_TEXT)
		return check_words(rq, may, list->text);
	for (const struct value *v = list->first; no == NULL && v != NULL; v = v->next)
		if (v->kind == VALUE_TEXT)
			no = check_role(rq, may, trimmed(rq->arena, v->text));
	return no;
}

/* What other commands' schemas call a flag. */
static bool
is_set(struct request *rq, const char *name)
{
	return flag_set(trimmed(rq->arena, value_text(rq->attributes, name)));
}

static const struct refusal *
need_types(struct request *rq, int64_t may)
{
	if (is_set(rq, "affect_domains"))
		return refuse(rq, not_owner, NULL);
	return check_roles(rq, may, value_get(rq->attributes, "types"));
}

static const struct refusal *
check_contact_set(struct request *rq, int64_t may)
{
	const struct value *set = value_get(rq->attributes, "contact_set");
	const struct refusal *no = NULL;

	if (set == NULL || set->kind != VALUE_ASSOC)
		return NULL;
	for (size_t i = 0; no == NULL && i < ROLE_COUNT; i++)
		if (!contact_absent(set, (enum role)i))
			no = check_role(rq, may, role_names[i]);
	return no != NULL ? no : check_roles(rq, may, value_get(set, "also_apply_to"));
}

/* Of the owner alone, or by one bit; all else is a domain's extras. */
enum { OWNER_ONLY = 0 };
static const struct {
	const char *data;
	int64_t bit;
} kinds[] = {
	{ "change_ips_tag", OWNER_ONLY },
	{ "cira_registrant", MAY_owner },
	{ "descr", MAY_owner },
	{ "descr_info", MAY_owner },
	{ "dnssec", MAY_nameservers },
	{ "expire_action", OWNER_ONLY },
	{ "nameserver_list", MAY_nameservers },
	{ "rsp_whois_info", MAY_rsp_whois_info },
	{ "status", OWNER_ONLY },
};

static int64_t
bit_for(const char *data)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].data, data) == 0)
			return kinds[i].bit;
	return MAY_domain_extras;
}

static const struct refusal *
need_data(struct request *rq, int64_t may)
{
	const char *data = trimmed(rq->arena, value_text(rq->attributes, "data"));
	int64_t bit = bit_for(data);

	if (bit == OWNER_ONLY || is_set(rq, "affect_domains") || is_set(rq, "all"))
		return refuse(rq, not_owner, NULL);
	if (strcmp(data, "contact_info") == 0)
		return check_contact_set(rq, may);
	return may & bit ? NULL : refuse(rq, no_permission_modify, excerpt(rq->arena, data));
}

const struct need needs[] = {
#define NEEDS(object, action, judge, source) { object, action, need_##judge, source },
#include "command/needs.def"
#undef NEEDS
};
const size_t need_count = sizeof(needs) / sizeof(*needs);

static const struct need *
need_of(const struct command *cmd)
{
	for (size_t i = 0; i < need_count; i++)
		if (strcmp(needs[i].action, cmd->action) == 0 &&
		    strcmp(needs[i].object, cmd->object) == 0)
			return &needs[i];
	return NULL;
}

/* What is wrong with other cookies is for the handler to say, where it looks at any. */
static bool
comes_from_subuser(struct request *rq)
{
	const char *text = trimmed(rq->arena, value_text(rq->top, "cookie"));
	struct cookie c;

	return *text != '\0' && cookie_show(rq->world, rq->arena, rq->reseller->id, text, &c) &&
	       c.subuser != 0;
}

const struct refusal *
permission_check(struct request *rq, const struct command *cmd)
{
	const struct need *need = need_of(cmd);
	need_fn *judge = need == NULL ? need_owner : need->judge;
	struct user u;

	if (judge == need_nothing || !comes_from_subuser(rq))
		return NULL;
	const struct refusal *no = user_read(rq, &u);
	return no != NULL ? no : judge(rq, u.sub.permission);
}
