#include "wire/page/words.h"

#include <strings.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "base/must.h"
#include "engine/exchange.h"

#define MAX_WORDS 64

const struct language languages[] = {
#define LANGUAGE(code, name) { code, name },
#include "wire/page/languages.def"
#undef LANGUAGE
	{ NULL, NULL },
};

const struct language *
language_named(const char *code)
{
	size_t n = strcspn(code, "-_");

	for (const struct language *l = languages; l->code != NULL; l++)
		if (strlen(l->code) == n && strncasecmp(l->code, code, n) == 0)
			return l;
	return NULL;
}

/* Browsers write what they like best first; their numbers say the same. */
const struct language *
language_wanted(struct arena *a, const struct exchange *x)
{
	const char *list = exchange_header(x, "Accept-Language");

	while (list != NULL && *list != '\0') {
		list += strspn(list, ", ");
		const char *code = arena_strndup(a, list, strcspn(list, ",; "));
		const struct language *l = language_named(code);
		if (l != NULL)
			return l;
		list += strcspn(list, ",");
	}
	return NULL;
}

/* "name = text"; the words have been read by a test. */
static struct slot_value
read_line(struct arena *a, const char *line, size_t size)
{
	const char *equals = memchr(line, '=', size);

	must(equals != NULL && equals - line > 1);
	return (struct slot_value){
		arena_strndup(a, line, (size_t)(equals - line) - 1),
		arena_strndup(a, equals + 2, size - (size_t)(equals - line) - 2),
	};
}

const struct slot_value *
words_of(struct arena *a, const char *page, const struct language *l)
{
	const char *path = arena_printf(a, "server/web/words/%s.%s.words", page, l->code);
	const struct embedded *file = embedded_find(path);
	struct slot_value *words = NEW_ARRAY(a, struct slot_value, MAX_WORDS + 1);
	size_t n = 0;

	must(file != NULL);
	for (const char *line = file->data; *line != '\0';) {
		size_t size = strcspn(line, "\n");
		if (size > 0 && *line != '#') {
			must(n < MAX_WORDS);
			words[n++] = read_line(a, line, size);
		}
		line += size + (line[size] == '\n');
	}
	return words;
}

const char *
word(struct arena *a, const struct slot_value *words, const char *name,
    const struct slot_value *values)
{
	while (words->name != NULL && strcmp(words->name, name) != 0)
		words++;
	must(words->name != NULL);
	return values == NULL ? words->value : fill(a, words->value, values);
}

const struct slot_value *
words_after(
    struct arena *a, const struct slot_value *values, size_t count, const struct slot_value *words)
{
	size_t n = 0;

	while (words[n].name != NULL)
		n++;
	struct slot_value *all = NEW_ARRAY(a, struct slot_value, count + n + 1);
	memcpy(all, values, count * sizeof(*values));
	memcpy(all + count, words, (n + 1) * sizeof(*words));
	return all;
}
