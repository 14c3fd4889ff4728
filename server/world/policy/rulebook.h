/*
 * Rulebook: everything the vendor could change, read from fixtures/ once at
 * start, immutable and shared by all worlds: policies, TLDs, prices, premium names
 * and mail templates, each value with its source and how certain it is; and
 * ready-made worlds.
 *
 * A file of DIR takes the place of the embedded file of the same path; the folders
 * are policy/ tld/ price/ premium/ mail/ (TYPE.LANGUAGE.mail) world/, each with its
 * README.md.  Named by a hash over the files.  A world may override policies, see
 * policy.h; it never changes the rulebook.
 */
#ifndef WORLD_POLICY_RULEBOOK_H
#define WORLD_POLICY_RULEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum certainty { STATED, INFERRED, CONFLICTING };

struct rule { /* one line of a policy or TLD file */
	const char *key, *value, *source, *note;
	enum certainty certainty;
};

struct tld {
	const char *name; /* "com", "co.uk" */
	const struct rule *rules; /* keys without the "tld.com." */
	size_t count;
};

struct price {
	const char *tld, *type; /* type: new, renewal, transfer */
	int64_t cents; /* for one year */
	const char *source;
};

struct template_file {
	const char *type, *language, *hash, *body;
};

/* A world that is furnished already: requests of the control API that make it so. */
struct ready_world {
	const char *name, *path; /* "portfolio"; the file, for complaints */
	const char *requests; /* as fixtures/world/README.md says: a JSON list */
};

struct tally;

struct rulebook {
	const char *hash;
	const struct rule *policies; /* sorted by key */
	size_t policy_count;
	const struct tld *tlds; /* sorted by name */
	size_t tld_count;
	const struct price *prices; /* sorted by tld, then type */
	size_t price_count;
	const struct rule *premiums; /* sorted by key, which is the name; see premium.h */
	size_t premium_count;
	const struct template_file *templates;
	size_t template_count;
	const struct ready_world *worlds; /* sorted by name */
	size_t world_count;
	const char *countries, *languages; /* fixtures/iso: "\nSE Sweden\n..." */
	struct policy_reads *reads; /* who was asked for: reads.h */
	struct tally *answers; /* of commands; NULL: nobody keeps a record */
};

/* The files in the binary and, unless it is NULL, those of DIR.  NULL with one
 * line "file:line: reason" for each mistake on stderr. */
const struct rulebook *rulebook_open(const char *dir);
void rulebook_close(const struct rulebook *r);

/* Of a test run: which policies were read and what commands answered goes to the
 * files that ORRERY_POLICY_READS and ORRERY_ANSWERS name, where they do. */
void rulebook_record(const struct rulebook *r);

const struct rule *rulebook_policy(const struct rulebook *r, const char *key);
const struct tld *rulebook_tld(const struct rulebook *r, const char *domain); /* longest suffix */
const struct tld *rulebook_tld_named(const struct rulebook *r, const char *name); /* exactly */
const struct rule *tld_rule(const struct tld *t, const char *key);
const struct ready_world *rulebook_world(const struct rulebook *r, const char *name);
/* "portfolio, short-of-funds": for whoever named another. */
const char *rulebook_worlds(const struct rulebook *r, struct arena *a);
const char *certainty_name(enum certainty c);

#endif
