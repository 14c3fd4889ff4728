#include "wire/api/listing.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "wire/api/api.h"

#define LONGEST_WAIT 60 /* seconds; what a client's own time-outs bear */

static const struct field shape_paging[] = {
	MAY("since", TEXT), /* the `next` of an earlier answer, or "end" */
	MAY("limit", INTEGER),
	MAY("wait", INTEGER), /* seconds */
	SHAPE_END,
};

static const struct field paging_at_once[] = {
	MAY("since", TEXT),
	MAY("limit", INTEGER),
	SHAPE_END,
};

const struct field *
paging_of(const struct route *r)
{
	if ((r->flags & ANSWERS_LIST) == 0)
		return shape_none;
	return (r->flags & ANSWERS_AT_ONCE) != 0 ? paging_at_once : shape_paging;
}

static bool
is_among(const struct field *shape, const char *name, size_t size)
{
	for (; shape->name != NULL; shape++)
		if (strlen(shape->name) == size && strncmp(shape->name, name, size) == 0)
			return true;
	return false;
}

static void
offer_all(struct nearest *n, const struct field *shape)
{
	for (; shape->name != NULL; shape++)
		nearest_offer(n, shape->name);
}

static const struct problem *
refuse_parameter(struct call *c, const char *name)
{
	struct nearest n = nearest_to(name);

	offer_all(&n, row_of(c)->takes);
	offer_all(&n, paging_of(c->route));
	if (n.word == NULL)
		return problem_new(
		    c, 400, "unknown_parameter", "There is no parameter \"%s\" here.", name);
	return problem_new(c, 400, "unknown_parameter",
	    "There is no parameter \"%s\" here; did you mean \"%s\"?", name, n.word);
}

/* A filter that is misspelt would answer with everything: it is refused. */
const struct problem *
query_check(struct call *c)
{
	const struct field *paging = paging_of(c->route);
	const char *at = strchr(c->x->target, '?');

	while (at != NULL && *at != '\0' && *at != '#') {
		at++;
		size_t size = strcspn(at, "=&#");
		if (size > 0 && !is_among(row_of(c)->takes, at, size) &&
		    !is_among(paging, at, size))
			return refuse_parameter(c, arena_strndup(c->arena, at, size));
		at += strcspn(at, "&#");
	}
	return NULL;
}

static const struct problem *
read_number(struct call *c, const char *name, int64_t least, int64_t most, int64_t *value)
{
	const char *text = call_query(c, name);
	char *end;

	if (text == NULL)
		return NULL;
	long long n = strtoll(text, &end, 10);
	if (text[strspn(text, "0123456789")] != '\0' || end == text || n < least || n > most)
		return problem_new(c, 400, "bad_value",
		    "\"%s\" wants a number from %" PRId64 " to %" PRId64 ", not \"%s\".", name,
		    least, most, text);
	*value = n;
	return NULL;
}

static const char *
cursor_text(struct call *c, int64_t id)
{
	return arena_printf(c->arena, "e%" PRId64 "-%" PRId64, c->epoch, id);
}

static bool
parse_number(const char **at, int64_t *n)
{
	char *end;

	if (**at < '0' || **at > '9')
		return false;
	*n = strtoll(*at, &end, 10);
	*at = end;
	return true;
}

static bool
parse_cursor(const char *at, int64_t *epoch, int64_t *id)
{
	return *at++ == 'e' && parse_number(&at, epoch) && *at++ == '-' && parse_number(&at, id) &&
	       *at == '\0';
}

static const struct problem *
read_cursor(struct call *c, const struct listing *l, int64_t *since)
{
	const char *text = call_query(c, "since");
	int64_t epoch, id;

	*since = 0;
	if (text == NULL || *text == '\0')
		return NULL;
	if (l->last != NULL && strcmp(text, "end") == 0) {
		*since = l->last(c);
		return NULL;
	}
	if (!parse_cursor(text, &epoch, &id))
		return problem_new(c, 400, "bad_cursor",
		    "\"%s\" is no cursor: take the `next` of an earlier answer%s.", text,
		    l->last == NULL ? "" : ", or \"end\"");
	if (epoch != c->epoch)
		return problem_new(c, 410, "stale_cursor",
		    "The world has been restored or reset since: begin again without `since`.");
	*since = id;
	return NULL;
}

static const struct problem *
answer(struct call *c, json_t *items, int64_t last)
{
	json_t *j = json_object();

	json_put(j, "items", items);
	json_put(j, "next", json_string(cursor_text(c, last)));
	return answer_json(c, 200, j);
}

const struct problem *
list(struct call *c, const struct listing *l)
{
	int64_t since, limit = 100, wait = 0;
	const struct problem *p = query_check(c);

	if (p == NULL)
		p = read_number(c, "limit", 1, MAX_ITEMS, &limit);
	if (p == NULL)
		p = read_number(c, "wait", 0, LONGEST_WAIT, &wait);
	if (p == NULL)
		p = read_cursor(c, l, &since);
	if (p != NULL)
		return p;
	json_t *items = json_array();
	int64_t last = l->fill(c, since, (size_t)limit, items);
	if (json_array_size(items) > 0 || wait == 0 || c->expired)
		return answer(c, items, last);
	json_decref(items);
	return call_wait(c, wait);
}
