#include "mail/mime.h"

#include <inttypes.h>

#include "base/buf.h"

#define LONGEST 76 /* of a line, without its end */
#define WORD 45 /* bytes of one encoded word: three characters each, and its frame */
#define BOUNDARY "=_orrery_part" /* no line of quoted-printable can hold "=_" */

static bool
is_plain(unsigned char c)
{
	return c >= ' ' && c < 0x7f;
}

static bool
goes_on(unsigned char c) /* inside a character of UTF-8 */
{
	return (c & 0xc0) == 0x80;
}

static void
add_hex(struct buf *out, unsigned char c)
{
	buf_printf(out, "=%02X", c);
}

/* One "=?UTF-8?Q?...?=", of whole characters.  Returns what follows. */
static const char *
add_word(struct buf *out, const char *text)
{
	size_t start = out->size;

	buf_text(out, "=?UTF-8?Q?");
	while (*text != '\0' && (out->size - start < WORD || goes_on((unsigned char)*text))) {
		unsigned char c = (unsigned char)*text++;
		if (c == ' ')
			buf_char(out, '_');
		else if (is_plain(c) && strchr("=?_", c) == NULL)
			buf_char(out, (char)c);
		else
			add_hex(out, c);
	}
	buf_text(out, "?=");
	return text;
}

static void
add_header(struct buf *out, const char *name, const char *value)
{
	bool plain = true;

	for (const char *c = value; *c != '\0'; c++)
		plain = plain && is_plain((unsigned char)*c);
	buf_printf(out, "%s: ", name);
	if (plain)
		buf_text(out, value);
	for (const char *rest = value; !plain && *rest != '\0';) {
		rest = add_word(out, rest);
		if (*rest != '\0')
			buf_text(out, "\r\n ");
	}
	buf_text(out, "\r\n");
}

/* A blank at the end of a line would not survive the journey. */
static bool
stands_as_it_is(const char *at)
{
	unsigned char c = (unsigned char)*at;

	if (c == ' ' || c == '\t')
		return at[1] != '\n' && at[1] != '\0';
	return is_plain(c) && c != '=';
}

static void
add_body(struct buf *out, const char *text)
{
	size_t line = out->size;

	for (; *text != '\0'; text++) {
		bool as_it_is = stands_as_it_is(text);
		if (*text == '\n') {
			buf_text(out, "\r\n");
			line = out->size;
			continue;
		}
		if (out->size - line + (as_it_is ? 1 : 3) > LONGEST - 1) {
			buf_text(out, "=\r\n");
			line = out->size;
		}
		if (as_it_is)
			buf_char(out, *text);
		else
			add_hex(out, (unsigned char)*text);
	}
	buf_text(out, "\r\n");
}

static void
add_part(struct buf *out, const char *type, const char *body)
{
	buf_printf(out,
	    "--" BOUNDARY "\r\nContent-Type: text/%s; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
	    type);
	add_body(out, body);
}

void
mime_write(struct buf *out, const struct mail *m, const struct letter *l, const struct postmark *p)
{
	add_header(out, "From", m->sender);
	add_header(out, "To", m->recipient);
	add_header(out, "Subject", l->subject);
	add_header(out, "Date", p->date);
	buf_printf(out, "Message-ID: <%s.%" PRId64 "@orrery.invalid>\r\n", p->world, m->id);
	add_header(out, "X-Orrery-World", p->world);
	add_header(out, "X-Orrery-Type", m->type);
	buf_text(out, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n"
		      " boundary=\"" BOUNDARY "\"\r\n\r\n");
	add_part(out, "plain", l->text);
	if (*l->html != '\0')
		add_part(out, "html", l->html);
	buf_text(out, "--" BOUNDARY "--\r\n");
}
