/* A world's turn: {busy, queue} behind a lock, and those who wait for a commit. */
#include "base/must.h"
#include "clock/machine.h"
#include "engine/internal.h"
#include "world/time/move.h"
#include "world/turn.h"
#include "xcp/parse.h"

static void
tick_run(struct job *j)
{
	struct world *w = &j->actor->world;

	turn_begin(w);
	turn_settle(w, true);
	turn_commit(w);
}

struct actor *
actor_new(struct engine *e, const char *name)
{
	struct actor *a = calloc(1, sizeof(*a));

	must(a != NULL);
	a->name = strdup(name);
	must(a->name != NULL);
	a->refs = 1; /* the directory's */
	a->queue_end = &a->queue;
	a->wake_ms = -1;
	a->parser = xcp_parser_new();
	a->tick = (struct job){ .engine = e, .actor = a, .run = tick_run };
	pthread_mutex_init(&a->lock, NULL);
	return a;
}

void
actor_free(struct actor *a)
{
	must(a->queue == NULL && a->waiting == NULL);
	world_close(&a->world);
	xcp_parser_free(a->parser);
	pthread_mutex_destroy(&a->lock);
	fence_free(a->fence);
	free(a->name);
	free(a);
}

/* With the lock. */
static void
append(struct actor *a, struct job *j)
{
	j->next = NULL;
	*a->queue_end = j;
	a->queue_end = &j->next;
}

static struct job *
take_first(struct actor *a)
{
	struct job *j = a->queue;

	a->queue = j->next;
	if (a->queue == NULL)
		a->queue_end = &a->queue;
	return j;
}

bool
actor_enter(struct actor *a)
{
	pthread_mutex_lock(&a->lock);
	bool free_turn = !a->busy && !a->gone;
	if (free_turn)
		a->busy = true;
	pthread_mutex_unlock(&a->lock);
	return free_turn;
}

/* Whoever waits looks again: something has been committed. */
static void
wake_waiting(struct actor *a)
{
	while (a->waiting != NULL) {
		struct job *j = a->waiting;
		a->waiting = j->next;
		j->parked = false;
		append(a, j);
	}
}

/* When the world wants its turn although nobody calls; with the turn. */
static int64_t
wake_of(struct actor *a)
{
	if (a->gone || a->world.store == NULL || a->world.frozen)
		return -1;
	store_begin(a->world.store);
	int64_t ms = world_wakes_in(&a->world);
	store_rollback(a->world.store);
	return ms < 0 ? -1 : machine_now_ms() + ms;
}

void
actor_leave(struct engine *e, struct actor *a)
{
	int64_t wake = wake_of(a);
	int64_t changes = a->world.store == NULL ? -1 : store_changes(a->world.store);

	if (e->outbox != NULL && changes != a->changes && !a->gone && a->world.store != NULL)
		outbox_collect(e, a);
	if (a->users_changed)
		directory_sync(e, a);
	fence_update(a);
	atomic_store(&a->now, a->world.now);
	pthread_mutex_lock(&a->lock);
	if (changes != a->changes || a->gone)
		wake_waiting(a);
	a->changes = changes;
	bool poke = wake >= 0 && (a->wake_ms < 0 || wake < a->wake_ms);
	a->wake_ms = wake;
	bool more = a->queue != NULL;
	a->busy = more;
	pthread_mutex_unlock(&a->lock);
	if (poke)
		ticker_poke(e->ticker);
	if (more)
		workers_give_actor(e->pool, a);
}

/* Calls `done`, after which the job and its exchange belong to others. */
void
job_finish(struct job *j)
{
	struct engine *e = j->engine;
	struct actor *a = j->actor;

	if (a != NULL && j == &a->tick) {
		pthread_mutex_lock(&a->lock);
		a->ticking = false;
		pthread_mutex_unlock(&a->lock);
	} else if (j->done != NULL) {
		j->done(j->closure);
	}
	if (a != NULL)
		directory_release(e, a);
}

/* False: the engine is being stopped, and nobody would call it again. */
static bool
park(struct job *j)
{
	struct actor *a = j->actor;

	pthread_mutex_lock(&a->lock);
	bool stopping = atomic_load(&j->engine->stopping);
	if (!stopping) {
		j->next = a->waiting;
		a->waiting = j;
	}
	pthread_mutex_unlock(&a->lock);
	if (!stopping)
		ticker_poke(j->engine->ticker);
	return !stopping;
}

static void
run_for_the_last_time(struct job *j)
{
	j->parked = false;
	j->call.expired = j->call.stopping = true;
	j->run(j);
	must(!j->parked);
}

/* With the turn, which it gives back.  A parked job is somebody else's
 * afterwards, and so is a finished one. */
static void
serve(struct job *j)
{
	struct engine *e = j->engine;
	struct actor *a = j->actor;

	if (!a->gone)
		j->run(j);
	else if (j->x != NULL)
		web_answer_gone(j);
	bool parked = j->parked && park(j);
	if (!parked && j->parked)
		run_for_the_last_time(j);
	actor_leave(e, a);
	if (!parked)
		job_finish(j);
}

void
actor_run_next(struct actor *a)
{
	pthread_mutex_lock(&a->lock);
	struct job *j = take_first(a);
	pthread_mutex_unlock(&a->lock);
	serve(j);
}

void
actor_submit(struct job *j, bool may_run_here)
{
	struct engine *e = j->engine;
	struct actor *a = j->actor;

	pthread_mutex_lock(&a->lock);
	bool mine = !a->busy;
	a->busy = true;
	if (!mine || !may_run_here)
		append(a, j);
	pthread_mutex_unlock(&a->lock);
	if (mine && may_run_here)
		serve(j);
	else if (mine)
		workers_give_actor(e->pool, a);
}

/* Those whose time is over look once more, and then answer whatever they find. */
void
actor_expire(struct engine *e, struct actor *a, int64_t now_us)
{
	pthread_mutex_lock(&a->lock);
	for (struct job **at = &a->waiting; *at != NULL;) {
		struct job *j = *at;
		if (j->until_us > now_us) {
			at = &j->next;
			continue;
		}
		*at = j->next;
		j->parked = false;
		j->call.expired = true;
		j->call.stopping = now_us == INT64_MAX;
		append(a, j);
	}
	bool mine = a->queue != NULL && !a->busy;
	if (mine)
		a->busy = true;
	pthread_mutex_unlock(&a->lock);
	if (mine)
		workers_give_actor(e->pool, a);
}
