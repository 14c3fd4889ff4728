/* SUBMIT BULK_CHANGE: one change for many names; the agenda carries it out. */
#include "base/arena.h"
#include "command/bulk_change/change.h"
#include "command/kept.h"
#include "world/bulk/bulk.h"
#include "world/name/domain.h"
#include "world/party/contact_rules.h"

#define MOST_ITEMS 1000 /* decisions, 27 */
#define MOST_OF_ALL 10000 /* domains.opensrs.guide/docs/submit-bulk_change */

#define DATA .refusal = &refusal_invalid_data
#define TEXT(attr, most) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = most, DATA \
	}
#define FLAG(attr) \
	{ \
		.name = attr, .type = ATTR_FLAG, .max = 1, DATA \
	}
#define WORDS(attr) \
	{ \
		.name = attr, .type = ATTR_WORDS, .max = 253, DATA \
	}
#define TREE(attr) \
	{ \
		.name = attr, .type = ATTR_TREE, DATA \
	}

static bool
is_change(const char *text)
{
	const struct change *change = change_named(text);

	return change != NULL && change->action != NULL;
}

static bool
is_dns_action(const char *text)
{
	return word_among("create,set,reset,delete,add,remove", text);
}

const struct attr accepts_submit_bulk_change[] = {
	{ .name = "change_type",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 64,
	    .pattern = is_change,
	    DATA },
	WORDS("change_items"),
	FLAG("apply_to_all_reseller_items"),
	FLAG("apply_to_locked_domains"),
	{ .name = "contact_email",
	    .type = ATTR_TEXT,
	    .max = 128,
	    .pattern = email_well_formed,
	    DATA },
	TEXT("op_type", 64),
	WORDS("add_ns"),
	WORDS("remove_ns"),
	WORDS("assign_ns"),
	TREE("contacts"),
	TEXT("apply_to_domains", 64),
	{ .name = "dns_action", .type = ATTR_TEXT, .max = 64, .pattern = is_dns_action, DATA },
	TEXT("dns_template", 256),
	TEXT("dns_record_type", 64),
	TREE("dns_record_data"),
	TEXT("only_if", 64),
	FLAG("force_dns_nameservers"),
	{ .name = "period", .type = ATTR_INT, .min = 1, .max = 10, DATA },
	FLAG("let_expire"),
	FLAG("auto_renew"),
	TEXT("affiliate_id", 256),
	TEXT("gaining_reseller_username", 256),
	ATTR_LAST,
};

/* WORDS names attributes; how many of them were sent, and one that was not. */
static size_t
count_given(struct request *rq, const char *words, const char **absent)
{
	size_t given = 0;

	while (*words != '\0') {
		size_t n = strcspn(words, ",");
		const char *name = arena_strndup(rq->arena, words, n);
		const struct value *v = value_get(rq->attributes, name);
		bool there = v != NULL &&
			     (v->kind == VALUE_TEXT ? *trimmed(rq->arena, v->text) != '\0'
						    : v->first != NULL);
		given += there;
		*absent = there ? *absent : name;
		words += n + (words[n] == ',');
	}
	return given;
}

static const struct refusal *
check_operation(struct request *rq, const struct change *change)
{
	const char *op = attr_word(rq, "op_type");

	if (change->operations == NULL)
		return NULL;
	if (*op == '\0')
		return refuse(rq, missing_field, "op_type");
	return word_among(change->operations, op)
		   ? NULL
		   : refuse(rq, invalid_data,
			 arena_printf(rq->arena, "op_type '%s'", excerpt(rq->arena, op)));
}

static const struct refusal *
check_dns(struct request *rq, const struct change *change)
{
	const char *action = attr_word(rq, "dns_action");
	bool record = strcmp(change->name, "dns_zone_record") == 0;
	const char *words = record ? "add,remove" : "create,set,reset,delete";

	if (*action == '\0' || word_among(words, action))
		return NULL;
	return refuse(rq, invalid_data, arena_printf(rq->arena, "dns_action '%s'", action));
}

