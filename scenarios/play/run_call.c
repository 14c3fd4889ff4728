/* A reseller's command: signed bytes in, a parsed reply out. */
#include "base/arena.h"
#include "scenarios/play/message.h"
#include "xcp/sign.h"
#include "xcp/write.h"
#include "xcp/xpath.h"

static struct exchange *
sign(struct run *r, const struct login *l, const struct value *message)
{
	struct exchange *x = NEW(r->scratch, struct exchange);
	struct buf bytes;

	buf_open(&bytes, 0);
	xcp_write(&bytes, message);
	x->arena = r->scratch;
	x->door = DOOR_HTTPS;
	x->peer = l->address;
	x->method = "POST";
	x->target = "/";
	x->body = arena_strndup(r->scratch, bytes.data, bytes.size);
	x->body_size = bytes.size;
	buf_close(&bytes);
	struct signature signature = xcp_sign(x->body, x->body_size, l->key);
	exchange_add_in(x, "Content-Type", "text/xml");
	exchange_add_in(x, "X-Username", l->username);
	exchange_add_in(x, "X-Signature", arena_strdup(r->scratch, signature.hex));
	return x;
}

/* What a person reads of a value that is no text. */
static const char *
reads(struct run *r, const struct value *v)
{
	if (v == NULL)
		return NULL;
	return v->kind == VALUE_TEXT ? v->text : arena_printf(r->scratch, "{%zu}", value_count(v));
}

static bool
check_xpath(struct run *r, const struct check *k, const struct exchange *x)
{
	const char *expression = run_text(r, &k->path), *shows;

	return xpath_holds(r->scratch, x->reply, x->reply_size, expression, &shows) ||
	       run_fail(r, k->path.at, shows, "xpath %s", expression);
}

static bool
run_checks(struct run *r, const struct step *s, const struct exchange *x, const struct value *reply)
{
	for (size_t i = 0; i < s->check_count; i++) {
		const struct check *k = &s->checks[i];
		if (k->op == OP_XPATH) {
			if (!check_xpath(r, k, x))
				return false;
			continue;
		}
		const char *got = reads(r, value_path(reply, run_text(r, &k->path)));
		if (!check_holds(r, k, got))
			return run_fail(r, k->path.at, got, "%s", check_text(r, k));
		if (k->op == OP_KEEP)
			run_bind(r, k->value.text, got, false);
	}
	return true;
}

/* What the message is about. */
static const char *
about(const struct value *message)
{
	static const char *const paths[] = { "attributes.domain", "attributes.order_id",
		"attributes.event_id" };

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		const struct value *v = value_path(message, paths[i]);
		if (v != NULL && v->kind == VALUE_TEXT)
			return v->text;
	}
	return "";
}

/* Code, text, and of the attributes what the story looks at. */
static const char *
answer_text(struct run *r, const struct step *s, const struct value *reply)
{
	const char *code = value_text(reply, "response_code");
	const char *text = value_text(reply, "response_text");
	struct buf out;

	buf_open(&out, 0);
	buf_printf(&out, "%s %s", code == NULL ? "" : code, text == NULL ? "" : text);
	for (size_t i = 0; i < s->check_count; i++) {
		const char *path = run_text(r, &s->checks[i].path);
		const char *got = reads(r, value_path(reply, path));
		if (strncmp(path, "attributes.", 11) == 0 && got != NULL)
			buf_printf(&out, ", %s = %s", path + 11, got);
	}
	const char *done = arena_strdup(r->scratch, out.data);
	buf_close(&out);
	return done;
}

static void
tell_call(
    struct run *r, const struct step *s, const struct value *message, const struct value *reply)
{
	const char *what = about(message);

	tell(r, TOLD_CALL, r->now, s->at, s->actor.text,
	    arena_printf(
		r->scratch, "%s%s%s", run_text(r, &s->name), *what == '\0' ? "" : " ", what),
	    answer_text(r, s, reply));
}

bool
run_call(struct run *r, const struct step *s)
{
	const struct login *l = run_login(r, s->actor.text);
	struct value *message = message_of(r, s);

	if (message == NULL)
		return false;
	struct exchange *x = sign(r, l, message);
	if (!carry(r, s->at, x))
		return false;
	struct xcp_message reply = xcp_parse_verbatim(
	    r->parser, r->scratch, x->reply, x->reply_size);
	if (reply.top == NULL)
		return run_fail(r, s->at,
		    arena_printf(r->scratch, "status %d, %s", x->status, reply.error),
		    "a reply that can be understood");
	tell_call(r, s, message, reply.top);
	return run_checks(r, s, x, reply.top);
}
