#include "command/bulk_change/job.h"

#include "base/arena.h"
#include "command/bulk_change/change.h"
#include "command/kept.h"
#include "world/name/domain.h"

struct list {
	const char **names, **codes;
	size_t n;
};

/* A name that is malformed is reported like any other that cannot be had. */
static const struct refusal *
read_member(struct request *rq, const struct value *v, struct list *list)
{
	bool map = v->kind == VALUE_ASSOC;
	const char *name = trimmed(rq->arena, map ? value_text(v, "domain") : v->text);

	if (*name == '\0')
		return refuse(rq, missing_field, "domain");
	list->names[list->n] = domain_folded(rq->arena, name);
	list->codes[list->n++] = map ? trimmed(rq->arena, value_text(v, "auth_info")) : "";
	return NULL;
}

static const struct refusal *
read_list(struct request *rq, size_t most, struct list *list)
{
	const struct value *sent = attr_tree(rq, "domain_list");
	size_t n = value_count(sent);
	const struct refusal *no = NULL;

	if (sent->kind != VALUE_ARRAY || n == 0)
		return refuse(rq, invalid_data, "domain_list");
	if (n > most)
		return refuse(rq, invalid_data,
		    arena_printf(rq->arena, "more than %zu names in domain_list", most));
	list->names = NEW_ARRAY(rq->arena, const char *, n);
	list->codes = NEW_ARRAY(rq->arena, const char *, n);
	for (const struct value *v = sent->first; no == NULL && v != NULL; v = v->next)
		no = read_member(rq, v, list);
	if (no == NULL)
		list->n = names_once(rq->arena, list->names, list->codes, list->n);
	return no;
}

/* The list has rows of its own; kept here too, each errand would read all of it. */
static const char *
kept_without_list(struct request *rq)
{
	struct value *rest = value_new(rq->arena, VALUE_ASSOC);

	for (const struct value *v = rq->attributes->first; v != NULL; v = v->next)
		if (strcmp(v->key, "domain_list") != 0)
			value_adopt(rq->arena, rest, v->key, value_copy(rq->arena, v));
	return kept_text(rq->arena, rest);
}

const struct refusal *
job_submit(struct request *rq, const char *type, size_t most, struct bulk *b)
{
	struct list list = { NULL, NULL, 0 };
	const struct refusal *no = read_list(rq, most, &list);

	if (no != NULL)
		return no;
	*b = (struct bulk){
		.reseller = rq->reseller->id,
		.type = type,
		.request = kept_without_list(rq),
		.email = rq->reseller->tech_email,
		.names = list.n,
		.details = list.codes,
	};
	bulk_submit(rq->world, b, list.names);
	return NULL;
}

const struct refusal *
job_find(struct request *rq, int64_t id, const char *type, struct bulk *b)
{
	if (bulk_load(rq->world, rq->arena, id, b) && b->reseller == rq->reseller->id &&
	    strcmp(b->type, type) == 0)
		return NULL;
	return refuse(rq, job_not_found, NULL);
}
