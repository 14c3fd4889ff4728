/*
 * A letter about one name to one of its contacts, from its reseller.
 */
#ifndef WORLD_NOTICE_LETTER_H
#define WORLD_NOTICE_LETTER_H

#include "world/name/term.h"
#include "world/notice/mail.h"

/* Not sent yet.  To the contact in this role or, where the name has none, to the
 * owner.  Of the variables there are company, domain, first_name, last_name. */
struct mail
letter_to(struct world *w, struct arena *a, const struct term *t, enum role role, const char *type);

void letter_say(struct mail *m, const char *name, const char *value); /* one more */

#endif
