#include "tests/support/theatre.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "engine/engine.h"
#include "store/store.h"
#include "tests/support/dump.h"
#include "wire/complain.h"
#include "world/money/books.h"
#include "world/policy/rulebook.h"

struct theatre {
	struct engine_config config;
	const struct route *tables[8];
	struct engine *engine;
	struct carrier carrier;
	struct arena *arena; /* of the verdict */
	const char *broken;
	const char *question; /* the row that asks the invariants */
	int moves;
};

/* ---- rows of the test, in a world's turn ---- */

static const struct problem *
answer_text(struct call *c, const char *text)
{
	exchange_answer(c->x, 200, "text/plain", text, strlen(text));
	return NULL;
}

static const struct problem *
ask_invariants(struct call *c)
{
	const char *broken = invariants_broken(c->world, c->arena, invariants);

	if (broken == NULL)
		broken = books_objection(c->world, c->arena);
	return answer_text(c, broken == NULL ? "" : broken);
}

static const struct problem *
ask_false_claim(struct call *c)
{
	const char *broken = invariants_broken(c->world, c->arena, false_claim);

	return answer_text(c, broken == NULL ? "" : broken);
}

static const struct problem *
dump_world(struct call *c)
{
	struct store_image image = store_image(c->world->store);

	must(image.bytes != NULL);
	char *text = dump_image(&image);
	store_image_free(&image);
	answer_text(c, arena_strdup(c->arena, text));
	free(text);
	return NULL;
}

static const struct route rows[] = {
	{ "GET", "/t/{W}/broken", ROUTE_READ, ask_invariants, "" },
	{ "GET", "/t/{W}/false", ROUTE_READ, ask_false_claim, "" },
	{ "GET", "/t/{W}/dump", ROUTE_WHOLE, dump_world, "" },
	{ NULL, NULL, 0, NULL, NULL },
};

static const char *
ask(struct theatre *t, struct arena *a, const char *world, const char *what)
{
	struct exchange *x = NEW(a, struct exchange);

	*x = (struct exchange){ .arena = a,
		.door = DOOR_WEB,
		.peer = "inside",
		.method = "GET",
		.target = arena_printf(a, "/t/%s/%s", world, what),
		.body = "" };
	exchange_add_in(x, "Host", "localhost");
	engine_call(t->engine, x);
	must(x->status == 200);
	return arena_strndup(a, x->reply, x->reply_size);
}

/* ---- looking at all worlds ---- */

static bool
begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* The table's own rows, and the count of ids that it has used up. */
static bool
may_differ(const char *line)
{
	static const char *const tables[] = { "journal", "login", "answered", NULL };

	if (begins(line, "sqlite_sequence name="))
		line += strlen("sqlite_sequence name=");
	for (size_t i = 0; tables[i] != NULL; i++)
		if (begins(line, tables[i]) && strchr(" \n", line[strlen(tables[i])]) != NULL)
			return true;
	return false;
}

/* How many bytes here name the world or the one that it is a copy of. */
static size_t
names(const char *at, const struct world_card *cards, size_t n)
{
	for (size_t i = n; i-- > 0;) /* the longer ones, which begin like the first, are last */
		if (begins(at, cards[i].name))
			return strlen(cards[i].name);
	return 0;
}

static const char *
comparable(struct arena *a, const char *dump, const struct world_card *cards, size_t n)
{
	struct buf out;

	buf_open(&out, 0);
	while (*dump != '\0') {
		const char *end = dump + strcspn(dump, "\n");
		bool keep = !may_differ(dump);
		while (dump < end) {
			size_t named = names(dump, cards, n);
			if (keep)
				buf_add(&out, named > 0 ? "world" : dump, named > 0 ? 5 : 1);
			dump += named > 0 ? named : 1;
		}
		if (keep)
			buf_char(&out, '\n');
		dump += *dump == '\n';
	}
	const char *text = arena_strndup(a, out.data, out.size);
	buf_close(&out);
	return text;
}

