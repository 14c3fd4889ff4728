/* The front desk of the reseller API: who is this, and do we believe it? */
#include "base/arena.h"
#include "base/buf.h"
#include "base/log.h"
#include "engine/internal.h"
#include "xcp/doctor.h"
#include "xcp/sign.h"
#include "xcp/write.h"

#define TYPE "text/xml"

void
frontdesk_answer(struct exchange *x, int status, const struct value *top)
{
	struct buf out;

	buf_open(&out, 0);
	xcp_write(&out, top);
	exchange_answer(x, status, TYPE, arena_strndup(x->arena, out.data, out.size), out.size);
	buf_close(&out);
}

/* Recorded shape: no action, no object, and is_success 1 (facts: api/01, section 6). */
static void
answer_missing(struct exchange *x, const char *header)
{
	struct arena *a = x->arena;
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	value_add_text(a, top, "response_text", arena_printf(a, "Missing %s: header", header));
	value_add_text(a, top, "response_code", "404");
	value_add_text(a, top, "is_success", "1");
	frontdesk_answer(x, 200, top);
}

static void
answer_refused(struct exchange *x, int status, const char *code, const char *text)
{
	struct arena *a = x->arena;
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	value_add_text(a, top, "response_text", text);
	value_add_text(a, top, "action", "REPLY");
	value_add_text(a, top, "response_code", code);
	value_add_text(a, top, "is_success", "0");
	frontdesk_answer(x, status, top);
}

void
frontdesk_note(struct engine *e, const struct exchange *x, const char *username, int code,
    const char *what, const char *diagnosis)
{
	desk_add(e->desk, &(struct desk_row){ .door = door_name(x->door),
			      .peer = x->peer,
			      .username = username,
			      .what = what,
			      .diagnosis = diagnosis,
			      .code = code });
	log_info("%s: %s (user '%s' from %s)", what, diagnosis, username, x->peer);
}

static void
diagnose(struct exchange *x, const char *diagnosis)
{
	exchange_add_out(x, "X-Orrery-Diagnosis", diagnosis);
}

/* What can be said of the bytes before anybody asks who sent them. */
static bool
refused_unread(struct engine *e, struct exchange *x)
{
	const char *user = exchange_header(x, "X-Username");

	if (x->too_large) {
		const char *why = "the body is larger than 4 MiB";
		answer_refused(x, 413, "400", "Internal server error");
		diagnose(x, why);
		frontdesk_note(e, x, user == NULL ? "" : user, 413, "body too large", why);
	} else if (strcasecmp(x->method, "POST") != 0) { /* MyAdmin says post */
		const char *why = "the reseller API takes POST only";
		answer_refused(x, 405, "400", "Internal server error");
		exchange_add_out(x, "Allow", "POST");
		diagnose(x, why);
		frontdesk_note(e, x, user == NULL ? "" : user, 405, "not a POST", why);
	} else if (user == NULL || *user == '\0') {
		answer_missing(x, "X-Username");
		diagnose(x, "the header X-Username is missing");
		frontdesk_note(e, x, "", 404, "nobody", "the header X-Username is missing");
	} else {
		return false;
	}
	return true;
}

static void
refuse_unknown(struct engine *e, struct exchange *x, const char *username)
{
	const char *why = arena_printf(x->arena,
	    "no world of this server has a user '%s'; `orrery world list` shows who there is",
	    username);

	answer_refused(x, 200, "401", "Authentication Error");
	diagnose(x, why);
	frontdesk_note(e, x, username, 401, "unknown user", why);
}

/* Everybody's keys, for the doctor: somebody may have taken the wrong one. */
size_t
engine_keys(struct engine *e, struct arena *a, const char *but, struct doctor_key **keys)
{
	struct world_card *cards;
	size_t worlds = engine_list(e, a, &cards), n = 0;

	for (size_t i = 0; i < worlds; i++)
		n += cards[i].user_count;
	*keys = NEW_ARRAY(a, struct doctor_key, n + 1);
	n = 0;
	for (size_t i = 0; i < worlds; i++)
		for (size_t j = 0; j < cards[i].user_count; j++)
			if (strcmp(cards[i].users[j].username, but) != 0)
				(*keys)[n++] = (struct doctor_key){
					arena_printf(a, "user %s of world %s",
					    cards[i].users[j].username, cards[i].name),
					cards[i].users[j].key,
				};
	return n;
}

static const char *
check_signature(struct engine *e, struct exchange *x, const char *username, const char *key)
{
	const char *given = exchange_header(x, "X-Signature");
	struct signature right = xcp_sign(x->body, x->body_size, key);
	struct patient p = {
		.body = x->body, .size = x->body_size, .signature = given, .key = key
	};
	struct doctor_key *others;

	if (given != NULL && xcp_signature_is(&right, given))
		return NULL;
	p.other_count = engine_keys(e, x->arena, username, &others);
	p.others = others;
	return doctor_diagnose(x->arena, &p);
}

/* The faithful reply to a signature that is not right, and its code; the diagnosis
 * travels in a header of our own. */
static int
refuse_signature(struct exchange *x, const char *diagnosis)
{
	bool missing = exchange_header(x, "X-Signature") == NULL;

	if (missing)
		answer_missing(x, "X-Signature");
	else
		answer_refused(x, 200, "401", "Authentication Error");
	diagnose(x, diagnosis);
	return missing ? 404 : 401;
}

struct job *
frontdesk_route(struct engine *e, struct exchange *x)
{
	const char *username = exchange_header(x, "X-Username"), *key;
	struct visitor v = { .username = username };

	exchange_add_out(x, "Server", "OpenSRS/XML-RSA Server");
	if (refused_unread(e, x))
		return NULL;
	struct actor *a = directory_user(e, x->arena, username, &key, &v.reseller);
	if (a == NULL) {
		refuse_unknown(e, x, username);
		return NULL;
	}
	v.diagnosis = check_signature(e, x, username, key);
	if (v.diagnosis != NULL) {
		v.code = refuse_signature(x, v.diagnosis);
		log_info(
		    "wrong signature of user '%s' from %s: %s", username, x->peer, v.diagnosis);
	} else {
		v.place = exchange_place(e, x, username);
	}
	struct job *j = NEW(x->arena, struct job);
	*j = (struct job){ .engine = e, .actor = a, .x = x, .run = xcp_run, .visitor = v };
	return j;
}
