/*
 * What `serve` was asked for: options, environment variables and defaults.
 *
 * Each option of the table in serve_options.c has its variable: --https-port
 * is ORRERY_HTTPS_PORT.  An option wins over its variable.
 */
#ifndef SHELL_SERVE_H
#define SHELL_SERVE_H

#include "engine/engine.h"
#include "wire/server.h"

/* Documented, so that a first request works by copy and paste. */
#define DEMO_WORLD "demo"
#define DEMO_USER "demo"
#define DEMO_KEY \
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" \
	"0123456789abcdef0123456789abcdef0123456789abcdef"
#define DEMO_START INT64_C(1767225600) /* 2026-01-01T00:00:00Z */

struct serve_options {
	struct server_config server;
	struct world_wish world;
	const char *fixtures; /* NULL: those in the binary */
	const char *ready_file; /* NULL: none */
	const char *smtp; /* where mail is sent on to; NULL: nowhere */
	bool seed_given;
};

/* False, with the reason on stderr, where something makes no sense.  Texts are
 * those of ARGV and of the environment. */
bool serve_parse(int argc, char **argv, struct serve_options *o);

/* The ready file: written when all ports accept, in one step. */
bool ready_write(const struct serve_options *o, const struct server *s, struct arena *a);
void ready_remove(const struct serve_options *o, struct arena *a);

/* Where a client finds the CA's certificate; NULL: only at /ca.pem. */
const char *ready_ca_file(const struct serve_options *o, struct arena *a);

#endif
