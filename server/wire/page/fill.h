/*
 * Fill: a file with slots becomes a page.  {name} stands for a value, escaped
 * for HTML; {=name} for HTML that is inserted as it is.  A slot nobody fills is
 * our bug.  Braces around anything but a name are themselves (style sheets).
 */
#ifndef PAGE_FILL_H
#define PAGE_FILL_H

struct arena;

struct slot_value {
	const char *name, *value;
};

const char *fill(struct arena *a, const char *text, const struct slot_value *values);

#endif
