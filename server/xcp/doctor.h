/*
 * The signature doctor: why a signature is wrong.
 *
 * Tries the mistakes that clients really make, alone and two at once, and says
 * in one line which of them explain the signature that came.  Never part of a
 * faithful reply: see engine/frontdesk.h for where it goes.
 */
#ifndef XCP_DOCTOR_H
#define XCP_DOCTOR_H

#include <stddef.h>

struct arena;

struct doctor_key {
	const char *owner; /* "user shop of world demo" */
	const char *key;
};

struct patient {
	const void *body;
	size_t size;
	const char *signature; /* as it came; NULL: no header */
	const char *key; /* the right one of the user who was named */
	const struct doctor_key *others; /* keys of everybody else in the process */
	size_t other_count;
};

/* In the arena; never NULL: the last resort says that nothing known explains it
 * and what the right signature would have been made of. */
const char *doctor_diagnose(struct arena *a, const struct patient *p);

#endif
