#include "world/name/authcode.h"

#include "base/arena.h"
#include "store/store.h"
#include "world/policy/policy.h"

bool
authcode_used(struct world *w, struct arena *a, const char *domain)
{
	const char *has = policy_of_tld(w, a, domain, "auth_code");

	return has != NULL && strcmp(has, "yes") == 0;
}

/* Registries want letters of both cases, a digit and a sign in it. */
static const char *
made_for(struct world *w, struct arena *a, int64_t term)
{
	static const char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
	const char *secret = world_secret(w, a, "authcode", term);
	char code[AUTHCODE_LENGTH + 1] = { 0 };

	for (size_t i = 0; i < AUTHCODE_LENGTH; i++) {
		const char two[] = { secret[2 * i], secret[2 * i + 1], '\0' };
		code[i] = letters[strtoul(two, NULL, 16) % (sizeof(letters) - 1)];
	}
	code[3] = letters[(unsigned char)code[3] % 24];
	code[7] = letters[24 + (unsigned char)code[7] % 24];
	code[11] = (char)('2' + (unsigned char)code[11] % 8);
	code[15] = "!#-+"[(unsigned char)code[15] % 4];
	return arena_strdup(a, code);
}

const char *
authcode_of(struct world *w, struct arena *a, const struct term *t)
{
	struct query q = SQL(w->store, "SELECT code FROM authcode WHERE term = :term");

	bind_int(&q, ":term", t->id);
	const char *code = query_row(&q) ? row_text(&q, 0, a) : NULL;
	query_end(&q);
	return code != NULL ? code : made_for(w, a, t->id);
}

void
authcode_choose(struct world *w, const struct term *t, const char *code)
{
	struct query q = SQL(w->store, "INSERT INTO authcode (term, code) VALUES (:term, :code)"
				       " ON CONFLICT (term) DO UPDATE SET code = excluded.code");

	bind_int(&q, ":term", t->id);
	bind_text(&q, ":code", code);
	query_run(&q);
}

bool
authcode_well_formed(const char *code)
{
	size_t n = strlen(code);

	if (n < 8 || n > 32)
		return false;
	for (; *code != '\0'; code++)
		if (*code <= ' ' || *code > '~')
			return false;
	return true;
}
