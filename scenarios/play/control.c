#include "scenarios/play/run.h"

#include "base/arena.h"

bool
carry(struct run *r, struct place at, struct exchange *x)
{
	const char *why = "";

	if (!r->carrier->send(r->carrier->closure, x, &why))
		return run_fail(r, at, why, "an answer to %s %s", x->method, x->target);
	if (x->ending != ENDING_SEND && x->ending != ENDING_BARE)
		return run_fail(
		    r, at, "the connection was cut", "an answer to %s %s", x->method, x->target);
	return true;
}

static struct exchange *
request(struct run *r, const char *method, const char *path, json_t *body)
{
	struct exchange *x = NEW(r->scratch, struct exchange);
	const char *token = r->carrier->control_token;

	x->arena = r->scratch;
	x->door = DOOR_WEB;
	x->peer = "inside";
	x->method = method;
	x->target = strncmp(path, "/api", 4) == 0
			? path
			: arena_printf(r->scratch, "/api/v1/worlds/%s%s", r->world, path);
	x->body = "";
	exchange_add_in(x, "Host", "localhost");
	if (token != NULL)
		exchange_add_in(x, "Authorization", arena_printf(r->scratch, "Bearer %s", token));
	if (body != NULL) {
		char *text = json_dumps(body, JSON_COMPACT);
		x->body = arena_strdup(r->scratch, text);
		x->body_size = strlen(x->body);
		free(text);
		json_decref(body);
		exchange_add_in(x, "Content-Type", "application/json");
	}
	return x;
}

bool
control(struct run *r, struct place at, const char *method, const char *path, json_t *body,
    struct answer *answer)
{
	struct exchange *x = request(r, method, path, body);

	*answer = (struct answer){ 0 };
	if (!carry(r, at, x))
		return false;
	answer->status = x->status;
	answer->body = json_loadb(x->reply, x->reply_size, 0, NULL);
	return true;
}

const char *
answer_summary(struct run *r, const struct answer *answer)
{
	const char *code = json_at(r->scratch, answer->body, "error.code");
	const char *message = json_at(r->scratch, answer->body, "error.message");

	if (code == NULL)
		return arena_printf(r->scratch, "%d", answer->status);
	return arena_printf(
	    r->scratch, "%d %s: %s", answer->status, code, message == NULL ? "" : message);
}

bool
control_granted(
    struct run *r, struct place at, const char *method, const char *path, struct answer *answer)
{
	if (answer->status >= 200 && answer->status < 300)
		return true;
	run_fail(r, at, answer_summary(r, answer), "%s %s to be done", method, path);
	json_decref(answer->body);
	answer->body = NULL;
	return false;
}

bool
control_must(struct run *r, struct place at, const char *method, const char *path, json_t *body,
    struct answer *answer)
{
	return control(r, at, method, path, body, answer) &&
	       control_granted(r, at, method, path, answer);
}
