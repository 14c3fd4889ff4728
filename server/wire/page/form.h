/*
 * Forms: what a page asks and what a person answers.
 *
 * form_read() understands the forms of server/web/ and nothing else: it is how
 * a person of the model fills in the very page that a browser would show.
 */
#ifndef PAGE_FORM_H
#define PAGE_FORM_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define MAX_INPUTS 16

struct input {
	const char *type, *name, *value; /* "" where the page says nothing */
	bool required, checked;
};
struct form {
	const char *action; /* ""; the page's own address */
	struct input inputs[MAX_INPUTS];
	size_t count;
};

/* The form with id="answer".  False: the page has none. */
bool form_read(struct arena *a, const char *html, struct form *f);

/* Where the page is offered in another language: the address of the link that has
 * this hreflang.  NULL: it is not. */
const char *form_language_link(struct arena *a, const char *html, const char *code);

/* What the page says in id="message", as plain text; "" where it says nothing. */
const char *form_message(struct arena *a, const char *html);

/* As a browser posts it: application/x-www-form-urlencoded.  Boxes count only
 * where they are checked. */
const char *form_encode(struct arena *a, const struct form *f);
const char *url_encode(struct arena *a, const char *text);

/* The value of a field in a posted body; NULL: absent. */
const char *form_value(struct arena *a, const char *body, const char *name);

#endif
