/*
 * TLD data on the wire: what a registry wants to know besides contacts, from
 * attributes to settings of a name and back.  Which fields there are says the TLD's
 * file (world/policy/tld_field.h); the setting of a field is called like its path.
 */
#ifndef COMMAND_TLD_DATA_H
#define COMMAND_TLD_DATA_H

#include "command/change.h"
#include "world/name/term.h"

/* For a registration: ROWS (room for MOST_SETTINGS) get the N fields that were sent.
 * 460 for the first that is needed and missing; DATA, which takes a detail, for the
 * first that makes no sense.  Clients put fields below "tld_data" or beside it. */
const struct refusal *tld_data_read(struct request *rq, const char *domain,
    const struct refusal_row *data, struct setting *rows, size_t *n);

/* For a change of T: SENT holds the fields below PREFIX.  465 where the registry knows
 * none there; what is needed has to be on file then. */
const struct refusal *tld_data_change(struct request *rq, const struct term *t,
    const struct value *sent, const char *prefix, struct name_change *c);

/* The same for one field, which TEXT is to fill; TEXT is not empty. */
const struct refusal *tld_data_field(struct request *rq, const struct term *t, const char *path,
    const char *text, struct name_change *c);

/* TO gets what is on file below PREFIX; with "" everything, fields beside
 * "tld_data" too. */
void tld_data_write(struct request *rq, const struct term *t, const char *prefix, struct value *to);

#endif
