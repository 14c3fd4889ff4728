/* Saying what is wrong with a file, and which word was probably meant. */
#ifndef SCENARIOS_PLAY_COMPLAIN_H
#define SCENARIOS_PLAY_COMPLAIN_H

#include "base/format.h"
#include "scenarios/play/play.h"

void complain(struct complaints *c, struct place at, const char *format, ...) FORMAT(3, 4);

/* "unknown WHAT 'WORD'; did you mean 'NEAREST'?", or the whole list where it is
 * short and nothing is near.  WORDS ends in NULL. */
void complain_unknown(struct complaints *c, struct place at, const char *what, const char *word,
    const char *const *words);

const char *word_near(const char *word, const char *const *words); /* NULL: none is */

bool is_one_of(const char *word, const char *const *words);

#endif
