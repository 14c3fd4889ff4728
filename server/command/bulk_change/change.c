#include "command/bulk_change/change.h"

#include "base/arena.h"

static const struct change changes[] = {
#define CHANGE(name, action, object, operations, all, any, minds_lock) \
	{ #name, action, object, operations, all, any, minds_lock, change_##name },
#define JOB(name) { #name, NULL, NULL, NULL, NULL, NULL, false, change_##name },
#include "command/bulk_change/changes.def"
#undef CHANGE
#undef JOB
};

const struct change *
change_named(const char *name)
{
	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		if (strcmp(changes[i].name, name) == 0)
			return &changes[i];
	return NULL;
}

bool
word_among(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = list; *at != '\0'; at += *at == ',') {
		size_t length = strcspn(at, ",");
		if (length == n && strncmp(at, word, n) == 0)
			return true;
		at += length;
	}
	return false;
}

struct value *
errand_begin(struct errand *e)
{
	struct value *attributes = value_new(e->a, VALUE_ASSOC);

	value_add_text(e->a, attributes, "domain", e->name);
	return attributes;
}

struct outcome
errand_send(struct errand *e, const char *action, const char *object, struct value *attributes)
{
	struct value *top = value_new(e->a, VALUE_ASSOC);

	value_add_text(e->a, top, "protocol", "XCP");
	value_add_text(e->a, top, "action", action);
	value_add_text(e->a, top, "object", object);
	value_adopt(e->a, top, "attributes", attributes);
	return dispatch(e->w, e->a, e->reseller, top);
}

const char *
errand_text(struct errand *e, const char *attr)
{
	return trimmed(e->a, value_text(e->request, attr));
}

bool
errand_flag(struct errand *e, const char *attr)
{
	return flag_set(errand_text(e, attr));
}

struct value *
value_copy(struct arena *a, const struct value *v)
{
	struct value *copy = value_new(a, v->kind);

	if (v->kind == VALUE_TEXT)
		copy->text = v->text;
	for (const struct value *m = v->first; m != NULL; m = m->next)
		value_adopt(a, copy, v->kind == VALUE_ARRAY ? NULL : m->key, value_copy(a, m));
	return copy;
}

void
errand_pass(struct errand *e, struct value *attributes, const char *attr)
{
	const struct value *v = value_get(e->request, attr);

	if (v != NULL)
		value_adopt(e->a, attributes, attr, value_copy(e->a, v));
}

struct outcome
errand_lock(struct errand *e, bool locked)
{
	struct value *attributes = errand_begin(e);

	value_add_text(e->a, attributes, "data", "status");
	value_add_text(e->a, attributes, "lock_state", locked ? "1" : "0");
	return errand_send(e, "MODIFY", "DOMAIN", attributes);
}
