#include "scenarios/play/run.h"

#include <regex.h>

#include "base/arena.h"

static bool
matches(const char *text, const char *pattern)
{
	regex_t compiled;

	if (regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		return false;
	bool found = regexec(&compiled, text, 0, NULL, 0) == 0;
	regfree(&compiled);
	return found;
}

/* As numbers where both are; else as texts, which for instants is the same. */
static int
order(const char *a, const char *b)
{
	char *end_a, *end_b;
	double x = strtod(a, &end_a), y = strtod(b, &end_b);

	if (*a != '\0' && *b != '\0' && *end_a == '\0' && *end_b == '\0')
		return (x > y) - (x < y);
	return strcmp(a, b);
}

bool
check_holds(struct run *r, const struct check *k, const char *got)
{
	if (k->op == OP_ABSENT)
		return got == NULL;
	if (got == NULL)
		return false;
	if (k->op == OP_EXISTS || k->op == OP_KEEP)
		return true;
	const char *wanted = run_text(r, &k->value);
	switch (k->op) {
	case OP_DIFFERS:
		return strcmp(got, wanted) != 0;
	case OP_MATCHES:
		return matches(got, wanted);
	case OP_LESS:
		return order(got, wanted) < 0;
	case OP_GREATER:
		return order(got, wanted) > 0;
	default:
		return strcmp(got, wanted) == 0;
	}
}

const char *
check_text(struct run *r, const struct check *k)
{
	const char *link = k->link ? "link " : "", *path = run_text(r, &k->path);

	if (k->op == OP_EXISTS || k->op == OP_ABSENT)
		return arena_printf(r->scratch, "%s%s %s", link, path, op_text(k->op));
	if (k->op == OP_KEEP)
		return arena_printf(r->scratch, "%s%s exists", link, path);
	return arena_printf(
	    r->scratch, "%s%s %s %s", link, path, op_text(k->op), run_text(r, &k->value));
}

bool
checks_look_at_refusal(const struct step *s)
{
	for (size_t i = 0; i < s->check_count; i++) {
		const char *path = s->checks[i].path.text;
		if (strcmp(path, "^status") == 0 || strncmp(path, "error", 5) == 0)
			return true;
	}
	return false;
}

/* Of a list, "=" wants one of its items, "!=" none; else the list as a text. */
static bool
holds_of(struct run *r, const struct check *k, const json_t *node, const char *got)
{
	bool among = false;

	for (size_t i = 0; i < json_array_size(node); i++) {
		const char *item = json_string_value(json_array_get(node, i));
		among = among || (item != NULL && k->value.text != NULL &&
				     strcmp(item, run_text(r, &k->value)) == 0);
	}
	if (k->op == OP_EQUAL)
		return among || check_holds(r, k, got);
	return !(k->op == OP_DIFFERS && among) && check_holds(r, k, got);
}

bool
run_checks_json(struct run *r, const struct step *s, const struct answer *answer)
{
	for (size_t i = 0; i < s->check_count; i++) {
		const struct check *k = &s->checks[i];
		const char *path = run_text(r, &k->path);
		const char *got = strcmp(path, "^status") == 0
				      ? arena_printf(r->scratch, "%d", answer->status)
				      : json_at(r->scratch, answer->body, path);
		if (!holds_of(r, k, json_find(r->scratch, answer->body, path), got))
			return run_fail(r, k->path.at, got, "%s", check_text(r, k));
		if (k->op == OP_KEEP)
			run_bind(r, k->value.text, got, false);
	}
	return true;
}
