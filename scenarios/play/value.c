#include "scenarios/play/run.h"

#include "base/arena.h"
#include "base/buf.h"
#include "scenarios/play/text.h"

void
run_bind(struct run *r, const char *name, const char *value, bool skip)
{
	struct binding *b = NEW(r->arena, struct binding);

	b->name = name;
	b->value = arena_strdup(r->arena, value);
	b->skip = skip;
	b->next = r->variables;
	r->variables = b;
}

static const struct binding *
bound(const struct run *r, const char *name)
{
	const struct binding *b = r->variables;

	while (b != NULL && strcmp(b->name, name) != 0)
		b = b->next;
	return b;
}

static const char *
substitute(struct run *r, const char *text)
{
	struct buf out;

	if (strchr(text, '$') == NULL)
		return text;
	buf_open(&out, 0);
	while (*text != '\0') {
		if (*text != '$') {
			buf_char(&out, *text++);
			continue;
		}
		const struct binding *b = bound(r, variable_name(r->scratch, &text));
		buf_text(&out, b == NULL ? "" : b->value); /* lint has seen that it is set */
	}
	const char *done = arena_strdup(r->scratch, out.data);
	buf_close(&out);
	return done;
}

struct login *
run_login(const struct run *r, const char *actor)
{
	struct login *l = r->logins;

	while (l != NULL && strcmp(l->actor->name.text, actor) != 0)
		l = l->next;
	return l;
}

const char *
run_address(struct run *r, const char *actor)
{
	const struct actor *a = story_actor(r->story, actor);
	const struct login *l = run_login(r, actor);

	if (l != NULL)
		return l->email;
	if (a == NULL)
		return actor; /* an address, written as it is */
	const struct contact_line *c = contact_of(r, a);
	while (c->name != NULL && strcmp(c->name, "email") != 0)
		c++;
	return c->value;
}

const char *
run_plain(struct run *r, const struct word *w)
{
	return w->quoted ? w->text : substitute(r, w->text);
}

const char *
run_text(struct run *r, const struct word *w)
{
	const char *text = run_plain(r, w);

	if (w->quoted || text[0] != '@')
		return text;
	const struct login *l = run_login(r, text + 1);
	return l != NULL ? l->name : run_address(r, text + 1);
}

static bool
skips(const struct run *r, const struct word *w)
{
	if (w->text == NULL || w->quoted)
		return false;
	for (const char *s = w->text; (s = strchr(s, '$')) != NULL;) {
		const struct binding *b = bound(r, variable_name(r->scratch, &s));
		if (b != NULL && b->skip)
			return true;
	}
	return false;
}

bool
run_skips(const struct run *r, const struct step *s)
{
	bool found = skips(r, &s->actor) || skips(r, &s->name) || skips(r, &s->object) ||
		     skips(r, &s->span);

	for (size_t i = 0; i < s->pair_count; i++)
		found = found || skips(r, &s->pairs[i].value);
	for (size_t i = 0; i < s->check_count; i++)
		found = found || skips(r, &s->checks[i].path) || skips(r, &s->checks[i].value);
	return found;
}

/* How a value of the control API reads in a story: every value is text. */
static const char *
json_reads(struct arena *a, const json_t *j)
{
	struct buf out;

	if (j == NULL || json_is_null(j))
		return NULL;
	if (json_is_string(j))
		return arena_strdup(a, json_string_value(j));
	if (json_is_boolean(j))
		return json_is_true(j) ? "yes" : "no";
	if (json_is_integer(j))
		return arena_printf(a, "%lld", (long long)json_integer_value(j));
	if (json_is_real(j))
		return arena_printf(a, "%.2f", json_real_value(j));
	if (json_is_object(j))
		return arena_printf(a, "{%zu}", json_object_size(j));
	buf_open(&out, 0);
	for (size_t i = 0; i < json_array_size(j); i++) {
		const char *text = json_reads(a, json_array_get(j, i));
		buf_printf(&out, "%s%s", i > 0 ? " " : "", text == NULL ? "" : text);
	}
	const char *done = arena_strdup(a, out.data);
	buf_close(&out);
	return done;
}

static const json_t *
member(const json_t *j, const char *key)
{
	char *end;

	if (json_is_object(j))
		return json_object_get(j, key);
	if (!json_is_array(j) || *key == '\0')
		return NULL;
	unsigned long i = strtoul(key, &end, 10);
	return *end == '\0' ? json_array_get(j, i) : NULL;
}

/* Keys may hold dots ("rsp.suspended_list"): the longest that fits is taken. */
const json_t *
json_find(struct arena *a, const json_t *root, const char *path)
{
	for (size_t n = strlen(path); n > 0; n--) {
		if (path[n] != '\0' && path[n] != '.')
			continue;
		const json_t *found = member(root, arena_strndup(a, path, n));
		if (found != NULL)
			return path[n] == '\0' ? found : json_find(a, found, path + n + 1);
	}
	return NULL;
}

const char *
json_at(struct arena *a, const json_t *root, const char *path)
{
	return json_reads(a, json_find(a, root, path));
}

const char *
url_part(struct arena *a, const char *text)
{
	static const char plain[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	struct buf out;

	buf_open(&out, 0);
	for (; *text != '\0'; text++)
		if (strchr(plain, *text) != NULL)
			buf_char(&out, *text);
		else
			buf_printf(&out, "%%%02X", (unsigned char)*text);
	const char *done = arena_strdup(a, out.data);
	buf_close(&out);
	return done;
}
