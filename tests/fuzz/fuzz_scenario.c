/* Whatever bytes come as a story: it is read or complained about, each complaint
 * at a place inside the file, and the second reading says the same. */
#include "base/arena.h"
#include "base/must.h"
#include "base/utf8.h"
#include "scenarios/play/story.h"

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
	for (const struct complaint *one = c->first; one != NULL; one = one->next) {
		must(one->at.line >= 1 && one->at.line <= lines && one->at.column >= 1);
		must(one->text[0] != '\0' && strchr(one->text, '\n') == NULL);
	}
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
	arena_free(a);
	return 0;
}
