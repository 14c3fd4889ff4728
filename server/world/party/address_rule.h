/*
 * Address rules: from where a reseller is served, over every door of its API.
 *
 * A rule is an address or a block of them: 192.0.2.1, 10.0.0.0/8, 2001:db8::/32.  A
 * reseller without a rule in force is served from everywhere.  What is changed takes
 * effect after `ip_rules.delay` on the world's clock: until then the old rules hold.
 */
#ifndef WORLD_PARTY_ADDRESS_RULE_H
#define WORLD_PARTY_ADDRESS_RULE_H

#include "world/party/reseller.h"

struct address_rule {
	int64_t id, reseller;
	const char *rule;
	instant since, until; /* in force from, and before; INT64_MAX: it has no end yet */
};

bool address_rule_well_formed(const char *rule);
bool address_rule_fits(const char *rule, const char *address);
bool address_rule_in_force(const struct address_rule *r, instant now);

/* These will be the reseller's rules, each of them well-formed; R is for the caller to
 * save. */
void address_rules_set(
    struct world *w, struct arena *a, struct reseller *r, const char *const *rules, size_t n);

/* One reseller's, or with 0 everybody's, by reseller and age: those in force, and those
 * that will be or still were a while ago. */
size_t
address_rules(struct world *w, struct arena *a, int64_t reseller, struct address_rule **rows);

bool
address_admitted(struct world *w, struct arena *a, const struct reseller *r, const char *address);

/* Whether any of so many resellers is served there, for doors that know nobody yet; by
 * everybody's rules.  LENIENT: or will be, as far as these rows say. */
bool address_admitted_by_any(const struct address_rule *rows, size_t n, int64_t resellers,
    instant now, const char *address, bool lenient);
int64_t reseller_count(struct world *w);

#endif
