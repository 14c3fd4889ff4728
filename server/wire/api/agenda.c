/* What will happen, in the order of firing. */
#include "base/arena.h"
#include "wire/api/api.h"

const struct field shape_agenda_filter[] = { MAY("subject", TEXT), SHAPE_END };

const struct field shape_due[] = {
	HAS("id", INTEGER),
	HAS("due", INSTANT),
	HAS("kind", TEXT),
	HAS("subject", TEXT),
	SHAPE_END,
};

/* Rows of one instant come in their rank, not by id: the cursor counts rows. */
static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct due *rows = NEW_ARRAY(c->arena, struct due, limit);
	size_t n = agenda_list(c->world, c->arena, call_query(c, "subject"), since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(
		    items, json_pack("{s:I, s:o, s:s, s:s}", "id", (json_int_t)rows[i].id, "due",
			       json_instant(rows[i].at), "kind",
			       arena_printf(c->arena, "%s.%s", rows[i].kind->name, rows[i].event),
			       "subject", rows[i].label));
	return since + (int64_t)n;
}

const struct problem *
api_agenda(struct call *c)
{
	return list(c, &(struct listing){ fill, NULL });
}
