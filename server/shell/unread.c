#include "shell/unread.h"

#include <jansson.h>

#include "base/arena.h"
#include "shell/verb.h"
#include "world/policy/policy.h"

/* Beside the program that asks. */
static const char *
usual_record(struct arena *a)
{
	const char *named = getenv("ORRERY_POLICY_READS");
	char program[4096] = "";

	if (named != NULL)
		return named;
	if (readlink("/proc/self/exe", program, sizeof(program) - 1) <= 0)
		return "policy-reads";
	*strrchr(program, '/') = '\0';
	return arena_printf(a, "%s/policy-reads", program);
}

/* The keys as the names of a map; NULL: there is no record. */
static json_t *
read_record(const char *file)
{
	FILE *f = fopen(file, "r");
	char line[256];

	if (f == NULL)
		return NULL;
	json_t *keys = json_object();
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		json_object_set_new(keys, line, json_true());
	}
	fclose(f);
	return keys;
}

static void
look_at(json_t *items, const json_t *keys, const char *key, bool only_shown)
{
	bool read = json_object_get(keys, key) != NULL;

	if (read == only_shown)
		json_array_append_new(
		    items, json_pack("{s:s, s:s}", "key", key, "why",
			       read ? "read, although it is marked as only shown" : "never read"));
}

static json_t *
collect(struct arena *a, const json_t *keys)
{
	json_t *items = json_array();

	for (const struct policy *const *p = policies; *p != NULL; p++)
		look_at(items, keys, (*p)->key, (*p)->only_shown);
	for (const struct policy *p = tld_keys; p->key != NULL; p++)
		look_at(items, keys, arena_printf(a, "tld.*.%s", p->key), p->only_shown);
	return items;
}

static void
print_plain(const json_t *items)
{
	for (size_t i = 0; i < json_array_size(items); i++) {
		const json_t *item = json_array_get(items, i);
		printf("%-32s %s\n", json_string_value(json_object_get(item, "key")),
		    json_string_value(json_object_get(item, "why")));
	}
}

int
policy_unread(struct arena *a, const char *record, bool json)
{
	const char *file = record != NULL ? record : usual_record(a);
	json_t *keys = read_record(file);

	if (keys == NULL) {
		fprintf(stderr,
		    "orrery: there is no record %s of what was read; `make test` leaves one\n",
		    file);
		return EXIT_USAGE;
	}
	json_t *out = json_pack("{s:o}", "items", collect(a, keys));
	if (json) {
		json_dumpf(out, stdout, JSON_INDENT(2));
		putchar('\n');
	} else {
		print_plain(json_object_get(out, "items"));
	}
	json_decref(keys);
	json_decref(out);
	return EXIT_DONE;
}
