/*
 * Figures that need no socket, each in a process of its own so that its memory
 * is its own.  Prints "KEY VALUE" lines for bench.
 *
 *   inside rows          row writes of one lookup and one registration
 *   inside worlds N      N worlds: creation, memory before and after first use
 *   inside snapshot N    snapshots of a world with N domains
 *   inside advance N     sixteen days of a world with N domains
 *   inside loop N        the floor of an advance: N events of SQLite alone
 *   inside lookups N     N lookups, and
 *   inside registers N   N registrations: for a profiler, without sockets
 */
#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "clock/machine.h"
#include "store/store.h"
#include "tests/bench/floor.h"
#include "tests/bench/packet.h"
#include "wire/api/api.h"
#include "wire/complain.h"
#include "world/policy/rulebook.h"

#define START INT64_C(1767225600) /* 2026-01-01 */

static const struct problem *
count_changes(struct call *c)
{
	const char *text = arena_printf(c->arena, "%" PRId64, store_changes(c->world->store));

	exchange_answer(c->x, 200, "text/plain", text, strlen(text));
	return NULL;
}

static const struct problem *
whole_image(struct call *c)
{
	struct store_image image = store_image(c->world->store);

	exchange_answer(c->x, 200, "application/octet-stream",
	    arena_strndup(c->arena, (const char *)image.bytes, image.size), image.size);
	store_image_free(&image);
	return NULL;
}

/* What the bench asks a world and no user needs. */
static const struct route bench_routes[] = {
	{ "GET", "/bench/{W}/changes", ROUTE_READ, count_changes, "row writes so far" },
	{ "GET", "/bench/{W}/image", ROUTE_WHOLE, whole_image, "the whole database" },
	{ .method = NULL },
};
static const struct route *const routes[] = { api_routes, bench_routes, NULL };

struct place {
	struct arena *arena; /* of one request */
	const struct rulebook *rules;
	struct engine *engine;
};

static struct exchange *
ask(struct place *p, const char *method, const char *target, const char *body)
{
	struct exchange *x = NEW(p->arena, struct exchange);

	*x = (struct exchange){ .arena = p->arena,
		.door = DOOR_WEB,
		.peer = "bench",
		.method = method,
		.target = target,
		.body = body,
		.body_size = strlen(body) };
	engine_call(p->engine, x);
	if (x->status >= 300)
		fprintf(stderr, "bench: %s: %.*s\n", target, (int)x->reply_size, x->reply);
	must(x->status < 300);
	return x;
}

static void
post_signed(struct place *p, const char *user, const struct packet *packet, const char *wanted)
{
	struct exchange x = { .arena = p->arena,
		.door = DOOR_HTTP,
		.peer = "bench",
		.method = "POST",
		.target = "/",
		.body = packet->body,
		.body_size = packet->body_size };

	exchange_add_in(&x, "X-Username", user);
	exchange_add_in(&x, "X-Signature", packet->signature);
	engine_call(p->engine, &x);
	bool good = strstr(x.reply, wanted) != NULL;
	if (!good)
		fprintf(stderr, "bench: %.*s\n", (int)x.reply_size, x.reply);
	must(good);
}

#define GRANTED "<item key=\"response_code\">200</item>"
#define FREE_NAME "<item key=\"response_code\">210</item>"

static void
make_world(struct place *p, const char *name)
{
	struct world_wish wish = {
		.name = name, .start = START, .seed = 1, .user = name, .key = BENCH_KEY
	};
	enum make made = engine_create(p->engine, p->arena, &wish, NULL);

	must(made == MADE);
}

static void
begin(struct place *p, int64_t journal)
{
	struct engine_config config = { .routes = routes,
		.complain = wire_complain,
		.public_url = "http://127.0.0.1:8480",
		.journal = journal,
		.balance = INT64_C(100000000000) };

	store_setup();
	p->arena = arena_new();
	p->rules = config.rules = rulebook_open(NULL);
	must(p->rules != NULL);
	p->engine = engine_new(&config);
	must(p->engine != NULL);
}

