#include "tests/support/world.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "store/store.h"
#include "tests/support/dump.h"
#include "world/flow/verification/verification.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"
#include "world/time/move.h"
#include "world/turn.h"

#define BASE_URL "http://localhost:8480"

static void
open_world(struct lab *lab, struct store *s, instant start)
{
	bool open = world_open(&lab->w, "demo", s, lab->rules, BASE_URL,
	    &(struct beginning){ .start = start, .seed = 1, .birth = "{}" });
	assert_true(open);
}

struct lab *
lab_open_with(const char *start, const struct rulebook *rules)
{
	struct lab *lab = calloc(1, sizeof(*lab));
	instant t = 0;

	must(lab != NULL);
	assert_non_null(rules);
	assert_true(instant_parse(start, &t));
	lab->a = arena_new();
	lab->rules = rules;
	open_world(lab, store_open_memory(NULL, 0), t);
	return lab;
}

/* Immutable and the same for all: read once for each program. */
struct lab *
lab_open(const char *start)
{
	static const struct rulebook *rules;

	if (rules == NULL)
		rules = rulebook_open(NULL);
	return lab_open_with(start, rules);
}

void
lab_close(struct lab *lab)
{
	rulebook_record(lab->rules);
	world_close(&lab->w);
	arena_free(lab->a);
	free(lab);
}

void
lab_begin(struct lab *lab)
{
	turn_begin(&lab->w);
}

void
lab_end(struct lab *lab)
{
	turn_settle(&lab->w, true);
	assert_true(turn_commit(&lab->w));
	if (lab->reopens)
		lab_reopen(lab);
}

void
lab_refuse(struct lab *lab)
{
	turn_settle(&lab->w, false);
	assert_true(turn_commit(&lab->w));
	if (lab->reopens)
		lab_reopen(lab);
}

void
lab_reopen(struct lab *lab)
{
	struct store_image image = store_image(lab->w.store);
	instant now = lab->w.now;

	assert_non_null(image.bytes);
	world_close(&lab->w);
	open_world(lab, store_open_memory(image.bytes, image.size), 0);
	store_image_free(&image);
	assert_int_equal(lab->w.now, now);
}

/* The tests look through a connection of their own, so that looking needs no
 * turn and changes nothing. */
static sqlite3 *
look(struct lab *lab)
{
	struct store_image image = store_image(lab->w.store);
	unsigned char *bytes = sqlite3_malloc64(image.size);
	sqlite3 *db;

	assert_non_null(image.bytes);
	assert_non_null(bytes);
	memcpy(bytes, image.bytes, image.size);
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_deserialize(db, "main", bytes, (sqlite3_int64)image.size,
			     (sqlite3_int64)image.size,
			     SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY),
	    SQLITE_OK);
	store_image_free(&image);
	return db;
}

static sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	return q;
}

char *
lab_dump(struct lab *lab)
{
	struct store_image image = store_image(lab->w.store);
	char *text = dump_image(&image);

	store_image_free(&image);
	return text;
}

const char *
lab_ask_text(struct lab *lab, const char *sql)
{
	sqlite3 *db = look(lab);
	sqlite3_stmt *q = prepare(db, sql);
	struct buf b;

	buf_open(&b, 0);
	while (sqlite3_step(q) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			const char *value = (const char *)sqlite3_column_text(q, i);
			buf_printf(&b, "%s%s",
			    i > 0        ? " "
			    : b.size > 0 ? "\n"
					 : "",
			    value == NULL ? "NULL" : value);
		}
	}
	const char *text = arena_strdup(lab->a, b.data);
	buf_close(&b);
	sqlite3_finalize(q);
	sqlite3_close(db);
	return text;
}

int64_t
lab_ask(struct lab *lab, const char *sql)
{
	sqlite3 *db = look(lab);
	sqlite3_stmt *q = prepare(db, sql);
	int64_t value = sqlite3_step(q) == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;

	sqlite3_finalize(q);
	sqlite3_close(db);
	return value;
}

