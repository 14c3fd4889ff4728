/*
 * Logins of end users: how user names and passwords may be spelt.  The vendor's
 * pages differ on the least length (3 or 10); 3 takes in both.
 */
#ifndef WORLD_PARTY_PASSWORD_H
#define WORLD_PARTY_PASSWORD_H

#include <stdbool.h>

#define LOGIN_SHORTEST 3
#define LOGIN_LONGEST 20 /* bytes */

bool username_well_formed(const char *text);
bool password_well_formed(const char *text);

#endif
