#include "scenarios/play/compiled.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/emitter.h"

static void
directive(struct emitter *e, const json_t *j, const char *name)
{
	emit_member(e, j, name, name);
	emit_end_line(e, 0);
}

static void
heading(struct emitter *e, const json_t *j)
{
	const json_t *ignored = emit_list(e, j, "ignore");

	directive(e, j, "scenario");
	directive(e, j, "id");
	directive(e, j, "level");
	if (json_object_get(j, "covers") != NULL) {
		emit_bare(e, "covers");
		emit_members(e, j, "covers");
		emit_end_line(e, 0);
	}
	directive(e, j, "source");
	for (size_t i = 0; i < json_array_size(ignored); i++) {
		const json_t *one = json_array_get(ignored, i);
		if (!emit_only(e, one, "what is ignored", "mail event"))
			continue;
		emit_bare(e, "ignore");
		emit_member(e, one, "mail", "mail");
		emit_member(e, one, "event", "event");
		emit_end_line(e, 0);
	}
	if (emit_flag(e, j, "strict_events")) {
		emit_bare(e, "strict");
		emit_bare(e, "events");
		emit_end_line(e, 0);
	}
}

static void
world(struct emitter *e, const json_t *j)
{
	static const char *const plain[] = { "clock", "seed", "fixture" };
	const json_t *domains = emit_list(e, j, "domains"), *faults = emit_list(e, j, "faults");

	if (j == NULL ||
	    !emit_only(e, j, "the world", "clock seed fixture policies domains faults"))
		return;
	emit_bare(e, "world");
	emit_end_line(e, 0);
	for (size_t i = 0; i < 3; i++) {
		emit_member(e, j, plain[i], plain[i]);
		emit_end_line(e, 2);
	}
	if (json_object_size(json_object_get(j, "policies")) > 0)
		emit_bare(e, "policy");
	emit_pairs(e, "policies", json_object_get(j, "policies"));
	emit_end_line(e, 2);
	for (size_t i = 0; i < json_array_size(domains); i++) {
		const json_t *one = json_array_get(domains, i);
		emit_begin(e, one);
		if (!emit_only(e, one, "a domain", "name with"))
			continue;
		emit_member(e, one, "name", "domain");
		emit_pairs(e, "with", json_object_get(one, "with"));
		emit_end_line(e, 2);
	}
	for (size_t i = 0; i < json_array_size(faults); i++) {
		const json_t *one = json_array_get(faults, i);
		emit_begin(e, one);
		if (!emit_only(e, one, "a fault", "fault with"))
			continue;
		emit_member(e, one, "fault", "fault");
		emit_pairs(e, "with", json_object_get(one, "with"));
		emit_end_line(e, 2);
	}
}

/* actor NAME KIND ..., let NAME ... */
static void
named(struct emitter *e, const json_t *j, const char *name, const char *keyword)
{
	const json_t *items = emit_list(e, j, name);

	for (size_t i = 0; i < json_array_size(items); i++) {
		const json_t *one = json_array_get(items, i);
		emit_begin(e, one);
		if (!emit_only(e, one, keyword, "name kind with"))
			continue;
		emit_member(e, one, "name", keyword);
		emit_member(e, one, "kind", NULL);
		emit_pairs(e, "with", json_object_get(one, "with"));
		emit_end_line(e, 0);
	}
}

static void
whole(struct emitter *e, const json_t *j)
{
	if (!emit_only(e, j, "a story",
		"version scenario id level covers source ignore strict_events world actors maps"
		" steps"))
		return;
	emit_bare(e, "version");
	if (json_integer_value(json_object_get(j, "version")) != 1)
		emit_refuse(e, "version", "1");
	emit_bare(e, "1");
	emit_end_line(e, 0);
	heading(e, j);
	world(e, json_object_get(j, "world"));
	named(e, j, "actors", "actor");
	named(e, j, "maps", "let");
	emit_steps(e, emit_list(e, j, "steps"));
}

bool
compiled_is(const char *bytes, size_t size)
{
	size_t n = 0;

	while (n < size && strchr(" \t\r\n", bytes[n]) != NULL && bytes[n] != '\0')
		n++;
	return n < size && bytes[n] == '{';
}

struct lines
compiled_lines(struct complaints *c, const char *bytes, size_t size)
{
	struct emitter e = { .c = c, .place = place_top(c->file) };
	json_error_t flaw;
	json_t *j = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &flaw);

	if (j == NULL) {
		struct place at = { c->file, flaw.line > 0 ? flaw.line : 1,
			flaw.column > 0 ? flaw.column : 1 };
		complain(c, at, "no JSON: %s", flaw.text);
		return e.lines;
	}
	whole(&e, j);
	json_decref(j);
	return e.lines;
}
