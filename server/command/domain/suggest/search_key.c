/*
 * The key of a search that was not over in time.  It holds how many milliseconds the
 * search has had, in four digits, and is good only for the words it was given for.
 * That a search takes the same time whatever it looks for is ours.
 */
#include "base/arena.h"
#include "command/domain/suggest/search.h"
#include "world/policy/policy.h"

#define KEY_LENGTH 28
#define COUNT_LENGTH 4

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool
is_waiting_time(const char *text)
{
	size_t whole = strspn(text, "0123456789");
	size_t part = text[whole] == '.' ? 1 + strspn(text + whole + 1, "0123456789") : 0;

	return whole > 0 && whole <= 4 && part != 1 && part <= 4 && text[whole + part] == '\0' &&
	       strtod(text, NULL) >= 0.1;
}

static int64_t
milliseconds(const char *seconds)
{
	return (int64_t)(strtod(seconds, NULL) * 1000 + 0.5);
}

static const char *
key_of(struct request *rq, int64_t done)
{
	const char *what = arena_printf(rq->arena, "name_suggest %" PRId64 " %s", rq->reseller->id,
	    attr_text(rq, "searchstring"));
	const char *secret = world_secret(rq->world, rq->arena, what, done);
	char key[KEY_LENGTH + 1] = "";

	for (size_t i = 0; i < COUNT_LENGTH; i++)
		key[i] = digits[(done >> (6 * (COUNT_LENGTH - 1 - i))) & 63];
	for (size_t i = COUNT_LENGTH; i < KEY_LENGTH; i++) {
		char two[3] = { secret[i - COUNT_LENGTH], secret[i - COUNT_LENGTH + 1] };
		key[i] = digits[strtoul(two, NULL, 16) & 63];
	}
	return arena_strdup(rq->arena, key);
}

/* -1: it is no key. */
static int64_t
done_by(const char *key)
{
	int64_t done = 0;

	for (size_t i = 0; i < COUNT_LENGTH; i++) {
		const char *digit = key[i] == '\0' ? NULL : strchr(digits, key[i]);
		if (digit == NULL)
			return -1;
		done = done * 64 + (digit - digits);
	}
	return done;
}

bool
search_progress(struct request *rq, struct progress *p)
{
	int64_t before = 0, wait = INT64_MAX;

	p->all = policy_number(rq->world, &policy_suggest_time);
	if (attr_given(rq, "search_key")) {
		before = done_by(attr_text(rq, "search_key"));
		if (before < 0 || strcmp(key_of(rq, before), attr_text(rq, "search_key")) != 0)
			return false;
	}
	if (attr_given(rq, "max_wait_time"))
		wait = milliseconds(attr_text(rq, "max_wait_time"));
	p->took = before >= p->all ? 0 : p->all - before;
	if (p->took > wait)
		p->took = wait;
	p->done = before + p->took;
	return true;
}

const char *
search_key(struct request *rq, const struct progress *p)
{
	return key_of(rq, p->done);
}

size_t
search_share(const struct progress *p, size_t n)
{
	return p->done >= p->all ? n : n * (size_t)p->done / (size_t)p->all;
}
