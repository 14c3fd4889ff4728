/* Vocabulary: the words of stories that this build knows, for the player's lint. */
#ifndef SHELL_VOCABULARY_H
#define SHELL_VOCABULARY_H

#include "scenarios/play/play.h"

struct arena;
struct rulebook;

struct vocabulary vocabulary_of(struct arena *a, const struct rulebook *rules);

#endif
