#include "wire/tcp/loop.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/socket.h>

#include "base/must.h"
#include "clock/machine.h"
#include "wire/tcp/waiting.h"

#define SECOND INT64_C(1000000)
#define LAST_WORDS_US (2 * SECOND) /* for answers to leave when we stop */
#define REST_US (SECOND / 10) /* when there are no descriptors left */

enum {
	MOST_VISITORS = 20000,
	IN_A_ROW = 16, /* requests of one visitor before others have their turn */
};

struct loop {
	struct loop_config config;
	struct waiting waiting;
	size_t count;
	int epoll, wake;
	int64_t rest_us; /* until when nobody is let in; 0: all are */
	int64_t end_us; /* when the last answers have to have left; 0: we go on */
	pthread_t thread;
	pthread_mutex_t lock;
	struct visitor *answered; /* under the lock */
	bool stopping; /* under the lock */
};

static void
draw(void *bytes, size_t n)
{
	must(getrandom(bytes, n, 0) == (ssize_t)n);
}

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Milliseconds until something is due without anybody's doing; -1: nothing is. */
static int
next_end(struct loop *l)
{
	int64_t end = waiting_next_end(&l->waiting);

	if (l->rest_us > 0)
		end = earlier(end, l->rest_us);
	if (l->end_us > 0)
		end = earlier(end, l->end_us);
	if (end == INT64_MAX)
		return -1;
	int64_t left = end - machine_monotonic_us();
	return left <= 0 ? 0 : (int)earlier(left / 1000 + 1, 60000);
}

/* ---- one visitor ---- */

static void
watch(struct loop *l, struct visitor *v, unsigned events)
{
	struct epoll_event e = { .events = events, .data.ptr = v };

	if (events == v->watched)
		return;
	v->watched = events;
	must(epoll_ctl(l->epoll, EPOLL_CTL_MOD, v->socket, &e) == 0);
}

static void
let_go(struct loop *l, struct visitor *v)
{
	waiting_leave(v);
	visitor_free(v);
	l->count--;
}

/* Called by the engine, on any thread. */
static void
answered(void *visitor)
{
	struct visitor *v = visitor;
	struct loop *l = v->loop;

	pthread_mutex_lock(&l->lock);
	v->next_answered = l->answered;
	l->answered = v;
	must(eventfd_write(l->wake, 1) == 0);
	pthread_mutex_unlock(&l->lock);
}

/* False: the answer comes later. */
static bool
ask(struct loop *l, struct visitor *v)
{
	struct engine *e = l->config.session.engine;

	if (engine_try(e, &v->session.x)) {
		v->step = session_answered(&v->session);
		return true;
	}
	v->asked = true;
	engine_submit(e, &v->session.x, answered, v);
	return false;
}

static bool
is_done(const struct loop *l, const struct visitor *v)
{
	if (v->lost || (v->leaving && v->session.ended))
		return true;
	return l->end_us > 0 && !visitor_owes(v);
}

/* MOVED: something happened that begins its patience anew. */
static void
settle(struct loop *l, struct visitor *v, bool moved)
{
	if (v->step == STEP_RESET)
		visitor_reset(v);
	if (v->step == STEP_CLOSE && !visitor_owes(v) && !v->leaving)
		visitor_leave(v);
	if (!v->asked && is_done(l, v)) {
		let_go(l, v);
		return;
	}
	if (!v->lost)
		watch(l, v, visitor_events(v));
	enum patience p = visitor_patience(v);
	if (p == v->patience && !moved)
		return;
	waiting_leave(v);
	waiting_enter(&l->waiting, v, p);
}

/* What the session wants, as far as it goes without waiting.  Who has much to ask
 * goes on when the others have had their turn. */
static void
go_on(struct loop *l, struct visitor *v, bool moved)
{
	moved = visitor_write(v) || moved;
	for (int i = 0; i < IN_A_ROW && v->step == STEP_ASK && !visitor_owes(v) && !v->lost; i++) {
		if (!ask(l, v))
			break;
		visitor_write(v);
		moved = true;
	}
	settle(l, v, moved);
}

/* Bytes of a message that has begun do not prolong its time. */
static void
hear(struct loop *l, struct visitor *v)
{
	bool some = visitor_read(v);

	if ((some || v->session.ended) && !v->leaving &&
	    (v->step == STEP_READ || v->step == STEP_PAUSE))
		v->step = session_hear(&v->session);
	go_on(l, v, some && v->step == STEP_PAUSE);
}

static void
happen(struct loop *l, struct visitor *v, unsigned events)
{
	/* Nobody is there to answer; but the engine still writes into this. */
	if ((events & (EPOLLERR | EPOLLHUP)) != 0 && v->asked) {
		v->lost = true;
		must(epoll_ctl(l->epoll, EPOLL_CTL_DEL, v->socket, NULL) == 0);
		return;
	}
	if ((events & EPOLLERR) != 0)
		v->lost = true;
	if ((events & (EPOLLIN | EPOLLHUP)) != 0 && !v->lost && (v->watched & EPOLLIN) != 0)
		hear(l, v);
	else
		go_on(l, v, false);
}

static void
take_answered(struct loop *l)
{
	pthread_mutex_lock(&l->lock);
	struct visitor *next = l->answered;
	l->answered = NULL;
	pthread_mutex_unlock(&l->lock);
	while (next != NULL) {
		struct visitor *v = next;
		next = v->next_answered;
		v->asked = false;
		v->step = session_answered(&v->session);
		go_on(l, v, true);
	}
}

