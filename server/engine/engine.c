#include "engine/engine.h"

#include <semaphore.h>

#include "base/arena.h"
#include "base/must.h"
#include "engine/internal.h"

static bool
reopen_all(struct engine *e)
{
	struct arena *a = arena_new();
	const char **names;
	size_t n = shelf_worlds(e->shelf, a, &names);
	bool good = true;

	for (size_t i = 0; i < n && good; i++) {
		good = engine_reopen(e, names[i]);
		if (!good)
			fprintf(stderr, "orrery: the world '%s' in %s cannot be opened\n", names[i],
			    e->config.data);
	}
	arena_free(a);
	return good;
}

void
engine_set_public_url(struct engine *e, const char *url)
{
	char *copy = strdup(url), *old = e->public_url;

	must(copy != NULL);
	e->public_url = copy;
	for (struct actor *a = e->actors; a != NULL; a = a->next)
		a->world.base_url = copy;
	free(old);
}

struct engine *
engine_new(const struct engine_config *config)
{
	struct engine *e = calloc(1, sizeof(*e));

	must(e != NULL);
	e->config = *config;
	if (e->config.seed == 0)
		e->config.seed = 1;
	pthread_mutex_init(&e->lock, NULL);
	engine_set_public_url(
	    e, config->public_url == NULL ? "http://127.0.0.1:8480" : config->public_url);
	e->desk = desk_new();
	e->outbox = config->mailed == NULL ? NULL : outbox_new();
	e->pool = workers_new(e);
	e->shelf = shelf_new(config);
	e->ticker = ticker_new(e);
	if (e->shelf != NULL && reopen_all(e))
		return e;
	engine_free(e);
	return NULL;
}

const struct engine_config *
engine_config(const struct engine *e)
{
	return &e->config;
}

static void
refuse_stopping(struct engine *e, struct exchange *x)
{
	x->out_count = 0;
	e->config.complain(
	    x, &(struct problem){ 503, "stopping", "This server is being stopped." });
}

static bool
is_stopping(struct engine *e)
{
	pthread_mutex_lock(&e->lock);
	bool stopping = e->stopping;
	pthread_mutex_unlock(&e->lock);
	return stopping;
}

/* NULL: answered already. */
static struct job *(*const routes[])(struct engine *e, struct exchange *x) = {
	[DOOR_HTTPS] = frontdesk_route,
	[DOOR_HTTP] = frontdesk_route,
	[DOOR_WEB] = web_route,
	[DOOR_LEGACY] = session_route,
	[DOOR_LOOKUP] = line_route,
};

static struct job *
route(struct engine *e, struct exchange *x)
{
	if (is_stopping(e)) {
		refuse_stopping(e, x);
		return NULL;
	}
	return routes[x->door](e, x);
}

/* As if it had never been routed. */
static void
drop(struct job *j)
{
	j->x->out_count = 0;
	if (j->actor != NULL)
		directory_release(j->engine, j->actor);
}

/* A clock or a world is looked at while a long advance has its turn. */
static bool
answer_at_once(struct job *j)
{
	j->call.world = NULL;
	const struct problem *p = j->call.route->run(&j->call);
	if (p != NULL) {
		j->x->out_count = 0;
		j->engine->config.complain(j->x, p);
	}
	directory_release(j->engine, j->actor);
	return true;
}

bool
engine_try(struct engine *e, struct exchange *x)
{
	struct job *j = route(e, x);

	if (j == NULL)
		return true;
	if (j->is_long || (j->actor != NULL && !actor_enter(j->actor))) {
		if (j->at_once)
			return answer_at_once(j);
		drop(j);
		return false;
	}
	j->run(j);
	struct actor *a = j->actor;
	if (a != NULL)
		actor_leave(e, a);
	bool parked = j->parked;
	if (parked)
		x->out_count = 0;
	if (a != NULL)
		directory_release(e, a);
	return !parked;
}

static void
submit(struct job *j, bool may_run_here)
{
	if (j->actor != NULL) {
		actor_submit(j, may_run_here);
	} else if (may_run_here) {
		desk_run(j);
	} else {
		workers_give_job(j->engine->pool, j);
	}
}

void
engine_submit(struct engine *e, struct exchange *x, done_fn *done, void *closure)
{
	struct job *j = route(e, x);

	if (j == NULL) {
		done(closure);
		return;
	}
	j->done = done;
	j->closure = closure;
	submit(j, !j->is_long);
}

static void
post(void *closure)
{
	must(sem_post(closure) == 0);
}

void
engine_call(struct engine *e, struct exchange *x)
{
	struct job *j = route(e, x);
	sem_t answered;

	if (j == NULL)
		return;
	must(sem_init(&answered, 0, 0) == 0);
	j->done = post;
	j->closure = &answered;
	submit(j, true);
	while (sem_wait(&answered) != 0)
		;
	sem_destroy(&answered);
}

static void
expire_all(struct engine *e, struct actor *a)
{
	actor_expire(e, a, INT64_MAX);
}

void
engine_stop(struct engine *e)
{
	pthread_mutex_lock(&e->lock);
	bool again = e->stopping;
	e->stopping = true;
	pthread_mutex_unlock(&e->lock);
	if (again)
		return;
	ticker_stop(e->ticker);
	directory_each(e, expire_all);
	desk_expire(e->desk, INT64_MAX);
	workers_stop(e->pool);
}

void
engine_free(struct engine *e)
{
	engine_stop(e);
	while (e->actors != NULL)
		directory_remove(e, e->actors);
	ticker_free(e->ticker);
	workers_free(e->pool);
	if (e->shelf != NULL)
		shelf_free(e->shelf);
	desk_free(e->desk);
	outbox_free(e->outbox);
	pthread_mutex_destroy(&e->lock);
	free(e->public_url);
	free(e);
}
