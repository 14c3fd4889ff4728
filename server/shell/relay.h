/*
 * Relay: every mail of every world is also sent on by SMTP, `serve --smtp URL`.
 *
 * One letter after the other, in the order of the commits, on the thread that
 * would otherwise only wait for the end.  A server that is away is told once, and
 * asked again until it is back; letters wait meanwhile.  A letter that it refuses
 * is dropped, the first of a row of them with a line in the log.  Whatever goes
 * wrong here, the worlds do not notice.
 */
#ifndef SHELL_RELAY_H
#define SHELL_RELAY_H

#include <signal.h>
#include <stdbool.h>

struct engine;
struct relay;

bool relay_takes(const char *url); /* is it one we could send to? */

struct relay *relay_new(const char *url); /* before threads start; outlives the engine */
void relay_free(struct relay *r); /* NULL is fine */

void relay_wake(void *relay); /* on any thread: there are letters */

/* Sends on until one of these signals comes, which all threads block. */
void relay_run(struct relay *r, struct engine *e, const sigset_t *stop);

/* What still waits, where the server takes it within a moment. */
void relay_finish(struct relay *r, struct engine *e);

#endif