/* ---- who comes ---- */

static void
welcome(struct loop *l, int socket)
{
	struct epoll_event e = { .events = EPOLLIN };
	struct visitor *v = visitor_new(socket, l->config.protocol, &l->config.session);

	v->loop = l;
	v->watched = e.events;
	e.data.ptr = v;
	if (epoll_ctl(l->epoll, EPOLL_CTL_ADD, socket, &e) != 0) {
		visitor_free(v);
		return;
	}
	l->count++;
	waiting_enter(&l->waiting, v, PATIENCE_IDLE);
	go_on(l, v, false);
}

static void
watch_door(struct loop *l, unsigned events)
{
	struct epoll_event e = { .events = events, .data.ptr = l };

	epoll_ctl(l->epoll, EPOLL_CTL_MOD, l->config.socket, &e);
}

static void
open_door(struct loop *l)
{
	for (int i = 0; i < IN_A_ROW; i++) {
		int s = accept(l->config.socket, NULL, NULL);
		if (s >= 0 && l->count < MOST_VISITORS) {
			welcome(l, s);
		} else if (s >= 0) {
			close(s);
		} else if (errno == EMFILE || errno == ENFILE || errno == ENOMEM) {
			l->rest_us = machine_monotonic_us() + REST_US;
			watch_door(l, 0);
			return;
		} else if (errno != EINTR && errno != ECONNABORTED) {
			return;
		}
	}
}

/* ---- whose time is over ---- */

static void
expire(struct loop *l, struct visitor *v)
{
	if (v->patience == PATIENCE_PAUSE) {
		v->session.paused = true;
		v->step = session_hear(&v->session);
		go_on(l, v, true);
		return;
	}
	if (v->patience == PATIENCE_MESSAGE)
		session_break(&v->session, "a message that takes too long");
	let_go(l, v);
}

static void
expire_all(struct loop *l)
{
	int64_t now = machine_monotonic_us();
	struct visitor *v;

	while ((v = waiting_over(&l->waiting, now)) != NULL)
		expire(l, v);
	if (l->rest_us > 0 && l->rest_us <= now) {
		l->rest_us = 0;
		watch_door(l, EPOLLIN);
	}
}

/* ---- the end ---- */

/* Whoever is owed something gets it; everybody else is sent away. */
static void
begin_to_stop(struct loop *l)
{
	l->end_us = machine_monotonic_us() + LAST_WORDS_US;
	for (int p = 0; p < PATIENCE_NONE; p++) {
		struct visitor *v = waiting_first(&l->waiting, (enum patience)p);
		while (v != NULL) {
			struct visitor *after = waiting_after(&l->waiting, v);
			if (!visitor_owes(v))
				let_go(l, v);
			v = after;
		}
	}
}

static bool
is_over(struct loop *l)
{
	pthread_mutex_lock(&l->lock);
	bool stopping = l->stopping;
	pthread_mutex_unlock(&l->lock);
	if (stopping && l->end_us == 0)
		begin_to_stop(l);
	return stopping && (l->count == 0 || machine_monotonic_us() >= l->end_us);
}

static void *
run(void *closure)
{
	struct loop *l = closure;
	struct epoll_event events[64];
	eventfd_t count;

	while (!is_over(l)) {
		int n = epoll_wait(l->epoll, events, 64, next_end(l));
		/* Who goes in here is only the one whose event it is, so that no later
		 * event is about somebody who is gone. */
		for (int i = 0; i < n; i++)
			if (events[i].data.ptr == &l->wake)
				eventfd_read(l->wake, &count);
			else if (events[i].data.ptr == l)
				open_door(l);
			else
				happen(l, events[i].data.ptr, events[i].events);
		take_answered(l);
		expire_all(l);
	}
	return NULL;
}

static void
add(struct loop *l, int fd, void *who)
{
	struct epoll_event e = { .events = EPOLLIN, .data.ptr = who };

	must(epoll_ctl(l->epoll, EPOLL_CTL_ADD, fd, &e) == 0);
}

struct loop *
loop_open(const struct loop_config *config)
{
	struct loop *l = calloc(1, sizeof(*l));

	must(l != NULL);
	l->config = *config;
	l->config.session.draw = draw;
	waiting_open(&l->waiting, config->idle_seconds, config->message_seconds);
	pthread_mutex_init(&l->lock, NULL);
	l->epoll = epoll_create1(EPOLL_CLOEXEC);
	l->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	must(l->epoll >= 0 && l->wake >= 0);
	must(fcntl(config->socket, F_SETFL, O_NONBLOCK) == 0);
	add(l, l->wake, &l->wake);
	add(l, config->socket, l);
	must(pthread_create(&l->thread, NULL, run, l) == 0);
	return l;
}

void
loop_quiesce(struct loop *l)
{
	epoll_ctl(l->epoll, EPOLL_CTL_DEL, l->config.socket, NULL);
}

void
loop_close(struct loop *l)
{
	pthread_mutex_lock(&l->lock);
	l->stopping = true;
	must(eventfd_write(l->wake, 1) == 0);
	pthread_mutex_unlock(&l->lock);
	pthread_join(l->thread, NULL);
	for (int p = 0; p < PATIENCES; p++)
		while (waiting_first(&l->waiting, (enum patience)p) != NULL)
			let_go(l, waiting_first(&l->waiting, (enum patience)p));
	close(l->config.socket);
	close(l->epoll);
	close(l->wake);
	pthread_mutex_destroy(&l->lock);
	free(l);
}
