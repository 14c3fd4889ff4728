#include "command/records.h"

#include "base/arena.h"

static const struct refusal *
malformed(struct request *rq, const char *name)
{
	return refuse(rq, invalid_data,
	    arena_printf(rq->arena, "%s is no list of records", excerpt(rq->arena, name)));
}

static struct record
read_one(struct request *rq, const struct record_kind *kind, const struct value *from)
{
	struct record r = { .kind = kind };

	for (size_t i = 0; kind->fields[i].name != NULL; i++)
		r.values[i] = trimmed(rq->arena, value_text(from, kind->fields[i].name));
	return r;
}

static const struct refusal *
read_list(struct request *rq, const struct record_kind *kind, const struct value *from,
    struct records *list)
{
	for (const struct value *v = from->first; v != NULL; v = v->next) {
		if (v->kind != VALUE_ASSOC)
			return malformed(rq, kind->name);
		if (list->count == MAX_RECORDS)
			return refuse(rq, invalid_data,
			    arena_printf(rq->arena, "more than %d records", MAX_RECORDS));
		list->rows[list->count++] = read_one(rq, kind, v);
	}
	return NULL;
}

/* What is empty is written in many ways; what is not is an array. */
static bool
is_empty(struct arena *a, const struct value *v)
{
	return v == NULL ||
	       (v->kind == VALUE_TEXT ? *trimmed(a, v->text) == '\0' : v->first == NULL);
}

const struct refusal *
records_read(
    struct request *rq, const struct value *from, enum service service, struct records *list)
{
	const struct refusal *no = NULL;

	if (list->rows == NULL)
		list->rows = NEW_ARRAY(rq->arena, struct record, MAX_RECORDS);
	for (const struct record_kind *k = record_kinds; no == NULL && k->name != NULL; k++) {
		const struct value *v = value_get(from, k->name);
		if (k->service != service || is_empty(rq->arena, v))
			continue;
		if (v->kind != VALUE_ARRAY)
			return malformed(rq, k->name);
		no = read_list(rq, k, v, list);
	}
	return no;
}

const struct refusal *
records_only(struct request *rq, const struct value *from, enum service service)
{
	for (const struct value *v = from == NULL ? NULL : from->first; v != NULL; v = v->next) {
		const struct record_kind *kind = record_kind_named(v->key);
		if (from->kind != VALUE_ASSOC || kind == NULL || kind->service != service)
			return malformed(rq, v->key);
	}
	return NULL;
}

const struct refusal *
records_check(struct request *rq, const struct records *list)
{
	const char *flaw = records_flaw(rq->arena, list);

	return flaw == NULL ? NULL : refuse(rq, invalid_data, flaw);
}

void
records_write(struct request *rq, struct value *parent, const struct records *list)
{
	struct value *to = NULL;

	for (const struct record_kind *k = record_kinds; k->name != NULL; k++, to = NULL)
		for (size_t i = 0; i < list->count; i++) {
			const struct record *r = &list->rows[i];
			if (r->kind != k)
				continue;
			if (to == NULL)
				to = value_add(rq->arena, parent, k->name, VALUE_ARRAY);
			struct value *one = value_add(rq->arena, to, NULL, VALUE_ASSOC);
			for (size_t f = 0; k->fields[f].name != NULL; f++)
				value_add_text(rq->arena, one, k->fields[f].name, r->values[f]);
		}
}
