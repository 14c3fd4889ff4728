/* Control calls and pages: find the row, take the turn, run it there. */
#include <ctype.h>
#include <stdarg.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/must.h"
#include "clock/machine.h"
#include "engine/internal.h"
#include "world/fault/fault.h"
#include "world/journal/journal.h"
#include "world/turn.h"

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)tolower((unsigned char)c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* %XX, and in a query also "+". */
static const char *
decode(struct arena *a, const char *s, size_t n, bool query)
{
	char *out = arena_alloc(a, n + 1), *at = out;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '%' && i + 2 < n && hex_digit(s[i + 1]) >= 0 &&
		    hex_digit(s[i + 2]) >= 0) {
			*at++ = (char)(hex_digit(s[i + 1]) * 16 + hex_digit(s[i + 2]));
			i += 2;
		} else {
			*at++ = query && s[i] == '+' ? ' ' : s[i];
		}
	}
	return out;
}

const char *
call_query(const struct call *c, const char *name)
{
	const char *at = strchr(c->x->target, '?');
	size_t length = strlen(name);

	while (at != NULL) {
		at++;
		size_t n = strcspn(at, "&");
		if (n >= length && strncmp(at, name, length) == 0 &&
		    (n == length || at[length] == '='))
			return n == length
				   ? ""
				   : decode(c->arena, at + length + 1, n - length - 1, true);
		at = strchr(at, '&');
	}
	return NULL;
}

/* Does PATH fit the row, segment by segment?  Captures what stands for {NAME}. */
static bool
fits(const struct route *r, struct arena *a, const char *path, const char **captures)
{
	const char *want = r->path;
	size_t n = 0, end = strcspn(path, "?");

	while (*want != '\0' && end > 0) {
		if (*want == '{') {
			size_t length = strcspn(path, "/?");
			must(n < MAX_CAPTURES);
			if (length == 0 || length > end)
				return false;
			captures[n++] = decode(a, path, length, false);
			path += length;
			end -= length;
			want = strchr(want, '}') + 1;
		} else if (*want == *path) {
			want++;
			path++;
			end--;
		} else {
			return false;
		}
	}
	return *want == '\0' && end == 0;
}

struct match
web_find(const struct engine *e, const struct exchange *x)
{
	struct match m = { 0 };

	for (const struct route *const *t = e->config.routes; t != NULL && *t != NULL; t++)
		for (const struct route *r = *t; r->method != NULL; r++) {
			const char *captures[MAX_CAPTURES] = { NULL };
			if (!fits(r, x->arena, x->target, captures))
				continue;
			m.path_known = true;
			bool head = strcmp(x->method, "HEAD") == 0 && strcmp(r->method, "GET") == 0;
			if (!head && strcmp(r->method, x->method) != 0)
				continue;
			m.route = r;
			memcpy(m.captures, captures, sizeof(captures));
			return m;
		}
	return m;
}

const struct problem *
problem_new(struct call *c, int status, const char *code, const char *format, ...)
{
	struct problem *p = NEW(c->arena, struct problem);
	char text[1000];
	va_list list;

	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	*p = (struct problem){ status, code, arena_strdup(c->arena, text) };
	return p;
}

const struct problem *
call_wait(struct call *c, int64_t seconds)
{
	must(!c->stopping && (!c->expired || (c->route->flags & ROUTE_STREAM) != 0));
	c->waiting = true;
	c->wait_us = seconds * 1000000;
	return NULL;
}

static void
complain(struct engine *e, struct exchange *x, const struct problem *p)
{
	x->out_count = 0;
	e->config.complain(x, p);
}

static struct job *
refuse_route(
    struct engine *e, struct exchange *x, int status, const char *code, const char *message)
{
	complain(e, x, &(struct problem){ status, code, message });
	return NULL;
}

static struct job *
no_such_route(struct engine *e, struct exchange *x, const struct match *m)
{
	if (m->path_known)
		return refuse_route(e, x, 405, "method_not_allowed",
		    arena_printf(x->arena, "%s does not take %s.", x->target, x->method));
	return refuse_route(e, x, 404, "unknown_path",
	    arena_printf(x->arena, "There is nothing at %s.", x->target));
}

/* The world of a row is what stands for {W}; by convention the first capture. */
static bool
is_about_a_world(const struct route *r)
{
	return (r->flags & ROUTE_ENGINE) == 0 && strstr(r->path, "{W}") != NULL;
}

