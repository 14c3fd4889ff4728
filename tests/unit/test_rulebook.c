/* The rulebook: what it takes from files, and what it says of bad ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "world/policy/loader.h"
#include "world/policy/policy.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

/* A directory as --fixtures takes it. */
struct place {
	char dir[64];
	struct arena *a;
};

static int
begin(void **state)
{
	static struct place p;

	p = (struct place){ .dir = "/tmp/orrery-rules-XXXXXX", .a = arena_new() };
	assert_non_null(mkdtemp(p.dir));
	*state = &p;
	return 0;
}

static int
end(void **state)
{
	struct place *p = *state;
	char *command = arena_printf(p->a, "rm -rf '%s'", p->dir);

	assert_int_equal(system(command), 0);
	arena_free(p->a);
	return 0;
}

static void
put(struct place *p, const char *folder, const char *name, const char *text)
{
	FILE *f;

	mkdir(arena_printf(p->a, "%s/%s", p->dir, folder), 0700);
	f = fopen(arena_printf(p->a, "%s/%s/%s", p->dir, folder, name), "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* What is said about the directory, without its own path; "": nothing. */
static const char *
complaints(struct place *p)
{
	struct loader l = loader_open(p->dir);
	struct rulebook r = { 0 };
	struct buf out;

	load_rulebook(&l, &r);
	buf_open(&out, 0);
	for (const char *at = l.wrong.data; *at != '\0';) {
		bool here = strncmp(at, p->dir, strlen(p->dir)) == 0;
		at += here ? strlen(p->dir) + (at[strlen(p->dir)] == '/') : 0;
		size_t n = strcspn(at, "\n") + 1;
		buf_add(&out, at, n);
		at += n;
	}
	const char *copy = arena_strdup(p->a, out.data);
	buf_close(&out);
	loader_close(&l);
	return copy;
}

static void
every_policy_has_value_source_and_reader(void **state)
{
	const struct rulebook *r = rulebook_open(NULL);
	size_t known = 0;

	(void)state;
	assert_non_null(r);
	for (const struct policy *const *p = policies; *p != NULL; p++, known++) {
		const struct rule *rule = rulebook_policy(r, (*p)->key);
		assert_non_null(rule);
		assert_true(strlen(rule->source) > 0);
	}
	assert_int_equal(r->policy_count, known);
	rulebook_close(r);
}

static void
every_tld_answers_every_key(void **state)
{
	const struct rulebook *r = rulebook_open(NULL);

	(void)state;
	assert_true(r->tld_count > 50);
	for (size_t i = 0; i < r->tld_count; i++) {
		size_t known = 0;
		for (const struct policy *p = tld_keys; p->key != NULL; p++, known++)
			assert_non_null(tld_rule(&r->tlds[i], p->key));
		assert_int_equal(r->tlds[i].count, known);
		assert_ptr_equal(rulebook_tld_named(r, r->tlds[i].name), &r->tlds[i]);
	}
	rulebook_close(r);
}

/* What the sources say of some TLDs that differ from the common run. */
static void
tlds_are_as_the_sources_say(void **state)
{
	static const struct {
		const char *tld, *key, *value;
		enum certainty certainty;
	} rows[] = {
		{ "com", "process", "verification", STATED },
		{ "com", "auto_renew_grace_days", "45", STATED },
		{ "com", "rgp_days", "30", STATED },
		{ "com", "pending_delete_days", "5", STATED },
		{ "name", "rgp_days", "30", CONFLICTING },
		{ "app", "add_grace_days", "5", INFERRED },
		{ "co.uk", "auto_renew_grace_days", "90", STATED },
		{ "co.uk", "auth_code", "no", STATED },
		{ "de", "max_years", "1", STATED },
		{ "sg", "process", "async", INFERRED },
		{ "sg", "consent_required", "yes", INFERRED },
		{ "dk", "registry", "async", INFERRED },
		{ "ws", "leap_day", "keep", INFERRED },
		{ "sg", "registry_delay", "PT5M", INFERRED },
	};
	const struct rulebook *r = rulebook_open(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct rule *rule = tld_rule(rulebook_tld_named(r, rows[i].tld), rows[i].key);
		assert_string_equal(rule->value, rows[i].value);
		assert_int_equal(rule->certainty, rows[i].certainty);
	}
	rulebook_close(r);
}

static void
a_line_has_value_certainty_source_and_note(void **state)
{
	struct place *p = *state;
	struct loader l = loader_open(NULL);
	static const char text[] = "# Of the file, of no line.\n"
				   "\n"
				   "source \"a book\"\n"
				   "# First line,\n"
				   "#second line.\n"
				   "b = two words   inferred   \"page 2\"\r\n"
				   "a=1 stated\n"
				   "  c =  conflicting \"x = y # z\"  \n"
				   "# of nobody";
	struct fixture f = { "x.policy", "x", text, sizeof(text) - 1 };
	struct lines lines = lines_of(&l, &f, 1);

	(void)p;
	assert_string_equal(l.wrong.data, "");
	assert_int_equal(lines.count, 3);
	const struct line *a = &lines.rows[0], *b = &lines.rows[1], *c = &lines.rows[2];
	assert_string_equal(a->rule.key, "a");
	assert_string_equal(a->rule.value, "1");
	assert_int_equal(a->rule.certainty, STATED);
	assert_string_equal(a->rule.source, "a book");
	assert_null(a->rule.note);
	assert_int_equal(a->number, 7);
	assert_string_equal(b->rule.key, "b");
	assert_string_equal(b->rule.value, "two words");
	assert_int_equal(b->rule.certainty, INFERRED);
	assert_string_equal(b->rule.source, "page 2");
	assert_string_equal(b->rule.note, "First line, second line.");
	assert_string_equal(c->rule.value, "");
	assert_string_equal(c->rule.source, "x = y # z");
	loader_close(&l);
}

/* In a file of its own: a key that the others do not have. */
static void
a_bad_line_is_named(void **state)
{
	static const struct {
		const char *line, *said;
	} rows[] = {
		{ "verification.suspension 15",
		    "no equals sign; write: key = value  certainty  \"source\"" },
		{ "= 15 stated \"x\"", "no key; write: key = value  certainty  \"source\"" },
		{ "two words = 15 stated \"x\"",
		    "no key; write: key = value  certainty  \"source\"" },
		{ "verification.suspension = 15 stated",
		    "no source; write it in quotes at the end of the line" },
		{ "verification.suspension = 15 stated \"\"",
		    "no source; write it in quotes at the end of the line" },
		{ "verification.suspension = 15 \"x\"",
		    "\"15\" is no certainty; write stated, inferred or conflicting after the value" },
		{ "verification.suspension = 15 sure \"x\"",
		    "\"sure\" is no certainty; write stated, inferred or conflicting after the value" },
		{ "verification.suspension = stated \"x\"",
		    "verification.suspension: \"\" is not a number of days, such as 10" },
		{ "verification.suspension = ten stated \"x\"",
		    "verification.suspension: \"ten\" is not a number of days, such as 10" },
		{ "verification.suspensions = 15 stated \"x\"",
		    "unknown key verification.suspensions; did you mean verification.suspension?" },
		{ "colour = blue stated \"x\"", "unknown key colour; take it out" },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *said = arena_printf(p->a, "policy/extra.policy:2: %s\n", rows[i].said);
		put(p, "policy", "extra.policy", arena_printf(p->a, "\n%s\n", rows[i].line));
		/* the embedded file has the suspension too, which is said as well */
		assert_non_null(strstr(complaints(p), said));
	}
}

static void
a_key_stands_once(void **state)
{
	struct place *p = *state;

	put(p, "policy", "extra.policy", "verification.suspension = 15 stated \"x\"\n");
	const char *got = complaints(p);
	assert_non_null(strstr(got, "verification.suspension stands at "));
	assert_non_null(strstr(got, "already; keep one\n"));
	assert_non_null(strstr(got, "fixtures/policy/verification.policy:"));
	assert_non_null(strstr(got, "extra.policy:1"));
}

static void
a_missing_key_is_named(void **state)
{
	struct place *p = *state;

	put(p, "policy", "verification.policy", "");
	assert_non_null(strstr(complaints(p),
	    "fixtures/policy: verification.suspension has no value; add a line for it\n"));
	put(p, "policy", "verification.policy", "verification.suspension = 15 stated \"x\"\n");
	assert_null(strstr(complaints(p), "verification.suspension"));
}

static void
every_mistake_is_told_at_once(void **state)
{
	struct place *p = *state;

	put(p, "policy", "extra.policy", "a\nb\n\nc = 1 stated\n");
	assert_string_equal(complaints(p),
	    "policy/extra.policy:1: no equals sign; write: key = value  certainty  \"source\"\n"
	    "policy/extra.policy:2: no equals sign; write: key = value  certainty  \"source\"\n"
	    "policy/extra.policy:4: no source; write it in quotes at the end of the line\n");
}

static void
bad_tlds_prices_and_names_are_told(void **state)
{
	static const struct {
		const char *folder, *name, *text, *said;
	} rows[] = {
		{ "tld", "zz.tld", "process = magic inferred \"x\"\n",
		    "tld/zz.tld:1: process: \"magic\" is not one of verification|sync|async|standard\n" },
		{ "tld", "zz.tld", "proces = sync inferred \"x\"\n",
		    "tld/zz.tld:1: unknown key proces; did you mean process?\n" },
		{ "tld", "zz.tld", "", "tld/zz.tld: kind has no value; add a line for it\n" },
		{ "tld", "zz.txt", "", "tld/zz.txt: not one of ours; files here end in .tld\n" },
		{ "price", "x.price", "com = 1.00 stated \"x\"\n",
		    "price/x.price:1: com names no type; write TLD.new\n" },
		{ "price", "x.price", "zz.gift = 1.00 stated \"x\"\n",
		    "price/x.price:1: \"gift\" is no type of order; write new, renewal or transfer\n" },
		{ "price", "x.price", "zz.new = cheap stated \"x\"\n",
		    "price/x.price:1: \"cheap\" is no price; write dollars and cents, such as 11.62\n" },
		{ "price", "x.price", "zz.new = -1.00 stated \"x\"\n",
		    "price/x.price:1: \"-1.00\" is no price; write dollars and cents, such as 11.62\n" },
		{ "premium", "x.premium", "gold.nowhere = 10.00 stated \"x\"\n",
		    "premium/x.premium:1: \"gold.nowhere\" is no name that could be registered;" },
		{ "premium", "x.premium", "www.gold.com = 10.00 stated \"x\"\n",
		    "premium/x.premium:1: \"www.gold.com\" is no name that could be registered;" },
		{ "premium", "x.premium", "gold.com = cheap stated \"x\"\n",
		    "premium/x.premium:1: \"cheap\" is no price; write dollars and cents," },
		{ "premium", "x.premium", "gold.com = 0.00 stated \"x\"\n",
		    "premium/x.premium:1: \"0.00\" is no price; write dollars and cents," },
		{ "premium", "x.premium", "gold.com = 10.00 tier 2 stated \"x\"\n",
		    "premium/x.premium:1: \"10.00 tier 2\" is no price; write dollars and cents," },
		{ "mail", "letter.mail", "subject: x\n",
		    "mail/letter.mail: names no language; call it letter.en.mail\n" },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		put(p, rows[i].folder, rows[i].name, rows[i].text);
		assert_non_null(strstr(complaints(p), rows[i].said));
		unlink(arena_printf(p->a, "%s/%s/%s", p->dir, rows[i].folder, rows[i].name));
		assert_string_equal(complaints(p), "");
	}
}

static void
a_directory_that_is_not_there_is_told(void **state)
{
	struct place *p = *state;

	rmdir(p->dir);
	assert_string_equal(complaints(p), ": no directory that can be read\n");
	mkdir(p->dir, 0700);
	assert_string_equal(complaints(p), "");
}

/* One file takes the place of another, the rest stays, and the name changes. */
static void
a_directory_overrides_single_files(void **state)
{
	struct place *p = *state;
	const struct rulebook *plain = rulebook_open(NULL), *same = rulebook_open(p->dir);

	assert_string_equal(plain->hash, same->hash);
	put(p, "price", "default.price", "com.new = 1.00 stated \"x\"\n");
	put(p, "price", "README.md", "Mine.\n");
	put(p, "mail", "greeting.fr.mail", "subject: Bonjour\n\nBonjour {name}\n");
	const struct rulebook *other = rulebook_open(p->dir);
	assert_int_equal(other->price_count, 1);
	assert_int_equal(other->prices[0].cents, 100);
	assert_int_equal(other->tld_count, plain->tld_count);
	assert_int_equal(other->template_count, plain->template_count + 1);
	assert_string_not_equal(other->hash, plain->hash);
	rulebook_close(plain);
	rulebook_close(same);
	rulebook_close(other);
}

/* Wherever the same files lie. */
static void
a_book_is_named_by_its_content(void **state)
{
	struct place *p = *state;
	const struct rulebook *plain = rulebook_open(NULL);
	struct loader l = loader_open(NULL);
	struct fixtures prices = fixtures_in(&l, "price", ".price");

	put(p, "price", "default.price", prices.rows[0].text);
	const struct rulebook *copy = rulebook_open(p->dir);
	assert_string_equal(copy->hash, plain->hash);
	assert_int_equal(strlen(copy->hash), 64);
	rulebook_close(copy);
	rulebook_close(plain);
	loader_close(&l);
}

static void
templates_are_named_by_type_and_language(void **state)
{
	struct place *p = *state;
	const struct rulebook *r;
	size_t found = 0;

	put(p, "mail", "greeting.morning.fr.mail", "subject: Bonjour\n\nBonjour {name}\n");
	r = rulebook_open(p->dir);
	for (size_t i = 0; i < r->template_count; i++) {
		const struct template_file *t = &r->templates[i];
		if (strcmp(t->type, "greeting.morning") != 0)
			continue;
		found++;
		assert_string_equal(t->language, "fr");
		assert_string_equal(t->body, "subject: Bonjour\n\nBonjour {name}\n");
		assert_int_equal(strlen(t->hash), 64);
	}
	assert_int_equal(found, 1);
	rulebook_close(r);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_policy_has_value_source_and_reader),
		TEST(every_tld_answers_every_key),
		TEST(tlds_are_as_the_sources_say),
		TEST(a_line_has_value_certainty_source_and_note),
		TEST(a_bad_line_is_named),
		TEST(a_key_stands_once),
		TEST(a_missing_key_is_named),
		TEST(every_mistake_is_told_at_once),
		TEST(bad_tlds_prices_and_names_are_told),
		TEST(a_directory_that_is_not_there_is_told),
		TEST(a_directory_overrides_single_files),
		TEST(a_book_is_named_by_its_content),
		TEST(templates_are_named_by_type_and_language),
	};

	return cmocka_run_group_tests_name("rulebook", tests, NULL, NULL);
}
