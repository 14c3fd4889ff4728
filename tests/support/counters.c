#include "tests/support/counters.h"

#include <semaphore.h>

#include "base/log.h"
#include "base/must.h"
#include "store/store.h"
#include "world/policy/rulebook.h"

static int64_t
read_count(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(CAST(reply AS INTEGER)), 0)"
				       " FROM answered WHERE key = 'count'");
	int64_t n = query_row(&q) ? row_int(&q, 0) : -1;

	query_end(&q);
	return n;
}

static void
answer_number(struct call *c, int64_t n)
{
	const char *text = arena_printf(c->arena, "%" PRId64, n);

	exchange_answer(c->x, 200, "text/plain", text, strlen(text));
}

/* Read, then write: two of these at once in one world would lose one. */
static const struct problem *
run_add(struct call *c)
{
	int64_t n = read_count(c->world) + 1;
	struct query q = SQL(c->world->store,
	    "INSERT INTO answered (key, reply) VALUES ('count', CAST(:n AS TEXT))"
	    " ON CONFLICT (key) DO UPDATE SET reply = CAST(:n AS TEXT)");

	bind_int(&q, ":n", n);
	query_run(&q);
	answer_number(c, n);
	return NULL;
}

static const struct problem *
run_wait_for(struct call *c)
{
	int64_t n = read_count(c->world), want = strtol(call_query(c, "count"), NULL, 10);

	if (n < want && !c->expired)
		return call_wait(c, 60);
	answer_number(c, n);
	return NULL;
}

static const struct problem *
run_read(struct call *c)
{
	answer_number(c, read_count(c->world));
	return NULL;
}

/* A long row that ends only when the test says so. */
struct gate {
	sem_t inside, leave;
};
static struct gate gate;

static const struct problem *
run_long(struct call *c)
{
	must(sem_post(&gate.inside) == 0);
	while (sem_wait(&gate.leave) != 0)
		;
	answer_number(c, read_count(c->world));
	return NULL;
}

static const struct problem *
made(struct call *c, enum make m)
{
	if (m != MADE)
		return problem_new(c, 409, "not_made", "%d", (int)m);
	answer_number(c, 0);
	return NULL;
}

static const struct problem *
run_snapshot(struct call *c)
{
	return made(c, engine_snapshot(c, "s"));
}

static const struct problem *
run_restore(struct call *c)
{
	return made(c, engine_restore(c, "s"));
}

static const struct problem *
run_reset(struct call *c)
{
	return made(c, engine_reset(c));
}

static const struct problem *
run_delete(struct call *c)
{
	return made(c, engine_delete(c));
}

static const struct problem *
run_fork(struct call *c)
{
	return made(c, engine_fork(c, "fork", NULL));
}

static const struct problem *
run_clock(struct call *c)
{
	struct world_card card;

	if (c->world == NULL)
		engine_card(c->engine, c->arena, c->captures[0], &card);
	answer_number(c, c->world == NULL ? -card.now : c->world->now);
	return NULL;
}

static const struct route rows[] = {
	{ "POST", "/t/{W}/add", ROUTE_WRITE, run_add, "" },
	{ "GET", "/t/{W}/count", ROUTE_READ, run_read, "" },
	{ "GET", "/t/{W}/wait", ROUTE_READ, run_wait_for, "" },
	{ "POST", "/t/{W}/long", ROUTE_WRITE | ROUTE_LONG, run_long, "" },
	{ "GET", "/t/{W}/clock", ROUTE_READ | ROUTE_AT_ONCE, run_clock, "" },
	{ "POST", "/t/{W}/snapshot", ROUTE_WHOLE | ROUTE_LONG, run_snapshot, "" },
	{ "POST", "/t/{W}/restore", ROUTE_WHOLE | ROUTE_LONG, run_restore, "" },
	{ "POST", "/t/{W}/reset", ROUTE_WHOLE | ROUTE_LONG, run_reset, "" },
	{ "POST", "/t/{W}/fork", ROUTE_WHOLE | ROUTE_LONG, run_fork, "" },
	{ "DELETE", "/t/{W}", ROUTE_WHOLE, run_delete, "" },
	{ NULL, NULL, 0, NULL, NULL },
};

static void
complain(struct exchange *x, const struct problem *p)
{
	exchange_answer(x, p->status, "text/plain", p->code, strlen(p->code));
}

int
counters_open(void **state)
{
	static const struct route *const routes[] = { rows, NULL };
	struct counters *f = calloc(1, sizeof(*f));
	struct engine_config config = { .routes = routes, .complain = complain, .journal = 100 };

	log_set_level(LOG_ERROR);
	must(f != NULL);
	config.rules = f->rules = rulebook_open(NULL);
	f->engine = engine_new(&config);
	f->arena = arena_new();
	must(f->engine != NULL);
	sem_init(&gate.inside, 0, 0);
	sem_init(&gate.leave, 0, 0);
	*state = f;
	return 0;
}

int
counters_close(void **state)
{
	struct counters *f = *state;

	engine_free(f->engine);
	rulebook_close(f->rules);
	arena_free(f->arena);
	free(f);
	return 0;
}

enum make
counters_create(struct counters *f, const char *name)
{
	struct world_wish wish = { .name = name, .start = 1000, .seed = 1 };
	struct world_card card;

	return engine_create(f->engine, f->arena, &wish, &card);
}

void
asked_fill(struct asked *q, const char *method, const char *target)
{
	q->arena = arena_new();
	q->x = (struct exchange){ .arena = q->arena,
		.door = DOOR_WEB,
		.peer = "test",
		.method = method,
		.target = target,
		.body = "" };
}

int64_t
counters_ask(struct counters *f, const char *method, const char *target)
{
	struct asked q;

	asked_fill(&q, method, target);
	engine_call(f->engine, &q.x);
	int64_t n = q.x.status == 200 ? strtol(q.x.reply, NULL, 10) : -q.x.status;
	arena_free(q.arena);
	return n;
}

void
counters_wait_inside(void)
{
	while (sem_wait(&gate.inside) != 0)
		;
}

void
counters_let_go(void)
{
	must(sem_post(&gate.leave) == 0);
}
