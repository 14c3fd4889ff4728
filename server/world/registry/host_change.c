/* The three changes of a nameserver: whether they can be, and what they do. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/name/host.h"
#include "world/name/nameserver.h"
#include "world/name/repoint.h"
#include "world/registry/hosts.h"
#include "world/registry/inside.h"

static bool
can_create(struct world *w, struct arena *a, const struct host_change *c)
{
	struct host h;

	return !host_find(w, a, c->name, &h);
}

static void
create(struct world *w, struct arena *a, const struct term *t, const struct host_change *c)
{
	struct host h = { .term = t->id, .name = c->name, .ipv4 = c->ipv4, .ipv6 = c->ipv6 };

	host_save(w, &h);
	registry_tell_all(w, a, c->tlds, c->name);
}

static bool
can_modify(struct world *w, struct arena *a, const struct host_change *c)
{
	struct host h, other;

	return host_find(w, a, c->name, &h) &&
	       (!host_find(w, a, c->new_name, &other) || other.id == h.id);
}

static const char *
renamed(struct arena *a, const char *list, const char *from, const char *to)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(a, list, names);

	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], from) == 0)
			names[i] = to;
	return nameservers_text(a, names, n);
}

/* At one registry, names point to the object, whatever it is called; others know
 * it by its old name only. */
static void
follow(struct world *w, struct arena *a, const struct term *above, const struct host_change *c)
{
	int64_t *terms;
	size_t n = host_users(w, a, c->name, &terms);
	struct term t;

	for (size_t i = 0; i < n; i++)
		if (term_load(w, a, terms[i], &t) && registry_shared(w, a, above->name, t.name))
			repoint(w, a, &t, renamed(a, t.nameservers, c->name, c->new_name));
}

static void
modify(struct world *w, struct arena *a, const struct term *t, const struct host_change *c)
{
	struct host h;

	if (!host_find(w, a, c->name, &h))
		return; /* only a fault can hide the row */
	h.ipv4 = c->ipv4;
	h.ipv6 = c->ipv6;
	h.name = c->new_name;
	host_save(w, &h);
	if (strcmp(c->new_name, c->name) != 0)
		follow(w, a, t, c);
}

static bool
can_delete(struct world *w, struct arena *a, const struct host_change *c)
{
	struct host h;

	return host_find(w, a, c->name, &h) && !host_in_use(w, c->name);
}

static void delete (
    struct world *w, struct arena *a, const struct term *t, const struct host_change *c)
{
	struct host h;

	(void)t;
	if (!host_find(w, a, c->name, &h))
		return; /* as above */
	host_drop(w, h.id);
	registry_forget(w, h.name);
}

static const struct action {
	const char *name, *command;
	const char *waits_as; /* OpenSRS Perl client, manage.cgi */
	bool (*possible)(struct world *w, struct arena *a, const struct host_change *c);
	void (*carry_out)(
	    struct world *w, struct arena *a, const struct term *t, const struct host_change *c);
} actions[] = {
	{ "create", "CREATE", "add_nameserver", can_create, create },
	{ "delete", "DELETE", "remove_nameserver", can_delete, delete },
	{ "modify", "MODIFY", "modify_nameserver", can_modify, modify },
};

static const struct action *
action_of(const struct host_change *c)
{
	size_t i = 0;

	while (i < sizeof(actions) / sizeof(*actions) && strcmp(actions[i].name, c->action) != 0)
		i++;
	must(i < sizeof(actions) / sizeof(*actions));
	return &actions[i];
}

bool
host_change_possible(struct world *w, struct arena *a, const struct host_change *c)
{
	return action_of(c)->possible(w, a, c);
}

void
host_carry_out(struct world *w, struct arena *a, const struct term *t, const struct host_change *c)
{
	action_of(c)->carry_out(w, a, t, c);
}

const char *
host_command(const struct host_change *c)
{
	return action_of(c)->command;
}

const char *
host_waits_as(const struct host_change *c)
{
	return action_of(c)->waits_as;
}
