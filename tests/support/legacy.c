#include "tests/support/legacy.h"

#include "base/arena.h"

int
legacy_open(void **state)
{
	struct house *h = house_open();

	house_api(
	    h, 201, "POST", "/worlds/demo/resellers", "{'username':'old','key':'" OLD_KEY "'}");
	house_api(
	    h, 201, "POST", "/worlds/demo/resellers", "{'username':'other','key':'" OTHER_KEY "'}");
	*state = h;
	return 0;
}

int
legacy_close(void **state)
{
	house_close(*state);
	return 0;
}

struct caller
legacy_caller(struct house *h)
{
	struct caller c;

	caller_open(&c, h->engine, &protocol_legacy, "127.0.0.1");
	return c;
}

const char *
newest_row(struct house *h, const char *member)
{
	json_t *rows = house_api(h, 200, "GET", "/worlds/demo/journal?limit=1000", "");
	size_t n = count_at(rows, "items");
	const char *path = arena_printf(h->a, "items.%zu.%s", n - 1, member);

	return strcmp(member, "code") == 0 ? arena_printf(h->a, "%" PRId64, number_at(rows, path))
					   : text_at(rows, path);
}

const char *
newest_note(struct house *h)
{
	struct desk_row *rows = NEW_ARRAY(h->a, struct desk_row, 100);
	size_t n = engine_desk(h->engine, h->a, 0, 100, rows);

	return n == 0 ? "" : rows[n - 1].what;
}
