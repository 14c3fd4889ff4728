#include "command/tld_data.h"

#include "base/arena.h"
#include "base/must.h"
#include "world/policy/policy.h"
#include "world/policy/tld_field.h"

#define TREE "tld_data."

/* The fields of a TLD, and what is said in each; "" where nothing is. */
struct form {
	struct tld_field fields[MOST_TLD_FIELDS];
	const char *values[MOST_TLD_FIELDS];
	size_t n;
};

static struct form
form_for(struct request *rq, const char *domain)
{
	const char *data = policy_of_tld(rq->world, rq->arena, domain, "data");
	struct form f = { .n = 0 };

	if (data == NULL)
		return f;
	const char *wrong = tld_fields_parse(rq->arena, data, f.fields, &f.n);
	must(wrong == NULL); /* it was checked when it was set */
	for (size_t i = 0; i < f.n; i++)
		f.values[i] = "";
	return f;
}

static const char *
value_at(const struct form *f, const char *path)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->fields[i].path, path) == 0)
			return f->values[i];
	return "";
}

static bool
is_needed(const struct form *f, const struct tld_field *field)
{
	return field->required &&
	       (field->when == NULL || tld_word_among(field->is, value_at(f, field->when)));
}

static const char *
text_at(struct request *rq, const struct value *tree, const char *path)
{
	const struct value *v = value_path(tree, path);

	return trimmed(rq->arena, v == NULL || v->kind != VALUE_TEXT ? "" : v->text);
}

/* Below "tld_data", or beside it. */
static const char *
sent_in(struct request *rq, const char *path)
{
	bool below = strncmp(path, TREE, strlen(TREE)) == 0;
	const char *text = text_at(rq, rq->attributes, path);

	if (*text != '\0')
		return text;
	return text_at(rq, rq->attributes,
	    below ? path + strlen(TREE) : arena_printf(rq->arena, TREE "%s", path));
}

static const struct refusal *
check_value(
    struct request *rq, const struct tld_field *f, const char *text, const struct refusal_row *data)
{
	if (*text == '\0' || tld_field_fits(rq->world->rules, f, text))
		return NULL;
	return refusal_new(
	    rq, data, arena_printf(rq->arena, "%s '%s'", f->path, excerpt(rq->arena, text)));
}

static const struct refusal *
check_needs(struct request *rq, const struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (*f->values[i] == '\0' && is_needed(f, &f->fields[i]))
			return refuse(rq, missing_field, f->fields[i].path);
	return NULL;
}

const struct refusal *
tld_data_read(struct request *rq, const char *domain, const struct refusal_row *data,
    struct setting *rows, size_t *n)
{
	struct form f = form_for(rq, domain);
	const struct refusal *no = NULL;

	*n = 0;
	for (size_t i = 0; no == NULL && i < f.n; i++) {
		f.values[i] = sent_in(rq, f.fields[i].path);
		no = check_value(rq, &f.fields[i], f.values[i], data);
		if (*f.values[i] != '\0')
			rows[(*n)++] = (struct setting){ f.fields[i].path, f.values[i] };
	}
	return no != NULL ? no : check_needs(rq, &f);
}

static void
take_from_file(struct request *rq, const struct term *t, struct form *f)
{
	struct setting rows[MOST_SETTINGS];
	size_t n = setting_list(rq->world, rq->arena, t->id, rows);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < f->n; j++)
			if (strcmp(f->fields[j].path, rows[i].name) == 0)
				f->values[j] = rows[i].value;
}

/* Where PATH goes on below PREFIX; NULL: it lies elsewhere. */
static const char *
below(const char *path, const char *prefix)
{
	size_t n = strlen(prefix);

	if (n == 0)
		return strncmp(path, TREE, strlen(TREE)) == 0 ? path + strlen(TREE) : path;
	return strncmp(path, prefix, n) == 0 && path[n] == '.' ? path + n + 1 : NULL;
}

const struct refusal *
tld_data_change(struct request *rq, const struct term *t, const struct value *sent,
    const char *prefix, struct name_change *c)
{
	struct form f = form_for(rq, t->name);
	const struct refusal *no = NULL;
	size_t known = 0, before = c->count;

	take_from_file(rq, t, &f);
	for (size_t i = 0; no == NULL && i < f.n; i++) {
		const char *rest = below(f.fields[i].path, prefix);
		known += rest != NULL;
		const char *text = rest == NULL ? "" : text_at(rq, sent, rest);
		if (*text == '\0')
			continue;
		no = check_value(rq, &f.fields[i], text, &refusal_invalid_data);
		f.values[i] = text;
		change_setting(c, f.fields[i].path, text);
	}
	if (known == 0)
		return refuse(rq, setting_absent, attr_text(rq, "data"));
	if (no == NULL && c->count == before)
		no = refuse(rq, missing_field, *prefix == '\0' ? "tld_data" : prefix);
	return no != NULL ? no : check_needs(rq, &f);
}

const struct refusal *
tld_data_field(struct request *rq, const struct term *t, const char *path, const char *text,
    struct name_change *c)
{
	struct form f = form_for(rq, t->name);

	for (size_t i = 0; i < f.n; i++) {
		if (strcmp(f.fields[i].path, path) != 0)
			continue;
		change_setting(c, f.fields[i].path, text);
		return check_value(rq, &f.fields[i], text, &refusal_invalid_data);
	}
	return refuse(rq, setting_absent, attr_text(rq, "data"));
}

/* "nexus.category" below TO. */
static void
write_at(struct arena *a, struct value *to, const char *path, const char *text)
{
	const char *dot = strchr(path, '.');

	if (dot == NULL) {
		value_add_text(a, to, path, text);
		return;
	}
	const char *key = arena_strndup(a, path, (size_t)(dot - path));
	struct value *inner = to->last != NULL && strcmp(to->last->key, key) == 0
				  ? to->last
				  : value_add(a, to, key, VALUE_ASSOC);
	write_at(a, inner, dot + 1, text);
}

void
tld_data_write(struct request *rq, const struct term *t, const char *prefix, struct value *to)
{
	struct form f = form_for(rq, t->name);

	take_from_file(rq, t, &f);
	for (size_t i = 0; i < f.n; i++) {
		const char *rest = below(f.fields[i].path, prefix);
		if (rest != NULL && *f.values[i] != '\0')
			write_at(rq->arena, to, rest, f.values[i]);
	}
}
