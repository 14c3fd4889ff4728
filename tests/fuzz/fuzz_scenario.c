/* Whatever bytes come as a story: it is read or complained about, each complaint
 * at a place inside the file, and the second reading says the same.  What is read
 * survives the formatter and its compiled form. */
#include "base/arena.h"
#include "base/must.h"
#include "base/utf8.h"
#include "scenarios/play/compiled.h"
#include "scenarios/play/story.h"
#include "tests/support/shape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const actions[] = { "sw_register", "lookup", "poll", NULL };
static const char *const mail_types[] = { "verification.request", "verification.reminder", NULL };
static const char *const policies[] = { "verification.batch_zone", NULL };

static const struct fault_word faults[] = {
	{ "unknown_status", "then", "accept|reject|never" },
	{ "latency", NULL, NULL },
	{ NULL, NULL, NULL },
};

struct input {
	const char *bytes;
	size_t size;
};

/* A story that includes itself, or a file that needs a parameter. */
static const char *
load(void *closure, struct arena *a, const char *path, size_t *size, const char **why)
{
	static const char part[] = "version 1\nmark $a\n$b > lookup domain=x$c\n";
	const struct input *in = closure;

	(void)a;
	*why = "no such file";
	*size = strcmp(path, "self") == 0 ? in->size : sizeof(part) - 1;
	return strcmp(path, "self") == 0 ? in->bytes : strcmp(path, "part") == 0 ? part : NULL;
}

static void
holds_its_places(const struct complaints *c, const uint8_t *bytes, size_t size)
{
	int lines = 4; /* of the part */

	for (size_t i = 0; i < size; i++)
		lines += bytes[i] == '\n';
	if (compiled_is((const char *)bytes, size))
		lines = INT32_MAX; /* places are what it says */
	for (const struct complaint *one = c->first; one != NULL; one = one->next) {
		must(one->at.line >= 1 && one->at.line <= lines && one->at.column >= 1);
		must(one->text[0] != '\0' && strchr(one->text, '\n') == NULL);
	}
}

/* Formatting changes no word, and once is enough; compiling loses none. */
static void
holds_its_shape(struct arena *a, const struct vocabulary *words, const struct story *s,
    const uint8_t *bytes, size_t size)
{
	struct complaints c = { .arena = a, .file = "x.story" };
	const char *shape = story_shape(a, s);
	struct buf json;

	buf_open(&json, 0);
	compiled_write(&json, s);
	const struct story *back = story_read(&c, words, json.data, json.size);
	must(back != NULL && strcmp(story_shape(a, back), shape) == 0);
	buf_close(&json);
	if (compiled_is((const char *)bytes, size))
		return;
	const char *once = formatted(a, (const char *)bytes, size);
	must(once != NULL && strcmp(formatted(a, once, strlen(once)), once) == 0);
	back = story_read(&c, words, once, strlen(once));
	must(back != NULL && strcmp(story_shape(a, back), shape) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input in = { (const char *)bytes, size };
	const struct vocabulary words = {
		.actions = actions,
		.mail_types = mail_types,
		.policies = policies,
		.faults = faults,
		.library = { load, &in },
	};
	struct arena *a = arena_new();
	struct complaints first = { .arena = a, .file = "x.story" }, second = first;
	const struct story *s = story_read(&first, &words, (const char *)bytes, size);

	must((s == NULL) == (first.count > 0));
	must((story_read(&second, &words, (const char *)bytes, size) == NULL) == (s == NULL));
	must(first.count == second.count);
	holds_its_places(&first, bytes, size);
	if (s != NULL)
		must(utf8_span((const char *)bytes, size) == size && s->id.text != NULL);
	if (s != NULL)
		holds_its_shape(a, &words, s, bytes, size);
	arena_free(a);
	return 0;
}
