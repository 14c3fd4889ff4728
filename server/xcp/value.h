/*
 * Value: what an OPS message says, as a tree: texts, associations and arrays.
 *
 * Members keep the order in which they were added, which is the order in which
 * they are written: clients can see it.  Everything lives in the arena: keys
 * and texts are copied into it.
 */
#ifndef XCP_VALUE_H
#define XCP_VALUE_H

#include <stddef.h>

struct arena;

enum value_kind { VALUE_TEXT, VALUE_ASSOC, VALUE_ARRAY };

struct value {
	enum value_kind kind;
	const char *key; /* of a member; NULL at the root */
	const char *text; /* VALUE_TEXT only; never NULL there */
	struct value *first, *last, *next;
};

struct value *value_new(struct arena *a, enum value_kind kind);

/* Adds at the end and returns the new member.  Members of an array are keyed
 * "0", "1", ... by themselves: pass NULL. */
struct value *
value_add_text(struct arena *a, struct value *parent, const char *key, const char *text);
struct value *
value_add(struct arena *a, struct value *parent, const char *key, enum value_kind kind);
void value_adopt(struct arena *a, struct value *parent, const char *key, struct value *member);

/* For a reader: the member keeps the key that it has, and once all are there an
 * array is put in the order of its keys, whatever gaps those have, and keyed
 * anew.  Of two with the same number the later stays. */
void value_append(struct value *parent, struct value *member);
void value_order(struct arena *a, struct value *array);

/* The member, or NULL where there is none, or no parent.  Of two with the same
 * key the later counts, as in the vendor's hashes. */
const struct value *value_get(const struct value *parent, const char *key);

/* The text under KEY, or NULL where there is none or it is no text. */
const char *value_text(const struct value *parent, const char *key);

/* "attributes.contact_set.owner.email"; a member's key may contain dots, so the
 * longest key that fits is taken first. */
const struct value *value_path(const struct value *root, const char *path);

size_t value_count(const struct value *parent);

#endif
