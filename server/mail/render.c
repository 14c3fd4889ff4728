#include "mail/render.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

#define SUBJECT "subject: "
#define HTML "\n-- html --\n"
#define NAME "abcdefghijklmnopqrstuvwxyz0123456789_"

enum form { PLAIN, ONE_LINE, MARKUP };

static void
insert(struct arena *a, struct buf *b, const char *value, enum form form)
{
	if (form == MARKUP)
		value = html_escape(a, value);
	size_t start = b->size;
	buf_text(b, value);
	for (size_t i = start; form == ONE_LINE && i < b->size; i++)
		if ((unsigned char)b->data[i] < ' ')
			b->data[i] = ' ';
}

/* What is no name of a variable stays as it is: a style sheet has braces too. */
static const char *
fill(struct arena *a, const char *from, const char *end, const struct mail *m, enum form form)
{
	struct buf b;

	buf_open(&b, 0);
	while (from < end) {
		size_t name = *from == '{' ? strspn(from + 1, NAME) : 0;
		const char *value = NULL;
		if (name > 0 && from[1 + name] == '}')
			value = mail_variable(m, arena_strndup(a, from + 1, name));
		if (value != NULL) {
			insert(a, &b, value, form);
			from += name + 2;
		} else {
			buf_char(&b, *from++);
		}
	}
	const char *text = arena_strndup(a, b.data, b.size);
	buf_close(&b);
	return text;
}

static void
list_links(struct arena *a, const struct mail *m, struct letter *letter)
{
	for (const struct variable *v = m->variables; v->name != NULL; v++) {
		size_t n = strlen(v->name);
		if (n <= 4 || strcmp(v->name + n - 4, "_url") != 0)
			continue;
		must(letter->link_count < MAX_LINKS);
		letter->links[letter->link_count++] =
		    (struct letter_link){ arena_strndup(a, v->name, n - 4), v->value };
	}
}

struct letter
mail_render(struct arena *a, const struct mail *m)
{
	struct letter letter = { 0 };
	const char *body = m->template_body, *subject_end = strchr(body, '\n');
	const char *text = strstr(body, "\n\n"), *html = strstr(body, HTML);

	/* The rulebook has checked the file when it was read. */
	must(strncmp(body, SUBJECT, strlen(SUBJECT)) == 0 && text != NULL && html != NULL);
	letter.subject = fill(a, body + strlen(SUBJECT), subject_end, m, ONE_LINE);
	letter.text = fill(a, text + 2, html + 1, m, PLAIN);
	letter.html = fill(a, html + strlen(HTML), body + strlen(body), m, MARKUP);
	list_links(a, m, &letter);
	return letter;
}
