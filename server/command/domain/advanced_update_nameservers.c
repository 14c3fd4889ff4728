/*
 * ADVANCED_UPDATE_NAMESERVERS DOMAIN: the nameservers of a name, all of them anew
 * or some of them.
 */
#include "base/arena.h"
#include "command/change.h"
#include "command/nameservers.h"
#include "command/owned.h"
#include "world/name/nameserver.h"
#include "world/name/repoint.h"

static bool
is_operation(const char *text)
{
	return strcmp(text, "assign") == 0 || strcmp(text, "add_remove") == 0;
}

#define DATA .refusal = &refusal_invalid_data

const struct attr accepts_advanced_update_nameservers[] = {
	{ .name = "op_type",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 16,
	    .pattern = is_operation,
	    DATA },
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "assign_ns", .type = ATTR_TREE, DATA },
	{ .name = "add_ns", .type = ATTR_TREE, DATA },
	{ .name = "remove_ns", .type = ATTR_TREE, DATA },
	ATTR_LAST,
};

struct names {
	const char *of[MAX_NAMESERVERS];
	size_t n;
};

static struct names
parsed(struct request *rq, const char *text)
{
	struct names list = { .n = 0 };

	list.n = nameservers_parse(rq->arena, text, list.of);
	return list;
}

/* None where the attribute is absent. */
static const struct refusal *
read_names(struct request *rq, const char *attr, struct names *list)
{
	bool leave = strcmp(attr, "remove_ns") == 0;
	const char *text = "[]";
	const struct refusal *no = NULL;

	if (attr_given(rq, attr))
		no = (leave ? nameservers_read_any : nameservers_read)(
		    rq, attr_tree(rq, attr), &refusal_invalid_data, &text);
	*list = parsed(rq, text);
	return no;
}

/* list.n: it is not there. */
static size_t
place_of(const struct names *list, const char *name)
{
	size_t i = 0;

	while (i < list->n && strcmp(list->of[i], name) != 0)
		i++;
	return i;
}

static const struct refusal *
take_away(struct request *rq, struct names *list, const struct names *gone)
{
	for (size_t i = 0; i < gone->n; i++) {
		size_t at = place_of(list, gone->of[i]);
		if (at == list->n)
			return refuse(rq, not_removed, NULL);
		list->n--;
		for (; at < list->n; at++)
			list->of[at] = list->of[at + 1];
	}
	return NULL;
}

static const struct refusal *
put_in(struct request *rq, struct names *list, const struct names *more)
{
	for (size_t i = 0; i < more->n; i++) {
		if (place_of(list, more->of[i]) < list->n)
			return refuse(rq, invalid_data,
			    arena_printf(rq->arena, "duplicate nameserver '%s'",
				excerpt(rq->arena, more->of[i])));
		if (list->n == MAX_NAMESERVERS)
			return refuse(rq, invalid_data, "more than 13 nameservers");
		list->of[list->n++] = more->of[i];
	}
	return NULL;
}

static const struct refusal *
add_and_remove(struct request *rq, struct names *list)
{
	struct names gone, more;
	const struct refusal *no = NULL;

	if (!attr_given(rq, "add_ns") && !attr_given(rq, "remove_ns"))
		return refuse(rq, no_nameservers, NULL);
	no = read_names(rq, "remove_ns", &gone);
	if (no == NULL)
		no = read_names(rq, "add_ns", &more);
	if (no == NULL)
		no = take_away(rq, list, &gone);
	if (no == NULL)
		no = put_in(rq, list, &more);
	if (no == NULL && list->n == 0)
		no = refuse(rq, invalid_data, "no nameserver is left");
	return no;
}

/* What the list is to be. */
static const struct refusal *
change(struct request *rq, struct names *list)
{
	bool assigns = strcmp(attr_text(rq, "op_type"), "assign") == 0;
	bool mixed = assigns ? attr_given(rq, "add_ns") || attr_given(rq, "remove_ns")
			     : attr_given(rq, "assign_ns");

	if (mixed)
		return refuse(rq, invalid_data, "assign_ns with add_ns or remove_ns");
	if (!assigns)
		return add_and_remove(rq, list);
	if (!attr_given(rq, "assign_ns"))
		return refuse(rq, no_nameservers, NULL);
	return read_names(rq, "assign_ns", list);
}

static const struct refusal *
check(struct request *rq, struct term *t)
{
	const struct refusal *no = owned_term(rq, t);

	if (no == NULL)
		no = nothing_waits(rq, t->name);
	if (no == NULL)
		no = change_in_parts(rq, t);
	if (no == NULL)
		no = nameservers_unlocked(rq, t);
	return no;
}

const struct refusal *
cmd_advanced_update_nameservers(struct request *rq)
{
	struct term t;
	const struct refusal *no = check(rq, &t);

	if (no != NULL)
		return no;
	struct names list = parsed(rq, t.nameservers);
	no = change(rq, &list);
	if (no != NULL)
		return no;
	if (!repoint(rq->world, rq->arena, &t, nameservers_text(rq->arena, list.of, list.n)))
		rq->text = "No nameserver changes necessary";
	return NULL;
}
