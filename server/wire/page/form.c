#include "wire/page/form.h"

#include <ctype.h>

#include "base/arena.h"
#include "base/buf.h"

/* ---- what is posted ---- */

static bool
is_plain(char c)
{
	return isalnum((unsigned char)c) || strchr("-._*", c) != NULL;
}

const char *
url_encode(struct arena *a, const char *text)
{
	struct buf out;

	buf_open(&out, 0);
	for (; *text != '\0'; text++)
		if (is_plain(*text))
			buf_char(&out, *text);
		else
			buf_printf(&out, "%%%02X", (unsigned)(unsigned char)*text);
	const char *done = arena_strdup(a, out.data);
	buf_close(&out);
	return done;
}

static bool
is_posted(const struct input *i)
{
	bool box = strcmp(i->type, "checkbox") == 0 || strcmp(i->type, "radio") == 0;

	return *i->name != '\0' && (!box || i->checked);
}

const char *
form_encode(struct arena *a, const struct form *f)
{
	const char *body = "";

	for (size_t i = 0; i < f->count; i++)
		if (is_posted(&f->inputs[i]))
			body = arena_printf(a, "%s%s%s=%s", body, *body == '\0' ? "" : "&",
			    url_encode(a, f->inputs[i].name), url_encode(a, f->inputs[i].value));
	return body;
}

static int
hex_digit(char c)
{
	const char *digits = "0123456789abcdef";
	const char *at = c == '\0' ? NULL : strchr(digits, tolower((unsigned char)c));

	return at == NULL ? -1 : (int)(at - digits);
}

static const char *
url_decode(struct arena *a, const char *text, size_t size)
{
	char *done = arena_alloc(a, size + 1), *to = done;

	for (size_t i = 0; i < size; i++)
		if (text[i] == '%' && i + 2 < size && hex_digit(text[i + 1]) >= 0 &&
		    hex_digit(text[i + 2]) >= 0) {
			*to++ = (char)(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
			i += 2;
		} else {
			*to++ = text[i] == '+' ? ' ' : text[i];
		}
	return done;
}

const char *
form_value(struct arena *a, const char *body, const char *name)
{
	while (*body != '\0') {
		size_t size = strcspn(body, "&"), key = strcspn(body, "=&");
		if (strcmp(url_decode(a, body, key), name) == 0)
			return key == size ? "" : url_decode(a, body + key + 1, size - key - 1);
		body += size + (body[size] == '&');
	}
	return NULL;
}

/* ---- what the page asks ---- */

/* Text of HTML without its marks, as one line. */
static const char *
plain_text(struct arena *a, const char *html, size_t size)
{
	static const struct {
		const char *name;
		char c;
	} entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
		{ "&#39;", '\'' } };
	char *done = arena_alloc(a, size + 1), *to = done;

	for (size_t i = 0; i < size;) {
		if (html[i] == '<') {
			i += strcspn(html + i, ">") + 1;
			continue;
		}
		size_t n = 1;
		*to = isspace((unsigned char)html[i]) ? ' ' : html[i];
		for (size_t e = 0; html[i] == '&' && e < sizeof(entities) / sizeof(*entities); e++)
			if (strncmp(html + i, entities[e].name, strlen(entities[e].name)) == 0) {
				*to = entities[e].c;
				n = strlen(entities[e].name);
			}
		if (*to != ' ' || (to > done && to[-1] != ' '))
			to++;
		i += n;
	}
	if (to > done && to[-1] == ' ')
		to--;
	*to = '\0';
	return done;
}

/* The value of an attribute in the tag at TAG; NULL: absent; "": no value. */
static const char *
attribute(struct arena *a, const char *tag, const char *name)
{
	size_t size = strlen(name);
	const char *at = tag + strcspn(tag, " \n>");

	while (*at != '\0' && *at != '>') {
		at += strspn(at, " \n");
		size_t n = strcspn(at, "= \n>");
		bool this_one = n == size && strncmp(at, name, n) == 0;
		at += n;
		if (strncmp(at, "=\"", 2) == 0) {
			const char *value = at + 2;
			size_t length = strcspn(value, "\"");
			if (this_one)
				return plain_text(a, value, length);
			at = value + length + (value[length] == '"');
		} else if (this_one) {
			return "";
		} else if (n == 0 && *at != '>') {
			return NULL; /* not written by us */
		}
	}
	return NULL;
}

static const char *
attribute_or_empty(struct arena *a, const char *tag, const char *name)
{
	const char *value = attribute(a, tag, name);

	return value == NULL ? "" : value;
}

bool
form_read(struct arena *a, const char *html, struct form *f)
{
	const char *at = strstr(html, "<form id=\"answer\"");
	const char *end = at == NULL ? NULL : strstr(at, "</form>");

	if (end == NULL)
		return false;
	*f = (struct form){ .action = attribute_or_empty(a, at, "action") };
	for (at = strstr(at, "<input"); at != NULL && at < end && f->count < MAX_INPUTS;
	     at = strstr(at + 1, "<input"))
		f->inputs[f->count++] = (struct input){
			.type = attribute_or_empty(a, at, "type"),
			.name = attribute_or_empty(a, at, "name"),
			.value = attribute_or_empty(a, at, "value"),
			.required = attribute(a, at, "required") != NULL,
			.checked = attribute(a, at, "checked") != NULL,
		};
	return true;
}

const char *
form_language_link(struct arena *a, const char *html, const char *code)
{
	for (const char *at = strstr(html, "<a "); at != NULL; at = strstr(at + 1, "<a ")) {
		const char *is = attribute(a, at, "hreflang");
		if (is != NULL && strcmp(is, code) == 0)
			return attribute(a, at, "href");
	}
	return NULL;
}

const char *
form_message(struct arena *a, const char *html)
{
	static const char mark[] = "<p id=\"message\">";
	const char *at = strstr(html, mark);
	const char *end = at == NULL ? NULL : strstr(at, "</p>");

	return end == NULL ? ""
			   : plain_text(a, at + strlen(mark), (size_t)(end - at) - strlen(mark));
}
