#include "command/line.h"

#include "base/arena.h"
#include "base/utf8.h"

#define ACTION "CHECK_DOMAIN"

/* The next word behind *AT, moved on; NULL: there is none. */
static const char *
next_word(struct arena *a, const char **at)
{
	static const char gaps[] = " \t";

	*at += strspn(*at, gaps);
	size_t n = strcspn(*at, gaps);
	const char *word = n == 0 ? NULL : arena_strndup(a, *at, n);
	*at += n;
	return word;
}

static bool
is_readable(const char *line, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (((unsigned char)line[i] < ' ' && line[i] != '\t') || line[i] == 127)
			return false;
	return utf8_span(line, size) == size;
}

/* The name that is asked for; NULL: this is no such line. */
static const char *
name_in(struct arena *a, const char *line, size_t size)
{
	const char *at = line;

	if (!is_readable(line, size))
		return NULL;
	const char *verb = next_word(a, &at), *name = next_word(a, &at);
	if (verb == NULL || strcasecmp(verb, ACTION) != 0 || next_word(a, &at) != NULL)
		return NULL;
	return name;
}

static int64_t
first_reseller(struct world *w, struct arena *a)
{
	struct login *logins;

	return login_list(w, a, &logins) == 0 ? 0 : logins[0].reseller;
}

static struct value *
lookup_of(struct arena *a, const char *name)
{
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	value_add_text(a, top, "action", "LOOKUP");
	value_add_text(a, top, "object", "DOMAIN");
	value_add_text(a, value_add(a, top, "attributes", VALUE_ASSOC), "domain", name);
	return top;
}

static struct outcome
refused(struct arena *a, const struct refusal_row *row)
{
	return (struct outcome){ .reply = plain_refusal(a, "", row, NULL), .code = row->code };
}

struct outcome
line_dispatch(
    struct world *w, struct arena *a, const char *line, size_t size, const struct place *p)
{
	const char *name = name_in(a, line, size);
	struct outcome o = refused(a, &refusal_bad_line);

	if (name != NULL)
		o = dispatch_at(w, a, first_reseller(w, a), lookup_of(a, name), p, NULL);
	o.action = ACTION;
	o.object = "";
	return o;
}

/* A name that waits is taken: this port has no word for more. */
static const struct {
	const char *code, *line;
} shorter[] = {
	{ "221", "211 Domain taken" },
};

const char *
line_reply(struct arena *a, const struct outcome *o)
{
	const char *code = value_text(o->reply, "response_code");

	for (size_t i = 0; i < sizeof(shorter) / sizeof(*shorter); i++)
		if (strcmp(shorter[i].code, code) == 0)
			return shorter[i].line;
	return arena_printf(a, "%s %s", code, value_text(o->reply, "response_text"));
}
