/*
 * The gate of the web port.  It hands out worlds and keys, so a page of a
 * stranger in the user's own browser must not be able to talk to it: without a
 * token only requests for a host that is ours pass, and never with an Origin
 * that is not; with a token, whoever has it passes from anywhere.
 */
#include "base/arena.h"
#include "engine/internal.h"

static const char *
host_of_url(struct arena *a, const char *url)
{
	const char *host = strstr(url, "://");

	host = host == NULL ? url : host + 3;
	return arena_strndup(a, host, strcspn(host, "/"));
}

/* Without its port: "[::1]:8480" -> "[::1]". */
static const char *
bare_host(struct arena *a, const char *host)
{
	const char *end = host[0] == '[' ? strchr(host, ']') : NULL;

	return arena_strndup(a, host, end != NULL ? (size_t)(end - host) + 1 : strcspn(host, ":"));
}

static bool
is_ours(const struct engine *e, struct arena *a, const char *host)
{
	static const char *const loopback[] = { "localhost", "127.0.0.1", "[::1]" };
	const char *bare = bare_host(a, host);

	for (size_t i = 0; i < sizeof(loopback) / sizeof(*loopback); i++)
		if (strcasecmp(bare, loopback[i]) == 0)
			return true;
	if (e->config.tls_name != NULL && strcasecmp(bare, e->config.tls_name) == 0)
		return true;
	return e->public_url != NULL &&
	       strcasecmp(bare, bare_host(a, host_of_url(a, e->public_url))) == 0;
}

/* Same length of time wherever they differ. */
static bool
same_token(const char *right, const char *given)
{
	size_t n = strlen(given);
	unsigned char differs = n != strlen(right);

	for (size_t i = 0; right[i] != '\0'; i++)
		differs |= (unsigned char)(right[i] ^ (i < n ? given[i] : '\0'));
	return differs == 0;
}

static const struct problem *
refusal(struct exchange *x, int status, const char *code, const char *message)
{
	struct problem *p = NEW(x->arena, struct problem);

	*p = (struct problem){ status, code, message };
	return p;
}

/* Pages for people carry their secret in the path; only the API asks for more. */
static bool
needs_token(const struct exchange *x)
{
	return strncmp(x->target, "/api/", 5) == 0 && strcmp(x->target, "/api/v1/health") != 0;
}

const struct problem *
gate_check(const struct engine *e, struct exchange *x)
{
	const char *host = exchange_header(x, "Host"), *origin = exchange_header(x, "Origin");
	const char *token = e->config.control_token;

	if (origin != NULL && !is_ours(e, x->arena, host_of_url(x->arena, origin)))
		return refusal(x, 403, "foreign_origin",
		    "A page of another site asked for this; its Origin is not this server's.");
	if (token == NULL && host != NULL && !is_ours(e, x->arena, host))
		return refusal(x, 403, "foreign_host",
		    "The Host header names another host; call this server by a loopback address, "
		    "by its --tls-name or its --public-url, or start it with --control-token.");
	if (token == NULL || !needs_token(x))
		return NULL;
	const char *given = exchange_header(x, "Authorization");
	if (given != NULL && strncmp(given, "Bearer ", 7) == 0 && same_token(token, given + 7))
		return NULL;
	return refusal(x, 401, "wrong_token",
	    "This server wants the header Authorization: Bearer TOKEN, with the token it was "
	    "started with.");
}
