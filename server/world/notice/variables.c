#include "world/notice/variables.h"

#include "base/must.h"
#include "base/quote.h"

void
variables_write(struct buf *b, const struct variable *list)
{
	buf_char(b, '{');
	for (const struct variable *v = list; v->name != NULL; v++) {
		if (v != list)
			buf_char(b, ',');
		quote_write(b, v->name);
		buf_char(b, ':');
		quote_write(b, v->value == NULL ? "" : v->value);
	}
	buf_char(b, '}');
}

void
variables_read(struct arena *a, const char *text, struct variable list[MAX_VARIABLES])
{
	size_t n = 0;

	must(text[0] == '{');
	while (*++text == '"') {
		must(n + 1 < MAX_VARIABLES);
		list[n].name = quote_read(a, &text);
		must(*text == ':');
		text++;
		list[n++].value = quote_read(a, &text);
	}
	must(text[-1] == '}' || *text == '}');
	list[n] = (struct variable){ 0 };
}
