#include "tests/support/bulk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "world/time/move.h"

int
bulk_begin(void **state)
{
	shop_with_names(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "more.com");
	return 0;
}

void
bulk_advance(struct shop *s, int64_t seconds)
{
	lab_begin(s->lab);
	assert_int_equal(world_advance(&s->lab->w, s->lab->w.now + seconds), MOVED);
	lab_end(s->lab);
}

int64_t
bulk_submitted(const struct value *r)
{
	assert_reply(r, 200, "Command Successful");
	assert_string_equal(at(r, "bulk_change_req_id"), at(r, "attributes.bulk_change_req_id"));
	return strtoll(at(r, "bulk_change_req_id"), NULL, 10);
}

struct bulk
bulk_of(struct shop *s, int64_t id)
{
	struct bulk b;

	lab_begin(s->lab);
	assert_true(bulk_load(&s->lab->w, s->lab->a, id, &b));
	lab_end(s->lab);
	return b;
}

const char *
bulk_results(struct shop *s, int64_t id)
{
	struct bulk b = bulk_of(s, id);
	struct bulk_item *rows = NEW_ARRAY(s->lab->a, struct bulk_item, b.names);
	const char *text = "";

	lab_begin(s->lab);
	bulk_items(&s->lab->w, s->lab->a, &b, rows);
	lab_end(s->lab);
	for (size_t i = 0; i < b.names; i++)
		text = rows[i].at == 0 ? arena_printf(s->lab->a, "%s%s: -\n", text, rows[i].name)
				       : arena_printf(s->lab->a, "%s%s: %d %s\n", text,
					     rows[i].name, rows[i].code, rows[i].text);
	return text;
}

const char *
bulk_whole(struct shop *s, const struct value *r)
{
	int64_t id = bulk_submitted(r);

	bulk_advance(s, 3600);
	assert_true(bulk_of(s, id).finished != 0);
	return bulk_results(s, id);
}

const char *
bulk_got(struct shop *s, const char *domain, const char *type, const char *path)
{
	return at(ASK(s->lab, s->id, "get", "domain", "domain", domain, "type", type),
	    arena_printf(s->lab->a, "attributes.%s", path));
}
