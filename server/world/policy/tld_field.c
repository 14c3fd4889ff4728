#include "world/policy/tld_field.h"

#include <strings.h>

#include "base/arena.h"
#include "world/party/contact_rules.h"

bool
tld_word_among(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *w = words; *w != '\0';) {
		size_t length = strcspn(w, "|");
		if (length == n && strncasecmp(w, word, n) == 0)
			return true;
		w += length + (w[length] == '|');
	}
	return false;
}

static bool
is_flag(const struct rulebook *r, const char *text)
{
	(void)r;
	return tld_word_among("0|1|Y|N", text);
}

static bool
is_country(const struct rulebook *r, const char *text)
{
	return country_known(r, text);
}

static bool
is_email(const struct rulebook *r, const char *text)
{
	(void)r;
	return email_well_formed(text);
}

static const struct {
	const char *name;
	bool (*fits)(const struct rulebook *r, const char *text);
} forms[] = {
	{ "country", is_country },
	{ "email", is_email },
	{ "flag", is_flag },
	{ "language", language_known },
};

static bool
has_control(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 127)
			return true;
	return false;
}

bool
tld_field_fits(const struct rulebook *r, const struct tld_field *f, const char *text)
{
	if (strlen(text) > TLD_FIELD_LONGEST || has_control(text))
		return false;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (strcmp(forms[i].name, f->values) == 0)
			return forms[i].fits(r, text);
	return *f->values == '\0' || tld_word_among(f->values, text);
}

/* The next word of a field; "": there is none. */
static const char *
word(struct arena *a, const char **text)
{
	*text += strspn(*text, " ");
	size_t n = strcspn(*text, " ;");
	const char *w = arena_strndup(a, *text, n);

	*text += n;
	return w;
}

static const char *
read_condition(struct arena *a, const char **text, struct tld_field *f)
{
	const char *condition = word(a, text), *equals = strchr(condition, '=');

	if (equals == NULL)
		return arena_printf(a, "\"when %s\" is no PATH=WORD", condition);
	f->when = arena_strndup(a, condition, (size_t)(equals - condition));
	f->is = equals + 1;
	return NULL;
}

static const char *
read_field(struct arena *a, const char **text, struct tld_field *f)
{
	const char *path = word(a, text), *next = word(a, text);
	size_t n = strlen(path);

	if (n == 0)
		return "a field without a path";
	*f = (struct tld_field){ .path = path, .values = "" };
	f->required = path[n - 1] == '!';
	if (f->required)
		f->path = arena_strndup(a, path, n - 1);
	if (strcmp(next, "when") != 0) {
		f->values = next;
		next = word(a, text);
	}
	const char *wrong = strcmp(next, "when") == 0 ? read_condition(a, text, f) : NULL;
	*text += strspn(*text, " ");
	if (wrong == NULL && **text != ';' && **text != '\0')
		wrong = arena_printf(a, "\"%s\" is too much after %s", *text, f->path);
	return wrong;
}

const char *
tld_fields_parse(struct arena *a, const char *text, struct tld_field *rows, size_t *count)
{
	for (*count = 0; *text != '\0'; text += *text == ';') {
		if (*count == MOST_TLD_FIELDS)
			return arena_printf(a, "more than %d fields", MOST_TLD_FIELDS);
		const char *wrong = read_field(a, &text, &rows[*count]);
		if (wrong != NULL)
			return wrong;
		(*count)++;
	}
	return NULL;
}
