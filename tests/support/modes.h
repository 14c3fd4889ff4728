/*
 * Every story of the library leaves the same worlds behind, however it plays:
 * twice, with every move of the clock in many small ones, with the database
 * closed and opened again after every change, and over sockets.
 *
 * The journal is what was asked, so it may differ where more was asked.
 *
 * It takes long, so several programs share it: each SHARDS-th story from the
 * SHARD-th on, counted from 1.
 */
#ifndef TESTS_SUPPORT_MODES_H
#define TESTS_SUPPORT_MODES_H

#include <stddef.h>

int modes_main(size_t shard, size_t shards);

#endif
