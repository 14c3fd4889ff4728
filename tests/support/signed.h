/* Signed requests of the reseller API, as exchanges for the engine's door. */
#ifndef TESTS_SUPPORT_SIGNED_H
#define TESTS_SUPPORT_SIGNED_H

#include "engine/engine.h"
#include "xcp/value.h"

struct seller {
	struct engine *engine;
	const char *username, *key;
};

/* PAIRS: dotted paths below attributes and their texts, NULL ends. */
void signed_fill(struct exchange *x, struct arena *a, const struct seller *s, const char *action,
    const char *object, const char *const *pairs);

/* Through the engine; the reply's tree.  Top-level response_code: signed_code(). */
const struct value *signed_call(struct arena *a, const struct seller *s, const char *action,
    const char *object, const char *const *pairs);
#define SIGNED(a, s, action, object, ...) \
	signed_call((a), (s), (action), (object), (const char *[]){ __VA_ARGS__, NULL })
int signed_code(const struct value *reply);

/* A registration with the same contact in all four roles: as an exchange, or
 * sent through the engine. */
void signed_fill_register(struct exchange *x, struct arena *a, const struct seller *s,
    const char *domain, const char *email);
const struct value *
signed_register(struct arena *a, const struct seller *s, const char *domain, const char *email);

#endif
