#include "scenarios/play/complain.h"

#include <stdarg.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "scenarios/play/text.h"

#define SHORT_LIST 6

void
complain(struct complaints *c, struct place at, const char *format, ...)
{
	struct complaint *one = NEW(c->arena, struct complaint);
	char text[400];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	one->at = at;
	one->text = one_line(c->arena, text);
	if (c->last == NULL)
		c->first = one;
	else
		c->last->next = one;
	c->last = one;
	c->count++;
}

const char *
word_near(const char *word, const char *const *words)
{
	struct nearest n = nearest_to(word);

	for (; *words != NULL; words++)
		nearest_offer(&n, *words);
	return n.word;
}

/* A word of the list that ends in * stands for all that begin like it. */
static bool
is_meant_by(const char *word, const char *listed)
{
	size_t n = strlen(listed);

	if (n > 0 && listed[n - 1] == '*')
		return strncmp(word, listed, n - 1) == 0 && word[n - 1] != '\0';
	return strcmp(word, listed) == 0;
}

bool
is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (is_meant_by(word, *words))
			return true;
	return false;
}

static size_t
length_of(const char *const *words)
{
	size_t n = 0;

	while (words[n] != NULL)
		n++;
	return n;
}

void
complain_unknown(struct complaints *c, struct place at, const char *what, const char *word,
    const char *const *words)
{
	const char *near = word_near(word, words);
	size_t n = length_of(words);

	if (near != NULL) {
		complain(c, at, "unknown %s '%.80s'; did you mean '%s'?", what, word, near);
		return;
	}
	if (n == 0 || n > SHORT_LIST) {
		complain(c, at, "unknown %s '%.80s'", what, word);
		return;
	}
	struct buf list;
	buf_open(&list, 300);
	for (size_t i = 0; i < n; i++)
		buf_printf(&list, "%s%s", i == 0 ? "" : i + 1 == n ? " or " : ", ", words[i]);
	complain(c, at, "unknown %s '%.80s': it is %s", what, word, list.data);
	buf_close(&list);
}
