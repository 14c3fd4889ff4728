/*
 * The control API: JSON over the web port, a row of routes.def and a file for
 * each path.  The contract for users is README.md beside this file.
 */
#ifndef API_API_H
#define API_API_H

#include "engine/engine.h"
#include "wire/api/json.h"
#include "wire/api/listing.h"

extern const struct route api_routes[]; /* a row without a method ends */

/* What the engine need not know of a row. */
struct api_row {
	const struct field *takes, *gives; /* see ROUTE() */
	const char *takes_name, *gives_name;
};
extern const struct api_row api_rows[]; /* as many as there are routes */
const struct api_row *row_of(const struct call *c);

enum { /* beside the engine's flags */
	ANSWERS_LIST = 1 << 8, /* {"items":[...],"next":...}, of what the row gives */
	ANSWERS_MADE = 1 << 9, /* 201 */
	ANSWERS_AT_ONCE = 1 << 10, /* a list that nobody can wait for: no `wait` */
};

#define ROUTE(method, path, flags, handler, takes, gives, summary) \
	route_fn api_##handler; \
	extern const struct field shape_##takes[], shape_##gives[];
#include "wire/api/routes.def"
#undef ROUTE

#define MAX_RATE INT64_C(1000000000) /* world seconds per real second */

json_t *openapi_json(struct arena *a); /* the document that describes all rows */

/* Parts of several shapes. */
extern const struct field shape_contact[], shape_contacts[], shape_consent[];

/* A world as the API shows it. */
json_t *world_json(const struct world_card *card);

/* The path's world, as it is now. */
const struct problem *answer_card(struct call *c);

/* What engine_create() and its like refuse; NULL for MADE. */
const struct problem *make_problem(struct call *c, enum make made, const char *name);

const struct problem *no_such_world(struct call *c);

/* What moving a clock refuses; NULL for MOVED. */
const struct problem *move_problem(struct call *c, enum move moved, instant to);

struct term;
json_t *domain_json(struct call *c, const struct term *t);
struct consent_status;
json_t *consent_json(struct consent_status s);
json_t *statuses_json(const struct term *t); /* as the registry calls them */
const char *domain_spelling(struct arena *a, const char *typed); /* NULL: no domain name */

struct fired;
json_t *fired_json(struct arena *a, const struct fired *f);
struct event;
json_t *event_json(struct call *c, const struct event *e);
struct mail;
json_t *mail_json(struct call *c, const struct mail *m);

struct order;
json_t *order_json(struct call *c, const struct order *o);
/* The order of the path's second capture. */
const struct problem *find_order(struct call *c, struct order *o);

struct reseller;
json_t *reseller_json(struct call *c, const struct reseller *r);
/* The living name of the path's second capture. */
const struct problem *find_domain(struct call *c, struct term *t);

/* By user name, or by its own name.  A problem where there is none. */
const struct problem *find_reseller(struct call *c, const char *username, struct reseller *r);

#endif
