/*
 * Recordings: what the vendor's own test system answered, against what we answer in
 * the same situation.
 *
 * A test program has a row for each recording of one folder of fixtures/wire/ and a
 * function that brings a world there and asks.  Ours has to have the same code, words
 * and keys, the same kind of value behind each key ("a date", "a number", nothing),
 * and the same bytes once all values are taken out.  What is different stands in
 * tests/golden/differences.def, with its reason, and has to be so.
 */
#ifndef TESTS_SUPPORT_RECORDING_H
#define TESTS_SUPPORT_RECORDING_H

#include "tests/support/ask.h"

struct replay {
	struct lab *lab; /* 2026-05-04T15:20:00Z */
	int64_t shop;
	const char *ours, *theirs; /* a text of ours that counts as theirs; NULL: none */
};

struct recording {
	const char *name; /* "lookup/get_balance" */
	const struct value *(*answer)(struct replay *r); /* NULL: we do not come there */
};

/* The whole program: a test for each row, and one that no recording of FOLDER lacks
 * its row and no row its recording. */
int recordings_main(const char *folder, const struct recording *rows, size_t count);

#endif