void
lab_policy(struct lab *lab, const char *key, const char *value)
{
	lab_begin(lab);
	policy_override(&lab->w, key, value);
	lab_end(lab);
}

static void
move_to(struct lab *lab, instant to)
{
	lab_begin(lab);
	assert_int_equal(world_advance(&lab->w, to), MOVED);
	lab_end(lab);
}

void
lab_advance(struct lab *lab, const char *duration)
{
	struct duration d;

	assert_true(duration_parse(duration, &d));
	move_to(lab, instant_after(lab->w.now, d));
}

void
lab_at(struct lab *lab, const char *instant_text)
{
	instant t;

	assert_true(instant_parse(instant_text, &t));
	move_to(lab, t);
}

instant
lab_now(struct lab *lab)
{
	return lab->w.now;
}

int64_t
lab_reseller(struct lab *lab, const char *name)
{
	struct reseller r;

	lab_begin(lab);
	reseller_create(&lab->w, lab->a, name, 100000, &r);
	lab_end(lab);
	return r.id;
}

struct contact
lab_person(const char *first_name, const char *last_name, const char *email)
{
	struct contact c;

	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		*contact_field(&c, i) = "";
	c.first_name = first_name;
	c.last_name = last_name;
	c.org_name = "Ek Bikes";
	c.address1 = "1 Main Street";
	c.city = "Toronto";
	c.state = "ON";
	c.postal_code = "M5V 2T6";
	c.country = "CA";
	c.phone = "+1.4165550123";
	c.email = email;
	return c;
}

struct contact_set
lab_all_roles(struct contact person)
{
	struct contact_set set;

	for (size_t i = 0; i < ROLE_COUNT; i++) {
		set.given[i] = true;
		set.of[i] = person;
	}
	return set;
}

struct term
lab_register_with(
    struct lab *lab, int64_t reseller, const char *name, const struct contact_set *contacts)
{
	struct term t = {
		.name = arena_strdup(lab->a, name),
		.reseller = reseller,
		.registrar = "opensrs",
		.state = "active",
		.contacts = contacts_text(lab->a, contacts),
		.nameservers = "[\"ns1.systemdns.com\"]",
		.reg_username = "user",
		.reg_password = "secret",
	};

	lab_begin(lab);
	t.created = lab->w.now;
	t.expires = t.registry_expires = term_end(&lab->w, lab->a, name, lab->w.now, 1);
	term_save(&lab->w, &t);
	verification_begin(&lab->w, lab->a, &t);
	lab_end(lab);
	return t;
}

struct term
lab_register(struct lab *lab, int64_t reseller, const char *name, const char *first_name,
    const char *last_name, const char *email)
{
	struct contact_set set = lab_all_roles(lab_person(first_name, last_name, email));

	return lab_register_with(lab, reseller, name, &set);
}

struct term
lab_term(struct lab *lab, const char *name)
{
	struct term t;

	lab_begin(lab);
	assert_true(term_find(&lab->w, lab->a, name, &t));
	lab_end(lab);
	return t;
}

void
lab_change(struct lab *lab, const char *name, const struct contact_set *contacts)
{
	struct term t;

	lab_begin(lab);
	assert_true(term_find(&lab->w, lab->a, name, &t));
	struct contact_set before = contacts_parse(lab->a, t.contacts);
	t.contacts = contacts_text(lab->a, contacts);
	term_save(&lab->w, &t);
	verification_contacts_changed(&lab->w, lab->a, &t, &before.of[OWNER]);
	lab_end(lab);
}

static void
fall_silent(void)
{
	int nowhere = open("/dev/null", O_WRONLY);

	if (nowhere >= 0) {
		dup2(nowhere, STDOUT_FILENO);
		dup2(nowhere, STDERR_FILENO);
	}
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	signal(SIGABRT, SIG_DFL); /* cmocka catches it */
}

bool
aborts(void (*f)(void *), void *arg)
{
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		fall_silent();
		f(arg);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}
