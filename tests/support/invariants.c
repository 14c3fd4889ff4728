#include "tests/support/invariants.h"

#include "base/arena.h"
#include "store/store.h"

/* The run of a term that counts. */
#define PRESENT "v.state NOT IN ('superseded', 'closed')"

#define PLANNED "(SELECT count(*) FROM agenda a WHERE a.kind = 'verification' AND a.subject = v.id)"

/* The midnight, UTC-5, that opens day 16 of a run. */
#define DEADLINE "((v.started - 18000) / 86400 + 16) * 86400 + 18000"

#define STATUS "json_extract(data, '$.verification_status')"
#define STATUS_EVENT "name = 'REGISTRANT_VERIFICATION_STATUS_CHANGE' AND " STATUS " <> 'bounced'"
#define LAST_TOLD \
	"(SELECT " STATUS " FROM event WHERE " STATUS_EVENT \
	" AND json_extract(data, '$.domain_id') = CAST(v.term AS TEXT) ORDER BY id DESC LIMIT 1)"

#define KNOWN \
	"EXISTS (SELECT 1 FROM verified_owner o WHERE lower(o.email) = lower(v.email)" \
	" AND o.first_name = v.first_name AND o.last_name = v.last_name)"

/* What holds with the rules as they are built in. */
#define UNLESS(policy) " AND NOT EXISTS (SELECT 1 FROM policy WHERE key = '" policy "')"

#define GOES_BACK(table) \
	"SELECT '" table " ' || id FROM (SELECT id, at, lag(at) OVER (ORDER BY id) AS before" \
	" FROM " table ") WHERE at < before OR at > (SELECT now FROM world)"

