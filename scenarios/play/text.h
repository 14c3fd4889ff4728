/* Small readings of words that lint and the runner share. */
#ifndef SCENARIOS_PLAY_TEXT_H
#define SCENARIOS_PLAY_TEXT_H

#include "scenarios/play/story.h"

/* S points at a "$"; the name behind it, and S behind the name.  A name is
 * letters, digits and "_"; "" where there is none. */
const char *variable_name(struct arena *a, const char **s);

/* A reference to an instant: a base - ISO text, "start" or a mark - and perhaps
 * durations behind it.  False: what is behind the base is no duration. */
struct reference {
	const char *base;
	bool literal; /* the base is ISO text, and AT is it */
	instant at;
	struct duration offset;
};
bool reference_parse(struct arena *a, const char *text, struct reference *r);

/* For a report: without line ends and controls, and up to the first byte that is
 * no UTF-8, as where a long text was cut. */
const char *one_line(struct arena *a, const char *text);

#endif
