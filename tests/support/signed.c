#include "tests/support/signed.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "xcp/parse.h"
#include "xcp/sign.h"
#include "xcp/write.h"

/* The member of PARENT that the first part of PATH names, made where missing. */
static struct value *
descend(struct arena *a, struct value *parent, const char *path)
{
	const char *dot = strchr(path, '.');

	if (dot == NULL)
		return parent;
	const char *key = arena_strndup(a, path, (size_t)(dot - path));
	struct value *child = parent->first;
	while (child != NULL && strcmp(child->key, key) != 0)
		child = child->next;
	if (child == NULL)
		child = value_add(a, parent, key, VALUE_ASSOC);
	return descend(a, child, dot + 1);
}

static struct value *
message(struct arena *a, const char *action, const char *object, const char *const *pairs)
{
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	value_add_text(a, top, "action", action);
	value_add_text(a, top, "object", object);
	struct value *attributes = value_add(a, top, "attributes", VALUE_ASSOC);
	for (; pairs != NULL && *pairs != NULL; pairs += 2) {
		const char *last = strrchr(pairs[0], '.');
		value_add_text(a, descend(a, attributes, pairs[0]),
		    last == NULL ? pairs[0] : last + 1, pairs[1]);
	}
	return top;
}

void
signed_fill(struct exchange *x, struct arena *a, const struct seller *s, const char *action,
    const char *object, const char *const *pairs)
{
	struct buf body;

	buf_open(&body, 0);
	xcp_write(&body, message(a, action, object, pairs));
	*x = (struct exchange){ .arena = a,
		.door = DOOR_HTTP,
		.peer = "test",
		.method = "POST",
		.target = "/",
		.body = arena_strndup(a, body.data, body.size),
		.body_size = body.size };
	buf_close(&body);
	struct signature sign = xcp_sign(x->body, x->body_size, s->key);
	exchange_add_in(x, "X-Username", s->username);
	exchange_add_in(x, "X-Signature", arena_strdup(a, sign.hex));
}

const struct value *
signed_call(struct arena *a, const struct seller *s, const char *action, const char *object,
    const char *const *pairs)
{
	struct exchange *x = NEW(a, struct exchange);
	struct xcp_parser *p = xcp_parser_new();

	signed_fill(x, a, s, action, object, pairs);
	engine_call(s->engine, x);
	struct xcp_message m = xcp_parse(p, a, x->reply, x->reply_size);
	xcp_parser_free(p);
	must(m.top != NULL);
	return m.top;
}

int
signed_code(const struct value *reply)
{
	const char *code = value_text(reply, "response_code");

	return code == NULL ? 0 : (int)strtol(code, NULL, 10);
}

static void
add_pair(const char **pairs, size_t *n, const char *path, const char *text)
{
	pairs[(*n)++] = path;
	pairs[(*n)++] = text;
	pairs[*n] = NULL;
}

static void
add_contact(struct arena *a, const char **pairs, size_t *n, const char *role, const char *email)
{
	static const char *const fields[][2] = { { "first_name", "Ada" }, { "last_name", "Byron" },
		{ "org_name", "Engines" }, { "address1", "1 Mill Lane" }, { "city", "London" },
		{ "country", "GB" }, { "postal_code", "N1 1AA" }, { "phone", "+44.2071234567" } };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		add_pair(pairs, n, arena_printf(a, "contact_set.%s.%s", role, fields[i][0]),
		    fields[i][1]);
	add_pair(pairs, n, arena_printf(a, "contact_set.%s.email", role), email);
}

static const char *const *
registration(struct arena *a, const char *domain, const char *email)
{
	static const char *const order[][2] = { { "reg_type", "new" }, { "period", "1" },
		{ "handle", "process" }, { "reg_username", "ada" },
		{ "reg_password", "secret1234" }, { "custom_nameservers", "0" },
		{ "custom_tech_contact", "1" } };
	static const char *const roles[] = { "owner", "admin", "billing", "tech" };
	const char **pairs = NEW_ARRAY(a, const char *, 100);
	size_t n = 0;

	add_pair(pairs, &n, "domain", domain);
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
		add_pair(pairs, &n, order[i][0], order[i][1]);
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		add_contact(a, pairs, &n, roles[i], email);
	return pairs;
}

void
signed_fill_register(struct exchange *x, struct arena *a, const struct seller *s,
    const char *domain, const char *email)
{
	signed_fill(x, a, s, "SW_REGISTER", "DOMAIN", registration(a, domain, email));
}

const struct value *
signed_register(struct arena *a, const struct seller *s, const char *domain, const char *email)
{
	return signed_call(a, s, "SW_REGISTER", "DOMAIN", registration(a, domain, email));
}