/* What only_if may ask is nowhere written down: better no change than a wrong one. */
static const struct refusal *
check_change(struct request *rq, const struct change *change)
{
	const struct command *command = command_find(change->action, change->object);
	const char *absent = NULL;
	const struct refusal *no = NULL;

	if (command == NULL || command->run == NULL)
		return refuse(rq, unknown_command, NULL);
	no = check_operation(rq, change);
	if (no == NULL && change->all != NULL)
		count_given(rq, change->all, &absent);
	if (no == NULL && absent != NULL)
		no = refuse(rq, missing_field, absent);
	if (no == NULL && change->any != NULL && count_given(rq, change->any, &absent) == 0)
		no = refuse(rq, missing_field, absent);
	if (no == NULL)
		no = check_dns(rq, change);
	if (no == NULL && attr_given(rq, "only_if"))
		no = refuse(rq, invalid_data, "only_if");
	return no;
}

struct items {
	const char **of;
	size_t n;
};

static void
read_names(struct request *rq, struct items *list)
{
	const struct value *words = attr_words(rq, "change_items");

	list->of = NEW_ARRAY(rq->arena, const char *, value_count(words) + 1);
	for (const struct value *v = words->first; v != NULL; v = v->next)
		list->of[list->n++] = domain_folded(rq->arena, v->text);
	list->n = names_once(rq->arena, list->of, NULL, list->n);
}

static void
take_all(struct request *rq, struct items *list)
{
	struct term *rows = NEW_ARRAY(rq->arena, struct term, MOST_OF_ALL);
	size_t n = term_list(rq->world, rq->arena, rq->reseller->id, 0, MOST_OF_ALL, rows);

	list->of = NEW_ARRAY(rq->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		list->of[list->n++] = rows[i].name;
}

static const struct refusal *
read_items(struct request *rq, struct items *list)
{
	bool given = attr_given(rq, "change_items"),
	     all = attr_flag(rq, "apply_to_all_reseller_items");

	if (given && all)
		return refuse(rq, invalid_data, "change_items with apply_to_all_reseller_items");
	if (!given && !all)
		return refuse(rq, missing_field, "change_items");
	if (all)
		take_all(rq, list);
	else
		read_names(rq, list);
	if (list->n == 0)
		return refuse(rq, invalid_data, "no names");
	if (!all && list->n > MOST_ITEMS)
		return refuse(rq, invalid_data,
		    arena_printf(rq->arena, "more than %d change_items", MOST_ITEMS));
	return NULL;
}

/* Net::OpenSRS reads the number at the top, others among the attributes (decisions, 27). */
static void
reply(struct request *rq, const struct bulk *b)
{
	const char *id = arena_printf(rq->arena, "%" PRId64, b->id);

	rq->extras = value_new(rq->arena, VALUE_ASSOC);
	value_add_text(rq->arena, rq->extras, "bulk_change_req_id", id);
	value_add_text(rq->arena, rq->reply, "bulk_change_req_id", id);
}

const struct refusal *
cmd_submit_bulk_change(struct request *rq)
{
	const struct change *change = change_named(attr_text(rq, "change_type"));
	struct items items = { NULL, 0 };
	const struct refusal *no = check_change(rq, change);

	if (no == NULL)
		no = read_items(rq, &items);
	if (no != NULL)
		return no;
	const char *email = attr_given(rq, "contact_email") ? attr_text(rq, "contact_email")
							    : rq->reseller->tech_email;
	struct bulk b = {
		.reseller = rq->reseller->id,
		.type = change->name,
		.request = kept_text(rq->arena, rq->attributes),
		.email = email,
		.names = items.n,
	};
	bulk_submit(rq->world, &b, items.of);
	reply(rq, &b);
	return NULL;
}
