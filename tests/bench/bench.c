/*
 * The bench: each figure beside a floor that runs in the same round, in rounds
 * that take turns, so that a noisy machine disturbs both alike.
 *
 *   bench [--json] [--quick] ORRERY FOLDER    FOLDER: where hello and inside are
 */
#include <getopt.h>

#include "base/arena.h"
#include "base/must.h"
#include "clock/machine.h"
#include "tests/bench/child.h"
#include "tests/bench/load.h"
#include "tests/bench/table.h"

#define HELLO "libmicrohttpd saying hello to the same requests"

enum which {
	LOOKUP,
	LOOKUP_CPU,
	REGISTER,
	REGISTER_CPU,
	ROWS,
	LOOKUP_ROWS,
	ADVANCE,
	ADVANCE_CPU,
	ADVANCE_PEAK,
	ADVANCE_GROWTH,
	CREATION,
	IDLE,
	LOOKED,
	REGISTERED,
	SNAPSHOT,
	START,
	FIGURES
};

static const struct figure plan[FIGURES] = {
	[LOOKUP] = { .name = "signed lookup",
	    .unit = "requests/s",
	    .floor_name = HELLO,
	    .ratio_goal = AT_LEAST,
	    .ratio_limit = 0.25,
	    .note = "0.6 KB posted over 16 keep-alive connections, journal on" },
	[LOOKUP_CPU] = { .name = "  its processor time",
	    .unit = "us/request",
	    .floor_name = "hello's",
	    .ratio_goal = AT_MOST,
	    .ratio_limit = 4,
	    .note = "the same bound, whatever else the machine does" },
	[REGISTER] = { .name = "signed register",
	    .unit = "requests/s",
	    .floor_name = HELLO,
	    .ratio_goal = AT_LEAST,
	    .ratio_limit = 0.06,
	    .note = "1.7 KB posted over 16 keep-alive connections, every name new" },
	[REGISTER_CPU] = { .name = "  its processor time",
	    .unit = "us/request",
	    .floor_name = "hello's",
	    .ratio_goal = AT_MOST,
	    .ratio_limit = 1 / 0.06 },
	[ROWS] = { .name = "row writes of a register",
	    .unit = "rows",
	    .goal = AT_MOST,
	    .limit = 12,
	    .note = "its journal row and its first mail are among them" },
	[LOOKUP_ROWS] = { .name = "row writes of a lookup", .unit = "rows" },
	[ADVANCE] = { .name = "advance",
	    .unit = "events/s",
	    .goal = AT_LEAST,
	    .limit = 40000,
	    .floor_name = "SQLite alone: select, delete, insert, update, insert",
	    .note = "all events of seventeen days in one transaction, mails recorded" },
	[ADVANCE_CPU] = { .name = "  by processor time",
	    .unit = "events/s",
	    .goal = AT_LEAST,
	    .limit = 40000 },
	[ADVANCE_PEAK] = { .name = "  its peak memory", .unit = "MB above before" },
	[ADVANCE_GROWTH] = { .name = "  what stays of it",
	    .unit = "MB",
	    .note = "mails, history and states" },
	[CREATION] = { .name = "world created",
	    .unit = "ms",
	    .goal = AT_MOST,
	    .limit = 0.5,
	    .floor_name = "SQLite opening the same bytes" },
	[IDLE] = { .name = "  memory before use",
	    .unit = "KB",
	    .goal = AT_MOST,
	    .limit = 150,
	    .floor_name = "SQLite's for the same bytes" },
	[LOOKED] = { .name = "  memory after a lookup",
	    .unit = "KB",
	    .goal = AT_MOST,
	    .limit = 350 },
	[REGISTERED] = { .name = "  memory after a register", .unit = "KB" },
	[SNAPSHOT] = { .name = "snapshot, 10 000 domains, journal off",
	    .unit = "ms",
	    .goal = AT_MOST,
	    .limit = 10,
	    .floor_name = "sqlite3_serialize() of the same database" },
	[START] = { .name = "start to first reply",
	    .unit = "ms",
	    .ratio_goal = AT_MOST,
	    .ratio_limit = 3,
	    .floor_name = "hello's",
	    .note = "from exec to the answer of a signed lookup, all ports open" },
};

