/* Answers held against their shapes: only while tests run (`check_answers`), for
 * what does not fit is a bug of ours and ends the process. */
#ifndef API_ANSWER_H
#define API_ANSWER_H

#include <jansson.h>

struct call;

void answer_check(struct call *c, int status, json_t *answer);

#endif