const char *
theatre_dump(struct theatre *t, struct arena *a)
{
	struct world_card *cards;
	size_t n = engine_list(t->engine, a, &cards);

	must(n > 0);
	return comparable(a, ask(t, a, cards[n - 1].name, "dump"), cards, n);
}

static const char *
look(struct theatre *t, struct arena *a)
{
	struct world_card *cards;
	size_t n = engine_list(t->engine, a, &cards);

	for (size_t i = 0; i < n; i++) {
		const char *broken = ask(t, a, cards[i].name, t->question);
		if (*broken != '\0')
			return broken;
	}
	return NULL;
}

/* ---- the carrier ---- */

static bool
is_move(const struct exchange *x)
{
	return strcmp(x->method, "POST") == 0 && strstr(x->target, "/clock/") != NULL;
}

static bool
is_ack(const struct exchange *x)
{
	return x->door != DOOR_WEB && strstr(x->body, ">ACK<") != NULL;
}

/* {"by":...} -> {"idempotency_key":"k7","by":...} */
static void
add_key(struct theatre *t, struct exchange *x)
{
	must(x->body[0] == '{');
	x->body = arena_printf(
	    x->arena, "{\"idempotency_key\":\"k%d\",%s", t->moves++, x->body + 1);
	x->body_size = strlen(x->body);
}

static const char *
send_again(struct theatre *t, struct arena *a, const struct exchange *first)
{
	struct exchange again = *first;
	const char *before = theatre_dump(t, a);

	again.out_count = 0;
	engine_call(t->engine, &again);
	if (!is_ack(first) && (again.reply_size != first->reply_size ||
				  memcmp(again.reply, first->reply, again.reply_size) != 0))
		return arena_printf(a, "the second time it is answered otherwise:\n%s\n%s",
		    first->reply, again.reply);
	const char *differs = dump_difference(a, before, theatre_dump(t, a));
	return differs == NULL ? NULL : arena_printf(a, "the second time it changes:%s", differs);
}

static const char *
carry(struct theatre *t, struct arena *a, struct exchange *x)
{
	if (is_move(x))
		add_key(t, x);
	engine_call(t->engine, x);
	if (x->status >= 500)
		return arena_printf(a, "%d: %s", x->status, x->reply);
	const char *broken = look(t, a);
	if (broken == NULL && (is_move(x) || is_ack(x)))
		broken = send_again(t, a, x);
	return broken;
}

static bool
send(void *closure, struct exchange *x, const char **why)
{
	struct theatre *t = closure;
	struct arena *a = arena_new();

	if (t->config.data != NULL) {
		engine_free(t->engine);
		t->engine = engine_new(&t->config);
		must(t->engine != NULL);
	}
	const char *broken = carry(t, a, x);
	if (broken != NULL)
		t->broken = *why = arena_strdup(t->arena, broken);
	arena_free(a);
	return broken == NULL;
}

/* ---- */

struct theatre *
theatre_open(const struct rulebook *rules, const char *data, enum claims claims)
{
	struct theatre *t = calloc(1, sizeof(*t));
	size_t n = 0;

	must(t != NULL);
	for (; wire_routes[n] != NULL; n++)
		t->tables[n] = wire_routes[n];
	must(n + 1 < sizeof(t->tables) / sizeof(*t->tables));
	t->tables[n] = rows;
	t->config = (struct engine_config){ .rules = rules,
		.routes = t->tables,
		.complain = wire_complain,
		.data = data,
		.public_url = "http://localhost:8480",
		.check_answers = true,
		.journal = 1000,
		.balance = 100000000 };
	t->engine = engine_new(&t->config);
	must(t->engine != NULL);
	t->question = claims == FALSE_CLAIM ? "false" : "broken";
	t->carrier = (struct carrier){ .send = send, .closure = t };
	t->arena = arena_new();
	return t;
}

void
theatre_close(struct theatre *t)
{
	rulebook_record(t->config.rules);
	engine_free(t->engine);
	arena_free(t->arena);
	free(t);
}

const struct carrier *
theatre_carrier(const struct theatre *t)
{
	return &t->carrier;
}

const char *
theatre_broken(const struct theatre *t)
{
	return t->broken;
}
