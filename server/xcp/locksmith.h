/*
 * Locksmith: why the answer to a challenge of the legacy port is wrong.
 *
 * The port closes without a word, as the vendor's does.  Whoever wonders finds one
 * line in the journal: which key, which cipher or which form would explain the
 * bytes.
 */
#ifndef XCP_LOCKSMITH_H
#define XCP_LOCKSMITH_H

#include "xcp/cipher.h"
#include "xcp/doctor.h"

struct lock {
	const void *challenge, *sealed; /* what was asked, and the answer */
	size_t challenge_size, size;
	enum cipher_kind kind; /* that the client has named */
	const char *key; /* of the user that it has named */
	const struct doctor_key *others; /* somebody else's */
	size_t other_count;
};

/* Whether the answer is the challenge's MD5, sealed by this cipher. */
bool lock_opens(struct arena *a, const struct cipher *c, const struct lock *l);

const char *locksmith_diagnose(struct arena *a, const struct lock *l);

#endif
