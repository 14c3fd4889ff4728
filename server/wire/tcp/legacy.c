/*
 * The legacy port: greeting, version, user, challenge, and then sealed commands.
 *
 *	server		 client
 *	CHECK VERSION ->
 *			<- CHECK VERSION, not answered
 *			<- AUTHENTICATE USER: name, cipher
 *	32 bytes      ->
 *			<- sealed: the MD5 of these
 *	sealed: 200   ->
 *			<- sealed: a command
 *	sealed: reply ->	and so on
 *
 * A client that cannot seal is left without a word; the diagnosis is in the journal
 * of the world whose user it says to be.
 */
#include "base/arena.h"
#include "base/must.h"
#include "command/command.h"
#include "command/dispatch.h"
#include "wire/tcp/frame.h"
#include "wire/tcp/session.h"
#include "xcp/cipher.h"
#include "xcp/locksmith.h"
#include "xcp/parse.h"
#include "xcp/write.h"

enum { CHALLENGE = 32 };

struct legacy {
	enum step (*hear)(struct session *s, const struct frame *f);
	enum step (*answered)(struct session *s);
	const char *username; /* NULL: nobody has named one yet */
	const char *login; /* the message in which it was */
	size_t login_size;
	const char *key;
	enum cipher_kind kind;
	const struct cipher *cipher;
	uint8_t challenge[CHALLENGE];
	int commands;
};

/* ---- what goes out ---- */

static void
say_plain(struct session *s, const struct value *top)
{
	struct buf text;

	buf_open(&text, 0);
	xcp_write(&text, top);
	frame_write(&s->out, text.data, text.size);
	buf_close(&text);
}

/* The first CUT bytes of the payload are sent, and its whole length announced. */
static void
say_sealed(struct session *s, const char *reply, size_t size, size_t cut)
{
	const struct legacy *l = s->state;
	uint8_t vector[CIPHER_BLOCK];
	struct buf sealed;

	s->config->draw(vector, sizeof(vector));
	buf_open(&sealed, 0);
	cipher_seal(l->cipher, vector, reply, size, &sealed);
	frame_write(&s->out, sealed.data, sealed.size);
	if (cut < size)
		s->out.size -= sealed.size - cut;
	buf_close(&sealed);
}

static enum step
say_reply(struct session *s)
{
	const struct exchange *x = &s->x;
	size_t cut;
	enum step after = session_after(x, &cut);

	if (x->status == 200 && (x->ending == ENDING_SEND || x->ending == ENDING_CUT))
		say_sealed(s, x->reply, x->reply_size, cut);
	return after;
}

/* ---- commands ---- */

static enum step
hear_command(struct session *s, const struct frame *f)
{
	struct legacy *l = s->state;
	size_t n;
	const char *text = cipher_open(l->cipher, s->arena, f->payload, f->size, &n);

	if (text == NULL)
		return session_break(s, "a command that the session's key does not open");
	struct exchange *x = session_exchange(s, text, n);
	x->user = l->username;
	x->nth = ++l->commands;
	x->target = arena_printf(s->arena, "#%d", x->nth);
	return STEP_ASK;
}

/* ---- who is this ---- */

static enum step
answered_proof(struct session *s)
{
	struct legacy *l = s->state;

	if (s->x.disbelieved != NULL)
		return STEP_CLOSE;
	l->hear = hear_command;
	l->answered = say_reply;
	return say_reply(s);
}

/* NULL: whoever sealed this has the key. */
static const char *
doubt(struct session *s, const struct frame *f)
{
	const struct legacy *l = s->state;
	struct lock lock = {
		.challenge = l->challenge,
		.challenge_size = CHALLENGE,
		.sealed = f->payload,
		.size = f->size,
		.kind = l->kind,
		.key = l->key,
	};
	struct doctor_key *others;

	if (lock_opens(s->arena, l->cipher, &lock))
		return NULL;
	lock.other_count = engine_keys(s->config->engine, s->arena, l->username, &others);
	lock.others = others;
	return locksmith_diagnose(s->arena, &lock);
}

static enum step
hear_proof(struct session *s, const struct frame *f)
{
	struct legacy *l = s->state;
	const char *why = doubt(s, f);
	struct exchange *x = session_exchange(s, l->login, l->login_size);

	x->user = l->username;
	x->disbelieved = why;
	l->answered = answered_proof;
	return STEP_ASK;
}

