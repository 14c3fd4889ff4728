/*
 * Shim: a SQLite VFS around the machine's own, that fails or dies at the n-th
 * write or sync.  Installed as the default, so that the product opens its files
 * through it without knowing.
 */
#ifndef TESTS_SUPPORT_SHIM_H
#define TESTS_SUPPORT_SHIM_H

#include <stdbool.h>

enum shim_call { SHIM_WRITE, SHIM_SYNC, SHIM_CALLS };
enum shim_end {
	SHIM_DIE, /* the process ends before the call is made */
	SHIM_DIE_TORN, /* ... after half of the bytes were written */
	SHIM_FULL, /* the disk is full from now on */
	SHIM_FULL_ONCE, /* this once */
	SHIM_ERROR, /* input/output error from now on */
};
#define SHIM_STATUS 99 /* of a process that died */

void shim_install(void);

/* From the N-th CALL on, counted from now; 0: never. */
void shim_plan(enum shim_call call, long n, enum shim_end end);
long shim_count(enum shim_call call); /* since the last plan */

#endif
