/*
 * Include: lines of other files in the place of the line that names them.
 *
 * It comes between lexer and parser: where "include path key=value ..." stands,
 * the parser finds the lines of that file, indented as the include was, with
 * each $key in an unquoted word replaced.  Paths are relative to the file that
 * includes.  Tokens keep the places of their own file.
 */
#ifndef SCENARIOS_PLAY_INCLUDE_H
#define SCENARIOS_PLAY_INCLUDE_H

#include "scenarios/play/lex.h"

struct lines include_all(struct complaints *c, const struct library *from, struct lines story);

#endif