struct bench {
	struct arena *arena;
	const char *orrery, *hello, *inside;
	bool quick;
	struct figure taken[FIGURES];
};

struct server {
	pid_t pid;
	int port;
};

static struct server
start_hello(struct bench *b)
{
	struct server s = { .port = load_free_port() };
	const char *const argv[] = { b->hello, arena_printf(b->arena, "%d", s.port), NULL };

	s.pid = child_start(argv);
	return s;
}

static struct server
start_orrery(struct bench *b)
{
	struct server s = { .port = load_free_port() };
	const char *const argv[] = { b->orrery, "serve", "--http-port",
		arena_printf(b->arena, "%d", s.port), "--https-port", "0", "--web-port", "0",
		"--legacy-port", "off", "--lookup-port", "off", "--world", "bench", "--user",
		BENCH_USER, "--key", BENCH_KEY, "--balance", "1000000000", NULL };

	s.pid = child_start(argv);
	return s;
}

static void
wait_for(const struct server *s, const struct packet *p)
{
	int64_t us = load_first_reply(s->port, p);

	if (us < 0)
		fprintf(stderr, "bench: a server does not answer\n");
	must(us >= 0);
}

struct measured {
	double per_second, cpu_us;
};

static struct measured
load_server(const struct server *s, struct load l)
{
	l.port = s->port;
	double before = child_cpu(s->pid);
	struct load_result r = load_run(&l);
	double cpu = child_cpu(s->pid) - before;

	if (r.bad > 0)
		fprintf(
		    stderr, "bench: %" PRId64 " bad replies; the first:\n%s\n", r.bad, r.first_bad);
	must(r.bad == 0);
	return (struct measured){ r.per_second, cpu * 1e6 / (double)l.total };
}

/* One round: the floor, then ours, on the same requests. */
static void
load_round(const struct server *floor, const struct server *ours, const struct load *l,
    struct figure *rate_and_cpu)
{
	struct load any = *l;

	any.wanted = NULL;
	struct measured f = load_server(floor, any), m = load_server(ours, *l);
	figure_add(&rate_and_cpu[0], m.per_second, f.per_second);
	figure_add(&rate_and_cpu[1], m.cpu_us, f.cpu_us);
}

static struct packet *
make_packets(struct bench *b, struct packet (*make)(struct arena *a, const char *domain),
    const char *prefix, size_t n)
{
	struct packet *p = NEW_ARRAY(b->arena, struct packet, n);

	for (size_t i = 0; i < n; i++)
		p[i] = make(b->arena, arena_printf(b->arena, "%s-%06zu.com", prefix, i));
	return p;
}

static void
take_requests(struct bench *b)
{
	const size_t rounds = b->quick ? 3 : 9, names = b->quick ? 1000 : 4000;
	struct packet *registers = make_packets(b, packet_register, "name", rounds * names),
		      *lookups = make_packets(b, packet_lookup, "other", 1000);
	struct server floor = start_hello(b), ours = start_orrery(b);

	wait_for(&floor, &lookups[0]);
	wait_for(&ours, &lookups[0]);
	if (!child_pin(getpid(), "1") || !child_pin(floor.pid, "0") || !child_pin(ours.pid, "0"))
		fprintf(stderr, "bench: the processes share the processors as it happens\n");
	for (size_t i = 0; i < rounds; i++) {
		load_round(&floor, &ours,
		    &(struct load){ .packets = registers + i * names,
			.count = names,
			.total = (int64_t)names,
			.wanted = "<item key=\"response_code\">200</item>" },
		    &b->taken[REGISTER]);
		load_round(&floor, &ours,
		    &(struct load){ .packets = lookups,
			.count = 1000,
			.total = (int64_t)names * 5,
			.wanted = "<item key=\"response_code\">210</item>" },
		    &b->taken[LOOKUP]);
	}
	child_pin(getpid(), "0,1");
	child_stop(floor.pid);
	child_stop(ours.pid);
}

static double
first_reply_ms(const struct server *s, const struct packet *p)
{
	int64_t us = load_first_reply(s->port, p);

	must(us >= 0);
	child_stop(s->pid);
	return (double)us / 1e3;
}

