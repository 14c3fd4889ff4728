#include "base/arena.h"
#include "base/must.h"
#include "command/command.h"

#define REFUSAL(name, code, success, text, source) \
	const struct refusal_row refusal_##name = { #name, code, success, text, source, false };
#define REFUSAL_ERROR(name, code, success, text, source) \
	const struct refusal_row refusal_##name = { #name, code, success, text, source, true };
#include "command/refusals.def"
#undef REFUSAL

const struct refusal_row *const refusals[] = {
#define REFUSAL(name, code, success, text, source) &refusal_##name,
#include "command/refusals.def"
#undef REFUSAL
	NULL,
};

#define MAX_EXCERPT 80

const char *
excerpt(struct arena *a, const char *text)
{
	size_t n = strlen(text);

	if (n <= MAX_EXCERPT)
		return text;
	for (n = MAX_EXCERPT; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
		;
	return arena_printf(a, "%.*s...", (int)n, text);
}

static struct value *
attributes_of(struct arena *a, const struct refusal_row *row, const char *detail)
{
	if (!row->error)
		return NULL;
	struct value *attributes = value_new(a, VALUE_ASSOC);
	value_add_text(a, attributes, "error", detail);
	return attributes;
}

struct refusal *
refusal_new(struct request *rq, const struct refusal_row *row, const char *detail)
{
	const char *hole = strstr(row->text, "{}");
	struct refusal *no = NEW(rq->arena, struct refusal);

	must((hole != NULL) == (detail != NULL));
	no->row = row;
	no->text = row->text;
	no->attributes = attributes_of(rq->arena, row, detail);
	if (hole != NULL)
		no->text = arena_printf(
		    rq->arena, "%.*s%s%s", (int)(hole - row->text), row->text, detail, hole + 2);
	return no;
}

struct refusal *
refuse_as(struct request *rq, const struct refusal_row *row, int code, const char *text)
{
	struct refusal *no = refusal_new(rq, row, NULL);
	struct refusal_row *own = NEW(rq->arena, struct refusal_row);

	*own = *row;
	own->code = code != 0 ? code : row->code;
	own->text = text != NULL ? text : row->text;
	no->row = own;
	no->text = own->text;
	return no;
}
