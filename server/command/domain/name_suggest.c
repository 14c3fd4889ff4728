/*
 * NAME_SUGGEST DOMAIN: names for some words, from several services at once.
 *
 * Replies have no object, and beside the attributes how long the search took.  Sources of
 * their form: domains.opensrs.guide/docs/name_suggest; github.com/hamochi/go-opensrs.
 */
#include "command/domain/suggest/search.h"

#include "base/arena.h"
#include "world/name/domain.h"
#include "world/policy/policy.h"

#define MOST 100 /* items of one service (inferred) */

static const struct service {
	const char *name, *text;
	void (*run)(struct request *rq, const struct search *s, struct value *list);
	bool usual; /* where no service is asked for by name */
} services[] = {
	{ "lookup", "Command completed successfully.", search_lookup, true },
	{ "suggestion", "Command Successful", search_suggestion, true },
	{ "premium", "Command Successful", search_premium, false },
	{ "premium_brokered_transfer", "Command Successful", NULL, false },
	{ "premium_make_offer", "Command Successful", NULL, false },
	{ "personal_names", NULL, NULL, false },
};
#define SERVICES (sizeof(services) / sizeof(*services))

static bool
is_service(const char *text)
{
	for (size_t i = 0; i < SERVICES; i++)
		if (strcmp(services[i].name, text) == 0)
			return true;
	return false;
}

#define DATA .refusal = &refusal_invalid_data

const struct attr accepts_name_suggest[] = {
	{ .name = "searchstring", .type = ATTR_TEXT, .required = REQUIRED, .max = 255, DATA },
	{ .name = "tlds", .type = ATTR_WORDS, .max = 64, DATA },
	{ .name = "services", .type = ATTR_WORDS, .max = 32, .pattern = is_service, DATA },
	{ .name = "service_override", .type = ATTR_TREE, DATA },
	{ .name = "languages", .type = ATTR_WORDS, .max = 8, .pattern = suggest_speaks, DATA },
	{ .name = "max_wait_time", .type = ATTR_TEXT, .max = 8, .pattern = is_waiting_time, DATA },
	{ .name = "search_key", .type = ATTR_TEXT, .max = 28, DATA },
	{ .name = "maximum", .type = ATTR_INT, .min = 1, .max = MOST, DATA },
	ATTR_LAST,
};

/* TLDs come with a dot or without. */
static const char *const *
words(struct request *rq, const struct value *list)
{
	size_t n = 0, room = list == NULL ? 0 : value_count(list);
	const char **out = NEW_ARRAY(rq->arena, const char *, room + 1);

	for (const struct value *v = list == NULL ? NULL : list->first; v != NULL; v = v->next) {
		const char *word = v->kind == VALUE_TEXT ? trimmed(rq->arena, v->text) : "";
		word += *word == '.';
		if (*word != '\0')
			out[n++] = domain_folded(rq->arena, word);
	}
	out[n] = NULL;
	return out;
}

/* A policy's list of words. */
static const char *const *
usual(struct request *rq, const struct policy *p)
{
	const char *text = policy_text(rq->world, rq->arena, p);
	const char **out = NEW_ARRAY(rq->arena, const char *, strlen(text) / 2 + 2);
	size_t n = 0;

	for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
		size_t size = strcspn(text, " ");
		out[n++] = arena_strndup(rq->arena, text, size);
		text += size;
	}
	out[n] = NULL;
	return out;
}

static const char *const *
tlds_for(struct request *rq, const struct value *own)
{
	if (value_get(own, "tlds") != NULL)
		return words(rq, value_get(own, "tlds"));
	if (attr_given(rq, "tlds"))
		return words(rq, attr_words(rq, "tlds"));
	return usual(rq, &policy_suggest_tlds);
}

