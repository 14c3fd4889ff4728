#include "shell/coverage.h"

#include <string.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "command/command.h"

#define WIDTH 96

const char *
item_text(const json_t *item, const char *key)
{
	const char *text = json_string_value(json_object_get(item, key));

	return text == NULL ? "" : text;
}

size_t
item_count(const json_t *item, const char *list)
{
	return json_array_size(json_object_get(item, list));
}

bool
item_is_built(const json_t *item)
{
	const char *state = item_text(item, "state");

	return strcmp(state, built_name(BUILT)) == 0 || strcmp(state, built_name(STATIC)) == 0;
}

size_t
items_in_state(const json_t *items, const char *state)
{
	size_t n = 0;

	for (size_t i = 0; i < json_array_size(items); i++)
		n += strcmp(item_text(json_array_get(items, i), "state"), state) == 0;
	return n;
}

const char *
item_join(struct arena *a, const json_t *texts, const char *between)
{
	const char *all = "";

	for (size_t i = 0; i < json_array_size(texts); i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : between,
		    json_string_value(json_array_get(texts, i)));
	return all;
}

const char *
story_title(struct arena *a, const char *path)
{
	static const char word[] = "\nscenario \"";
	const struct embedded *file = embedded_find(path);
	const char *at = file == NULL ? NULL : strstr(file->data, word);

	if (at == NULL)
		return "";
	at += strlen(word);
	return arena_strndup(a, at, strcspn(at, "\"\n"));
}

static void
print_line(const json_t *item)
{
	printf("%-36s %-14s %-18s", item_text(item, "action"), item_text(item, "object"),
	    item_text(item, "state"));
	if (item_is_built(item))
		printf(" %3zu stories %3zu tests", item_count(item, "stories"),
		    item_count(item, "tests"));
	else
		printf(" %21s", "");
	printf("  %s\n", item_text(item, "source"));
}

void
coverage_table(struct arena *a, const json_t *items)
{
	(void)a;
	for (size_t i = 0; i < json_array_size(items); i++)
		print_line(json_array_get(items, i));
	printf("%zu commands:", json_array_size(items));
	for (enum built b = BUILT; b <= NOT_BUILT; b++)
		printf("%s %zu %s", b == BUILT ? "" : ",", items_in_state(items, built_name(b)),
		    built_name(b));
	putchar('\n');
}

void
coverage_untested(struct arena *a, const json_t *items)
{
	static const char *const needed[] = { "stories", "tests" };

	(void)a;
	for (size_t i = 0; i < json_array_size(items); i++) {
		const json_t *item = json_array_get(items, i);
		for (size_t k = 0; k < 2; k++)
			if (item_is_built(item) && item_count(item, needed[k]) == 0)
				printf("%-36s %-14s no %s\n", item_text(item, "action"),
				    item_text(item, "object"), needed[k]);
	}
}

/* ---- in full ---- */

/* Words below a head, as many in a line as fit. */
static void
print_words(const json_t *texts)
{
	size_t column = 0;

	for (size_t i = 0; i < json_array_size(texts); i++) {
		const char *text = json_string_value(json_array_get(texts, i));
		if (column > 0 && column + strlen(text) > WIDTH)
			column = 0;
		printf("%s%s", column > 0 ? "  " : i > 0 ? "\n      " : "      ", text);
		column += strlen(text) + 2;
	}
	printf(json_array_size(texts) == 0 ? "      nothing\n" : "\n");
}

static void
print_accepts(const json_t *item)
{
	const json_t *list = json_object_get(item, "accepts");

	printf("  accepts\n");
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *at = json_array_get(list, i);
		printf("      %-34s %-7s%s%s\n", item_text(at, "name"), item_text(at, "type"),
		    json_is_true(json_object_get(at, "required")) ? " required" : "",
		    json_is_true(json_object_get(at, "tested")) ? "" : " in no test");
	}
	if (json_array_size(list) == 0)
		printf("      nothing\n");
}

static void
print_senders(struct arena *a, const json_t *item, const char *list)
{
	const json_t *all = json_object_get(item, list);

	printf("  %s\n", list);
	for (size_t i = 0; i < json_array_size(all); i++) {
		const json_t *s = json_array_get(all, i);
		printf("      %-52s  %s\n", item_text(s, "path"),
		    item_join(a, json_object_get(s, "codes"), " "));
	}
	if (json_array_size(all) == 0)
		printf("      none\n");
}

static void
print_full(struct arena *a, const json_t *item)
{
	const char *code;
	json_t *paths;

	printf("%s %s: %s\n  source\n      %s\n", item_text(item, "action"),
	    item_text(item, "object"), item_text(item, "state"), item_text(item, "source"));
	if (!item_is_built(item)) {
		printf("  answers\n      430 Invalid command\n");
		return;
	}
	print_accepts(item);
	json_object_foreach(json_object_get(item, "returns"), code, paths)
	{
		printf("  returns, with %s\n", code);
		print_words(paths);
	}
	print_senders(a, item, "stories");
	print_senders(a, item, "tests");
}

void
coverage_full(struct arena *a, const json_t *items)
{
	for (size_t i = 0; i < json_array_size(items); i++) {
		if (i > 0)
			putchar('\n');
		print_full(a, json_array_get(items, i));
	}
}
