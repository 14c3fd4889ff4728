#include "command/domain/request_reply.h"

#include "base/arena.h"
#include "command/listing.h"
#include "command/owned.h"
#include "world/policy/policy.h"

#define MOST 100 /* an inferred limit: the newest ones */

void
request_say(struct request *rq, struct value *to, const struct registry_request *r)
{
	struct arena *a = rq->arena;

	value_add_text(a, to, "request_id", arena_printf(a, "%" PRId64, r->id));
	value_add_text(a, to, "action", r->action);
	value_add_text(a, to, "request_time", toronto_text(a, r->requested));
	value_add_text(
	    a, to, "response_time", r->answered == 0 ? "" : toronto_text(a, r->answered));
	value_add_text(a, to, "request_status", r->status);
	value_add_text(a, to, "response_text", r->text);
}

/* A name that is still waited for is nobody's, and the log is why one asks. */
static const struct refusal *
read_requests(struct request *rq, const char **domain, struct registry_request *rows, size_t *n)
{
	struct term t;

	*domain = attr_word(rq, "domain");
	*n = request_list(rq->world, rq->arena, rq->reseller->id, *domain, MOST, rows);
	const struct refusal *no = *n > 0 ? NULL : owned_term(rq, &t);
	if (no != NULL || *n > 0)
		return no;
	*domain = t.name;
	*n = request_list(rq->world, rq->arena, rq->reseller->id, t.name, MOST, rows);
	return NULL;
}

const struct refusal *
waiting_history(struct request *rq)
{
	struct registry_request *rows = NEW_ARRAY(rq->arena, struct registry_request, MOST);
	const char *domain;
	size_t n;
	const struct refusal *no = read_requests(rq, &domain, rows, &n);

	if (no != NULL)
		return no;
	value_add_text(rq->arena, rq->reply, "record_count", arena_printf(rq->arena, "%zu", n));
	struct value *list = value_add(rq->arena, rq->reply, "waiting_history", VALUE_ARRAY);
	for (size_t i = 0; i < n; i++)
		request_say(rq, value_add(rq->arena, list, NULL, VALUE_ASSOC), &rows[i]);
	return NULL;
}

/* Of .dk names only, as public clients read it.  The registry's words for what it
 * was asked; all else is a change (github.com/blesta/module-opensrs). */
static const char *
xpack_type(const char *action)
{
	static const char *const words[][2] = {
		{ "register_domain", "domain_new_registration" },
		{ "renew_domain", "domain_renewal" },
		{ "sw_register", "domain_new_registration" },
		{ "transfer_domain", "domain_transfer" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i][0], action) == 0)
			return words[i][1];
	return "domain_change";
}

static void
say_xpack(struct request *rq, struct value *list, const struct registry_request *r)
{
	struct arena *a = rq->arena;
	struct value *of = value_add(a, list, NULL, VALUE_ASSOC);

	value_add_text(a, of, "xpack_req_id", arena_printf(a, "%" PRId64, r->id));
	value_add_text(a, of, "req_type", xpack_type(r->action));
	value_add_text(a, of, "create_time", toronto_text(a, r->requested));
	value_add_text(a, of, "current_state", r->status);
}

/* What is finished is forgotten after two weeks. */
const struct refusal *
xpack_waiting_history(struct request *rq)
{
	struct registry_request *rows = NEW_ARRAY(rq->arena, struct registry_request, MOST);
	const char *domain;
	size_t n, kept = 0;
	const struct refusal *no = read_requests(rq, &domain, rows, &n);

	if (no != NULL)
		return no;
	const char *registry = policy_of_tld(rq->world, rq->arena, domain, "registry_name");
	if (registry == NULL || strcmp(registry, ".dk") != 0)
		return refuse(rq, setting_absent, "xpack_waiting_history");
	struct value *list = value_new(rq->arena, VALUE_ARRAY);
	for (size_t i = 0; i < n; i++) {
		if (rows[i].answered != 0 && rows[i].answered + DAYS(14) <= rq->world->now)
			continue;
		say_xpack(rq, list, &rows[i]);
		kept++;
	}
	value_add_text(rq->arena, rq->reply, "record_count", arena_printf(rq->arena, "%zu", kept));
	value_adopt(rq->arena, rq->reply, "waiting_history", list);
	return NULL;
}
