/* What a reseller puts around the pages of its customers. */
#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "wire/page/page.h"
#include "world/party/reseller.h"

static const char *
text_of(struct arena *a, const json_t *map, const char *name)
{
	const char *text = json_string_value(json_object_get(map, name));

	return text == NULL ? "" : arena_strdup(a, text);
}

struct branding
branding_of(struct call *c, int64_t reseller)
{
	struct branding b = { "", "", "", "", NULL };
	struct reseller r;

	if (!reseller_load(c->world, c->arena, reseller, &r))
		return b;
	json_t *map = json_loads(r.branding, 0, NULL);
	must(map != NULL);
	b.logo = text_of(c->arena, map, "logo");
	b.header = text_of(c->arena, map, "header");
	b.footer = text_of(c->arena, map, "footer");
	b.redirect = text_of(c->arena, map, "redirect");
	json_decref(map);
	return b;
}