/* 0: it is none. */
static size_t
limit_for(struct request *rq, const struct value *own)
{
	const char *text = value_text(own, "maximum");
	int64_t n = attr_int(rq, "maximum");

	if (text != NULL && *text != '\0')
		n = strtol(trimmed(rq->arena, text), NULL, 10);
	else if (n == 0)
		n = policy_number(rq->world, &policy_suggest_maximum);
	return n < 1 || n > MOST ? 0 : (size_t)n;
}

/* Of an account that has no part in it: the recorded reply provisioning/trust_service. */
static void
say_refused(struct request *rq, struct value *to, const struct refusal_row *no)
{
	value_add_text(rq->arena, to, "count", "0");
	value_add_text(rq->arena, to, "response_text", no->text);
	value_add_text(rq->arena, to, "response_code", arena_printf(rq->arena, "%d", no->code));
	value_add_text(rq->arena, to, "is_success", "0");
	value_add(rq->arena, to, "items", VALUE_ARRAY);
}

static void
say_service(struct request *rq, const struct service *of, const struct search *s)
{
	struct value *to = value_add(rq->arena, rq->reply, of->name, VALUE_ASSOC);
	struct value *items = value_new(rq->arena, VALUE_ARRAY);

	if (of->text == NULL) {
		say_refused(rq, to, &refusal_no_product);
		return;
	}
	if (of->run != NULL)
		of->run(rq, s, items);
	value_add_text(rq->arena, to, "count", arena_printf(rq->arena, "%zu", value_count(items)));
	value_add_text(rq->arena, to, "response_text", of->text);
	value_add_text(rq->arena, to, "response_code", "200");
	value_add_text(rq->arena, to, "is_success", "1");
	value_adopt(rq->arena, to, "items", items);
}

static bool
is_asked_for(struct request *rq, const struct service *of)
{
	const struct value *list = attr_words(rq, "services");

	for (const struct value *v = list == NULL ? NULL : list->first; v != NULL; v = v->next)
		if (strcmp(v->text, of->name) == 0)
			return true;
	return list == NULL && of->usual;
}

static const struct refusal *
serve(struct request *rq, const struct service *of, struct search *s)
{
	const struct value *own = value_get(attr_tree(rq, "service_override"), of->name);

	s->where.tlds = tlds_for(rq, own);
	s->where.limit = limit_for(rq, own);
	s->afresh = words(rq, value_get(own, "no_cache_tlds"));
	if (s->where.limit == 0)
		return refuse(rq, invalid_data, arena_printf(rq->arena, "maximum of %s", of->name));
	say_service(rq, of, s);
	return NULL;
}

static void
say_progress(struct request *rq, const struct progress *p)
{
	struct arena *a = rq->arena;
	bool over = p->done >= p->all;

	rq->extras = value_new(a, VALUE_ASSOC);
	value_add_text(a, rq->extras, "request_response_time",
	    arena_printf(a, "%" PRId64 ".%03" PRId64, p->took / 1000, p->took % 1000));
	value_add_text(a, rq->extras, "is_search_completed", over ? "1" : "0");
	if (!over)
		value_add_text(a, rq->extras, "search_key", search_key(rq, p));
}

const struct refusal *
cmd_name_suggest(struct request *rq)
{
	struct wanted what = wanted_of(rq->world, rq->arena, attr_text(rq, "searchstring"));
	struct search s = { .wanted = &what };
	const struct refusal *no = NULL;

	if (what.count == 0)
		return refuse(rq, invalid_data, "searchstring without a letter or digit");
	if (!search_progress(rq, &s.progress))
		return refuse(rq, invalid_data, "search_key of no search");
	s.where.languages = attr_words(rq, "languages") != NULL
				? words(rq, attr_words(rq, "languages"))
				: (const char *const[]){ "en", NULL };
	for (size_t i = 0; no == NULL && i < SERVICES; i++)
		if (is_asked_for(rq, &services[i]))
			no = serve(rq, &services[i], &s);
	if (no != NULL)
		return no;
	say_progress(rq, &s.progress);
	rq->nameless = true;
	return NULL;
}
