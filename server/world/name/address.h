/* Internet addresses as people write them. */
#ifndef WORLD_NAME_ADDRESS_H
#define WORLD_NAME_ADDRESS_H

#include <stdbool.h>

bool ipv4_well_formed(const char *text); /* 192.0.2.1 */
bool ipv6_well_formed(const char *text); /* 2001:db8::1 */

#endif
