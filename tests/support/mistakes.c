#include "tests/support/mistakes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static const char *const actions[] = { "sw_register", "lookup", "poll", NULL };
static const char *const mail_types[] = { "verification.request", "verification.reminder", NULL };
static const char *const policies[] = { "verification.batch_zone", "verification.since", NULL };
static const struct fault_word faults[] = {
	{ "mail_bounce", "code", NULL },
	{ "unknown_status", "then", "accept|reject|never" },
	{ "unknown_status", "after", NULL },
	{ "latency", NULL, NULL },
	{ NULL, NULL, NULL },
};
static const char *const worlds[] = { "portfolio", NULL };
const struct vocabulary mistake_words = {
	.actions = actions,
	.mail_types = mail_types,
	.policies = policies,
	.worlds = worlds,
	.faults = faults,
};

static const char *
first_complaint(struct arena *a, const char *text)
{
	struct complaints c = { .arena = a, .file = "x.story" };
	const struct story *s = story_read(&c, &mistake_words, text, strlen(text));

	assert_true((s == NULL) == (c.count > 0));
	if (c.first == NULL)
		return "";
	return arena_printf(a, "%d:%d: %s", c.first->at.line, c.first->at.column, c.first->text);
}

void
mistakes_expect(const struct mistake *rows, size_t count)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < count; i++)
		assert_string_equal(first_complaint(a, rows[i].text), rows[i].complaint);
	arena_free(a);
}
