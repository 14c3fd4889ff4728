/* Unread: policies that no process of a test run has asked for, and keys that are
 * marked as only shown although somebody acts on them. */
#ifndef SHELL_UNREAD_H
#define SHELL_UNREAD_H

#include <stdbool.h>

struct arena;

/* RECORD as policy_reads_record() writes it; NULL: where ci/test leaves it.  The
 * exit status: whether there are any is for whoever looks. */
int policy_unread(struct arena *a, const char *record, bool json);

#endif
