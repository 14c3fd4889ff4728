#include "wire/complain.h"

#include "base/arena.h"
#include "wire/api/api.h"
#include "wire/api/near.h"
#include "wire/page/page.h"

const struct route *const wire_routes[] = { api_routes, page_routes, NULL };

static void
complain_json(struct exchange *x, const struct problem *p)
{
	const char *message = p->message;

	if (strcmp(p->code, "unknown_path") == 0)
		message = arena_printf(x->arena, "%s %s", message, near_paths(x->arena, x->target));
	json_t *inner = json_object(), *j = json_object();
	json_put(inner, "code", json_string(p->code));
	json_put(inner, "message", json_text_value(message));
	json_put(j, "error", inner);
	const char *text = arena_printf(x->arena, "%s\n", json_text(x->arena, j));
	exchange_answer(x, p->status, "application/json", text, strlen(text));
}

void
wire_complain(struct exchange *x, const struct problem *p)
{
	if (strncmp(x->target, "/api/", 5) == 0)
		complain_json(x, p);
	else
		page_complain(x, p);
	if (p->status == 405)
		exchange_add_out(x, "Allow", near_methods(x->arena, x->target));
	if (p->status == 401)
		exchange_add_out(x, "WWW-Authenticate", "Bearer");
}
