/*
 * Functions nobody here may call; the build forces this file into every unit.
 * The headers come first because they declare what is poisoned.
 */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#define _POSIX_C_SOURCE 200809L /* what there is to call at all */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#pragma GCC poison assert /* vanishes with NDEBUG: must() */
#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok alloca
#pragma GCC poison atoi atol rand srand srandom /* no error, no seed of a world */
#pragma GCC poison localtime gmtime mktime /* time comes from the world */
#pragma GCC poison sleep usleep nanosleep
/* time() and random() are ordinary words in foreign headers: ci/layers looks for them. */

#endif
