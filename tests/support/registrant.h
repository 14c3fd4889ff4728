/*
 * Registrant: what the people around a name do and see, each act a turn of its
 * own (see world.h).
 */
#ifndef TESTS_SUPPORT_REGISTRANT_H
#define TESTS_SUPPORT_REGISTRANT_H

#include "tests/support/world.h"
#include "world/flow/verification/verification.h"

struct verification_status status_of(struct lab *lab, const char *name);
#define assert_status(lab, name, expected) \
	assert_string_equal(status_of((lab), (name)).status, (expected))

/* The link in the newest mail about the name that has one. */
const char *link_of(struct lab *lab, const char *name);
enum link look_at(struct lab *lab, const char *token);
bool click(struct lab *lab, const char *token);
bool resend(struct lab *lab, const char *name);
bool decide(struct lab *lab, const char *name, const char *decision);
bool bounce(struct lab *lab, int64_t mail); /* false: it had bounced before */

/* Changes that leave the other roles as they are. */
void change_owner(struct lab *lab, const char *name, struct contact owner);
void change_role(struct lab *lab, const char *name, enum role role, struct contact person);

/* What was written since the last call with this cursor, one line each:
 * "type>recipient", and "name status" of the verification events. */
const char *new_mails(struct lab *lab, int64_t *since);
const char *new_events(struct lab *lab, int64_t *since);

#endif
