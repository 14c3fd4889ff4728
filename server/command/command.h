/*
 * Commands: the only place where wire attributes and rules of the world meet.
 *
 * A command is a row of commands.def, a file under command/OBJECT/, and in it
 * a schema and a handler.  The handler sees attributes that are present where
 * required, typed and in range; it has no effect outside the store, and sees no
 * SQL.  NULL means granted.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "world/party/reseller.h"
#include "world/world.h"
#include "xcp/value.h"

struct arena;
struct buf;

/* Why a request is declined.  The rows are const; what is raised is a value
 * with the detail of the case and, sometimes, attributes of its own. */
struct refusal_row {
	const char *name;
	int code;
	bool success; /* is_success of the reply: a few "refusals" are none */
	const char *text; /* at most one {} */
	const char *source;
	bool error; /* the detail is an attribute as well */
};
#define REFUSAL(name, code, success, text, source) extern const struct refusal_row refusal_##name;
#include "command/refusals.def"
#undef REFUSAL
extern const struct refusal_row *const refusals[]; /* NULL ends */

struct refusal {
	const struct refusal_row *row;
	const char *text;
	struct value *attributes; /* NULL: none */
	struct value *extras; /* further top-level items; NULL: none */
};

/* A flag is 0 or 1, as some clients write it N or Y.  A domain is folded to lower
 * case; it may stand in several places (facts: api/08, "Addressing the domain"). */
enum attr_type {
	ATTR_TEXT,
	ATTR_INT,
	ATTR_FLAG,
	ATTR_TREE,
	ATTR_DOMAIN,
	ATTR_WORDS, /* an array of texts, or one text with commas between */
};
enum { OPTIONAL, REQUIRED };

typedef bool pattern_fn(const char *text);

struct attr {
	const char *name;
	enum attr_type type;
	int required;
	int64_t min, max; /* of the number; of a text's length in bytes */
	pattern_fn *pattern; /* texts, and each of the words; NULL: any line */
	const struct refusal_row *refusal; /* when the value is not that */
	int64_t fallback; /* for an absent or empty number or flag */
	const struct refusal_row *missing; /* when it is required; NULL: missing_field */
};
#define ATTR_LAST \
	{ \
		.name = NULL \
	}
#define MAX_ATTRS 64

/* How a reply leaves, where the door is HTTP. */
enum manner {
	PLAINLY,
	WITHOUT_HTTP, /* as a message of the legacy port, and then the end */
	SILENTLY, /* not at all: the connection ends */
};

/* User names are unique among all worlds of the process, and a world knows only its
 * own: who can tell.  False: the name is somebody's elsewhere; else it is kept
 * for this world, if the request is granted. */
struct usher {
	bool (*reserve)(const struct usher *u, const char *username, const char *key);
	void *closure;
};

struct request {
	struct arena *arena;
	struct world *world;
	struct reseller *reseller; /* who asks */
	const struct value *top; /* the message as it came */
	const struct value *attributes; /* never NULL; may be empty */
	const char *object, *action; /* upper case, as the row's */
	const struct attr *accepts;
	struct {
		const char *text; /* NULL: absent; "" was sent empty */
		int64_t number;
		const struct value *tree;
	} values[MAX_ATTRS]; /* one for each row of accepts */
	struct value *reply; /* the attributes of a granted reply; may stay empty */
	const char *text; /* of a granted reply; starts as the row's */
	int code; /* of a granted reply; starts as 200 */
	struct value *extras; /* further top-level items of a granted reply */
	const struct usher *usher; /* NULL: there are no other worlds */
	const char *transaction; /* transaction_id of whatever reply; NULL: none */
	bool names_action; /* the reply's action is REVOKE:REPLY, not REPLY */
	bool nameless; /* the reply has no object */
	bool farewell; /* a connection that is a session ends with this reply */
	enum manner manner;
};

typedef const struct refusal *command_fn(struct request *rq);

enum built { BUILT, STATIC, BY_DESIGN, NOT_BUILT };

struct command {
	const char *object, *action;
	command_fn *run; /* NULL: not built */
	const struct attr *accepts;
	const char *granted; /* response_text */
	enum built built;
	const char *source; /* the public page it is built from */
};
extern const struct command commands[]; /* sorted by action, then object */
extern const size_t command_count;
const char *built_name(enum built built); /* "done", "not built", ... */

#define COMMAND(object, action, handler, granted, source) \
	command_fn cmd_##handler; \
	extern const struct attr accepts_##handler[];
#define STATIC_COMMAND COMMAND
#define ABSENT(object, action, built, source)
#include "command/commands.def"
#undef COMMAND
#undef STATIC_COMMAND
#undef ABSENT

/* Dispatch is on the action first; the object decides where one action has
 * several rows, else any object is taken (facts: api/04, "Lenient objects"). */
const struct command *command_find(const char *action, const char *object);

#define refuse(rq, name, detail) refusal_new((rq), &refusal_##name, (detail))
struct refusal *refusal_new(struct request *rq, const struct refusal_row *row,
    const char *detail); /* a detail exactly where the text has {} */

/* The same, but for a code and a text that a fault asks for; 0, NULL: the row's.  A row
 * without a {}. */
struct refusal *
refuse_as(struct request *rq, const struct refusal_row *row, int code, const char *text);

/* What follows the time and the process in the vendor's transaction ids. */
const char *transaction_id(struct request *rq);

/* For the detail of a refusal: not too long, and cut between two characters. */
const char *excerpt(struct arena *a, const char *text);

const struct refusal *attrs_check(struct request *rq);
const char *attr_text(const struct request *rq, const char *name);
int64_t attr_int(const struct request *rq, const char *name);
bool attr_flag(const struct request *rq, const char *name);
const char *attr_word(const struct request *rq, const char *name); /* "" where absent */
const struct value *attr_words(const struct request *rq, const char *name); /* NULL: absent */
const struct value *attr_tree(const struct request *rq, const char *name);
bool attr_given(const struct request *rq, const char *name); /* present and not empty */

/* For a flag of which no schema knows: 1, Y or y. */
bool flag_set(const char *text);

/* A text without the blanks around it, which parsers leave in; "" for NULL. */
const char *trimmed(struct arena *a, const char *text);

#endif
