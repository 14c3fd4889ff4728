#include "tests/support/show.h"

#include "base/buf.h"

static void
put(struct buf *out, const struct value *v)
{
	if (v->kind == VALUE_TEXT) {
		buf_text(out, v->text[0] != '\0' ? v->text : "\"\"");
		return;
	}
	buf_char(out, v->kind == VALUE_ASSOC ? '{' : '[');
	for (const struct value *m = v->first; m != NULL; m = m->next) {
		if (v->kind == VALUE_ASSOC)
			buf_printf(out, "%s=", m->key);
		put(out, m);
		buf_text(out, m->next != NULL ? ", " : "");
	}
	buf_char(out, v->kind == VALUE_ASSOC ? '}' : ']');
}

const char *
show(struct arena *a, const struct value *v)
{
	struct buf out;

	if (v == NULL)
		return "nothing";
	buf_open(&out, 0);
	put(&out, v);
	const char *line = arena_strdup(a, out.data);
	buf_close(&out);
	return line;
}
