#include "shell/stage.h"

#include "base/must.h"
#include "shell/socket_carrier.h"
#include "wire/complain.h"

#define BALANCE INT64_C(100000000) /* cents: a million, as `serve` gives */

struct stage {
	enum stage_kind kind;
	struct engine_config config;
	struct engine *engine; /* INSIDE, REOPENED */
	struct socket_carrier *sockets; /* SOCKET */
	struct carrier carrier;
	bool changed; /* REOPENED: by the last request, perhaps */
};

/* The same links wherever it plays, so that the same story leaves the same world. */
static const struct engine_config plain = {
	.routes = wire_routes,
	.complain = wire_complain,
	.public_url = "http://localhost:8480",
	.journal = 1000,
	.balance = BALANCE,
};

static bool
send_inside(void *closure, struct exchange *x, const char **why)
{
	struct stage *s = closure;

	(void)why;
	engine_call(s->engine, x);
	return true;
}

static bool
open_again(struct stage *s)
{
	engine_free(s->engine);
	s->engine = engine_new(&s->config);
	return s->engine != NULL;
}

static bool
send_reopened(void *closure, struct exchange *x, const char **why)
{
	struct stage *s = closure;

	if (s->changed && !open_again(s)) {
		*why = "the data directory cannot be opened again";
		return false;
	}
	s->changed = strcmp(x->method, "GET") != 0;
	return send_inside(closure, x, why);
}

static bool
set_up(struct stage *s)
{
	s->carrier.closure = s;
	s->carrier.send = s->kind == STAGE_REOPENED ? send_reopened : send_inside;
	if (s->kind != STAGE_SOCKET) {
		s->engine = engine_new(&s->config);
		return s->engine != NULL;
	}
	s->sockets = socket_carrier_open(&s->config);
	if (s->sockets != NULL)
		s->carrier = *socket_carrier(s->sockets);
	return s->sockets != NULL;
}

struct stage *
stage_open(enum stage_kind kind, const struct rulebook *rules, const char *data)
{
	struct stage *s = calloc(1, sizeof(*s));

	must(s != NULL && (data != NULL || kind != STAGE_REOPENED));
	s->kind = kind;
	s->config = plain;
	s->config.rules = rules;
	s->config.data = data;
	s->config.check_answers = getenv("ORRERY_CHECK_ANSWERS") != NULL;
	if (set_up(s))
		return s;
	stage_close(s);
	return NULL;
}

void
stage_close(struct stage *s)
{
	if (s == NULL)
		return;
	socket_carrier_close(s->sockets);
	if (s->engine != NULL)
		engine_free(s->engine);
	free(s);
}

const struct carrier *
stage_carrier(const struct stage *s)
{
	return &s->carrier;
}
