#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/nearest.h"

static const char *const known[] = { "mail", "world", "clock", "advance", "verification.since",
	NULL };

static const char *
meant(const char *typed)
{
	struct nearest n = nearest_to(typed);

	for (size_t i = 0; known[i] != NULL; i++)
		nearest_offer(&n, known[i]);
	return n.word;
}

static void
typing_errors_lead_to_the_word(void **state)
{
	(void)state;
	const struct {
		const char *typed, *word;
	} rows[] = {
		{ "mial", "mail" }, /* swapped */
		{ "mails", "mail" }, /* one more */
		{ "mai", "mail" }, /* one less */
		{ "clack", "clock" }, /* another one */
		{ "CLOCK", "clock" }, /* case */
		{ "advnace", "advance" }, /* swapped inside */
		{ "verificaton.sinse", "verification.since" }, /* two */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(meant(rows[i].typed), rows[i].word);
}

static void
what_is_far_from_every_word_leads_nowhere(void **state)
{
	(void)state;
	char huge[200];

	memset(huge, 'm', sizeof(huge));
	huge[sizeof(huge) - 1] = '\0';
	assert_null(meant("zebra"));
	assert_null(meant("ma"));
	assert_null(meant(""));
	assert_null(meant(huge));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_errors_lead_to_the_word),
		cmocka_unit_test(what_is_far_from_every_word_leads_nowhere),
	};

	return cmocka_run_group_tests_name("nearest", tests, NULL, NULL);
}