const struct invariant invariants[] = {
	/* names and their runs */
	{ "a name has one living term",
	    "SELECT name FROM term WHERE state <> 'deleted' GROUP BY name HAVING count(*) > 1" },
	{ "a name that its reseller has lost stands in its list",
	    "SELECT name FROM term WHERE (state = 'deleted' AND reseller IS NOT NULL)"
	    " <> (id IN (SELECT term FROM deletion))" },
	{ "one verification counts for a term",
	    "SELECT 'term ' || v.term FROM verification v WHERE " PRESENT
	    " GROUP BY v.term HAVING count(*) > 1" },
	{ "names that are gone are verified no more",
	    "SELECT t.name || ' ' || v.state FROM term t JOIN verification v ON v.term = t.id"
	    " WHERE t.state = 'deleted' AND " PRESENT },
	{ "a run asks the owner of its name",
	    "SELECT t.name || ' ' || v.email FROM term t JOIN verification v ON v.term = t.id"
	    " WHERE " PRESENT
	    " AND (lower(v.email) <> lower(json_extract(contacts, '$.owner.email'))"
	    " OR v.first_name <> json_extract(contacts, '$.owner.first_name'))" },
	{ "whoever was verified is known",
	    "SELECT v.email FROM verification v WHERE v.state = 'verified' AND NOT " KNOWN },
	{ "whoever is known is asked no more",
	    "SELECT v.email || ' ' || v.state FROM verification v"
	    " WHERE v.state IN ('pending', 'verifying') AND " KNOWN UNLESS(
		"verification.email_case") },
	/* days and holds */
	{ "a name is on hold exactly while its owner has let the days pass",
	    "SELECT t.name || ' hold ' || t.hold || ' ' || coalesce(v.state, 'unverified')"
	    " FROM term t LEFT JOIN verification v ON v.term = t.id AND " PRESENT
	    " WHERE t.state = 'active' AND t.hold <> coalesce(v.suspended IS NOT NULL"
	    " AND v.state IN ('suspended', 'admin_reviewing'), 0)" },
	{ "whoever is suspended is so since an instant that has been",
	    "SELECT v.id || ' ' || v.state FROM verification v, world WHERE v.suspended > now"
	    " OR (v.state = 'suspended' AND v.suspended IS NULL) OR v.started > now" },
	{ "nobody verifies beyond the deadline",
	    "SELECT v.id || ' ' || v.state FROM verification v, world WHERE"
	    " v.state IN ('pending', 'verifying') AND now >= " DEADLINE UNLESS(
		"verification.batch_zone") },
	{ "pending lasts no time",
	    "SELECT v.id FROM verification v WHERE v.state = 'pending'" UNLESS(
		"verification.mail_delay") },
	/* the agenda */
	{ "what waits has exactly one event, what does not has none",
	    "SELECT v.id || ' is ' || v.state || ' and has ' || " PLANNED
	    " FROM verification v WHERE " PLANNED " <> (v.state IN ('pending', 'verifying'))" },
	{ "events have a subject",
	    "SELECT kind || ' ' || subject FROM agenda WHERE kind = 'verification'"
	    " AND subject NOT IN (SELECT id FROM verification)" },
	{ "nothing is overdue", "SELECT kind || ' ' || label FROM agenda, world WHERE due <= now" },
	{ "who has names on hold gets a list of them",
	    "SELECT 'reseller ' || reseller FROM term WHERE state <> 'deleted' AND hold"
	    " AND reseller NOT IN (SELECT subject FROM agenda WHERE kind = 'suspended_list')" },
	/* what people are told */
	{ "the reseller was told what is",
	    "SELECT v.id || ' is ' || v.state || ', told ' || coalesce(" LAST_TOLD ", 'nothing')"
	    " FROM verification v WHERE " PRESENT " AND " LAST_TOLD " IS NOT v.state" },
	{ "a status is told once",
	    "SELECT term || ' ' || status FROM (SELECT id, json_extract(data, '$.domain_id')"
	    " AS term, " STATUS " AS status, lag(" STATUS ") OVER (PARTITION BY"
	    " json_extract(data, '$.domain_id') ORDER BY id) AS before FROM event"
	    " WHERE " STATUS_EVENT ") WHERE status = before AND status <> 'verified'" },
	{ "mail is of a type that has a template, and to somebody",
	    "SELECT m.type || ' to ' || m.recipient FROM mail m LEFT JOIN template t"
	    " ON t.id = m.template WHERE t.type IS NOT m.type OR m.recipient NOT LIKE '%_@_%'" },
	{ "mail about verification belongs to a run",
	    "SELECT m.id || ' ' || m.type FROM mail m WHERE m.type LIKE 'verification.%'"
	    " AND m.episode NOT IN (SELECT id FROM verification)" },
	{ "a run reminds three times at most, of the same owner",
	    "SELECT 'run ' || episode FROM mail WHERE type = 'verification.reminder'"
	    " GROUP BY episode HAVING count(*) > 3 OR count(DISTINCT recipient) > 1" },
	{ "mail is in the order of time", GOES_BACK("mail") },
	{ "events are in the order of time", GOES_BACK("event") },
	{ "what has fired is in the order of time", GOES_BACK("history") },
	/* orders and registries */
	{ "a name is waited for by one order",
	    "SELECT domain FROM orders WHERE status = 'waiting' OR status = 'processed'"
	    " GROUP BY domain, type = 'transfer' HAVING count(*) > 1" },
	{ "what a registry was asked, an order waits for",
	    "SELECT r.id || ' ' || o.status FROM request r JOIN orders o ON o.id = r.order_id"
	    " WHERE r.status = 'waiting' AND o.status <> 'waiting' AND o.status <> 'processed'" },
	{ "a registry that was not asked does not answer",
	    "SELECT subject FROM agenda WHERE kind = 'registry' AND subject NOT IN"
	    " (SELECT order_id FROM request WHERE status = 'waiting')" },
	{ "an order that is processed waits for its registry",
	    "SELECT id FROM orders WHERE status = 'processed' AND type <> 'transfer' AND id NOT IN"
	    " (SELECT order_id FROM request WHERE status = 'waiting')" },
	{ "an order for a transfer is processed as long as its transfer is under way",
	    "SELECT o.id || ' is ' || o.status || ', ' || coalesce(t.state, 'none') FROM orders o"
	    " LEFT JOIN transfer t ON t.order_id = o.id WHERE o.type = 'transfer' AND"
	    " (o.status = 'processed') <> (coalesce(t.state, '') LIKE 'pending%')" },
	{ "the status of a transfer was told last",
	    "SELECT t.id || ' is ' || t.state FROM transfer t WHERE gaining IS NOT NULL AND"
	    " t.state IS NOT (SELECT json_extract(data, '$.transfer_status') FROM event"
	    " WHERE object = 'TRANSFER' AND json_extract(data, '$.transfer_id') ="
	    " CAST(t.id AS TEXT) ORDER BY id DESC LIMIT 1)" },
	{ "only what is pending ages",
	    "SELECT subject FROM agenda JOIN orders o ON o.id = subject WHERE kind = 'order'"
	    " AND o.status <> 'pending'" },
	{ "the status of an order was told last",
	    "SELECT o.id || ' is ' || o.status FROM orders o WHERE o.status IS NOT (SELECT"
	    " json_extract(data, '$.order_status') FROM event WHERE object = 'ORDER'"
	    " AND json_extract(data, '$.order_id') = CAST(o.id AS TEXT) ORDER BY id DESC LIMIT 1)" },
	{ "a status of an order is told once",
	    "SELECT ord || ' ' || status FROM (SELECT json_extract(data, '$.order_id') AS ord,"
	    " json_extract(data, '$.order_status') AS status, lag(json_extract(data,"
	    " '$.order_status')) OVER (PARTITION BY json_extract(data, '$.order_id') ORDER BY id)"
	    " AS before FROM event WHERE object = 'ORDER') WHERE status = before" },
	{ "notes are in the order of time", GOES_BACK("note") },
	/* money: see world/money/books.h as well */
	{ "entries are in the order of time", GOES_BACK("entry") },
	{ "each entry of an account goes on from the one before",
	    "SELECT 'entry ' || id FROM (SELECT id, amount, balance,"
	    " lag(balance, 1, 0) OVER (PARTITION BY account ORDER BY id) AS before FROM entry)"
	    " WHERE before + amount <> balance" },
	{ "a balance is what came in without what was ordered",
	    "SELECT r.name FROM reseller r JOIN account a ON a.reseller = r.id WHERE"
	    " (SELECT balance FROM entry e WHERE e.account = a.id ORDER BY e.id DESC LIMIT 1) <>"
	    " (SELECT sum(amount) FROM entry e WHERE e.account = a.id AND e.order_id IS NULL) -"
	    " (SELECT coalesce(sum(price), 0) FROM orders o WHERE o.reseller = r.id"
	    " AND o.status = 'completed')" },
	{ "nobody spends or holds what he does not have",
	    "SELECT 'account ' || account FROM entry WHERE balance < 0 OR held > balance" },
	{ "an order for a new name begins a term if it is carried out",
	    "SELECT 'order ' || o.id || ' ' || o.status FROM orders o WHERE o.type = 'new'"
	    " AND (o.status = 'completed') <> coalesce(o.term IN (SELECT id FROM term), 0)" },
	{ NULL, NULL },
};

const struct invariant false_claim[] = {
	{ "no name is ever suspended", "SELECT name FROM term WHERE hold" },
	{ NULL, NULL },
};

const char *
invariants_broken(struct world *w, struct arena *a, const struct invariant *these)
{
	for (; these->says != NULL; these++) {
		struct query q = store_query(w->store, these->sql);
		if (query_row(&q)) {
			const char *what = row_text_or(&q, 0, a, "?");
			query_end(&q);
			return arena_printf(a, "not true that %s: %s", these->says, what);
		}
	}
	return NULL;
}
