#include "xcp/write.h"

#include "base/must.h"

#define PUT(out, literal) buf_add((out), (literal), sizeof(literal) - 1)

#define TOP_LEVEL 3 /* of the outermost dt_assoc, below body and data_block */

static const char head[] = "<?xml version='1.0' encoding=\"UTF-8\" standalone=\"no\" ?>\n"
			   "<!DOCTYPE OPS_envelope SYSTEM \"ops.dtd\">\n"
			   "<OPS_envelope>\n"
			   " <header>\n"
			   "  <version>0.9</version>\n"
			   "  </header>\n"
			   " <body>\n"
			   "  <data_block>\n";
static const char foot[] = "  </data_block>\n"
			   " </body>\n"
			   "</OPS_envelope>";

/* What a byte is written as; NULL: as itself.  Line ends of a text stay, as the
 * vendor leaves them.  A reader would turn a CR into LF, and any line end of a
 * key into a blank, so those are spelled out.  Other control characters cannot
 * be said in XML at all. */
static const char *
escape(unsigned char c, bool in_key)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&apos;";
	case '\r':
		return "&#13;";
	case '\n':
		return in_key ? "&#10;" : NULL;
	case '\t':
		return in_key ? "&#9;" : NULL;
	default:
		return c < ' ' ? "?" : NULL;
	}
}

/* No character beyond `>` is special, which most of any text is. */
static void
put_escaped(struct buf *out, const char *text, bool in_key)
{
	const char *plain = text, *p = text;

	for (; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;
		const char *instead = c <= '>' ? escape(c, in_key) : NULL;

		if (instead == NULL)
			continue;
		buf_add(out, plain, (size_t)(p - plain));
		buf_text(out, instead);
		plain = p + 1;
	}
	buf_add(out, plain, (size_t)(p - plain));
}

static void
indent(struct buf *out, size_t level)
{
	static const char blanks[] = "                                ";
	const size_t most = sizeof(blanks) - 1;

	for (; level > most; level -= most)
		buf_add(out, blanks, most);
	buf_add(out, blanks, level);
}

static void put_container(struct buf *out, const struct value *v, size_t level);

static void
put_item(struct buf *out, const struct value *v, size_t level)
{
	indent(out, level);
	PUT(out, "<item key=\"");
	put_escaped(out, v->key, true);
	PUT(out, "\">");
	if (v->kind == VALUE_TEXT) {
		put_escaped(out, v->text, false);
	} else {
		buf_char(out, '\n');
		put_container(out, v, level + 1);
		indent(out, level);
	}
	PUT(out, "</item>\n");
}

static void
put_container(struct buf *out, const struct value *v, size_t level)
{
	const char *tag = v->kind == VALUE_ARRAY ? "dt_array>\n" : "dt_assoc>\n";

	indent(out, level);
	buf_char(out, '<');
	buf_text(out, tag);
	for (const struct value *m = v->first; m != NULL; m = m->next)
		put_item(out, m, level + 1);
	indent(out, level);
	PUT(out, "</");
	buf_text(out, tag);
}

void
xcp_write(struct buf *out, const struct value *top)
{
	must(top->kind == VALUE_ASSOC);
	PUT(out, head);
	put_container(out, top, TOP_LEVEL);
	PUT(out, foot);
}
