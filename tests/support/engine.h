/*
 * An engine for a test: in memory, with every row of the web port and a world
 * "demo" (user "demo") that begins on 2026-05-04T15:20:00Z.
 *
 *	struct house *h = house_open();
 *	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
 *	json_t *j = house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P10D'}");
 *	assert_string_equal(text_at(j, "fired.0.kind"), "verification.reminder_1");
 *	house_close(h);
 *
 * Everything enters by the engine's door.  What is returned lives as long as
 * the house.  In bodies ' stands for ", which nobody can read in C.  Where an
 * answer has another status than expected, the cmocka test fails and shows it.
 */
#ifndef TESTS_SUPPORT_ENGINE_H
#define TESTS_SUPPORT_ENGINE_H

#include <jansson.h>

#include "engine/engine.h"

struct house {
	struct engine *engine;
	const struct rulebook *rules;
	struct arena *a;
	const char *key; /* of the user "demo" */
	json_t *kept; /* every answer, until the end */
	/* sent with every control request; NULL: not at all */
	const char *host, *origin, *token, *language;
};

int house_setup(void **state); /* for the group: once in a process */
struct house *house_open(void);
struct house *house_open_with(const struct engine_config *but); /* rules and routes are ours */
void house_close(struct house *h);

/* One exchange of the web port, whatever comes of it. */
struct exchange *
house_ask(struct house *h, const char *method, const char *target, const char *body);

/* Of the control API; the path is relative to /api/v1. */
json_t *
house_api(struct house *h, int status, const char *method, const char *path, const char *body);

/* The code of the error with which it is refused. */
const char *
house_refusal(struct house *h, int status, const char *method, const char *path, const char *body);

/* By the signed command of the user "demo"; one person in all four roles.  An order
 * that waits is good enough. */
void house_register(struct house *h, const char *domain, const char *first_name,
    const char *last_name, const char *email);

/* Inside an answer: "items.0.verification.status".  True and false as texts;
 * "" and -999 where there is no such thing. */
const char *text_at(const json_t *j, const char *path);
int64_t number_at(const json_t *j, const char *path);
size_t count_at(const json_t *j, const char *path);

const char *header_out(const struct exchange *x, const char *name); /* "": none */

#endif
