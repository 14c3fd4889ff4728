/*
 * Rendering: from a frozen mail to what a person sees.  A pure function of the
 * mail's row; the template language and the files are in fixtures/mail/.
 *
 * A template file has the headers "subject:", then after an empty line the text,
 * then after a line "-- html --" the HTML.  {name} stands for a variable; in the
 * HTML its value is escaped.  Values are inserted, never searched.
 */
#ifndef MAIL_RENDER_H
#define MAIL_RENDER_H

#include "world/notice/mail.h"

#define MAX_LINKS 4

struct letter {
	const char *subject, *text, *html;
	struct letter_link {
		const char *rel, *url;
	} links[MAX_LINKS];
	size_t link_count;
};

struct letter mail_render(struct arena *a, const struct mail *m);

/* For HTML text and attribute values. */
const char *html_escape(struct arena *a, const char *text);

#endif
