/*
 * Reports: what was played, for people and for machines.
 *
 * Everything goes into a buf; none of it holds real time or anything else that
 * would differ the next time.  ALL is a list of plays, chained over all stories.
 */
#ifndef SCENARIOS_PLAY_REPORT_H
#define SCENARIOS_PLAY_REPORT_H

#include "base/buf.h"
#include "scenarios/play/play.h"

enum report_style { REPORT_PLAIN, REPORT_COLOUR };

/* One line, and where it failed what was expected, what came, and the story so
 * far; SHOW: the story in any case. */
void report_play(struct buf *out, const struct played *p, enum report_style style, bool show);
void report_told(struct buf *out, const struct told *t, enum report_style style);

/* "N passed, N failed": the last line of a run. */
void report_sum(struct buf *out, const struct played *all);
size_t report_count(const struct played *all);
size_t report_failures(const struct played *all);

const char *told_kind_name(enum told_kind kind);

/* Escaped for XML and HTML, attributes too. */
void report_xml(struct buf *out, const char *text);

void report_html(struct buf *out, const struct played *all); /* report_html.c */
void report_tap(struct buf *out, const struct played *all);
void report_junit(struct buf *out, const struct played *all);
void report_json(struct buf *out, const struct played *all);
void report_github(struct buf *out, const struct played *all); /* annotations of failures */

/* A file that cannot be played, as a failed play of its own. */
struct played *played_unread(struct arena *a, const char *file, const struct complaint *why);

/* "VERIFY-002 [day-nine]", in the arena. */
const char *played_name(struct arena *a, const struct played *p);

#endif
