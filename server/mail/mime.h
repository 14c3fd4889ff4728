/*
 * MIME: a letter as the bytes that travel by SMTP (RFC 5322, 2045, 2047): a text
 * and an HTML part, quoted-printable, lines of at most 76 characters that end in
 * CR LF.  A pure function of what it is given.
 */
#ifndef MAIL_MIME_H
#define MAIL_MIME_H

#include "mail/render.h"

struct buf;

struct postmark {
	const char *world;
	const char *date; /* as in a header: "Mon, 04 May 2026 15:20:00 +0000" */
};

void
mime_write(struct buf *out, const struct mail *m, const struct letter *l, const struct postmark *p);

#endif
