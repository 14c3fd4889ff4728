/*
 * What the files of engine/ share; nobody else includes this.
 *
 * There are two kinds of lock, the directory's (struct engine) and one per
 * world (struct actor).  Who holds both took the directory's first.
 */
#ifndef ENGINE_INTERNAL_H
#define ENGINE_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "command/dispatch.h"
#include "engine/engine.h"
#include "store/store.h"

struct login;
struct worker_pool;
struct ticker;
struct fence;
struct shelf;
struct xcp_parser;

/* Who sent a request of the reseller API, and whether we believe it. */
struct visitor {
	const char *username;
	int64_t reseller;
	const char *diagnosis; /* NULL: we do */
	int code; /* that the reply has, where we do not */
	struct place *place;
};

/*
 * Job: one thing to be done in a world's turn (or, without an actor, outside of
 * any).  It lives in the arena of its exchange; a tick's lives in its actor.
 */
struct job {
	struct job *next;
	struct engine *engine;
	struct actor *actor; /* holds a reference; NULL: about no world */
	struct exchange *x; /* NULL: a tick */
	void (*run)(struct job *j);
	bool is_long;
	bool at_once; /* may be answered without the turn while the world is busy */
	done_fn *done;
	void *closure;
	struct visitor visitor; /* reseller API */
	struct call call; /* control API and pages */
	bool parked; /* set by run: wait for a commit */
	int64_t until_us; /* parked: monotonic time at which it ends */
};

/* Actor: a world and its turn. */
struct actor {
	struct actor *next; /* in the directory */
	char *name;
	int refs; /* under the directory's lock */
	bool gone; /* deleted: under the directory's lock to set, under both to rely on */
	pthread_mutex_t lock;
	bool busy;
	struct job *queue, **queue_end;
	struct job *waiting;
	struct actor *ready_next; /* in the workers' line */
	int64_t wake_ms; /* the ticker's: real time; -1: nothing to do by itself */
	_Atomic int64_t now, progress; /* mirrors that need no turn */
	_Atomic bool advancing;
	/* What follows belongs to whoever has the turn. */
	struct world world;
	struct xcp_parser *parser;
	int64_t changes; /* store_changes() at the end of the last turn */
	bool users_changed;
	int64_t mailed, mailed_epoch; /* the last mail in the outbox, and of which state */
	struct job tick;
	bool ticking; /* the tick is queued: under the lock */
	struct fence
	    *fence; /* mirror: from where it is served; NULL: from anywhere; under the lock */
};

struct user {
	struct user *next;
	char *username, *key;
	int64_t reseller;
	struct actor *actor;
};
#define USER_ROOM 1024

struct engine {
	struct engine_config config;
	char *public_url;
	pthread_mutex_t lock;
	struct actor *actors; /* sorted by name */
	struct user *users[USER_ROOM];
	struct sitter *sitters[USER_ROOM];
	int64_t made; /* counts worlds that were given no name */
	_Atomic bool stopping;
	struct worker_pool *pool;
	struct ticker *ticker;
	struct shelf *shelf;
	struct desk *desk;
	struct outbox *outbox; /* NULL: nobody sends mail on */
};

/* ---- actor.c ---- */
struct actor *actor_new(struct engine *e, const char *name);
void actor_free(struct actor *a);
bool actor_enter(struct actor *a); /* takes the turn if it is free */
void actor_leave(struct engine *e, struct actor *a); /* wakes waiters, hands the queue on */
void actor_submit(struct job *j, bool may_run_here);
void actor_run_next(struct actor *a); /* a worker, with the turn */
void actor_expire(struct engine *e, struct actor *a, int64_t now_us);
void job_finish(struct job *j);

/* ---- directory.c ---- */
struct actor *directory_hold(struct engine *e, const char *world); /* NULL: none; a reference */
struct actor *directory_user(struct engine *e, struct arena *a, const char *username,
    const char **key, int64_t *reseller); /* NULL: none; a reference */
void directory_release(struct engine *e, struct actor *a);
enum make directory_add(struct engine *e, struct actor *a, const struct login *logins, size_t n);
void directory_remove(struct engine *e, struct actor *a);
void
directory_sync(struct engine *e, struct actor *a); /* users as the login rows say; has the turn */
/* The user name is this world's from now on, if the turn, which it has, commits.
 * False: it is another's. */
