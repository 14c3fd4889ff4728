/*
 * Tables: what has to hold for the rows of any flow, whatever they mean.
 */
#ifndef TESTS_SUPPORT_TABLES_H
#define TESTS_SUPPORT_TABLES_H

#include "world/flow/flow.h"

/* From "new", by the rows alone. */
void assert_every_state_is_reached(const struct flow *f);

/* ENDS: the states that nothing leaves, in this order; a NULL ends. */
void assert_only_ends_have_no_way_out(const struct flow *f, const char *const *ends);

/* No row hides behind an unguarded one. */
void assert_no_row_is_hidden(const struct flow *f);

/* And no event falls through them all. */
void assert_guarded_rows_come_first(const struct flow *f);

/* What is planned, or left planned, must be listened for. */
void assert_every_wait_is_listened_for(const struct flow *f);

/* server/world/flow/FOLDER/states.dot is what is drawn now; or else: ci/picture. */
struct rulebook;
void assert_picture_is_fresh(const struct flow *f, const char *folder, const struct rulebook *r);

#endif
