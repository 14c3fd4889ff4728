/* Load: from lines to the parts of a rulebook, each value checked. */
#include "base/digest.h"
#include "base/nearest.h"
#include "world/money/account.h"
#include "world/policy/loader.h"
#include "world/policy/policy.h"
#include "world/policy/premium.h"

static const struct rule *
rules_of(struct loader *l, const struct lines *lines)
{
	struct rule *rules = NEW_ARRAY(l->a, struct rule, lines->count);

	for (size_t i = 0; i < lines->count; i++)
		rules[i] = lines->rows[i].rule;
	return rules;
}

/* Which key the line may mean is worth asking only where it is unknown. */
static void
complain_of_key(struct loader *l, const struct line *line, const char *nearest)
{
	if (nearest != NULL)
		loader_complain(l, line->path, line->number, "unknown key %s; did you mean %s?",
		    line->rule.key, nearest);
	else
		loader_complain(
		    l, line->path, line->number, "unknown key %s; take it out", line->rule.key);
}

static void
check_value(struct loader *l, const struct line *line, const struct policy *p)
{
	const char *objection = policy_objection(l->a, p, line->rule.value);

	if (objection != NULL)
		loader_complain(l, line->path, line->number, "%s: %s", line->rule.key, objection);
}

static void
check_policy(struct loader *l, const struct line *line)
{
	const struct policy *known = policy_named(line->rule.key);
	struct nearest n = nearest_to(line->rule.key);

	if (known != NULL) {
		check_value(l, line, known);
		return;
	}
	for (const struct policy *const *p = policies; *p != NULL; p++)
		nearest_offer(&n, (*p)->key);
	complain_of_key(l, line, n.word);
}

static void
check_tld_key(struct loader *l, const struct line *line)
{
	const struct policy *known = tld_key_named(line->rule.key);
	struct nearest n = nearest_to(line->rule.key);

	if (known != NULL) {
		check_value(l, line, known);
		return;
	}
	for (const struct policy *p = tld_keys; p->key != NULL; p++)
		nearest_offer(&n, p->key);
	complain_of_key(l, line, n.word);
}

static bool
has(const struct lines *lines, const char *key)
{
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->rows[i].rule.key, key) == 0)
			return true;
	return false;
}

void
load_policies(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	struct lines lines = lines_of(l, files->rows, files->count);

	for (size_t i = 0; i < lines.count; i++)
		check_policy(l, &lines.rows[i]);
	for (const struct policy *const *p = policies; *p != NULL; p++)
		if (!has(&lines, (*p)->key))
			loader_complain(l, "fixtures/policy", 0,
			    "%s has no value; add a line for it", (*p)->key);
	r->policies = rules_of(l, &lines);
	r->policy_count = lines.count;
}

static struct tld
load_tld(struct loader *l, const struct fixture *file)
{
	struct lines lines = lines_of(l, file, 1);

	for (size_t i = 0; i < lines.count; i++)
		check_tld_key(l, &lines.rows[i]);
	for (const struct policy *p = tld_keys; p->key != NULL; p++)
		if (!has(&lines, p->key))
			loader_complain(
			    l, file->path, 0, "%s has no value; add a line for it", p->key);
	return (struct tld){ file->name, rules_of(l, &lines), lines.count };
}

static int
by_tld(const void *a, const void *b)
{
	return strcmp(((const struct tld *)a)->name, ((const struct tld *)b)->name);
}

/* By name: as files com.br.tld comes before com.tld. */
void
load_tlds(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	struct tld *tlds = NEW_ARRAY(l->a, struct tld, files->count);

	for (size_t i = 0; i < files->count; i++)
		tlds[i] = load_tld(l, &files->rows[i]);
	if (files->count > 0)
		qsort(tlds, files->count, sizeof(*tlds), by_tld);
	r->tlds = tlds;
	r->tld_count = files->count;
}

static struct price
load_price(struct loader *l, const struct line *line)
{
	const char *dot = strrchr(line->rule.key, '.');
	struct price p = { .tld = "", .type = "", .source = line->rule.source };

	if (dot == NULL) {
		loader_complain(
		    l, line->path, line->number, "%s names no type; write TLD.new", line->rule.key);
		return p;
	}
	p.tld = arena_strndup(l->a, line->rule.key, (size_t)(dot - line->rule.key));
	p.type = dot + 1;
	if (strcmp(p.type, "new") != 0 && strcmp(p.type, "renewal") != 0 &&
	    strcmp(p.type, "transfer") != 0)
		loader_complain(l, line->path, line->number,
		    "\"%s\" is no type of order; write new, renewal or transfer", p.type);
	if (!cents_parse(line->rule.value, &p.cents) || p.cents < 0)
		loader_complain(l, line->path, line->number,
		    "\"%s\" is no price; write dollars and cents, such as 11.62", line->rule.value);
	return p;
}

static int
by_tld_and_type(const void *x, const void *y)
{
	const struct price *a = x, *b = y;
	int order = strcmp(a->tld, b->tld);

	return order != 0 ? order : strcmp(a->type, b->type);
}

void
load_prices(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	struct lines lines = lines_of(l, files->rows, files->count);
	struct price *prices = NEW_ARRAY(l->a, struct price, lines.count);

	for (size_t i = 0; i < lines.count; i++)
		prices[i] = load_price(l, &lines.rows[i]);
	if (lines.count > 0)
		qsort(prices, lines.count, sizeof(*prices), by_tld_and_type);
	r->prices = prices;
	r->price_count = lines.count;
}

void
load_premiums(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	struct lines lines = lines_of(l, files->rows, files->count);

	for (size_t i = 0; i < lines.count; i++) {
		const struct line *line = &lines.rows[i];
		const char *objection = premium_objection(
		    l->a, r, line->rule.key, line->rule.value);
		if (objection != NULL)
			loader_complain(l, line->path, line->number, "%s", objection);
	}
	r->premiums = rules_of(l, &lines);
	r->premium_count = lines.count;
}

void
load_templates(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	struct template_file *out = NEW_ARRAY(l->a, struct template_file, files->count);

	for (size_t i = 0; i < files->count; i++) {
		const struct fixture *f = &files->rows[i];
		const char *dot = strrchr(f->name, '.');
		char hash[DIGEST_SHA256_HEX];
		if (dot == NULL) {
			loader_complain(
			    l, f->path, 0, "names no language; call it %s.en.mail", f->name);
			continue;
		}
		digest_sha256_hex(f->text, f->size, hash);
		out[r->template_count++] = (struct template_file){
			.type = arena_strndup(l->a, f->name, (size_t)(dot - f->name)),
			.language = dot + 1,
			.hash = arena_strdup(l->a, hash),
			.body = f->text,
		};
	}
	r->templates = out;
}

void
load_codes(struct loader *l, const struct fixtures *files, struct rulebook *r)
{
	for (size_t i = 0; i < files->count; i++) {
		const struct fixture *f = &files->rows[i];
		const char *text = arena_printf(l->a, "\n%s", f->text);
		if (strcmp(f->name, "countries") == 0)
			r->countries = text;
		else if (strcmp(f->name, "languages") == 0)
			r->languages = text;
		else
			loader_complain(l, f->path, 0, "not one of ours; take it out");
	}
}
