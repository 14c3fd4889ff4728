#include "tests/support/invariant.h"

#include <sqlite3.h>

#include "base/arena.h"
#include "base/must.h"

/* The run of a name that counts. */
#define LIVING "verification.state NOT IN ('superseded', 'closed')"

/* The midnight, UTC-5, that opens day 16 of a run. */
#define DEADLINE "((started - 18000) / 86400 + 16) * 86400 + 18000"

static const struct {
	const char *says;
	const char *finds; /* rows that break it */
} invariants[] = {
	{ "a name has one run that counts",
	    "SELECT term FROM verification WHERE " LIVING " GROUP BY term HAVING count(*) > 1"
	    " ORDER BY term" },
	{ "who is held is suspended or under review",
	    "SELECT name, verification.state FROM term LEFT JOIN verification"
	    " ON verification.term = term.id AND " LIVING
	    " WHERE hold AND term.state <> 'deleted' AND coalesce(verification.state, '') NOT IN ('suspended', 'admin_reviewing')"
	    " ORDER BY name" },
	{ "who is suspended is held",
	    "SELECT name FROM term JOIN verification ON verification.term = term.id"
	    " WHERE verification.state = 'suspended' AND NOT hold AND term.state <> 'deleted'"
	    " ORDER BY name" },
	{ "nobody verifies beyond the deadline",
	    "SELECT term, started FROM verification WHERE state IN ('pending', 'verifying')"
	    " AND (SELECT now FROM world) >= " DEADLINE " ORDER BY term" },
	{ "pending lasts no time",
	    "SELECT term FROM verification WHERE state = 'pending' ORDER BY term" },
	{ "who is verified is known",
	    "SELECT term, email FROM verification WHERE state = 'verified' AND NOT EXISTS"
	    " (SELECT * FROM verified_owner o WHERE o.first_name = verification.first_name"
	    " AND o.last_name = verification.last_name AND o.email = lower(verification.email))"
	    " ORDER BY term" },
	{ "who is known is asked no more",
	    "SELECT term, email FROM verification WHERE state IN ('pending', 'verifying', 'suspended')"
	    " AND EXISTS (SELECT * FROM verified_owner o WHERE"
	    " o.first_name = verification.first_name AND o.last_name = verification.last_name"
	    " AND o.email = lower(verification.email)) ORDER BY term" },
	{ "the owner of a name is who its run asks",
	    "SELECT name, email FROM term JOIN verification ON verification.term = term.id"
	    " WHERE " LIVING " AND (email <> contacts ->> '$.owner.email' OR"
	    " first_name <> contacts ->> '$.owner.first_name') ORDER BY name" },
	{ "a run that waits has a timer, no other has one",
	    "SELECT verification.id, state FROM verification LEFT JOIN agenda"
	    " ON agenda.subject = verification.id AND kind = 'verification'"
	    " WHERE (state IN ('pending', 'verifying')) <> (agenda.id IS NOT NULL)"
	    " ORDER BY verification.id" },
	{ "a name that is gone waits for nothing",
	    "SELECT name, verification.state FROM term JOIN verification"
	    " ON verification.term = term.id AND " LIVING
	    " WHERE term.state = 'deleted' ORDER BY name" },
	{ "nothing is overdue", "SELECT id, due FROM agenda, world WHERE due <= now ORDER BY id" },
	{ "nothing has been told that is yet to come",
	    "SELECT 'mail', id FROM mail, world WHERE at > now UNION ALL"
	    " SELECT 'event', id FROM event, world WHERE at > now ORDER BY 1, 2" },
	{ "a run reminds three times at most, of the same owner",
	    "SELECT episode, count(*) FROM mail WHERE type = 'verification.reminder'"
	    " GROUP BY episode HAVING count(*) > 3 OR count(DISTINCT recipient) > 1"
	    " ORDER BY episode" },
	{ "a status is told once",
	    "SELECT domain, status FROM (SELECT id, data ->> '$.domain_name' AS domain,"
	    " data ->> '$.verification_status' AS status, lag(data ->> '$.verification_status') OVER"
	    " (PARTITION BY data ->> '$.domain_name' ORDER BY id) AS before FROM event"
	    " WHERE name = 'REGISTRANT_VERIFICATION_STATUS_CHANGE'"
	    " AND data ->> '$.verification_status' <> 'bounced')"
	    " WHERE status = before AND status <> 'verified' ORDER BY id" },
	{ "the last status told is the one in force",
	    "SELECT name, verification.state FROM term JOIN verification"
	    " ON verification.term = term.id AND " LIVING
	    " WHERE term.state <> 'deleted' AND verification.state <> (SELECT"
	    " data ->> '$.verification_status' FROM event WHERE"
	    " event.name = 'REGISTRANT_VERIFICATION_STATUS_CHANGE'"
	    " AND data ->> '$.domain_name' = term.name"
	    " AND data ->> '$.verification_status' <> 'bounced' ORDER BY event.id DESC LIMIT 1)"
	    " ORDER BY term.name" },
	{ "a balance is the sum of its entries",
	    "SELECT account, sum(amount) FROM entry GROUP BY account HAVING sum(amount) <>"
	    " (SELECT balance FROM entry e WHERE e.account = entry.account ORDER BY id DESC LIMIT 1)"
	    " ORDER BY account" },
	{ "a completed order is a name and a debit",
	    "SELECT id, domain FROM orders WHERE status = 'completed' AND (term IS NULL OR NOT EXISTS"
	    " (SELECT * FROM entry WHERE order_id = orders.id AND amount = -price)) ORDER BY id" },
};

static const char *
first_row(struct arena *a, sqlite3 *db, const char *says, const char *sql)
{
	sqlite3_stmt *q = NULL;
	const char *found = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fprintf(stderr, "invariant: %s in %s\n", sqlite3_errmsg(db), sql);
	must(q != NULL);
	if (sqlite3_step(q) == SQLITE_ROW) {
		found = says;
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			const char *v = (const char *)sqlite3_column_text(q, i);
			found = arena_printf(
			    a, "%s%s %s", found, i == 0 ? ":" : ",", v == NULL ? "-" : v);
		}
	}
	sqlite3_finalize(q);
	return found;
}

const char *
invariants_broken(struct arena *a, const char *file)
{
	sqlite3 *db = NULL;
	const char *found = NULL;

	must(sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK);
	for (size_t i = 0; i < sizeof(invariants) / sizeof(*invariants) && found == NULL; i++)
		found = first_row(a, db, invariants[i].says, invariants[i].finds);
	sqlite3_close(db);
	return found;
}
