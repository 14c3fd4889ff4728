#include "tests/support/engine.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "wire/complain.h"
#include "world/policy/rulebook.h"
#include "xcp/sign.h"

int
house_setup(void **state)
{
	(void)state;
	store_setup();
	return 0;
}

struct house *
house_open_with(const struct engine_config *but)
{
	struct house *h = calloc(1, sizeof(*h));
	struct engine_config config = *but;

	assert_non_null(h);
	h->a = arena_new();
	h->kept = json_array();
	h->host = "127.0.0.1:8480";
	h->token = but->control_token;
	h->rules = config.rules = rulebook_open(NULL);
	assert_non_null(config.rules);
	config.routes = wire_routes;
	config.complain = wire_complain;
	config.check_answers = true;
	h->engine = engine_new(&config);
	assert_non_null(h->engine);
	json_t *demo = house_api(
	    h, 201, "POST", "/worlds", "{'name':'demo','start':'2026-05-04T15:20:00Z'}");
	h->key = text_at(demo, "users.0.key");
	return h;
}

struct house *
house_open(void)
{
	return house_open_with(&(struct engine_config){ .journal = 1000, .balance = 100000000 });
}

void
house_close(struct house *h)
{
	engine_free(h->engine);
	rulebook_record(h->rules);
	rulebook_close(h->rules);
	json_decref(h->kept);
	arena_free(h->a);
	free(h);
}

struct exchange *
house_ask(struct house *h, const char *method, const char *target, const char *body)
{
	struct exchange *x = NEW(h->a, struct exchange);
	char *sent = arena_strdup(h->a, body);

	*x = (struct exchange){ .arena = h->a,
		.door = DOOR_WEB,
		.peer = "127.0.0.1",
		.method = method,
		.target = arena_strdup(h->a, target),
		.body = sent,
		.body_size = strlen(sent) };
	if (h->host != NULL)
		exchange_add_in(x, "Host", h->host);
	if (h->origin != NULL)
		exchange_add_in(x, "Origin", h->origin);
	if (h->token != NULL)
		exchange_add_in(x, "Authorization", arena_printf(h->a, "Bearer %s", h->token));
	if (h->language != NULL)
		exchange_add_in(x, "Accept-Language", h->language);
	engine_call(h->engine, x);
	return x;
}

static const char *
with_quotes(struct house *h, const char *body)
{
	char *text = arena_strdup(h->a, body);

	for (char *at = text; *at != '\0'; at++)
		if (*at == '\'')
			*at = '"';
	return text;
}

json_t *
house_api(struct house *h, int status, const char *method, const char *path, const char *body)
{
	struct exchange *x = house_ask(
	    h, method, arena_printf(h->a, "/api/v1%s", path), with_quotes(h, body));

	if (x->status != status)
		fail_msg("%s %s: %d, not %d: %s", method, path, x->status, status, x->reply);
	json_t *j = json_loadb(x->reply, x->reply_size, JSON_DECODE_ANY, NULL);
	if (j == NULL)
		fail_msg("%s %s: no JSON: %s", method, path, x->reply);
	json_array_append_new(h->kept, j);
	return j;
}

const char *
house_refusal(struct house *h, int status, const char *method, const char *path, const char *body)
{
	json_t *j = house_api(h, status, method, path, body);

	assert_true(*text_at(j, "error.message") != '\0');
	return text_at(j, "error.code");
}

#define ITEM "<item key=\"%s\">%s</item>"

static const char *
person(struct house *h, const char *first, const char *last, const char *email)
{
	return arena_printf(h->a,
	    "<dt_assoc>" ITEM ITEM ITEM
	    "<item key=\"org_name\">Ek Bikes</item><item key=\"address1\">1 Main St</item>"
	    "<item key=\"city\">Toronto</item><item key=\"state\">ON</item>"
	    "<item key=\"country\">CA</item><item key=\"postal_code\">M5V2A1</item>"
	    "<item key=\"phone\">+1.4165550100</item></dt_assoc>",
	    "first_name", first, "last_name", last, "email", email);
}

static const char *
registration(struct house *h, const char *domain, const char *contact)
{
	const char *contacts = "";

	for (size_t i = 0; i < 4; i++)
		contacts = arena_printf(h->a, "%s" ITEM, contacts,
		    ((const char *const[]){ "owner", "admin", "billing", "tech" })[i], contact);
	return arena_printf(h->a,
	    "<?xml version='1.0'?><OPS_envelope><header><version>0.9</version></header><body>"
	    "<data_block><dt_assoc>" ITEM ITEM ITEM
	    "<item key=\"attributes\"><dt_assoc>" ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM
	    "<item key=\"contact_set\"><dt_assoc>%s</dt_assoc></item></dt_assoc></item>"
	    "</dt_assoc></data_block></body></OPS_envelope>",
	    "protocol", "XCP", "action", "SW_REGISTER", "object", "DOMAIN", "domain", domain,
	    "reg_type", "new", "period", "1", "reg_username", "owner", "reg_password", "secret12",
	    "handle", "process", "custom_nameservers", "0", "custom_tech_contact", "1", contacts);
}

void
house_register(struct house *h, const char *domain, const char *first_name, const char *last_name,
    const char *email)
{
	const char *body = registration(h, domain, person(h, first_name, last_name, email));
	struct signature s = xcp_sign(body, strlen(body), h->key);
	struct exchange x = { .arena = h->a,
		.door = DOOR_HTTPS,
		.peer = "127.0.0.1",
		.method = "POST",
		.target = "/",
		.body = body,
		.body_size = strlen(body) };

	exchange_add_in(&x, "X-Username", "demo");
	exchange_add_in(&x, "X-Signature", arena_strdup(h->a, s.hex));
	engine_call(h->engine, &x);
	if (strstr(x.reply, "<item key=\"is_success\">1</item>") == NULL)
		fail_msg("%s was not registered: %s", domain, x.reply);
}

static const json_t *
value_at(const json_t *j, const char *path)
{
	while (*path != '\0' && j != NULL) {
		char name[100];
		size_t n = strcspn(path, ".");
		snprintf(name, sizeof(name), "%.*s", (int)n, path);
		j = json_is_array(j) ? json_array_get(j, strtoul(name, NULL, 10))
				     : json_object_get(j, name);
		path += n + (path[n] == '.');
	}
	return j;
}

const char *
text_at(const json_t *j, const char *path)
{
	const json_t *value = value_at(j, path);

	if (json_is_string(value))
		return json_string_value(value);
	return json_is_boolean(value) ? (json_is_true(value) ? "true" : "false") : "";
}

int64_t
number_at(const json_t *j, const char *path)
{
	const json_t *value = value_at(j, path);

	return json_is_integer(value) ? json_integer_value(value) : -999;
}

size_t
count_at(const json_t *j, const char *path)
{
	return json_array_size(value_at(j, path));
}

const char *
header_out(const struct exchange *x, const char *name)
{
	for (size_t i = 0; i < x->out_count; i++)
		if (strcasecmp(x->out[i].name, name) == 0)
			return x->out[i].value;
	return "";
}
