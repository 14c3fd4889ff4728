#include "world/name/record.h"

#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/quote.h"
#include "world/name/domain.h"

#define SHOWN 80 /* bytes of a wrong value that are shown */

static const char *
check_field(struct arena *a, const struct record_field *f, const char **value)
{
	if (*value == NULL || **value == '\0') {
		*value = f->otherwise;
		return f->otherwise != NULL ? NULL : arena_printf(a, "%s is missing", f->name);
	}
	if (!f->fits(*value)) {
		size_t n = strlen(*value);
		for (n = n < SHOWN ? n : SHOWN; n > 0 && ((*value)[n] & 0xc0) == 0x80; n--)
			;
		return arena_printf(a, "%s '%.*s'", f->name, (int)n, *value);
	}
	if (f->folded)
		*value = domain_folded(a, *value);
	return NULL;
}

static const char *
check(struct arena *a, struct record *r)
{
	for (size_t i = 0; r->kind->fields[i].name != NULL; i++) {
		const char *flaw = check_field(a, &r->kind->fields[i], &r->values[i]);
		if (flaw != NULL)
			return flaw;
	}
	if (r->kind->fits != NULL && !r->kind->fits(r))
		return "its fields do not go together";
	return NULL;
}

static bool
agree(const struct record *r, const struct record *other, size_t fields)
{
	for (size_t i = 0; i < fields; i++)
		if (strcmp(r->values[i], other->values[i]) != 0)
			return false;
	return true;
}

static bool
clash(const struct record *r, const struct record *other)
{
	if (r->kind == other->kind)
		return agree(r, other, r->kind->key);
	return (r->kind->alone || other->kind->alone) && agree(r, other, 1);
}

const char *
records_flaw(struct arena *a, const struct records *list)
{
	size_t number = 0;

	if (list->count > MAX_RECORDS)
		return arena_printf(a, "more than %d records", MAX_RECORDS);
	for (size_t i = 0; i < list->count; i++) {
		struct record *r = &list->rows[i];
		number = i > 0 && list->rows[i - 1].kind == r->kind ? number + 1 : 1;
		const char *flaw = check(a, r);
		for (size_t j = 0; flaw == NULL && j < i; j++)
			if (clash(r, &list->rows[j]))
				flaw = "there is another one in its place";
		if (flaw != NULL)
			return arena_printf(a, "%s record %zu: %s", r->kind->name, number, flaw);
	}
	return NULL;
}

static void
write_pair(struct buf *b, const char *name, const char *value)
{
	quote_write(b, name);
	buf_char(b, ':');
	quote_write(b, value);
}

const char *
records_text(struct arena *a, const struct records *list)
{
	struct buf b;

	buf_open(&b, 0);
	buf_char(&b, '[');
	for (size_t i = 0; i < list->count; i++) {
		const struct record *r = &list->rows[i];
		buf_text(&b, i == 0 ? "{" : ",{");
		write_pair(&b, "kind", r->kind->name);
		for (size_t f = 0; r->kind->fields[f].name != NULL; f++) {
			buf_char(&b, ',');
			write_pair(&b, r->kind->fields[f].name, r->values[f]);
		}
		buf_char(&b, '}');
	}
	buf_char(&b, ']');
	const char *text = arena_strdup(a, b.data);
	buf_close(&b);
	return text;
}

static void
set(struct record *r, const char *name, const char *value)
{
	if (r->kind == NULL) {
		must(strcmp(name, "kind") == 0);
		r->kind = record_kind_named(value);
		must(r->kind != NULL);
		return;
	}
	for (size_t i = 0; r->kind->fields[i].name != NULL; i++)
		if (strcmp(r->kind->fields[i].name, name) == 0)
			r->values[i] = value;
}

/* One map, and the character behind it. */
static struct record
read_one(struct arena *a, const char **at)
{
	struct record r = { 0 };

	must(**at == '{');
	for (++*at; **at == '"'; *at += **at == ',') {
		const char *name = quote_read(a, at);
		must(**at == ':');
		++*at;
		set(&r, name, quote_read(a, at));
	}
	must(**at == '}');
	++*at;
	return r;
}

struct records
records_parse(struct arena *a, const char *text)
{
	struct records list = { .rows = NEW_ARRAY(a, struct record, MAX_RECORDS) };

	must(*text == '[');
	for (text++; *text == '{'; text += *text == ',') {
		must(list.count < MAX_RECORDS);
		list.rows[list.count++] = read_one(a, &text);
	}
	must(*text == ']');
	return list;
}
