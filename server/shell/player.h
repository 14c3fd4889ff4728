/* The player for POST /api/v1/play: what the engine's config asks for. */
#ifndef SHELL_PLAYER_H
#define SHELL_PLAYER_H

#include "engine/engine.h"

play_fn player_play;

#endif
