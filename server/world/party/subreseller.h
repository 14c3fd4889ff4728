/*
 * Sub-reseller: a reseller whose customer is another reseller.  It has a user name,
 * a key, an account and names of its own; its parent pays into the account and
 * keeps the settings (facts: the vendor's pages on sub-resellers).
 */
#ifndef WORLD_PARTY_SUBRESELLER_H
#define WORLD_PARTY_SUBRESELLER_H

#include "world/party/reseller.h"

enum subreseller_setting {
#define SETTING(name, otherwise) SETTING_##name,
#include "world/party/subreseller_settings.def"
	SUBRESELLER_SETTINGS
#undef SETTING
};
extern const char *const subreseller_setting_names[SUBRESELLER_SETTINGS];

struct subreseller {
	struct reseller is; /* is.parent is not 0 */
	const char *password;
	const char *settings[SUBRESELLER_SETTINGS]; /* none is NULL */
	const char *contacts; /* JSON map of maps of texts */
};

/* The reseller's one of this user name. */
bool subreseller_find(
    struct world *w, struct arena *a, int64_t parent, const char *username, struct subreseller *s);

/* A new reseller without money, settings or parent: the caller fills these in and
 * saves it.  Its login is the caller's affair too. */
void
subreseller_create(struct world *w, struct arena *a, const char *username, struct subreseller *s);
void subreseller_save(struct world *w, struct arena *a, const struct subreseller *s);

#endif
