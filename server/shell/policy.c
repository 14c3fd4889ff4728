/* orrery policy: the rulebook for reading, no server needed. */
#include <getopt.h>
#include <jansson.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/must.h"
#include "shell/unread.h"
#include "shell/verb.h"
#include "world/money/account.h"
#include "world/policy/policy.h"
#include "world/policy/premium.h"

const char help_policy[] =
    "usage: orrery policy list [--unread]\n"
    "       orrery policy explain KEY\n"
    "       orrery policy tld NAME\n"
    "\n"
    "Every rule of the model: its value, how sure we are, and where it comes from.\n"
    "A world that is to differ is made with \"policies\": {KEY: VALUE}.\n"
    "\n"
    "  --unread        only those that no process of a test run has read: of that `ci/test` leaves a\n"
    "                  record, --record FILE, or ORRERY_POLICY_READS, or policy-reads beside the program\n"
    "  --json          for programs\n"
    "  --fixtures DIR  as `orrery serve --fixtures DIR` would read them\n"
    "\n"
    "  orrery policy explain verification.batch_zone\n"
    "  orrery policy tld co.uk\n";

struct asked {
	const struct rulebook *rules;
	struct arena *a;
	bool json, unread;
	const char *record; /* of what was read */
	const char *word; /* KEY, NAME */
};

static json_t *
rule_json(const char *key, const struct rule *r)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s?}", "key", key, "value", r->value, "certainty",
	    certainty_name(r->certainty), "source", r->source, "note", r->note);
}

