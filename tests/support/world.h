/*
 * A world for a test: in memory, with the rules of the binary, turned by hand.
 *
 *	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
 *	int64_t shop = lab_reseller(lab, "shop");
 *	struct term t = lab_register(lab, shop, "ek.com", "Anna", "Ek", "anna@ek.example");
 *	lab_advance(lab, "P16D");
 *	...
 *	lab_close(lab);
 *
 * Every call is a turn of its own, committed when it returns.  What it returns
 * lives in the lab's arena.  Where something should not happen, the cmocka test
 * fails.
 */
#ifndef TESTS_SUPPORT_WORLD_H
#define TESTS_SUPPORT_WORLD_H

#include "world/name/term.h"
#include "world/notice/mail.h"
#include "world/world.h"

struct lab {
	struct world w;
	struct arena *a;
	const struct rulebook *rules;
	bool reopens; /* after every turn */
};

struct lab *lab_open(const char *start);
struct lab *lab_open_with(const char *start, const struct rulebook *rules); /* keeps the rules */
void lab_close(struct lab *lab);

/* A turn of the test's own, which it may fill with calls into the product. */
void lab_begin(struct lab *lab);
void lab_end(struct lab *lab); /* settles what is due, commits */
void lab_refuse(struct lab *lab); /* undone, as after a refusal */

/* Closed, and opened again from an image of its database. */
void lab_reopen(struct lab *lab);

/* All rows of all tables as text; the caller frees it. */
char *lab_dump(struct lab *lab);

void lab_policy(struct lab *lab, const char *key, const char *value);
void lab_advance(struct lab *lab, const char *duration);
void lab_at(struct lab *lab, const char *instant_text); /* advances to it */
instant lab_now(struct lab *lab);

int64_t lab_reseller(struct lab *lab, const char *name);

/* One person in all four roles; others: set .contacts with lab_change(). */
struct contact lab_person(const char *first_name, const char *last_name, const char *email);
struct contact_set lab_all_roles(struct contact person);

/* Registered for a year, as the command would do it, but without order, money
 * and its events. */
struct term lab_register(struct lab *lab, int64_t reseller, const char *name,
    const char *first_name, const char *last_name, const char *email);
struct term lab_register_with(
    struct lab *lab, int64_t reseller, const char *name, const struct contact_set *contacts);
void lab_change(struct lab *lab, const char *name, const struct contact_set *contacts);
struct term lab_term(struct lab *lab, const char *name);

/* One integer that the SQL text asks for, one text, or how often a table has
 * rows that fit: for what the product has no reader for. */
int64_t lab_ask(struct lab *lab, const char *sql);
const char *lab_ask_text(struct lab *lab, const char *sql); /* rows joined by newlines */

/* In a child process; what it prints is swallowed. */
bool aborts(void (*f)(void *), void *arg);

#endif
