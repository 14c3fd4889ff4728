/*
 * Records: what hangs on a name as a list that is replaced as a whole - its DNS
 * zone, its DS records, its forwarding.
 *
 * records.def has a row for each kind: its fields, what may stand in them, and
 * how many of them tell one record from the next.  A list is kept as one JSON
 * text in the row that owns it.
 */
#ifndef WORLD_NAME_RECORD_H
#define WORLD_NAME_RECORD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct record;

enum service { SERVICE_ZONE, SERVICE_DNSSEC, SERVICE_FORWARDING, SERVICE_COUNT };

#define MAX_RECORD_FIELDS 7
#define MAX_RECORDS 500

struct record_field {
	const char *name; /* NULL ends */
	bool (*fits)(const char *text);
	const char *otherwise; /* where it is left out; NULL: it is required */
	bool folded; /* the case does not count: kept in lower case */
};

struct record_kind {
	const char *name; /* of its list on the wire */
	enum service service;
	size_t key; /* two that agree in so many first fields are one twice */
	bool alone; /* nothing else under the same first field */
	bool (*fits)(const struct record *r); /* beyond the fields; NULL: no more */
	struct record_field fields[MAX_RECORD_FIELDS + 1];
};
extern const struct record_kind record_kinds[]; /* a NULL name ends */
const struct record_kind *record_kind_named(const char *name); /* NULL: unknown */

struct record {
	const struct record_kind *kind;
	const char *values[MAX_RECORD_FIELDS]; /* as the fields; NULL only before the check */
};

struct records {
	struct record *rows;
	size_t count;
};

/* What is left out is filled in.  NULL where all is well, else what is wrong. */
const char *records_flaw(struct arena *a, const struct records *list);

const char *records_text(struct arena *a, const struct records *list);
struct records records_parse(struct arena *a, const char *text); /* our own text */

#endif
