/*
 * Reseller: the registrar's customer, who sends the commands; and its logins.
 */
#ifndef WORLD_PARTY_RESELLER_H
#define WORLD_PARTY_RESELLER_H

#include "world/party/contact.h"
#include "world/world.h"

struct reseller {
	int64_t id; /* 0: not saved yet */
	int64_t parent; /* the reseller whose sub-reseller it is; 0: of nobody */
	const char *status; /* active, onhold, locked, canceled, paid_only */
	const char *name, *company;
	const char *tech_name, *tech_email, *tech_phone;
	bool process_immediately;
	const char *nameservers; /* JSON array */
	const char *notices; /* JSON map: {"rsp.suspended_list": false} */
	const char *branding; /* JSON map: logo, url, header, footer, redirect */
	const char *tech_address; /* JSON map: what else is known of its technical contact */
	bool foreign_nameservers; /* its names may point to nameservers of others */
	bool unregistered_hosts; /* and to hosts of which their registry knows nothing */
	bool designated_agent; /* it approves changes of owners in their stead */
	bool subusers; /* owners of its names may let a helper in, */
	int64_t subuser_permissions; /* who may do this much at most: bits of enum permission */
	const char *push_from; /* JSON array: names of resellers who may push names to it */
	bool fenced; /* it has had rules of from where it is served: address_rule.h */
};

struct login {
	const char *username, *key;
	int64_t reseller;
};

bool reseller_load(struct world *w, struct arena *a, int64_t id, struct reseller *r);
bool reseller_find(struct world *w, struct arena *a, const char *name, struct reseller *r);

/* With the defaults of this world, an account, and BALANCE cents from the bank. */
void reseller_create(
    struct world *w, struct arena *a, const char *name, int64_t balance, struct reseller *r);
void reseller_save(struct world *w, const struct reseller *r);
/* What its names have for a technical contact unless they bring one along. */
struct contact reseller_tech(struct arena *a, const struct reseller *r);
/* It has put this name, of another reseller, on its list push_from. */
bool reseller_takes_from(const struct reseller *r, const char *name);
bool reseller_wants(struct world *w, struct arena *a, int64_t id, const char *notice);

bool reseller_status_known(const char *status);

/* By id, after SINCE. */
size_t
reseller_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct reseller *rows);

/* 112 hex digits, as the vendor's keys have, of this world and user name. */
const char *login_make_key(struct world *w, struct arena *a, const char *username);
bool login_find(struct world *w, struct arena *a, const char *username, struct login *l);
void login_save(struct world *w, const struct login *l);
void login_drop(struct world *w, const char *username);
size_t login_list(struct world *w, struct arena *a, struct login **rows); /* by user name */

#endif
