#include "base/arena.h"
#include "base/buf.h"
#include "mail/render.h"

const char *
html_escape(struct arena *a, const char *text)
{
	static const char special[] = "&<>\"'";
	static const char *const safe[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
	struct buf b;

	buf_open(&b, 0);
	for (;;) {
		size_t plain = strcspn(text, special);
		buf_add(&b, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		buf_text(&b, safe[strchr(special, *text) - special]);
		text++;
	}
	const char *escaped = arena_strndup(a, b.data, b.size);
	buf_close(&b);
	return escaped;
}
