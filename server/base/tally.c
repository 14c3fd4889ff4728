#include "base/tally.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/must.h"

#define LISTS 1024

struct note {
	struct note *next;
	bool written;
	char text[];
};

struct tally {
	_Atomic(struct note *) lists[LISTS];
};

struct tally *
tally_new(void)
{
	struct tally *t = calloc(1, sizeof(*t));

	must(t != NULL);
	return t;
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	for (size_t i = 0; i < LISTS; i++)
		for (struct note *n = t->lists[i], *next; n != NULL; n = next) {
			next = n->next;
			free(n);
		}
	free(t);
}

/* FNV-1a. */
static size_t
list_of(const char *text)
{
	uint32_t h = 2166136261u;

	for (; *text != '\0'; text++)
		h = (h ^ (unsigned char)*text) * 16777619u;
	return h % LISTS;
}

static bool
is_in(const struct note *n, const char *text)
{
	for (; n != NULL; n = n->next)
		if (strcmp(n->text, text) == 0)
			return true;
	return false;
}

static struct note *
note_new(const char *text)
{
	struct note *n = calloc(1, sizeof(*n) + strlen(text) + 1);

	must(n != NULL);
	memcpy(n->text, text, strlen(text));
	return n;
}

/* A list only grows at its head: whoever finds another head looks again. */
void
tally_note(struct tally *t, const char *text)
{
	_Atomic(struct note *) *list = &t->lists[list_of(text)];
	struct note *head = *list, *n = NULL;

	do {
		if (is_in(head, text)) {
			free(n);
			return;
		}
		if (n == NULL)
			n = note_new(text);
		n->next = head;
	} while (!atomic_compare_exchange_weak(list, &head, n));
}

static void
add_new(struct buf *out, struct note *n)
{
	for (; n != NULL; n = n->next) {
		if (n->written)
			continue;
		n->written = true;
		buf_text(out, n->text);
		buf_char(out, '\n');
	}
}

void
tally_write(struct tally *t, const char *file)
{
	FILE *f = fopen(file, "a");
	struct buf out;

	if (f == NULL)
		return;
	buf_open(&out, 0);
	for (size_t i = 0; i < LISTS; i++)
		add_new(&out, t->lists[i]);
	setvbuf(f, NULL, _IONBF, 0);
	must(fwrite(out.data, 1, out.size, f) == out.size);
	must(fclose(f) == 0);
	buf_close(&out);
}
