/* What a story says, wherever it says it: its compiled form without places. */
#ifndef TESTS_SUPPORT_SHAPE_H
#define TESTS_SUPPORT_SHAPE_H

#include "scenarios/play/story.h"

struct arena;

const char *story_shape(struct arena *a, const struct story *s);

/* A lexed file, formatted; NULL: it is none. */
const char *formatted(struct arena *a, const char *bytes, size_t size);

#endif
