/* What every world has before anybody asks for anything. */
#include "base/arena.h"
#include "store/store.h"
#include "world/name/term.h"
#include "world/notice/mail.h"
#include "world/world.h"

/* Held by another registrar all through the time that can be simulated. */
static void
hold_elsewhere(struct world *w, struct arena *a, const char *name)
{
	static const struct contact_set nobody;
	struct term t = {
		.name = name,
		.registrar = "elsewhere",
		.state = "active",
		.expires = LAST_INSTANT,
		.registry_expires = LAST_INSTANT,
		.contacts = contacts_text(a, &nobody),
		.nameservers = "[]",
		.reg_username = "",
		.reg_password = "",
	};

	term_save(w, &t);
}

void
world_furnish(struct store *s, const struct rulebook *rules)
{
	static const char *const reserved[] = { "example.com", "example.net", "example.org" };
	struct world w = { .store = s, .rules = rules };
	struct arena *a = arena_new();

	mail_learn_templates(&w);
	for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
		hold_elsewhere(&w, a, reserved[i]);
	arena_free(a);
}
