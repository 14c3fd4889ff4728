/* One name's turn. */
#include "base/arena.h"
#include "base/must.h"
#include "command/bulk_change/change.h"
#include "command/kept.h"
#include "world/bulk/bulk.h"

static struct outcome
refused(struct errand *e, const struct refusal_row *row)
{
	return (struct outcome){
		.reply = plain_refusal(e->a, "DOMAIN", row, e->name),
		.code = row->code,
	};
}

/* A locked name is left alone or, where the request says so, unlocked for a moment:
 * whoever called locks it again. */
static struct outcome
run(struct errand *e, const struct change *change, bool *opened)
{
	if (!change->minds_lock || !e->owned || !e->term.locked)
		return change->run(e);
	if (!errand_flag(e, "apply_to_locked_domains"))
		return refused(e, &refusal_name_locked);
	struct outcome o = errand_lock(e, false);
	*opened = o.granted;
	return o.granted ? change->run(e) : o;
}

/* Texts of replies may have many lines; the first says what happened. */
static struct bulk_result
result_of(struct arena *a, const struct outcome *o)
{
	const char *text = value_text(o->reply, "response_text");

	return (struct bulk_result){
		.code = o->code,
		.success = strcmp(value_text(o->reply, "is_success"), "1") == 0,
		.text = arena_strndup(a, text, strcspn(text, "\r\n")),
	};
}

struct bulk_result
bulk_perform(
    struct world *w, struct arena *a, const struct bulk *b, const char *name, const char *detail)
{
	const struct change *change = change_named(b->type);
	struct errand e = { .w = w,
		.a = a,
		.reseller = b->reseller,
		.request = kept_read(a, b->request),
		.name = name,
		.detail = detail };

	must(change != NULL);
	e.owned = term_find(w, a, name, &e.term) && e.term.reseller == b->reseller;
	bool opened = false;
	struct outcome o = run(&e, change, &opened);
	struct bulk_result result = result_of(a, &o);
	result.opened = opened;
	return result;
}
