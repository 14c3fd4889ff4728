/*
 * Whatever comes through a door of the engine is answered whole.
 *
 * The first byte of an input says the door: "s" HTTPS, "h" HTTP, "w" the web
 * port; in capitals the body is signed as the world's user would.  Then follow a
 * line with method and target, header lines, an empty line and the body.
 */
#include "base/arena.h"
#include "base/log.h"
#include "base/must.h"
#include "engine/engine.h"
#include "wire/complain.h"
#include "world/policy/rulebook.h"
#include "xcp/parse.h"
#include "xcp/sign.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define KEY "0123456789abcdef"
#define WORLD "fuzz"

static struct engine *
open_engine(struct arena *a)
{
	static const struct rulebook *rules; /* the same for every input */
	struct world_wish wish = {
		.name = WORLD, .start = 1767225600, .seed = 1, .user = "demo", .key = KEY
	};
	struct world_card card;

	if (rules == NULL) {
		log_set_level(LOG_QUIET);
		rules = rulebook_open(NULL);
	}
	struct engine *e = engine_new(&(struct engine_config){ .rules = rules,
	    .routes = wire_routes,
	    .complain = wire_complain,
	    .check_answers = true,
	    .journal = 10,
	    .balance = 10000000 });
	must(e != NULL && engine_create(e, a, &wish, &card) == MADE);
	return e;
}

/* Up to the line's end; moves on behind it. */
static const char *
line_of(struct arena *a, const char **at)
{
	size_t n = strcspn(*at, "\n");
	const char *line = arena_strndup(a, *at, n);

	*at += n + ((*at)[n] == '\n');
	return line;
}

static void
read_head(struct exchange *x, const char **at)
{
	const char *first = line_of(x->arena, at);
	size_t n = strcspn(first, " ");

	x->method = arena_strndup(x->arena, first, n);
	x->target = first[n] == ' ' ? first + n + 1 : "/";
	for (const char *line; *(line = line_of(x->arena, at)) != '\0';) {
		size_t colon = strcspn(line, ":");
		const char *value = line[colon] == ':' ? line + colon + 1 : "";
		exchange_add_in(
		    x, arena_strndup(x->arena, line, colon), value + strspn(value, " "));
	}
}

static void
sign(struct exchange *x)
{
	struct signature s = xcp_sign(x->body, x->body_size, KEY);

	exchange_add_in(x, "X-Username", "demo");
	exchange_add_in(x, "X-Signature", arena_strdup(x->arena, s.hex));
}

static void
fill(struct exchange *x, struct arena *a, const uint8_t *bytes, size_t size)
{
	const char *text = arena_strndup(a, (const char *)bytes, size), *at = text + 1;
	char door = text[0];

	*x = (struct exchange){ .arena = a,
		.peer = "fuzz",
		.door = strchr("sS", door) != NULL   ? DOOR_HTTPS
			: strchr("hH", door) != NULL ? DOOR_HTTP
						     : DOOR_WEB };
	read_head(x, &at);
	x->body = at;
	x->body_size = size - (size_t)(at - text);
	if (door == 'S' || door == 'H')
		sign(x);
}

/* A reply of the reseller API can be read again, whatever was asked. */
static void
check_reply(struct exchange *x)
{
	struct xcp_parser *p = xcp_parser_new();
	struct xcp_message m = xcp_parse(p, x->arena, x->reply, x->reply_size);

	xcp_parser_free(p);
	must(m.top != NULL && !m.repaired);
	must(value_text(m.top, "response_code") != NULL && value_text(m.top, "is_success") != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (size == 0 || bytes[0] == '\0')
		return 0;
	struct arena *a = arena_new();
	struct engine *e = open_engine(a);
	struct exchange x;
	bool answered = true;

	fill(&x, a, bytes, size);
	if (strstr(x.target, "wait") != NULL)
		answered = engine_try(e, &x); /* nobody commits here: it would wait in vain */
	else
		engine_call(e, &x);
	if (answered) {
		must(x.status >= 200 && x.status < 600);
		must(x.reply != NULL || x.reply_size == 0);
		if (x.door != DOOR_WEB)
			check_reply(&x);
	}
	engine_free(e);
	arena_free(a);
	return 0;
}
