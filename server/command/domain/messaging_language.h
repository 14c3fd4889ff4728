/* Languages in which the vendor can write to resellers: messaging_languages.def. */
#ifndef COMMAND_DOMAIN_MESSAGING_LANGUAGE_H
#define COMMAND_DOMAIN_MESSAGING_LANGUAGE_H

#include "command/command.h"

pattern_fn is_messaging_language; /* "en-US", exactly so */

#endif
