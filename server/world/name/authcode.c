#include "world/name/authcode.h"

#include "base/arena.h"
#include "world/policy/policy.h"

bool
authcode_used(struct world *w, struct arena *a, const char *domain)
{
	const char *has = policy_of_tld(w, a, domain, "auth_code");

	return has != NULL && strcmp(has, "yes") == 0;
}

/* Registries want letters of both cases, a digit and a sign in it. */
const char *
authcode_of(struct world *w, struct arena *a, const struct term *t)
{
	static const char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
	const char *secret = world_secret(w, a, "authcode", t->id);
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
