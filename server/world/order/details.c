#include "world/order/details.h"

#include "base/arena.h"
#include "base/must.h"
#include "base/quote.h"

const char *
details_text(struct arena *a, const struct detail *rows)
{
	struct buf b;
	const char *comma = "";

	buf_open(&b, 0);
	buf_char(&b, '{');
	for (; rows->name != NULL; rows++) {
		if (rows->value == NULL || *rows->value == '\0')
			continue;
		buf_text(&b, comma);
		quote_write(&b, rows->name);
		buf_char(&b, ':');
		quote_write(&b, rows->value);
		comma = ",";
	}
	buf_char(&b, '}');
	const char *text = arena_strdup(a, b.data);
	buf_close(&b);
	return text;
}

static void
fill_in(struct detail *rows, const char *name, const char *value)
{
	for (; rows->name != NULL; rows++)
		if (strcmp(rows->name, name) == 0)
			rows->value = value;
}

void
details_fill(struct arena *a, const char *text, struct detail *rows)
{
	for (struct detail *d = rows; d->name != NULL; d++)
		d->value = "";
	must(*text == '{');
	for (text++; *text == '"'; text += *text == ',') {
		const char *name = quote_read(a, &text);
		must(*text == ':');
		text++;
		fill_in(rows, name, quote_read(a, &text));
	}
	must(*text == '}');
}

const char *
details_read(struct arena *a, const char *text, const char *name)
{
	struct detail wanted[] = { { name, NULL }, { NULL, NULL } };

	details_fill(a, text, wanted);
	return wanted[0].value;
}
