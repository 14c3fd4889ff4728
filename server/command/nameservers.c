#include "command/nameservers.h"

#include "base/arena.h"
#include "world/name/domain.h"
#include "world/name/nameserver.h"

struct entry {
	const char *name;
	long order;
};

/* Clients that number nothing mean the order in which they write. */
static struct entry
taken_from(struct arena *a, const struct value *v, size_t position)
{
	const char *name = v->kind == VALUE_TEXT ? v->text : value_text(v, "name");
	name = name == NULL ? value_text(v, "fqdn") : name;
	const char *order = trimmed(a, value_text(v, "sortorder"));
	char *end;
	long n = strtol(order, &end, 10);

	return (struct entry){
		.name = domain_folded(a, trimmed(a, name)),
		.order = *order == '\0' || *end != '\0' ? (long)position : n,
	};
}

/* Keeps the list sorted; false where name or place is there already. */
static bool
insert(struct entry *list, size_t n, struct entry e)
{
	size_t at = n;

	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].name, e.name) == 0 || list[i].order == e.order)
			return false;
	for (; at > 0 && list[at - 1].order > e.order; at--)
		list[at] = list[at - 1];
	list[at] = e;
	return true;
}

const struct refusal *
nameservers_read_any(
    struct request *rq, const struct value *list, const struct refusal_row *data, const char **text)
{
	struct entry entries[MAX_NAMESERVERS];
	const char *names[MAX_NAMESERVERS];
	size_t n = 0;

	for (const struct value *v = list->first; v != NULL; v = v->next) {
		struct entry e = taken_from(rq->arena, v, n + 1);
		const char *shown = excerpt(rq->arena, e.name);
		if (n == MAX_NAMESERVERS)
			return refusal_new(rq, data, "more than 13 nameservers");
		if (!domain_well_formed(e.name))
			return refusal_new(
			    rq, data, arena_printf(rq->arena, "nameserver '%s'", shown));
		if (!insert(entries, n, e))
			return refusal_new(
			    rq, data, arena_printf(rq->arena, "duplicate nameserver '%s'", shown));
		n++;
	}
	for (size_t i = 0; i < n; i++)
		names[i] = entries[i].name;
	*text = nameservers_text(rq->arena, names, n);
	return NULL;
}

const struct refusal *
nameservers_read(
    struct request *rq, const struct value *list, const struct refusal_row *data, const char **text)
{
	const struct refusal *no = nameservers_read_any(rq, list, data, text);
	const char *domain = trimmed(rq->arena, value_text(rq->attributes, "domain"));

	return no != NULL ? no : nameservers_allowed(rq, domain_folded(rq->arena, domain), *text);
}
