/*
 * Stage: where stories are played, as a carrier for the player.
 *
 *   STAGE_INSIDE    an engine in this process, entered through its door
 *   STAGE_SOCKET    a server on free ports, over TLS and HTTP
 *   STAGE_REOPENED  as inside, but the engine is closed and opened again after each
 *                   request that may have changed something: what is not in the
 *                   data directory is lost
 */
#ifndef SHELL_STAGE_H
#define SHELL_STAGE_H

#include "scenarios/play/play.h"

struct rulebook;

enum stage_kind { STAGE_INSIDE, STAGE_SOCKET, STAGE_REOPENED };

struct stage;

/* DATA: where worlds are kept; NULL: in memory, which REOPENED cannot use.
 * NULL, with the reason on stderr, where the machine does not let us. */
struct stage *stage_open(enum stage_kind kind, const struct rulebook *rules, const char *data);
void stage_close(struct stage *s); /* NULL is fine */

const struct carrier *stage_carrier(const struct stage *s);

#endif
