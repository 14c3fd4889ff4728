#include "world/policy/reads.h"

#include <stdatomic.h>

#include "base/must.h"

enum mark { UNREAD, READ, WRITTEN };

static void
set(_Atomic unsigned char *mark)
{
	if (atomic_load_explicit(mark, memory_order_relaxed) == UNREAD)
		atomic_store_explicit(mark, READ, memory_order_relaxed);
}

void
policy_was_read(const struct rulebook *r, const struct rule *rule)
{
	set(&r->reads->policies[rule - r->policies]);
}

/* Every TLD has the same keys in the same order. */
void
tld_key_was_read(const struct rulebook *r, const struct tld *t, const struct rule *rule)
{
	set(&r->reads->tld_keys[rule - t->rules]);
}

/* In one piece: other processes write to the same file. */
static void
write_new(FILE *f, _Atomic unsigned char *mark, const char *before, const char *key)
{
	if (*mark != READ)
		return;
	*mark = WRITTEN;
	fprintf(f, "%s%s\n", before, key);
}

void
policy_reads_record(const struct rulebook *r, const char *file)
{
	FILE *f = file == NULL ? NULL : fopen(file, "a");

	if (f == NULL)
		return;
	for (size_t i = 0; i < r->policy_count; i++)
		write_new(f, &r->reads->policies[i], "", r->policies[i].key);
	for (size_t i = 0; r->tld_count > 0 && i < r->tlds[0].count; i++)
		write_new(f, &r->reads->tld_keys[i], "tld.*.", r->tlds[0].rules[i].key);
	must(fclose(f) == 0);
}