static enum step
challenge(struct session *s, const struct frame *f, enum cipher_kind kind, const char *key)
{
	struct legacy *l = s->state;

	l->login = arena_strndup(s->life, f->payload, f->size);
	l->login_size = f->size;
	l->key = key;
	l->kind = kind;
	l->cipher = cipher_for(s->life, kind, key);
	l->hear = hear_proof;
	s->config->draw(l->challenge, CHALLENGE);
	frame_write(&s->out, l->challenge, CHALLENGE);
	return STEP_NEXT;
}

/* Nobody here has that name: the front desk says so, in plain text. */
static enum step
answered_stranger(struct session *s)
{
	if (s->x.status == 200)
		frame_write(&s->out, s->x.reply, s->x.reply_size);
	return STEP_CLOSE;
}

static enum step
ask_about_stranger(struct session *s, const struct frame *f)
{
	struct legacy *l = s->state;
	struct exchange *x = session_exchange(
	    s, arena_strndup(s->arena, f->payload, f->size), f->size);

	x->user = l->username;
	l->answered = answered_stranger;
	return STEP_ASK;
}

static enum step
turn_away(struct session *s, const char *object, const struct refusal_row *row, const char *detail,
    const char *why)
{
	say_plain(s, plain_refusal(s->arena, object, row, detail));
	return session_break(s, why);
}

static enum step
hear_user(struct session *s, const struct frame *f, const struct value *top)
{
	struct legacy *l = s->state;
	const struct value *attributes = value_get(top, "attributes");
	const char *type = value_text(attributes, "crypt_type");
	const char *name = value_text(attributes, "username");
	enum cipher_kind kind;

	l->username = arena_strdup(s->life, name == NULL ? "" : name);
	const char *key = engine_key(s->config->engine, s->life, l->username);
	if (key == NULL)
		return ask_about_stranger(s, f);
	if (type == NULL || !cipher_kind_named(type, &kind))
		return turn_away(s, "USER", &refusal_unknown_cipher, "blowfish, des",
		    "a crypt_type that is neither des nor blowfish");
	return challenge(s, f, kind, key);
}

/* Before a user is known nothing is sealed, and little is understood. */
static enum step
hear_stranger(struct session *s, const struct frame *f)
{
	struct xcp_parser *p = xcp_parser_new();
	struct xcp_message m = xcp_parse(p, s->arena, f->payload, f->size);
	const char *action = trimmed(s->arena, value_text(m.top, "action"));

	xcp_parser_free(p);
	if (m.top == NULL)
		return turn_away(s, "", &refusal_internal, NULL, m.error);
	if (strcasecmp(action, "AUTHENTICATE") == 0)
		return hear_user(s, f, m.top);
	if (strcasecmp(action, "CHECK") == 0)
		return STEP_NEXT;
	return turn_away(s, "", &refusal_no_such_reseller, NULL, "a command before any login");
}

/* ---- the protocol ---- */

static enum step
hear(struct session *s)
{
	const struct legacy *l = s->state;
	struct frame f;
	size_t n = s->in.size - s->heard;

	switch (frame_read(s->in.data + s->heard, n, &f)) {
	case FRAME_BROKEN:
		return session_break(s, f.why);
	case FRAME_PARTIAL:
		if (s->ended && n > 0)
			return session_break(s, "a message that ends in the middle");
		return s->ended ? STEP_CLOSE : STEP_READ;
	case FRAME_WHOLE:
		break;
	}
	s->heard += f.used;
	return l->hear(s, &f);
}

static enum step
answered(struct session *s)
{
	const struct legacy *l = s->state;

	return l->answered(s);
}

/* The server speaks first.  What its greeting says is what clients look for. */
static struct value *
greeting(struct arena *a)
{
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	value_add_text(a, top, "action", "CHECK");
	value_add_text(a, top, "object", "VERSION");
	struct value *attributes = value_add(a, top, "attributes", VALUE_ASSOC);
	value_add_text(a, attributes, "sender", "OpenSRS SERVER");
	value_add_text(a, attributes, "version", "XML:0.1");
	value_add_text(a, attributes, "state", "ready");
	return top;
}

static enum step
begin(struct session *s)
{
	struct legacy *l = NEW(s->life, struct legacy);

	s->state = l;
	l->hear = hear_stranger;
	if (!engine_admits(s->config->engine, s->peer))
		return turn_away(s, "VERSION", &refusal_refused_address, NULL,
		    "an address that no world's session.addresses has");
	say_plain(s, greeting(s->arena));
	return STEP_READ;
}

const struct protocol protocol_legacy = { DOOR_LEGACY, FRAME_LONGEST_HEAD + 2 + MAX_BODY, true,
	begin, hear, answered };