static int
print_json(json_t *value)
{
	json_dumpf(value, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(value);
	return EXIT_DONE;
}

static void
print_rule(const char *key, const struct rule *r)
{
	printf("%-32s %-20s  %-11s  %s\n", key, r->value, certainty_name(r->certainty), r->source);
}

static void
show(const struct asked *ask, json_t *items, const char *key, const struct rule *r)
{
	if (ask->json)
		json_array_append_new(items, rule_json(key, r));
	else
		print_rule(key, r);
}

static int
list(const struct asked *ask)
{
	if (ask->unread)
		return policy_unread(ask->a, ask->record, ask->json);
	const struct rulebook *r = ask->rules;
	json_t *items = json_array();

	for (size_t i = 0; i < r->policy_count; i++)
		show(ask, items, r->policies[i].key, &r->policies[i]);
	for (size_t i = 0; i < r->tld_count; i++)
		for (size_t k = 0; k < r->tlds[i].count; k++)
			show(ask, items,
			    arena_printf(
				ask->a, "tld.%s.%s", r->tlds[i].name, r->tlds[i].rules[k].key),
			    &r->tlds[i].rules[k]);
	for (size_t i = 0; i < r->premium_count; i++)
		show(ask, items, arena_printf(ask->a, PREMIUM_PREFIX "%s", r->premiums[i].key),
		    &r->premiums[i]);
	if (ask->json)
		return print_json(json_pack("{s:o}", "items", items));
	json_decref(items);
	return EXIT_DONE;
}

/* A switch, so that the compiler misses the word of a new type. */
static const char *
type_name(const struct policy *p)
{
	if (p->choices != NULL)
		return p->choices;
	switch (p->type) {
	case POLICY_TEXT:
		return "any text";
	case POLICY_SWITCH:
		return "off|on";
	case POLICY_NUMBER:
		return "a number";
	case POLICY_DAYS:
		return "a number of days";
	case POLICY_DAYS_OR_NEVER:
		return "a number of days, or never";
	case POLICY_DURATION:
		return "a duration such as PT5M";
	case POLICY_MONEY:
		return "an amount such as 1.00";
	case POLICY_COLOUR:
		return "a colour such as #0b5cad, or none";
	case POLICY_INSTANT:
		return "an instant such as 2026-01-01T00:00:00Z";
	case POLICY_CONTACT:
		return "none, all, or fields of a contact";
	case POLICY_DATA:
		return "fields of data, as fixtures/tld/README.md tells";
	}
	must(false);
	return NULL;
}

static int
explain(const struct asked *ask)
{
	const struct policy *p;
	const struct rule *r = policy_rule(ask->rules, ask->word, &p);

	if (r == NULL) {
		fprintf(stderr, "orrery: %s\n", policy_check(ask->rules, ask->a, ask->word, ""));
		return EXIT_USAGE;
	}
	if (ask->json) {
		json_t *out = rule_json(ask->word, r);
		json_object_set_new(out, "type", json_string(type_name(p)));
		json_object_set_new(out, "only_shown", json_boolean(p->only_shown));
		return print_json(out);
	}
	printf("%s = %s\n\n", ask->word, r->value);
	if (r->note != NULL)
		printf("  %s\n", r->note);
	printf("  %s: %s\n  values: %s\n", certainty_name(r->certainty), r->source, type_name(p));
	if (p->only_shown)
		puts("  shown only: nothing acts on it yet");
	return EXIT_DONE;
}

static json_t *
tld_json(const struct asked *ask, const struct tld *t)
{
	json_t *rules = json_array(), *prices = json_object();

	for (size_t i = 0; i < t->count; i++)
		json_array_append_new(
		    rules, rule_json(arena_printf(ask->a, "tld.%s.%s", t->name, t->rules[i].key),
			       &t->rules[i]));
	for (size_t i = 0; i < ask->rules->price_count; i++) {
		const struct price *p = &ask->rules->prices[i];
		if (strcmp(p->tld, t->name) == 0)
			json_object_set_new(
			    prices, p->type, json_string(cents_text(ask->a, p->cents)));
	}
	return json_pack("{s:s, s:o, s:o}", "tld", t->name, "rules", rules, "prices", prices);
}

/* NAME is "co.uk", ".co.uk" or a name below it. */
static int
tld(const struct asked *ask)
{
	const char *name = arena_printf(ask->a, "x.%s", ask->word + (ask->word[0] == '.'));
	const struct tld *t = rulebook_tld(ask->rules, name);

	if (t == NULL) {
		fprintf(stderr, "orrery: %s\n",
		    policy_check(
			ask->rules, ask->a, arena_printf(ask->a, "tld.%s.kind", name + 2), ""));
		return EXIT_USAGE;
	}
	if (ask->json)
		return print_json(tld_json(ask, t));
	for (size_t i = 0; i < t->count; i++)
		print_rule(
		    arena_printf(ask->a, "tld.%s.%s", t->name, t->rules[i].key), &t->rules[i]);
	for (size_t i = 0; i < ask->rules->price_count; i++) {
		const struct price *p = &ask->rules->prices[i];
		if (strcmp(p->tld, t->name) == 0)
			printf("price of a year, %-15s %-20s  %-11s  %s\n", p->type,
			    cents_text(ask->a, p->cents), "", p->source);
	}
	return EXIT_DONE;
}

static const struct {
	const char *name;
	bool wants_word;
	int (*run)(const struct asked *ask);
} topics[] = { { "list", false, list }, { "explain", true, explain }, { "tld", true, tld } };

static int
usage(void)
{
	fputs(help_policy, stderr);
	return EXIT_USAGE;
}

/* ARGV are the words that are no options. */
static int
answer(struct asked *ask, const char *dir, int argc, char **argv)
{
	int status = -1;

	ask->rules = rulebook_open(dir);
	if (ask->rules == NULL)
		return EXIT_USAGE;
	ask->a = arena_new();
	ask->word = argc > 1 ? argv[1] : NULL;
	for (size_t i = 0; i < sizeof(topics) / sizeof(*topics); i++)
		if (argc == 1 + topics[i].wants_word && strcmp(argv[0], topics[i].name) == 0)
			status = topics[i].run(ask);
	arena_free(ask->a);
	rulebook_close(ask->rules);
	return status < 0 ? usage() : status;
}

int
verb_policy(int argc, char **argv)
{
	static const struct option options[] = {
		{ "json", no_argument, NULL, 'j' },
		{ "fixtures", required_argument, NULL, 'f' },
		{ "record", required_argument, NULL, 'r' },
		{ "unread", no_argument, NULL, 'u' },
		{ NULL, 0, NULL, 0 },
	};
	struct asked ask = { 0 };
	const char *dir = getenv("ORRERY_FIXTURES");
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == '?')
			return usage();
		if (c == 'j')
			ask.json = true;
		else if (c == 'u')
			ask.unread = true;
		else if (c == 'r')
			ask.record = optarg;
		else
			dir = optarg;
	}
	if (optind == argc)
		return usage();
	return answer(&ask, dir, argc - optind, argv + optind);
}
