/* Transfers: names on their way, in or away. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/flow/transfer/transfer.h"
#include "world/name/term.h"
#include "world/party/reseller.h"

const struct field shape_transfer[] = {
	HAS("id", INTEGER),
	HAS_OR_NULL("order", INTEGER),
	HAS("domain", TEXT),
	HAS("status", TEXT),
	HAS_OR_NULL("gaining_reseller", TEXT),
	HAS("gaining_registrar", TEXT),
	HAS_OR_NULL("losing_reseller", TEXT),
	HAS("losing_registrar", TEXT),
	HAS("request_address", TEXT),
	HAS("started", INSTANT),
	HAS("changed", INSTANT),
	HAS_OR_NULL("owner_asked", INSTANT),
	HAS_OR_NULL("owner_confirmed", INSTANT),
	HAS_OR_NULL("registry_asked", INSTANT),
	HAS_OR_NULL("completed", INSTANT),
	SHAPE_END,
};
const struct field shape_away_wish[] = {
	HAS("domain", TEXT),
	HAS("registrar", TEXT),
	SHAPE_END,
};
const struct field shape_staff_word[] = {
	HAS_ONE_OF("answer", "approve|reject"),
	SHAPE_END,
};

/* NULL: another registrar's customer. */
static const char *
reseller_name(struct call *c, int64_t id)
{
	struct reseller r;

	return id != 0 && reseller_load(c->world, c->arena, id, &r) ? r.name : NULL;
}

static json_t *
transfer_json(struct call *c, const struct transfer *t)
{
	json_t *map = json_pack("{s:I, s:o, s:s, s:s}", "id", (json_int_t)t->episode.id, "order",
	    t->order == 0 ? json_null() : json_integer(t->order), "domain", t->episode.label,
	    "status", t->episode.state);

	json_put(map, "gaining_reseller", json_text_value(reseller_name(c, t->gaining)));
	json_put(map, "gaining_registrar", json_text_value(t->gaining_registrar));
	json_put(map, "losing_reseller", json_text_value(reseller_name(c, t->losing)));
	json_put(map, "losing_registrar", json_text_value(t->losing_registrar));
	json_put(map, "request_address", json_text_value(t->request_address));
	json_put(map, "started", json_instant_or_null(t->episode.started));
	json_put(map, "changed", json_instant_or_null(t->changed));
	json_put(map, "owner_asked", json_instant_or_null(t->owner_asked));
	json_put(map, "owner_confirmed", json_instant_or_null(t->owner_confirmed));
	json_put(map, "registry_asked", json_instant_or_null(t->registry_asked));
	json_put(map, "completed", json_instant_or_null(t->completed));
	return map;
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct transfer *rows = NEW_ARRAY(c->arena, struct transfer, limit);
	size_t n = transfer_list(c->world, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, transfer_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].episode.id;
}

const struct problem *
api_transfers(struct call *c)
{
	return list(c, &(struct listing){ fill, NULL });
}

static const struct problem *
find(struct call *c, struct transfer *t)
{
	int64_t id;

	if (capture_id(c, 1, &id) && transfer_load(c->world, c->arena, id, t))
		return NULL;
	return problem_new(c, 404, "unknown_transfer", "There is no transfer \"%s\" in this world.",
	    c->captures[1]);
}

const struct problem *
api_transfer(struct call *c)
{
	struct transfer t;
	const struct problem *p = find(c, &t);

	return p != NULL ? p : answer_json(c, 200, transfer_json(c, &t));
}

static const struct problem *
let_them_decide(struct call *c, const json_t *body)
{
	bool passes = strcmp(body_text(body, "answer"), "approve") == 0;
	struct transfer t;
	const struct problem *p = find(c, &t);

	if (p != NULL)
		return p;
	if (transfer_take(c->world, c->arena, &t, passes ? "pass" : "stop"))
		return answer_json(c, 200, transfer_json(c, &t));
	return problem_new(c, 409, "not_allowed",
	    "Transfer %" PRId64 " is %s; only in pending_admin do the registrar's people decide.",
	    t.episode.id, t.episode.state);
}

const struct problem *
api_transfer_staff(struct call *c)
{
	return with_body(c, let_them_decide);
}

static const struct problem *
ask_away(struct call *c, const json_t *body)
{
	const char *domain = domain_spelling(c->arena, body_text(body, "domain")), *why;
	struct transfer t;
	struct term held;

	if (domain == NULL || !term_find(c->world, c->arena, domain, &held))
		return problem_new(c, 404, "unknown_domain",
		    "There is no name \"%s\" in this world.", body_text(body, "domain"));
	if (held.reseller == 0)
		return problem_new(c, 409, "not_allowed",
		    "%s is held by the registrar %s, not by a reseller here.", domain,
		    held.registrar);
	if (!transfer_ask_away(c->world, c->arena, domain, body_text(body, "registrar"), &t, &why))
		return problem_new(
		    c, 409, "not_allowed", "The registry does not let %s go: %s.", domain, why);
	return answer_json(c, 201, transfer_json(c, &t));
}

const struct problem *
api_transfer_away(struct call *c)
{
	return with_body(c, ask_away);
}