static void
end(struct place *p)
{
	engine_free(p->engine);
	rulebook_close(p->rules);
	arena_free(p->arena);
}

/* As clients would, one request each. */
static void
populate(struct place *p, const char *world, int64_t domains)
{
	make_world(p, world);
	for (int64_t i = 0; i < domains; i++) {
		struct packet packet = packet_register(
		    p->arena, arena_printf(p->arena, "name-%06" PRId64 ".com", i));
		post_signed(p, world, &packet, GRANTED);
		arena_reset(p->arena);
	}
}

static int64_t
changes(struct place *p, const char *world)
{
	const char *target = arena_printf(p->arena, "/bench/%s/changes", world);
	struct exchange *x = ask(p, "GET", target, "");

	return strtoll(x->reply, NULL, 10);
}

static void
figure_rows(struct place *p)
{
	populate(p, "w", 2);
	struct packet lookup = packet_lookup(p->arena, "free.com");
	struct packet registration = packet_register(p->arena, "mine.com");
	int64_t before = changes(p, "w");
	post_signed(p, "w", &lookup, FREE_NAME);
	int64_t between = changes(p, "w");
	post_signed(p, "w", &registration, GRANTED);
	printf("lookup %" PRId64 "\nregister %" PRId64 "\n", between - before,
	    changes(p, "w") - between);
}

static const char *
world_name(struct place *p, int64_t i)
{
	return arena_printf(p->arena, "w%" PRId64, i);
}

/* Memory per world that N calls of USE add. */
static double
used(struct place *p, int64_t n, void (*use)(struct place *p, const char *world))
{
	double before = memory_kb();

	for (int64_t i = 0; i < n; i++) {
		use(p, world_name(p, i));
		arena_reset(p->arena);
	}
	return (memory_kb() - before) / (double)n;
}

static void
use_lookup(struct place *p, const char *world)
{
	struct packet packet = packet_lookup(p->arena, "free.com");

	post_signed(p, world, &packet, FREE_NAME);
}

static void
use_register(struct place *p, const char *world)
{
	struct packet packet = packet_register(p->arena, "mine.com");

	post_signed(p, world, &packet, GRANTED);
}

static void
figure_worlds(struct place *p, int64_t n)
{
	make_world(p, "warm");
	struct exchange *image = ask(p, "GET", "/bench/warm/image", "");
	struct floor_open floor = floor_open(image->reply, image->reply_size, (int)n);
	arena_reset(p->arena);
	int64_t start = machine_monotonic_us();
	double created = used(p, n, make_world);
	int64_t took = machine_monotonic_us() - start;
	double looked = used(p, n, use_lookup), registered = used(p, n, use_register);
	printf("ms %f\nkb_before %f\nkb_lookup %f\nkb_register %f\nfloor_ms %f\nfloor_kb %f\n",
	    (double)took / 1e3 / (double)n, created, created + looked,
	    created + looked + registered, floor.ms, floor.kb);
}

/* Names that are there, without the requests by which they came. */
static void
put_names(struct place *p, const char *world, int64_t domains)
{
	make_world(p, world);
	for (int64_t i = 0; i < domains; i++) {
		ask(p, "POST", arena_printf(p->arena, "/api/v1/worlds/%s/domains", world),
		    arena_printf(p->arena,
			"{\"name\":\"name-%06" PRId64 ".com\",\"reseller\":\"%s\"}", i, world));
		arena_reset(p->arena);
	}
}

