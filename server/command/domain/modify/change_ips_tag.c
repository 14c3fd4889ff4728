/*
 * A .uk name leaves by the word of who has it: the registry moves it to the registrar with
 * this tag.
 *
 * It is a transfer away like any other, which get_transfers_away shows; when it is over is
 * the other side's to say.  Of "rsp_override" no page tells what it overrides: it is taken,
 * and what keeps a name - a lock, a hold, another transfer - keeps it still.
 */
#include "base/arena.h"
#include "command/change.h"
#include "command/domain/modify/data.h"
#include "world/flow/transfer/transfer.h"
#include "world/name/capability.h"

#define TAG_SIGNS "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"

/* As Nominet gives them: two signs at least. */
static bool
is_tag(const char *text)
{
	size_t n = strlen(text);

	return n >= 2 && text[strspn(text, TAG_SIGNS)] == '\0';
}

static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	struct transfer x;
	const char *why;

	(void)c;
	if (!capability_named(rq->world, rq->arena, t->name, "change_ips_tag"))
		return refuse(rq, setting_absent, "change_ips_tag");
	if (!transfer_ask_away(rq->world, rq->arena, t->name, how, &x, &why))
		return refuse(rq, transfer_forbidden, why);
	return NULL;
}

const struct refusal *
modify_change_ips_tag(struct request *rq)
{
	if (!attr_given(rq, "gaining_registrar_tag"))
		return refuse(rq, missing_field, "gaining_registrar_tag");
	const char *tag = attr_text(rq, "gaining_registrar_tag");
	if (!is_tag(tag))
		return refuse(rq, invalid_data,
		    arena_printf(rq->arena, "gaining_registrar_tag '%s'", excerpt(rq->arena, tag)));
	return change_names(
	    rq, &(struct change_plan){
		    .build = build, .how = tag, .leaves = true, .all = "change_tag_all" });
}
