#include "tests/support/caller.h"

#include <sys/socket.h>

#include "wire/tcp/frame.h"
#include "xcp/parse.h"
#include "xcp/write.h"

static void
draw(void *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		((uint8_t *)bytes)[i] = (uint8_t)(0x10 + i);
}

/* What the loop does, but that nobody waits. */
static void
pump(struct caller *c, enum step step)
{
	struct session *s = &c->session;

	while (step == STEP_ASK) {
		engine_call(s->config->engine, &s->x);
		step = session_answered(s);
	}
	must(step != STEP_NEXT);
	c->step = step;
	buf_add(&c->got, s->out.data, s->out.size);
	buf_clear(&s->out);
}

void
caller_open(struct caller *c, struct engine *e, const struct protocol *p, const char *peer)
{
	*c = (struct caller){ .arena = arena_new() };
	struct session_config *config = NEW(c->arena, struct session_config);
	*config = (struct session_config){ .engine = e, .world = "demo", .draw = draw };
	buf_open(&c->got, 0);
	pump(c, session_begin(&c->session, p, config, peer));
}

void
caller_open_over(struct caller *c, struct talk *t)
{
	*c = (struct caller){ .arena = arena_new(), .talk = t };
}

void
caller_close(struct caller *c)
{
	if (c->talk == NULL) {
		session_end(&c->session);
		buf_close(&c->got);
	}
	arena_free(c->arena);
}

static bool
has_left(const struct caller *c)
{
	if (c->talk != NULL)
		return c->talk->ended || c->talk->error != 0;
	return c->step == STEP_CLOSE || c->step == STEP_RESET;
}

void
caller_send(struct caller *c, const void *bytes, size_t n)
{
	if (c->talk != NULL) {
		talk_send(c->talk, bytes, n);
	} else if (!has_left(c)) {
		buf_add(&c->session.in, bytes, n);
		pump(c, session_hear(&c->session));
	}
}

void
caller_say(struct caller *c, const char *text)
{
	caller_send(c, text, strlen(text));
}

void
caller_end(struct caller *c)
{
	if (c->talk != NULL) {
		shutdown(c->talk->socket, SHUT_WR);
	} else if (!has_left(c)) {
		c->session.ended = true;
		pump(c, session_hear(&c->session));
	}
}

void
caller_pause(struct caller *c)
{
	must(c->talk == NULL);
	if (c->step != STEP_PAUSE)
		return;
	c->session.paused = true;
	pump(c, session_hear(&c->session));
}

static struct buf *
got(struct caller *c)
{
	return c->talk != NULL ? &c->talk->got : &c->got;
}

/* More of what the server says; false: there will be none. */
static bool
more(struct caller *c)
{
	return c->talk != NULL && !has_left(c) && talk_read_some(c->talk);
}

bool
caller_is_left(struct caller *c)
{
	while (got(c)->size == c->read && more(c))
		;
	return has_left(c) && got(c)->size == c->read;
}

const char *
caller_frame(struct caller *c, size_t *n)
{
	struct frame f;
	enum frame_state state;

	while ((state = frame_read(got(c)->data + c->read, got(c)->size - c->read, &f)) ==
	       FRAME_PARTIAL)
		if (!more(c))
			return NULL;
	must(state == FRAME_WHOLE);
	c->read += f.used;
	*n = f.size;
	return arena_strndup(c->arena, f.payload, f.size);
}

const char *
caller_line(struct caller *c)
{
	const char *end;

	while ((end = strstr(got(c)->data + c->read, "\r\n")) == NULL)
		if (!more(c))
			return NULL;
	const char *begin = got(c)->data + c->read;
	c->read += (size_t)(end - begin) + 2;
	return arena_strndup(c->arena, begin, (size_t)(end - begin));
}

void
caller_send_frame(struct caller *c, const void *payload, size_t n)
{
	struct buf out;

	buf_open(&out, 0);
	frame_write(&out, payload, n);
	caller_send(c, out.data, out.size);
	buf_close(&out);
}

void
caller_send_sealed(struct caller *c, const void *plain, size_t n)
{
	const uint8_t vector[CIPHER_BLOCK] = { (uint8_t)c->vectors, (uint8_t)(c->vectors >> 8) };
	struct buf sealed;

	c->vectors++;
	buf_open(&sealed, 0);
	cipher_seal(c->cipher, vector, plain, n, &sealed);
	caller_send_frame(c, sealed.data, sealed.size);
	buf_close(&sealed);
}

const char *
caller_message(struct arena *a, const char *action, const char *object, const char *const *pairs)
{
	struct value *top = value_new(a, VALUE_ASSOC);
	struct buf text;

	value_add_text(a, top, "protocol", "XCP");
	value_add_text(a, top, "action", action);
	value_add_text(a, top, "object", object);
	struct value *attributes = value_add(a, top, "attributes", VALUE_ASSOC);
	for (; *pairs != NULL; pairs += 2)
		value_add_text(a, attributes, pairs[0], pairs[1]);
	buf_open(&text, 0);
	xcp_write(&text, top);
	const char *copy = arena_strndup(a, text.data, text.size);
	buf_close(&text);
	return copy;
}

void
caller_tell(struct caller *c, const char *message)
{
	if (c->cipher != NULL)
		caller_send_sealed(c, message, strlen(message));
	else
		caller_send_frame(c, message, strlen(message));
}

static const struct value *
tree_of(struct caller *c, const char *text, size_t n)
{
	struct xcp_parser *p = xcp_parser_new();
	struct xcp_message m = xcp_parse_verbatim(p, c->arena, text, n);

	xcp_parser_free(p);
	must(m.top != NULL);
	return m.top;
}

/* What is refused before the login comes as it is. */
const struct value *
caller_reply(struct caller *c)
{
	size_t n;
	const char *text = caller_frame(c, &n);

	if (text == NULL)
		return NULL;
	if (c->cipher != NULL) {
		text = cipher_open(c->cipher, c->arena, text, n, &n);
		must(text != NULL);
	}
	return tree_of(c, text, n);
}

const char *
caller_knock(struct caller *c, const char *cipher, const char *username, size_t *n)
{
	const char *const version[] = { "sender", "OpenSRS CLIENT", "version", "XML:2.2.3b",
		"state", "ready", NULL };
	const char *const user[] = { "crypt_type", cipher, "username", username, "password",
		username, NULL };

	if (caller_frame(c, n) == NULL) /* the greeting */
		return NULL;
	caller_tell(c, caller_message(c->arena, "CHECK", "VERSION", version));
	caller_tell(c, caller_message(c->arena, "AUTHENTICATE", "USER", user));
	return caller_frame(c, n);
}

const struct value *
caller_login(struct caller *c, enum cipher_kind kind, const char *username, const char *key)
{
	uint8_t proof[CIPHER_PROOF];
	size_t n;
	const char *challenge = caller_knock(c, cipher_name(kind), username, &n);

	if (challenge == NULL)
		return NULL;
	if (strstr(challenge, "is_success") != NULL)
		return tree_of(c, challenge, n);
	c->cipher = cipher_for(c->arena, kind, key);
	cipher_proof(challenge, n, proof);
	caller_send_sealed(c, proof, sizeof(proof));
	return caller_reply(c);
}

int
caller_code(const struct value *reply)
{
	const char *code = reply == NULL ? NULL : value_text(reply, "response_code");

	return code == NULL ? 0 : (int)strtol(code, NULL, 10);
}
