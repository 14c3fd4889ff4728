/* Which faults there are and what may be said of them: adding one. */
#include "base/arena.h"
#include "base/must.h"
#include "base/nearest.h"
#include "base/quote.h"
#include "store/store.h"
#include "world/fault/inside.h"
#include "world/policy/policy.h"

static const struct row {
	const char *kind;
	struct policy parameter; /* its key is the parameter's name */
} rows[] = {
#define FAULT(kind, parameter, type, choices) { kind, { parameter, type, choices, false } },
#define FAULT_LATER(kind)
#include "world/fault/faults.def"
#undef FAULT
#undef FAULT_LATER
};
#define ROWS (sizeof(rows) / sizeof(*rows))

static const char *const later[] = {
#define FAULT(kind, parameter, type, choices)
#define FAULT_LATER(kind) kind,
#include "world/fault/faults.def"
#undef FAULT
#undef FAULT_LATER
};

bool
fault_comes_later(const char *kind)
{
	for (size_t i = 0; i < sizeof(later) / sizeof(*later); i++)
		if (strcmp(later[i], kind) == 0)
			return true;
	return false;
}

static const char *
did_you_mean(struct arena *a, const char *what, const struct nearest *n)
{
	return n->word == NULL ? arena_printf(a, "%s \"%s\" is unknown", what, n->typed)
			       : arena_printf(a, "%s \"%s\" is unknown; did you mean \"%s\"?", what,
				     n->typed, n->word);
}

static const char *
check_kind(struct arena *a, const char *kind)
{
	struct nearest n = nearest_to(kind);

	if (fault_comes_later(kind))
		return arena_printf(a, "faults of kind \"%s\" are not built yet", kind);
	for (size_t i = 0; i < ROWS; i++) {
		if (strcmp(rows[i].kind, kind) == 0)
			return NULL;
		nearest_offer(&n, rows[i].kind);
	}
	return did_you_mean(a, "fault kind", &n);
}

static const char *
check_parameter(struct arena *a, const char *kind, const struct fault_parameter *p)
{
	struct nearest n = nearest_to(p->name);

	for (size_t i = 0; i < ROWS; i++) {
		if (strcmp(rows[i].kind, kind) != 0)
			continue;
		if (strcmp(rows[i].parameter.key, p->name) == 0)
			return policy_objection(a, &rows[i].parameter, p->value);
		nearest_offer(&n, rows[i].parameter.key);
	}
	nearest_offer(&n, "match"); /* what every fault may say of itself */
	nearest_offer(&n, "nth");
	nearest_offer(&n, "times");
	return did_you_mean(a, arena_printf(a, "parameter of %s", kind), &n);
}

static const char *
check(struct arena *a, const struct fault *f)
{
	const char *wrong = check_kind(a, f->kind);

	for (const struct fault_parameter *p = f->parameters; wrong == NULL && p->name != NULL; p++)
		wrong = check_parameter(a, f->kind, p);
	if (wrong == NULL && (f->nth < 1 || f->times < 0))
		wrong = "nth counts from 1, times from 0";
	return wrong;
}

static void
write_parameters(struct buf *b, const struct fault_parameter *list)
{
	buf_char(b, '{');
	for (const struct fault_parameter *p = list; p->name != NULL; p++) {
		if (p != list)
			buf_char(b, ',');
		quote_write(b, p->name);
		buf_char(b, ':');
		quote_write(b, p->value);
	}
	buf_char(b, '}');
}

void
fault_parameters(struct arena *a, const char *text, struct fault_parameter *list)
{
	size_t n = 0;

	must(*text == '{');
	for (text++; *text == '"'; text += *text == ',') {
		must(n < MAX_FAULT_PARAMETERS);
		list[n].name = quote_read(a, &text);
		must(*text == ':');
		text++;
		list[n++].value = quote_read(a, &text);
	}
	list[n] = (struct fault_parameter){ 0 };
}

static int64_t
insert(struct world *w, const struct fault *f)
{
	struct query q = SQL(w->store,
	    "INSERT INTO fault (kind, action, object, domain, user, nth, times, parameters, seen,"
	    " struck) VALUES (:kind, :action, :object, :domain, :user, :nth, :times, :parameters,"
	    " 0, 0)");
	struct buf b;

	buf_open(&b, 0);
	write_parameters(&b, f->parameters);
	bind_text(&q, ":kind", f->kind);
	bind_text(&q, ":action", f->action);
	bind_text(&q, ":object", f->object);
	bind_text(&q, ":domain", f->domain);
	bind_text(&q, ":user", f->user);
	bind_int(&q, ":nth", f->nth);
	bind_int(&q, ":times", f->times);
	bind_text(&q, ":parameters", b.data);
	int64_t id = query_run(&q);
	buf_close(&b);
	return id;
}

const char *
fault_add(struct world *w, struct arena *a, struct fault *f)
{
	const char *wrong = check(a, f);

	if (wrong != NULL)
		return wrong;
	f->id = insert(w, f);
	f->seen = f->struck = 0;
	w->faults = true;
	return NULL;
}

const char *
fault_parameter(const struct fault *f, const char *name, const char *otherwise)
{
	for (const struct fault_parameter *p = f->parameters; p->name != NULL; p++)
		if (strcmp(p->name, name) == 0)
			return p->value;
	return otherwise;
}
