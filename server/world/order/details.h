/*
 * Details of an order: what was asked for and has no column of its own, a JSON
 * map of texts.
 */
#ifndef WORLD_ORDER_DETAILS_H
#define WORLD_ORDER_DETAILS_H

struct arena;

struct detail {
	const char *name, *value;
};

/* A NULL name ends; what is NULL or empty is left out. */
const char *details_text(struct arena *a, const struct detail *rows);

/* All at once: the values of these names; "" where there is none. */
void details_fill(struct arena *a, const char *text, struct detail *rows);
const char *details_read(struct arena *a, const char *text, const char *name); /* "": none */

#endif
