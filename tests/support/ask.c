#include "tests/support/ask.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "world/turn.h"

const char end_of_pairs[] = "";

struct value *
request_new(struct arena *a, const char *action, const char *object)
{
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	if (action != NULL)
		value_add_text(a, top, "action", action);
	if (object != NULL)
		value_add_text(a, top, "object", object);
	return top;
}

static bool
is_index(const char *key)
{
	return *key != '\0' && key[strspn(key, "0123456789")] == '\0';
}

static void
drop(struct value *parent, const char *key)
{
	struct value *before = NULL, *v = parent->first;

	for (; v != NULL && strcmp(v->key, key) != 0; v = v->next)
		before = v;
	if (v == NULL)
		return;
	if (before == NULL)
		parent->first = v->next;
	else
		before->next = v->next;
	if (parent->last == v)
		parent->last = before;
}

static struct value *
container(struct arena *a, struct value *parent, const char *key, const char *next)
{
	enum value_kind kind = is_index(next) ? VALUE_ARRAY : VALUE_ASSOC;

	for (struct value *v = parent->first; v != NULL; v = v->next)
		if (strcmp(v->key, key) == 0 && v->kind != VALUE_TEXT)
			return v;
	drop(parent, key);
	return value_add(a, parent, parent->kind == VALUE_ARRAY ? NULL : key, kind);
}

static void
set(struct arena *a, struct value *parent, const char *path, const char *value)
{
	const char *dot = strchr(path, '.');

	if (dot != NULL) {
		const char *key = arena_strndup(a, path, (size_t)(dot - path));
		const char *next = arena_strndup(a, dot + 1, strcspn(dot + 1, "."));
		set(a, container(a, parent, key, next), dot + 1, value);
		return;
	}
	drop(parent, path);
	if (value != NULL)
		value_add_text(a, parent, parent->kind == VALUE_ARRAY ? NULL : path, value);
}

void
request_set(struct arena *a, struct value *top, const char *path, const char *value)
{
	if (*path == '^')
		set(a, top, path + 1, value);
	else
		set(a, top, arena_printf(a, "attributes.%s", path), value);
}

void
request_set_all(struct arena *a, struct value *top, const char *const *pairs)
{
	for (; *pairs != end_of_pairs; pairs += 2)
		request_set(a, top, pairs[0], pairs[1]);
}

const struct value *
ask(struct lab *lab, int64_t reseller, const struct value *top)
{
	turn_begin(&lab->w);
	struct outcome o = dispatch(&lab->w, lab->a, reseller, top);
	turn_settle(&lab->w, o.granted);
	assert_true(turn_commit(&lab->w));
	assert_int_equal(code_of(o.reply), o.code);
	return o.reply;
}

const struct value *
ask_pairs(struct lab *lab, int64_t reseller, const char *action, const char *object,
    const char *const *pairs)
{
	struct value *top = request_new(lab->a, action, object);

	request_set_all(lab->a, top, pairs);
	return ask(lab, reseller, top);
}

/* The person of the recorded replies. */
void
set_person(struct arena *a, struct value *top, const char *role)
{
	static const char *const fields[][2] = {
		{ "first_name", "Owen" },
		{ "last_name", "Ottway" },
		{ "org_name", "Example Inc." },
		{ "address1", "32 Oak Street" },
		{ "address2", "Suite 500" },
		{ "address3", "Owner" },
		{ "city", "SomeCity" },
		{ "state", "CA" },
		{ "postal_code", "90210" },
		{ "country", "US" },
		{ "phone", "+1.4165550123x1902" },
		{ "fax", "+1.4165550124" },
		{ "email", "ottway@example.com" },
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		request_set(
		    a, top, arena_printf(a, "contact_set.%s.%s", role, fields[i][0]), fields[i][1]);
}

struct value *
registration(struct arena *a, const char *domain)
{
	struct value *top = request_new(a, "SW_REGISTER", "DOMAIN");

	request_set_all(a, top,
	    PAIRS("domain", domain, "reg_type", "new", "period", "1", "reg_username", "owen",
		"reg_password", "secret12", "custom_nameservers", "0", "custom_tech_contact", "0",
		"handle", "process"));
	set_person(a, top, "owner");
	set_person(a, top, "admin");
	set_person(a, top, "billing");
	return top;
}

static const char *
domain_in(const char *const *pairs)
{
	const char *domain = "";

	for (; *pairs != end_of_pairs; pairs += 2)
		if (strcmp(pairs[0], "domain") == 0 && pairs[1] != NULL)
			domain = pairs[1];
	return domain;
}

/* Before the pairs, which may take it away again. */
static void
set_tld_data(struct arena *a, struct value *top, const char *domain)
{
	static const struct {
		const char *ending, *path, *value;
	} rows[] = {
#define TLD_DEFAULT(ending, path, value) { ending, path, value },
#include "scenarios/play/tld_defaults.def"
#undef TLD_DEFAULT
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *at = strstr(domain, rows[i].ending);
		if (at != NULL && strcmp(at, rows[i].ending) == 0)
			request_set(a, top, rows[i].path, rows[i].value);
	}
}

const struct value *
ask_registration(struct lab *lab, int64_t reseller, const char *const *pairs)
{
	struct value *top = registration(lab->a, "a.com");

	set_tld_data(lab->a, top, domain_in(pairs));
	request_set_all(lab->a, top, pairs);
	return ask(lab, reseller, top);
}

int
code_of(const struct value *reply)
{
	return (int)strtol(value_text(reply, "response_code"), NULL, 10);
}

const char *
text_of(const struct value *reply)
{
	return value_text(reply, "response_text");
}

const char *
at(const struct value *reply, const char *path)
{
	const struct value *v = value_path(reply, path);

	return v != NULL && v->kind == VALUE_TEXT ? v->text : NULL;
}

const char *
all_at(struct lab *lab, const struct value *reply, const char *list, const char *key)
{
	const char *text = "", *one;

	for (int i = 0;
	     (one = at(reply, arena_printf(lab->a, "attributes.%s.%d.%s", list, i, key))) != NULL;
	     i++)
		text = arena_printf(lab->a, "%s%s%s", text, i == 0 ? "" : " ", one);
	return text;
}

bool
succeeded(const struct value *reply)
{
	return strcmp(value_text(reply, "is_success"), "1") == 0;
}

void
assert_reply(const struct value *reply, int code, const char *text)
{
	if (code_of(reply) != code || strcmp(text_of(reply), text) != 0)
		fail_msg("expected %d \"%s\", got %d \"%s\"", code, text, code_of(reply),
		    text_of(reply));
}
