/*
 * Change: one type of bulk change, as changes.def lists them, and its errand: to
 * do it for one name, by the command that a reseller would send for it.
 */
#ifndef COMMAND_BULK_CHANGE_CHANGE_H
#define COMMAND_BULK_CHANGE_CHANGE_H

#include "command/dispatch.h"
#include "world/name/term.h"

struct errand {
	struct world *w;
	struct arena *a;
	int64_t reseller;
	const struct value *request; /* the attributes of the bulk change */
	const char *name, *detail;
	bool owned; /* by this reseller, and then: */
	struct term term;
};

typedef struct outcome change_fn(struct errand *e);

struct change {
	const char *name;
	const char *action, *object; /* of the command that does it; NULL: see changes.def, JOB */
	const char *operations; /* words of op_type; NULL: it takes none */
	const char *all, *any; /* attributes it needs; NULL: none */
	bool minds_lock;
	change_fn *run;
};

#define CHANGE(name, action, object, operations, all, any, minds_lock) change_fn change_##name;
#define JOB(name) change_fn change_##name;
#include "command/bulk_change/changes.def"
#undef CHANGE
#undef JOB
const struct change *change_named(const char *name); /* NULL: there is no such type */

/* Each name once, at its first place, with its detail (NULL: there are none); in place.
 * How many are left. */
size_t names_once(struct arena *a, const char **names, const char **details, size_t n);

bool word_among(const char *list, const char *word); /* with commas between */

/* The attributes of a message about the name, to be filled and sent. */
struct value *errand_begin(struct errand *e);
struct outcome
errand_send(struct errand *e, const char *action, const char *object, struct value *attributes);

const char *errand_text(struct errand *e, const char *attr); /* trimmed; "": it was not sent */
bool errand_flag(struct errand *e, const char *attr); /* sent, and set */
/* The attribute goes into the message as it came, if it did. */
void errand_pass(struct errand *e, struct value *attributes, const char *attr);
struct value *value_copy(struct arena *a, const struct value *v);

struct outcome errand_lock(struct errand *e, bool locked);

#endif
