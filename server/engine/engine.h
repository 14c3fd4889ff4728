/*
 * The engine's door.
 *
 * Everything that asks anything of a world comes in as an exchange.  A world is
 * an actor: one request at a time has its turn, the others queue; worlds do not
 * wait for each other.
 *
 *   engine_call()    submits and returns when it is answered.
 *   engine_try()     answers at once where the turn is free and the row is not
 *                    LONG; else false, nothing happened: suspend the
 *                    connection, then engine_submit().
 *   engine_submit()  answers later; DONE is called exactly once, on any thread,
 *                    perhaps before engine_submit() returns.
 */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "engine/route.h"
#include "world/time/move.h"

struct engine;

typedef void done_fn(void *closure);

/* Plays a story, a text or its compiled form, in worlds of its own: the report as
 * JSON, in the arena; NULL: WRONG says what is wrong with the story. */
struct play_wish {
	const char *story;
	bool keep; /* the worlds stay */
};
typedef const char *
play_fn(struct engine *e, struct arena *a, const struct play_wish *wish, const char **wrong);

struct engine_config {
	const struct rulebook *rules; /* outlives the engine */
	const struct route *const *routes; /* tables of rows; NULL ends */
	void (*complain)(struct exchange *x, const struct problem *p); /* writes a problem */
	const char *data; /* directory; NULL: in memory */
	const char *public_url; /* what links in mails begin with */
	const char *control_token; /* NULL: none */
	const char *tls_name; /* a further Host that is ours; NULL: none */
	const char *ca_pem; /* served as /ca.pem; NULL: there is no TLS */
	int64_t journal; /* exchanges kept per world; 0: off; -1: all */
	int64_t seed; /* of worlds for which nobody names one; 0: 1 */
	int64_t balance; /* cents a new reseller starts with */
	play_fn *play; /* NULL: no stories are played here */
	/* There are letters for engine_take_letter().  Called on any thread and in a
	 * world's turn: it may wake somebody and no more.  NULL: nobody sends mail on. */
	void (*mailed)(void *closure);
	void *mailed_closure;
	int workers; /* threads for what is long; 0: two */
	bool check_answers; /* for tests: a control answer that does not fit its shape aborts */
};

/* NULL, with the reason on stderr, where the data directory cannot be used. */
struct engine *engine_new(const struct engine_config *config);

/* Links in mails begin with this from now on; before the first request. */
void engine_set_public_url(struct engine *e, const char *url);

/* Answers whatever waits, refuses whatever comes, ends its threads. */
void engine_stop(struct engine *e);
void engine_free(struct engine *e); /* stopped before, or stops */

void engine_call(struct engine *e, struct exchange *x);
bool engine_try(struct engine *e, struct exchange *x);
void engine_submit(struct engine *e, struct exchange *x, done_fn *done, void *closure);

const struct engine_config *engine_config(const struct engine *e);

/* For a door that makes sure of its visitors itself (DOOR_LEGACY): the private key
 * of a user, in the arena; NULL: nobody here has that name. */
const char *engine_key(struct engine *e, struct arena *a, const char *username);

/* Everybody's keys but those of one user: somebody may have taken the wrong one. */
struct doctor_key;
size_t engine_keys(struct engine *e, struct arena *a, const char *but, struct doctor_key **keys);

/*
 * Seat: a connection, as far as somebody's commands come over it; of zeroes: nobody's
 * yet.  Whoever carries the connection has it, hands it on with each exchange, and
 * rises when the connection ends.
 */
struct sitter;
struct seat {
	struct sitter *of;
	int commands; /* that came over it, believed, since it is that user's */
	instant since; /* the world's, at the first of them */
};
void engine_rise(struct engine *e, struct seat *s);

/* Whether any world would have a session with this address. */
bool engine_admits(struct engine *e, const char *address);

/* ---- worlds: for main and for the rows of the control API ---- */

struct world_wish {
	const char *name; /* NULL: one is made up */
	instant start;
	int64_t seed;
	struct clock_setting clock; /* of zeroes: frozen */
	const char *user, *key; /* of the first reseller; NULL: made up */
	const char *fixture; /* a ready-made world of the rulebook; NULL: none */
	struct override_wish {
		const char *key, *value;
	} * policies; /* checked by the caller */
	size_t policy_count;
};
struct world_card { /* what can be said of a world without its turn */
	const char *name;
	instant now; /* last committed */
	bool busy;
	int64_t progress; /* where a running advance is; 0: none runs */
	struct user_card {
		const char *username, *key;
	} * users;
	size_t user_count;
};

enum make {
	MADE,
	NAME_TAKEN,
	USER_TAKEN,
	UNFIT_NAME,
	UNKNOWN_FIXTURE,
	BAD_FIXTURE, /* the log says what is wrong with it */
	UNKNOWN_SNAPSHOT,
	FAILED
};

enum make engine_create(
    struct engine *e, struct arena *a, const struct world_wish *wish, struct world_card *card);
size_t engine_list(struct engine *e, struct arena *a, struct world_card **cards); /* by name */
bool engine_card(struct engine *e, struct arena *a, const char *world, struct world_card *card);

/* These run inside a ROUTE_WHOLE row, which has the world's turn. */
enum make engine_delete(struct call *c);
enum make engine_reset(struct call *c); /* to what it was when it was created */
enum make engine_snapshot(struct call *c, const char *name);
enum make engine_restore(struct call *c, const char *name);
enum make engine_fork(struct call *c, const char *name, struct world_card *card);

/* A reseller of the call's world got or lost a login: the directory must know
 * it when the turn commits.  False: the user name is taken in this process.  (Of a
 * world that is being born it is asked when it moves in.) */
bool engine_reserve_user(struct call *c, const char *username, const char *key);

/* A mail of any world as it travels by SMTP, in the order of the commits. */
struct outgoing {
	struct outgoing *next; /* the engine's */
	struct arena *arena; /* it lives there */
	const char *world, *from, *to;
	const char *message; /* MIME */
	size_t size;
	int64_t lost; /* letters before it that found no room: too many wait already */
};
/* The caller's from now on; NULL: there is none.  Only with the config's `mailed`. */
struct outgoing *engine_take_letter(struct engine *e);
void outgoing_free(struct outgoing *o);

/* What reached no world. */
struct desk_row {
	int64_t id;
	int64_t at_ms; /* real time */
	const char *door, *peer, *username, *what, *diagnosis;
	int code;
};
size_t
engine_desk(struct engine *e, struct arena *a, int64_t since, size_t limit, struct desk_row *rows);
int64_t engine_desk_last(struct engine *e); /* id of the newest; 0: none */
/* From the wire: something that never became an exchange. */
void engine_desk_note(struct engine *e, enum door door, const char *peer, const char *what);

#endif
