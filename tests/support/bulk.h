/*
 * Bulk changes of a shop that has ek.com and more.com, while theirs.com is another's.
 *
 *	assert_string_equal(
 *	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_lock", "op_type", "lock")),
 *	    EACH("200 Update successful"));
 */
#ifndef TESTS_SUPPORT_BULK_H
#define TESTS_SUPPORT_BULK_H

#include "tests/support/shop.h"
#include "world/bulk/bulk.h"

#define SUBMIT(s, ...) ASK((s)->lab, (s)->id, "submit", "bulk_change", __VA_ARGS__)
#define TWO "change_items.0", "ek.com", "change_items.1", "more.com"
#define EACH(text) "ek.com: " text "\nmore.com: " text "\n"

int bulk_begin(void **state); /* cmocka's setup; shop_end() ends it */

void bulk_advance(struct shop *s, int64_t seconds);
int64_t bulk_submitted(const struct value *reply); /* its number */
struct bulk bulk_of(struct shop *s, int64_t id);

/* "name: code text", a line for each; "name: -" before its turn. */
const char *bulk_results(struct shop *s, int64_t id);
/* The same once all is done. */
const char *bulk_whole(struct shop *s, const struct value *reply);

/* What `get` of this type says of the name. */
const char *bulk_got(struct shop *s, const char *domain, const char *type, const char *path);

#endif