static void
take_starts(struct bench *b)
{
	struct packet p = packet_lookup(b->arena, "other.com");

	for (size_t i = 0; i < (b->quick ? 5 : MAX_ROUNDS); i++) {
		struct server floor = start_hello(b);
		double f = first_reply_ms(&floor, &p);
		struct server ours = start_orrery(b);
		figure_add(&b->taken[START], first_reply_ms(&ours, &p), f);
	}
}

/* What `inside WHAT N` printed. */
static const char *
inside(struct bench *b, const char *what, int n)
{
	const char *const argv[] = { b->inside, what, arena_printf(b->arena, "%d", n), NULL };
	char *text = child_output(argv);

	if (text == NULL)
		fprintf(stderr, "bench: inside %s failed\n", what);
	must(text != NULL);
	const char *copy = arena_strdup(b->arena, text);
	free(text);
	return copy;
}

static double
number(const char *text, const char *key)
{
	size_t n = strlen(key);

	for (const char *at = text; at != NULL; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (strncmp(at, key, n) == 0 && at[n] == ' ')
			return strtod(at + n, NULL);
	}
	fprintf(stderr, "bench: inside does not print %s\n", key);
	exit(3);
}

static void
take_rows(struct bench *b)
{
	const char *text = inside(b, "rows", 1);

	figure_add(&b->taken[ROWS], number(text, "register"), 0);
	figure_add(&b->taken[LOOKUP_ROWS], number(text, "lookup"), 0);
}

static void
take_worlds(struct bench *b)
{
	for (size_t i = 0; i < (b->quick ? 3 : 7); i++) {
		const char *text = inside(b, "worlds", 300);
		figure_add(&b->taken[CREATION], number(text, "ms"), number(text, "floor_ms"));
		figure_add(&b->taken[IDLE], number(text, "kb_before"), number(text, "floor_kb"));
		figure_add(&b->taken[LOOKED], number(text, "kb_lookup"), 0);
		figure_add(&b->taken[REGISTERED], number(text, "kb_register"), 0);
	}
}

static void
take_snapshot(struct bench *b)
{
	for (size_t i = 0; i < (b->quick ? 1 : 3); i++) {
		const char *text = inside(b, "snapshot", 10000);
		figure_add(&b->taken[SNAPSHOT], number(text, "ms"), number(text, "floor_ms"));
	}
}

static void
take_advance(struct bench *b)
{
	const int domains = b->quick ? 20000 : 100000;

	for (size_t i = 0; i < (b->quick ? 1 : 3); i++) {
		const char *loop = inside(b, "loop", domains);
		const char *text = inside(b, "advance", domains);
		figure_add(
		    &b->taken[ADVANCE], number(text, "per_second"), number(loop, "per_second"));
		figure_add(&b->taken[ADVANCE_CPU], number(text, "per_cpu_second"), 0);
		double before = number(text, "mb_before");
		figure_add(&b->taken[ADVANCE_PEAK], number(text, "mb_peak") - before, 0);
		figure_add(&b->taken[ADVANCE_GROWTH], number(text, "mb_after") - before, 0);
	}
}

static void
take_all(struct bench *b)
{
	take_requests(b);
	take_starts(b);
	take_rows(b);
	take_worlds(b);
	take_snapshot(b);
	take_advance(b);
}

int
main(int argc, char **argv)
{
	static const struct option options[] = { { "json", no_argument, NULL, 'j' },
		{ "quick", no_argument, NULL, 'q' }, { NULL, 0, NULL, 0 } };
	struct bench b = { .arena = arena_new() };
	bool json = false;

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		json = json || c == 'j';
		b.quick = b.quick || c == 'q';
		if (c == '?')
			return 2;
	}
	if (argc - optind != 2) {
		fprintf(stderr, "usage: bench [--json] [--quick] ORRERY FOLDER\n");
		return 2;
	}
	b.orrery = argv[optind];
	b.hello = arena_printf(b.arena, "%s/hello", argv[optind + 1]);
	b.inside = arena_printf(b.arena, "%s/inside", argv[optind + 1]);
	memcpy(b.taken, plan, sizeof(plan));
	take_all(&b);
	(json ? table_json : table_print)(b.taken, FIGURES);
	arena_free(b.arena);
	return 0;
}
