#include "wire/page/fill.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "mail/render.h"

static const char *
value_of(const struct slot_value *values, const char *name, size_t size)
{
	for (; values != NULL && values->name != NULL; values++)
		if (strlen(values->name) == size && strncmp(values->name, name, size) == 0)
			return values->value;
	return NULL;
}

/* The size of the name in a slot, without braces and mark; 0: no slot. */
static size_t
slot_size(const char *at)
{
	const char *name = at + (at[1] == '=' ? 2 : 1);
	size_t size = strspn(name, "abcdefghijklmnopqrstuvwxyz_");

	return name[size] == '}' ? size : 0;
}

const char *
fill(struct arena *a, const char *text, const struct slot_value *values)
{
	struct buf out;

	buf_open(&out, 0);
	while (*text != '\0') {
		size_t plain = strcspn(text, "{");
		buf_add(&out, text, plain);
		text += plain;
		size_t size = *text == '{' ? slot_size(text) : 0;
		if (size == 0) {
			if (*text != '\0')
				buf_char(&out, *text++);
			continue;
		}
		bool as_it_is = text[1] == '=';
		const char *value = value_of(values, text + 1 + as_it_is, size);
		must(value != NULL);
		buf_text(&out, as_it_is ? value : html_escape(a, value));
		text += size + 2 + as_it_is;
	}
	const char *done = arena_strndup(a, out.data, out.size);
	buf_close(&out);
	return done;
}
