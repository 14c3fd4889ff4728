/*
 * Whatever comes over the legacy port or the fast lookup: the session goes on or
 * ends, and what it says is frames, or lines.
 *
 * The first byte of an input says who speaks: "p" bytes as they are, on the legacy
 * port; "l" on the fast lookup; "d" and "b" a client that has logged in with DES or
 * Blowfish, each of whose lines is sealed and sent; "s" such a client whose bytes are
 * sent as they are; "a" the answer to a challenge.  The second byte is the size of the
 * pieces in which bytes arrive.
 */
#include "base/log.h"
#include "tests/support/caller.h"
#include "wire/complain.h"
#include "wire/tcp/frame.h"
#include "world/policy/rulebook.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Rules and engine are the same for every input; the world is another one. */
static struct engine *
open_engine(void)
{
	log_set_level(LOG_QUIET);
	struct engine *e = engine_new(&(struct engine_config){ .rules = rulebook_open(NULL),
	    .routes = wire_routes,
	    .complain = wire_complain,
	    .journal = 10,
	    .balance = 10000000 });
	must(e != NULL);
	return e;
}

static void
create_world(struct engine *e, struct arena *a)
{
	struct world_wish wish = {
		.name = "demo", .start = 1767225600, .seed = 1, .user = "demo", .key = SERVED_KEY
	};
	struct world_card card;

	must(engine_create(e, a, &wish, &card) == MADE);
}

static void
delete_world(struct engine *e, struct arena *a)
{
	struct exchange x = { .arena = a,
		.door = DOOR_WEB,
		.peer = "fuzz",
		.method = "DELETE",
		.target = "/api/v1/worlds/demo",
		.body = "" };

	engine_call(e, &x);
	must(x.status / 100 == 2);
}

static void
send_pieces(struct caller *c, const uint8_t *bytes, size_t size, size_t piece)
{
	for (size_t at = 0; at < size; at += piece)
		caller_send(c, bytes + at, size - at < piece ? size - at : piece);
}

static void
log_in(struct caller *c, enum cipher_kind kind)
{
	must(caller_code(caller_login(c, kind, "demo", SERVED_KEY)) == 200);
}

/* Every reply can be opened and read. */
static void
send_sealed_lines(struct caller *c, const uint8_t *bytes, size_t size)
{
	while (size > 0) {
		const uint8_t *end = memchr(bytes, '\n', size);
		size_t n = end == NULL ? size : (size_t)(end - bytes);
		caller_send_sealed(c, bytes, n);
		const struct value *reply = caller_reply(c);
		must(reply == NULL || caller_code(reply) != 0);
		n += end != NULL;
		bytes += n;
		size -= n;
	}
}

static void
speak(struct caller *c, char who, const uint8_t *bytes, size_t size, size_t piece)
{
	size_t n;

	if (who == 'd' || who == 'b' || who == 's')
		log_in(c, who == 'd' ? CIPHER_DES : CIPHER_BLOWFISH);
	if (who == 'd' || who == 'b') {
		send_sealed_lines(c, bytes, size);
	} else if (who == 'a') {
		must(caller_knock(c, "des", "demo", &n) != NULL);
		caller_send_frame(c, bytes, size);
	} else {
		send_pieces(c, bytes, size, piece);
		caller_pause(c);
	}
	caller_end(c);
}

/* Nothing is left of it once the client has said its last. */
static void
check_what_came(struct caller *c, char who)
{
	size_t n;

	must(c->step == STEP_CLOSE);
	if (who == 'l')
		while (caller_line(c) != NULL)
			;
	else
		while (caller_frame(c, &n) != NULL)
			;
	must(caller_is_left(c));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (size < 2)
		return 0;
	static struct engine *e;
	struct arena *a = arena_new();
	struct caller c;
	char who = (char)bytes[0];

	if (e == NULL)
		e = open_engine();
	create_world(e, a);
	caller_open(&c, e, who == 'l' ? &protocol_lookup : &protocol_legacy, "192.0.2.1");
	speak(&c, who, bytes + 2, size - 2, 1 + bytes[1]);
	check_what_came(&c, who);
	caller_close(&c);
	delete_world(e, a);
	arena_free(a);
	return 0;
}