bool directory_reserve(struct engine *e, struct actor *a, const char *username, const char *key);
void directory_each(struct engine *e, void (*visit)(struct engine *e, struct actor *a));

size_t user_slot(const char *username); /* among USER_ROOM */

/* ---- seats.c ---- */
/* One more command of this user over the connection; how many of his there are. */
int seat_take(struct engine *e, struct seat *s, const char *username);

/* ---- worlds.c ---- */
bool engine_reopen(struct engine *e, const char *name); /* what lies in the data directory */

/* ---- worker.c ---- */
struct worker_pool *workers_new(struct engine *e);
void workers_stop(struct worker_pool *p);
void workers_free(struct worker_pool *p);
void workers_give_actor(struct worker_pool *p, struct actor *a);
void workers_give_job(struct worker_pool *p, struct job *j);

/* ---- tick.c ---- */
struct ticker *ticker_new(struct engine *e);
void ticker_stop(struct ticker *t);
void ticker_poke(struct ticker *t); /* something may be due earlier than it thinks */
void ticker_free(struct ticker *t);

/* ---- shelf.c: images and files ---- */
struct shelf *shelf_new(const struct engine_config *config);
void shelf_free(struct shelf *s);
struct store *shelf_open_world(struct shelf *s, const char *world, const struct store_image *image);
void shelf_forget_world(struct shelf *s, const char *world);
/* Takes the image, whatever becomes of it. */
bool shelf_keep(struct shelf *s, const char *world, const char *snapshot, struct store_image image);
struct store_image shelf_fetch(
    struct shelf *s, const char *world, const char *snapshot); /* NULL bytes: there is none */
/* What each new world is a copy of, made when the first one is; NULL: the machine
 * does not let us. */
const struct store_image *shelf_template(struct shelf *s, const struct rulebook *rules);
size_t shelf_worlds(struct shelf *s, struct arena *a, const char ***names);
bool shelf_name_is_fit(const char *name);

/* ---- desk.c ---- */
struct desk;
struct desk *desk_new(void);
void desk_free(struct desk *d);
void desk_add(struct desk *d, const struct desk_row *row);
/* A job about no world; where it wants to wait, until the desk has another row. */
void desk_run(struct job *j);
/* Those whose time is over look once more; when the next one's is; -1: nobody waits. */
int64_t desk_expire(struct desk *d, int64_t now_us);

/* ---- outbox.c; with the turn of a world that is not gone ---- */
struct outbox *outbox_new(void);
void outbox_free(struct outbox *o);
void outbox_skip(struct actor *a); /* all that there is counts as sent on */
void outbox_collect(struct engine *e, struct actor *a);

/* ---- frontdesk.c, session.c: who asks the reseller API; NULL: answered ---- */
struct job *frontdesk_route(struct engine *e, struct exchange *x);
struct job *session_route(struct engine *e, struct exchange *x);
struct job *line_route(struct engine *e, struct exchange *x);
struct place *exchange_place(struct engine *e, struct exchange *x, const char *username);
void frontdesk_answer(struct exchange *x, int status, const struct value *top);
void frontdesk_note(struct engine *e, const struct exchange *x, const char *username, int code,
    const char *what, const char *diagnosis);

/* ---- xcp.c: what they ask; trees, and lines ---- */
void xcp_run(struct job *j);
void line_run(struct job *j);

/* ---- fence.c ---- */
void fence_update(struct actor *a); /* with the turn */
void fence_free(struct fence *f); /* NULL is fine */

/* ---- fixture.c ---- */
/* A newborn world, whose transaction is open, becomes the ready-made one. */
enum make fixture_furnish(
    struct engine *e, struct arena *a, struct world *w, const char *fixture, const char *user);

/* ---- web.c, gate.c: control API and pages ---- */
struct match {
	const struct route *route; /* NULL: there is none */
	bool path_known; /* but not with this method */
	const char *captures[MAX_CAPTURES];
};
struct match web_find(const struct engine *e, const struct exchange *x);
struct job *web_route(struct engine *e, struct exchange *x); /* NULL: answered */
void web_run(struct job *j);
const struct problem *gate_check(const struct engine *e, struct exchange *x);
void web_answer_gone(struct job *j);

#endif
