#include "wire/api/answer.h"

#include "base/arena.h"
#include "base/must.h"
#include "wire/api/api.h"

static const struct field shape_next[] = { HAS("next", TEXT), SHAPE_END };

static struct flaw
flaw_of_list(struct call *c, const struct field *item, json_t *answer)
{
	const struct field shape[] = { HAS_A("items", ITEMS, item), shape_next[0], SHAPE_END };

	return shape_flaw(c->arena, shape, answer);
}

static struct flaw
flaw_of(struct call *c, int status, json_t *answer)
{
	const struct field *gives = row_of(c)->gives;
	bool made = (c->route->flags & ANSWERS_MADE) != 0;

	if (status != (made ? 201 : 200))
		return (struct flaw){ "bad_status", arena_printf(c->arena, "%d", status) };
	if (gives->type == FIELD_BYTES)
		return (struct flaw){ "bad_value", "this row answers no JSON" };
	if ((c->route->flags & ANSWERS_LIST) != 0)
		return flaw_of_list(c, gives, answer);
	return shape_flaw(c->arena, gives, answer);
}

void
answer_check(struct call *c, int status, json_t *answer)
{
	struct flaw flaw = flaw_of(c, status, answer);

	if (flaw.code == NULL)
		return;
	fprintf(stderr, "the answer of %s %s does not fit its shape \"%s\": %s\n%s\n",
	    c->route->method, c->route->path, row_of(c)->gives_name, flaw.message,
	    json_text(c->arena, json_incref(answer)));
	must(flaw.code == NULL);
}
