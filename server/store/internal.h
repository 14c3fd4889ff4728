/* What store.c and query.c share; nobody else includes this. */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include <sqlite3.h>

#include "store/store.h"

struct slot {
	const char *sql;
	sqlite3_stmt *stmt;
	uint64_t bound; /* bit N: parameter N + 1 has its value */
	bool busy; /* belongs to a query that has not ended */
	int count; /* of its parameters */
	const char *names[]; /* the literals that have named them; NULL: none yet */
};

struct store {
	sqlite3 *db;
	bool inside; /* between begin and commit */
	int open; /* queries that have not ended */
	int fault; /* extended code of the first fault; 0: none */
	char message[200];
	struct slot **slots; /* open addressing; ROOM is a power of two */
	size_t room, used;
};

/* OK passes; the machine's errors latch; any other is our bug. */
void store_check(struct store *s, int rc, const char *sql);

/* A statement for SQL that is not busy; NULL if the store has a fault. */
struct slot *slot_take(struct store *s, const char *sql);

#endif
