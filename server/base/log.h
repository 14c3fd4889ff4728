/*
 * Log: lines for whoever runs the process, on standard error.
 *
 * Only the outermost layer logs (main, the engine, the wire); everything below
 * returns what went wrong.  One line per call, written in one go, so that
 * threads do not mix their words.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>

#include "base/format.h"

enum log_level { LOG_QUIET, LOG_ERROR, LOG_INFO, LOG_DEBUG };

bool log_level_named(const char *name, enum log_level *level);
void log_set_level(enum log_level level); /* once, before threads start */
void log_error(const char *format, ...) FORMAT(1, 2);
void log_info(const char *format, ...) FORMAT(1, 2);
void log_debug(const char *format, ...) FORMAT(1, 2);

#endif
