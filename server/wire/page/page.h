/*
 * Pages for people: what stands behind the links in mails, and a start page.
 *
 * They are filled in from the files of server/web/, work without JavaScript
 * and load nothing from anywhere.  A row of routes.def and a file each.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "engine/engine.h"
#include "wire/page/fill.h"

extern const struct route page_routes[]; /* a row without a method ends */

#define ROUTE(method, path, flags, handler, summary) route_fn page_##handler;
#include "wire/page/routes.def"
#undef ROUTE

/* What a reseller puts around the pages of its customers (rules 01, 1.9).  Its
 * HTML is inserted as it is: it is the reseller's own page. */
struct branding {
	const char *logo, *header, *footer, *redirect; /* "" where there is none */
	const char *colour; /* "#0b5cad"; NULL: ours */
};
struct branding branding_of(struct call *c, int64_t reseller); /* 0: none */

/* The file NAME of server/web/, filled in and put into the frame. */
struct page {
	const char *file, *title;
	const struct slot_value *values; /* a NULL name ends; NULL: none */
	const struct branding *branding; /* NULL: none */
	const char *language; /* NULL: en */
};
void page_answer(struct exchange *x, int status, const struct page *page);

/* A file of server/web/ that is part of a page, filled in. */
const char *page_part(struct arena *a, const char *file, const struct slot_value *values);

void page_complain(struct exchange *x, const struct problem *p);

#endif
