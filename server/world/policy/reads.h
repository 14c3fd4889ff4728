/*
 * Reads: which policies anybody has asked for since the rulebook was opened.
 *
 * A switch that no code reads is a lie, and one that no test makes code read is
 * not tested: ci/test has every process of a run write down what it read, and
 * `orrery policy list --unread` shows what is missing there.  Marks cost one
 * load; any thread may ask.
 */
#ifndef WORLD_POLICY_READS_H
#define WORLD_POLICY_READS_H

#include "world/policy/rulebook.h"

#define MOST_POLICIES 128
#define MOST_TLD_KEYS 32

struct policy_reads {
	_Atomic unsigned char policies[MOST_POLICIES], tld_keys[MOST_TLD_KEYS]; /* places */
};

void policy_was_read(const struct rulebook *r, const struct rule *rule);
void tld_key_was_read(const struct rulebook *r, const struct tld *t, const struct rule *rule);

/* Adds to FILE, a line each, what was read and not yet written; a TLD's key is
 * "tld.*.process".  NULL: nothing is done. */
void policy_reads_record(const struct rulebook *r, const char *file);

#endif
