/*
 * A house with two users of the legacy port, "old" and "other": the state of a test.
 */
#ifndef SUPPORT_LEGACY_H
#define SUPPORT_LEGACY_H

#include "tests/support/caller.h"
#include "tests/support/engine.h"

/* The bytes 0 to 55, and the same with another first one. */
#define OLD_KEY \
	"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" \
	"202122232425262728292a2b2c2d2e2f3031323334353637"
#define OTHER_KEY \
	"f00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" \
	"202122232425262728292a2b2c2d2e2f3031323334353637"

/* cmocka's setup and teardown of one test. */
int legacy_open(void **state);
int legacy_close(void **state);

struct caller legacy_caller(struct house *h);

/* The newest row of the world's journal, member by member: "code", "diagnosis". */
const char *newest_row(struct house *h, const char *member);
const char *newest_note(struct house *h); /* of the front desk; "": there is none */

#endif
