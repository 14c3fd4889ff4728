/* Pairs: NAME=VALUE words become the fields of a request's body. */
#ifndef SHELL_PAIRS_H
#define SHELL_PAIRS_H

#include "shell/control.h"

/* The words after the first FROM.  Dots lead into maps:
 * contacts.owner.email=wei@shop.example.  A value is a text; true and false are
 * flags; numbers and lists (a,b) are known by their names.  False, and said,
 * where a word is no pair. */
bool pairs_into(struct control *c, int from, json_t *body);

#endif
