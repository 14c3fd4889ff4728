/*
 * Slips: clients that sign wrongly, each row one way, and what the doctor has to
 * say about it.
 *
 * Told from the client's side, with code of its own, so that doctor and test
 * cannot be wrong in the same way.  A test that wants the bytes on a wire takes
 * them from here too.
 */
#ifndef TESTS_SLIP_H
#define TESTS_SLIP_H

#include <stddef.h>

#include "base/buf.h"

/* The key that a client should use, and the one of somebody else. */
#define SLIP_KEY "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071"
#define SLIP_OTHER \
	"ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100ffeeddccbbaa9988"
#define SLIP_OTHER_OWNER "user shop of world two"

enum slip_step { BODY, KEYS, RECIPE, SPELLING };

typedef void edit_fn(struct buf *b);
typedef void digest_fn(const struct buf *body, const struct buf *key, char hex[65]);

struct slip {
	enum slip_step step;
	edit_fn *sent, *was_signed, *key, *spelled; /* NULL: as they should be */
	digest_fn *recipe;
	const char *says;
};
extern const struct slip slips[];
extern const size_t slip_count;

edit_fn slip_add_newline, slip_add_nul, slip_add_mark, slip_crlf; /* for rows of a test's own */

/* What the server gets to see of a client. */
struct slip_request {
	struct buf body, signature;
};

/* Makes up to two slips; NULL ends.  The digest begins with a zero and has
 * another byte that does, so that each way of losing zeros shows, and neither
 * looks like the other. */
struct slip_request slip_make(const struct slip *one, const struct slip *other);
void slip_request_close(struct slip_request *r);

#endif