static void
figure_snapshot(struct place *p, int64_t domains)
{
	enum { TIMES = 9 };
	double best = 0, floor_best = 0;

	put_names(p, "w", domains);
	size_t size = 0;
	for (int i = 0; i < TIMES; i++) {
		const char *body = arena_printf(p->arena, "{\"name\":\"s%d\"}", i);
		int64_t start = machine_monotonic_us();
		ask(p, "POST", "/api/v1/worlds/w/snapshots", body);
		double took = (double)(machine_monotonic_us() - start) / 1e3;
		struct exchange *image = ask(p, "GET", "/bench/w/image", "");
		double floor = floor_copy_ms(image->reply, image->reply_size);
		best = i == 0 || took < best ? took : best;
		floor_best = i == 0 || floor < floor_best ? floor : floor_best;
		size = image->reply_size;
		arena_reset(p->arena);
	}
	printf("ms %f\nfloor_ms %f\nmb %f\n", best, floor_best, (double)size / 1e6);
}

static double
cpu_seconds(void)
{
	struct timespec t;

	must(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t) == 0);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int64_t
number_in(const struct exchange *x, const char *key)
{
	json_t *j = json_loadb(x->reply, x->reply_size, 0, NULL);
	int64_t n = json_integer_value(json_object_get(j, key));

	json_decref(j);
	return n;
}

static void
figure_advance(struct place *p, int64_t domains)
{
	populate(p, "w", domains);
	double before = memory_kb();
	memory_forget_peak();
	double cpu_before = cpu_seconds();
	int64_t start = machine_monotonic_us();
	struct exchange *x = ask(p, "POST", "/api/v1/worlds/w/clock/advance", "{\"by\":\"P17D\"}");
	int64_t took = machine_monotonic_us() - start;
	double cpu = cpu_seconds() - cpu_before;
	int64_t fired = number_in(x, "fired_count");
	double peak = memory_peak_kb(), after = memory_kb();
	must(fired > 0);
	printf("per_second %f\nper_cpu_second %f\nfired %" PRId64 "\n",
	    (double)fired * 1e6 / (double)took, (double)fired / cpu, fired);
	printf("mb_before %f\nmb_after %f\nmb_peak %f\n", before / 1024, after / 1024, peak / 1024);
}

static void
print_rate(int64_t n, int64_t start)
{
	printf("per_second %f\n", (double)n * 1e6 / (double)(machine_monotonic_us() - start));
}

static void
figure_lookups(struct place *p, int64_t n)
{
	struct arena *a = arena_new();
	struct packet packet = packet_lookup(a, "free.com");

	make_world(p, "w");
	int64_t start = machine_monotonic_us();
	for (int64_t i = 0; i < n; i++) {
		post_signed(p, "w", &packet, FREE_NAME);
		arena_reset(p->arena);
	}
	print_rate(n, start);
	arena_free(a);
}

static void
figure_registers(struct place *p, int64_t n)
{
	int64_t start = machine_monotonic_us();

	populate(p, "w", n);
	print_rate(n, start);
}

static bool
take(struct place *p, const char *figure, int64_t n)
{
	static const struct {
		const char *name;
		void (*run)(struct place *p, int64_t n);
	} counted[] = {
		{ "worlds", figure_worlds },
		{ "snapshot", figure_snapshot },
		{ "advance", figure_advance },
		{ "lookups", figure_lookups },
		{ "registers", figure_registers },
	};

	if (strcmp(figure, "rows") == 0) {
		figure_rows(p);
		return true;
	}
	for (size_t i = 0; i < sizeof(counted) / sizeof(*counted); i++)
		if (strcmp(counted[i].name, figure) == 0) {
			counted[i].run(p, n);
			return true;
		}
	return false;
}

int
main(int argc, char **argv)
{
	struct place p;
	const char *figure = argc > 1 ? argv[1] : "";
	int64_t n = argc > 2 ? strtoll(argv[2], NULL, 10) : 100;

	if (strcmp(figure, "loop") == 0) {
		printf("per_second %f\n", floor_events(n));
		return 0;
	}
	/* A snapshot is of names; how much journal it carries along is the user's choice. */
	begin(&p, strcmp(figure, "snapshot") == 0 ? 0 : 10000);
	bool known = take(&p, figure, n);
	end(&p);
	if (!known)
		fprintf(stderr, "usage: inside rows|worlds|snapshot|advance|loop [N]\n");
	return known ? 0 : 2;
}
