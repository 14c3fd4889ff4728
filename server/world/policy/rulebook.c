#include "world/policy/rulebook.h"

#include "base/digest.h"
#include "base/must.h"
#include "base/tally.h"
#include "world/policy/loader.h"
#include "world/policy/reads.h"

#define READS "ORRERY_POLICY_READS"
#define ANSWERS "ORRERY_ANSWERS"

struct opened {
	struct rulebook book; /* first: the caller sees no more */
	struct loader loader;
	struct policy_reads reads;
};

static const struct {
	const char *folder, *ending;
	void (*load)(struct loader *l, const struct fixtures *files, struct rulebook *r);
} parts[] = {
	{ "iso", ".list", load_codes },
	{ "policy", ".policy", load_policies },
	{ "tld", ".tld", load_tlds },
	{ "price", ".price", load_prices },
	{ "premium", ".premium", load_premiums },
	{ "mail", ".mail", load_templates },
	{ "world", ".json", load_worlds },
};
#define PARTS (sizeof(parts) / sizeof(*parts))

/* Goes on from the hash of the files before; paths outside the set count for
 * nothing, so that the same rules have the same name wherever they lie. */
static void
add_to_hash(struct loader *l, const char *folder, const struct fixtures *files,
    char hash[DIGEST_SHA256_HEX])
{
	for (size_t i = 0; i < files->count; i++) {
		const struct fixture *f = &files->rows[i];
		const char *before = arena_printf(
		    l->a, "%s %s/%s %zu\n", hash, folder, f->name, f->size);
		digest_sha256_hex2(before, strlen(before), f->text, f->size, hash);
	}
}

void
load_rulebook(struct loader *l, struct rulebook *r)
{
	char hash[DIGEST_SHA256_HEX] = "";

	if (l->dir != NULL && access(l->dir, R_OK | X_OK) != 0)
		loader_complain(l, l->dir, 0, "no directory that can be read");
	for (size_t i = 0; i < PARTS; i++) {
		struct fixtures files = fixtures_in(l, parts[i].folder, parts[i].ending);
		parts[i].load(l, &files, r);
		add_to_hash(l, parts[i].folder, &files, hash);
	}
	r->hash = arena_strdup(l->a, hash);
}

const struct rulebook *
rulebook_open(const char *dir)
{
	struct opened *o = calloc(1, sizeof(*o));

	must(o != NULL);
	o->loader = loader_open(dir);
	load_rulebook(&o->loader, &o->book);
	o->book.reads = &o->reads;
	must(o->book.policy_count <= MOST_POLICIES);
	if (getenv(ANSWERS) != NULL)
		o->book.answers = tally_new();
	if (o->loader.wrong.size == 0)
		return &o->book;
	fputs(o->loader.wrong.data, stderr);
	rulebook_close(&o->book);
	return NULL;
}

void
rulebook_close(const struct rulebook *r)
{
	struct opened *o = (struct opened *)r;

	if (o == NULL)
		return;
	tally_free(o->book.answers);
	loader_close(&o->loader);
	free(o);
}

void
rulebook_record(const struct rulebook *r)
{
	policy_reads_record(r, getenv(READS));
	if (r->answers != NULL)
		tally_write(r->answers, getenv(ANSWERS));
}

static int
rule_named(const void *key, const void *rule)
{
	return strcmp(key, ((const struct rule *)rule)->key);
}

const struct rule *
rulebook_policy(const struct rulebook *r, const char *key)
{
	return bsearch(key, r->policies, r->policy_count, sizeof(*r->policies), rule_named);
}

const struct rule *
tld_rule(const struct tld *t, const char *key)
{
	return bsearch(key, t->rules, t->count, sizeof(*t->rules), rule_named);
}

static int
tld_named(const void *name, const void *tld)
{
	return strcmp(name, ((const struct tld *)tld)->name);
}

const struct tld *
rulebook_tld_named(const struct rulebook *r, const char *name)
{
	return bsearch(name, r->tlds, r->tld_count, sizeof(*r->tlds), tld_named);
}

const struct tld *
rulebook_tld(const struct rulebook *r, const char *domain)
{
	const struct tld *t = NULL;

	for (const char *dot = strchr(domain, '.'); dot != NULL && t == NULL;
	     dot = strchr(dot + 1, '.'))
		t = rulebook_tld_named(r, dot + 1);
	return t;
}

static int
world_named(const void *name, const void *world)
{
	return strcmp(name, ((const struct ready_world *)world)->name);
}

const struct ready_world *
rulebook_world(const struct rulebook *r, const char *name)
{
	return bsearch(name, r->worlds, r->world_count, sizeof(*r->worlds), world_named);
}

const char *
rulebook_worlds(const struct rulebook *r, struct arena *a)
{
	const char *names = "";

	for (size_t i = 0; i < r->world_count; i++)
		names = arena_printf(a, "%s%s%s", names, i == 0 ? "" : ", ", r->worlds[i].name);
	return names;
}

const char *
certainty_name(enum certainty c)
{
	static const char *const names[] = { "stated", "inferred", "conflicting" };

	return names[c];
}
