/*
 * Client: an exchange over a socket, by libcurl.
 *
 * What engine_call() does in process, client_send() does with a server
 * somewhere: the same exchange, filled in the same way.  A client keeps its
 * connection; it belongs to one thread.
 */
#ifndef SHELL_CLIENT_H
#define SHELL_CLIENT_H

#include "engine/exchange.h"

struct client;

/* BASE is "http://127.0.0.1:8480"; CA_FILE is trusted for https, NULL: what the
 * machine trusts.  Both are copied. */
struct client *client_new(const char *base, const char *ca_file);
void client_free(struct client *c); /* NULL is fine */

/* False: no answer came; WHY, in the exchange's arena, says what libcurl says. */
bool client_send(struct client *c, struct exchange *x, const char **why);

#endif
