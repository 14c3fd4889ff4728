/*
 * Workers: threads for what is long and for what had to queue.  A worker is
 * started when there is work and none is idle, so that long advances of some
 * worlds do not hold up the queues of others.
 */
#include "base/must.h"
#include "engine/internal.h"

#define MOST 64
/* A job about no world may itself wait for a world's turn (a person who acts):
 * such jobs must leave threads that hand turns on. */
#define MOST_AT_JOBS (MOST / 2)

struct worker_pool {
	struct engine *engine;
	pthread_mutex_t lock;
	pthread_cond_t work;
	struct actor *ready, **ready_end; /* actors whose turn has been kept for us */
	struct job *jobs, **jobs_end; /* about no world */
	pthread_t threads[MOST];
	int started, idle;
	int waiting; /* in both lines */
	int at_jobs; /* threads */
	bool stopping;
};

struct worker_pool *
workers_new(struct engine *e)
{
	struct worker_pool *p = calloc(1, sizeof(*p));

	must(p != NULL);
	p->engine = e;
	p->ready_end = &p->ready;
	p->jobs_end = &p->jobs;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->work, NULL);
	return p;
}

static struct actor *
take_actor(struct worker_pool *p)
{
	struct actor *a = p->ready;

	p->ready = a->ready_next;
	if (p->ready == NULL)
		p->ready_end = &p->ready;
	p->waiting--;
	return a;
}

static struct job *
take_job(struct worker_pool *p)
{
	struct job *j = p->jobs;

	p->jobs = j->next;
	if (p->jobs == NULL)
		p->jobs_end = &p->jobs;
	p->waiting--;
	p->at_jobs++;
	return j;
}

static bool
job_may_begin(const struct worker_pool *p)
{
	return p->jobs != NULL && p->at_jobs < MOST_AT_JOBS;
}

/* Nothing is left, and nobody at work may still ask for a turn. */
static bool
all_done(const struct worker_pool *p)
{
	return p->stopping && p->ready == NULL && p->jobs == NULL && p->at_jobs == 0;
}

/* With the lock, which it gives back while it works. */
static void
do_one(struct worker_pool *p)
{
	struct actor *a = p->ready != NULL ? take_actor(p) : NULL;
	struct job *j = a == NULL ? take_job(p) : NULL;

	pthread_mutex_unlock(&p->lock);
	if (a != NULL)
		actor_run_next(a);
	else
		desk_run(j);
	pthread_mutex_lock(&p->lock);
	p->at_jobs -= j != NULL;
	if (all_done(p))
		pthread_cond_broadcast(&p->work);
}

static void *
work(void *closure)
{
	struct worker_pool *p = closure;

	pthread_mutex_lock(&p->lock);
	while (!all_done(p)) {
		if (p->ready != NULL || job_may_begin(p)) {
			do_one(p);
			continue;
		}
		p->idle++;
		pthread_cond_wait(&p->work, &p->lock);
		p->idle--;
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

/* With the lock, after something was added.  Who is idle may have been called
 * for what was added just before. */
static void
call_worker(struct worker_pool *p)
{
	p->waiting++;
	if (p->idle < p->waiting && p->started < MOST && !p->stopping) {
		must(pthread_create(&p->threads[p->started], NULL, work, p) == 0);
		p->started++;
	}
	pthread_cond_signal(&p->work);
}

void
workers_give_actor(struct worker_pool *p, struct actor *a)
{
	pthread_mutex_lock(&p->lock);
	a->ready_next = NULL;
	*p->ready_end = a;
	p->ready_end = &a->ready_next;
	call_worker(p);
	pthread_mutex_unlock(&p->lock);
}

void
workers_give_job(struct worker_pool *p, struct job *j)
{
	pthread_mutex_lock(&p->lock);
	j->next = NULL;
	*p->jobs_end = j;
	p->jobs_end = &j->next;
	call_worker(p);
	pthread_mutex_unlock(&p->lock);
}

/* What is in the lines is done first. */
void
workers_stop(struct worker_pool *p)
{
	pthread_mutex_lock(&p->lock);
	p->stopping = true;
	pthread_cond_broadcast(&p->work);
	int n = p->started;
	pthread_mutex_unlock(&p->lock);
	for (int i = 0; i < n; i++)
		pthread_join(p->threads[i], NULL);
}

void
workers_free(struct worker_pool *p)
{
	must(p->ready == NULL && p->jobs == NULL);
	pthread_cond_destroy(&p->work);
	pthread_mutex_destroy(&p->lock);
	free(p);
}