struct job *
web_route(struct engine *e, struct exchange *x)
{
	const struct problem *p = gate_check(e, x);
	struct actor *a = NULL;

	if (p != NULL)
		return refuse_route(e, x, p->status, p->code, p->message);
	if (x->too_large)
		return refuse_route(e, x, 413, "too_large", "The body is larger than 4 MiB.");
	struct match m = web_find(e, x);
	if (m.route == NULL)
		return no_such_route(e, x, &m);
	if (is_about_a_world(m.route)) {
		a = directory_hold(e, m.captures[0]);
		if (a == NULL)
			return refuse_route(e, x, 404, "unknown_world",
			    arena_printf(x->arena, "There is no world '%s'.", m.captures[0]));
	}
	struct job *j = NEW(x->arena, struct job);
	*j = (struct job){ .engine = e,
		.actor = a,
		.x = x,
		.run = web_run,
		.is_long = (m.route->flags & (ROUTE_LONG | ROUTE_STREAM)) != 0,
		.at_once = (m.route->flags & ROUTE_AT_ONCE) != 0 };
	j->call = (struct call){ .engine = e, .arena = x->arena, .x = x, .route = m.route };
	memcpy(j->call.captures, m.captures, sizeof(m.captures));
	return j;
}

void
web_answer_gone(struct job *j)
{
	complain(j->engine, j->x,
	    &(struct problem){ 404, "unknown_world", "This world has been deleted." });
}

static void
write_journal(struct job *j)
{
	struct exchange *x = j->x;
	struct journal_row row = { .door = door_name(x->door),
		.username = "",
		.action = x->method,
		.object = "",
		.code = x->status,
		.diagnosis = fault_diagnosis(j->call.world, x->arena, ""),
		.target = x->target,
		.request = x->body,
		.request_size = x->body_size,
		.reply = x->reply,
		.reply_size = x->reply_size };

	journal_add(j->call.world, &row, j->engine->config.journal);
}

static void
faulted(struct job *j)
{
	complain(j->engine, j->x,
	    &(struct problem){ 507, "machine_failed",
		"The machine failed (is the disk full?); nothing of this happened." });
}

/* The world's time, not the machine's. */
static void
add_date(struct job *j)
{
	struct instant_text now = instant_http(j->call.world->now);

	exchange_add_out(j->x, "Date", arena_strdup(j->x->arena, now.text));
}

static void
run_in_transaction(struct job *j)
{
	struct call *c = &j->call;
	struct world *w = c->world;
	bool writes = (c->route->flags & ROUTE_WRITE) != 0;

	turn_begin(w);
	const struct problem *p = c->route->run(c);
	if (c->waiting && p == NULL) {
		turn_settle(w, true);
		turn_commit(w);
		return;
	}
	if (p != NULL)
		complain(j->engine, j->x, p);
	turn_settle(w, p == NULL);
	if (writes)
		write_journal(j);
	if (!turn_commit(w))
		faulted(j);
	add_date(j);
}

static void
run_bare(struct job *j)
{
	const struct problem *p = j->call.route->run(&j->call);

	if (p != NULL)
		complain(j->engine, j->x, p);
}

/* Others see, without the turn, how far a long advance has come. */
static void
run_watched(struct job *j)
{
	struct actor *a = j->actor;

	atomic_store(&a->progress, a->world.now);
	atomic_store(&a->advancing, true);
	run_in_transaction(j);
	atomic_store(&a->advancing, false);
}

/* It sees what has been committed and changes nothing, not even a clock that
 * flows: else streams would wake each other.  It may look many times: what one
 * look needs is gone after it. */
static void
run_stream(struct job *j)
{
	struct call *c = &j->call;

	c->arena = arena_new();
	store_begin(c->world->store);
	world_reload(c->world);
	run_bare(j);
	store_rollback(c->world->store);
	arena_free(c->arena);
	c->arena = j->x->arena;
	if (c->expired)
		j->until_us = 0;
	c->expired = false;
}

void
web_run(struct job *j)
{
	struct call *c = &j->call;

	c->waiting = false;
	if (j->actor != NULL) {
		c->world = &j->actor->world;
		c->epoch = c->world->epoch;
	}
	if (j->actor == NULL)
		run_bare(j);
	else if ((c->route->flags & ROUTE_STREAM) != 0)
		run_stream(j);
	else if ((c->route->flags & ROUTE_WHOLE) != 0)
		run_bare(j);
	else if (j->is_long)
		run_watched(j);
	else
		run_in_transaction(j);
	if (c->waiting) {
		j->parked = true;
		if (j->until_us == 0)
			j->until_us = machine_monotonic_us() + c->wait_us;
	}
}
