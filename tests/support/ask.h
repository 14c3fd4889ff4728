/*
 * Asking a world: a request as pairs of path and value, dispatched in a turn of
 * its own, as the engine would; and looking at the reply.
 *
 *	const struct value *r = ASK(lab, shop, "LOOKUP", "DOMAIN", "domain", "a.com");
 *	assert_int_equal(code_of(r), 210);
 *	assert_string_equal(at(r, "attributes.status"), "available");
 *
 * Paths are relative to the attributes, "^path" to the top level; numbers make
 * arrays ("types.0").  Where a path was set before, the later value counts; a
 * NULL value takes it away.
 */
#ifndef TESTS_SUPPORT_ASK_H
#define TESTS_SUPPORT_ASK_H

#include "command/dispatch.h"
#include "tests/support/world.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

extern const char end_of_pairs[];
#define PAIRS(...) ((const char *const[]){ __VA_ARGS__, end_of_pairs })

struct value *request_new(struct arena *a, const char *action, const char *object);
void request_set(struct arena *a, struct value *top, const char *path, const char *value);
void request_set_all(struct arena *a, struct value *top, const char *const *pairs);

/* TOP may be NULL: bytes that nobody understood. */
const struct value *ask(struct lab *lab, int64_t reseller, const struct value *top);

#define ASK(lab, reseller, action, object, ...) \
	ask_pairs((lab), (reseller), (action), (object), PAIRS(__VA_ARGS__))
const struct value *ask_pairs(struct lab *lab, int64_t reseller, const char *action,
    const char *object, const char *const *pairs);

/* A registration for which nothing is missing, then the pairs. */
struct value *registration(struct arena *a, const char *domain);
void set_person(struct arena *a, struct value *top, const char *role);
#define REGISTER(lab, reseller, ...) ask_registration((lab), (reseller), PAIRS(__VA_ARGS__))
const struct value *ask_registration(struct lab *lab, int64_t reseller, const char *const *pairs);

int code_of(const struct value *reply);
const char *text_of(const struct value *reply);
const char *at(const struct value *reply, const char *path); /* NULL: no such text */
/* KEY of each member of a list of the attributes, with blanks between. */
const char *all_at(struct lab *lab, const struct value *reply, const char *list, const char *key);
bool succeeded(const struct value *reply);

/* Fails with what was said instead. */
void assert_reply(const struct value *reply, int code, const char *text);

#endif
