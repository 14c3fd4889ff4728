/* The signature doctor against clients that make one mistake, or two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/digest.h"
#include "tests/support/slip.h"
#include "xcp/doctor.h"
#include "xcp/sign.h"

static const char *
diagnose(struct arena *a, const struct slip *one, const struct slip *other)
{
	const struct doctor_key others[] = { { "user zoo of world two", "1234" },
		{ SLIP_OTHER_OWNER, SLIP_OTHER } };
	struct slip_request r = slip_make(one, other);
	const struct patient p = { .body = r.body.data,
		.size = r.body.size,
		.signature = r.signature.data,
		.key = SLIP_KEY,
		.others = others,
		.other_count = 2 };
	const char *found = doctor_diagnose(a, &p);

	slip_request_close(&r);
	return found;
}

static void
each_mistake_alone_is_named(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < slip_count; i++)
		assert_string_equal(diagnose(a, &slips[i], NULL), slips[i].says);
	arena_free(a);
}

/* Some pairs are one mistake: without a key it does not matter where it is left
 * out.  And where only the key is signed, its digest need not begin with a zero. */
static bool
shows_as_two(const struct slip *m, const struct slip *n)
{
	bool no_key = strcmp(m->says, "the key was empty") == 0;
	bool no_body = strcmp(m->says, "the body was left out of the first MD5") == 0;
	bool about_zeros = strstr(n->says, "leading zero") != NULL;

	return m->step != n->step && !(no_key && n->step == RECIPE) && !(no_body && about_zeros);
}

static void
two_mistakes_at_once_are_both_named(void **state)
{
	struct arena *a = arena_new();
	size_t pairs = 0;

	(void)state;
	for (size_t i = 0; i < slip_count; i++)
		for (size_t j = i + 1; j < slip_count; j++) {
			if (!shows_as_two(&slips[i], &slips[j]))
				continue;
			const char *found = diagnose(a, &slips[i], &slips[j]);
			if (strncmp(found, "two mistakes: ", 14) != 0 ||
			    strstr(found, slips[i].says) == NULL ||
			    strstr(found, slips[j].says) == NULL)
				fail_msg(
				    "%s\nand %s\nfound: %s", slips[i].says, slips[j].says, found);
			pairs++;
			arena_reset(a);
		}
	assert_true(pairs > 300);
	arena_free(a);
}

static void
two_changes_of_the_body_are_both_named(void **state)
{
	const struct slip mark = { BODY, .sent = slip_add_mark };
	const struct slip newline = { BODY, .was_signed = slip_add_newline };
	const struct slip crlf = { BODY, .sent = slip_crlf };
	const struct slip nul = { BODY, .was_signed = slip_add_nul };
	struct arena *a = arena_new();

	(void)state;
	const char *found = diagnose(a, &mark, &newline);
	assert_non_null(strstr(found, "a byte order mark was sent but not signed"));
	assert_non_null(strstr(found, "a newline at the end of the body was signed but not sent"));
	found = diagnose(a, &crlf, &nul);
	assert_non_null(strstr(found, "signed with LF at its line ends but sent with CRLF"));
	assert_non_null(strstr(found, "a NUL at the end of the body was signed but not sent"));
	arena_free(a);
}

static void
what_nothing_explains_is_a_changed_body_or_another_key(void **state)
{
	struct arena *a = arena_new();
	const struct patient p = { .body = "<y/>",
		.size = 4,
		.key = "0a1b2c3d",
		.signature = xcp_sign("<x/>", 4, "0a1b2c3d").hex };
	char hex[DIGEST_MD5_HEX];

	(void)state;
	const char *found = doctor_diagnose(a, &p);
	assert_non_null(strstr(found, "the body was changed after it was signed"));
	digest_md5_hex("<y/>", 4, hex);
	assert_non_null(strstr(found, hex));
	assert_non_null(strstr(found, "the key of 8 characters that begins with 0a1b"));
	assert_null(strchr(found, '\n'));
	assert_null(strstr(found, p.key));
	const struct signature right = xcp_sign(p.body, p.size, p.key);
	assert_null(strstr(found, right.hex));
	arena_free(a);
}

static void
a_signature_that_is_not_there_is_missing(void **state)
{
	struct arena *a = arena_new();
	struct patient p = { .body = "<x/>", .size = 4, .key = "k" };

	(void)state;
	assert_string_equal(doctor_diagnose(a, &p), "the header X-Signature is missing");
	p.signature = "";
	assert_string_equal(doctor_diagnose(a, &p), "the header X-Signature is empty");
	p.signature = "aada384a5c83a43d803a006af2e62c02";
	assert_string_equal(doctor_diagnose(a, &p), "the signature is right");
	arena_free(a);
}

static void
a_huge_body_is_given_up(void **state)
{
	struct arena *a = arena_new();
	const size_t size = 20 * 1024 * 1024;
	char *body = calloc(1, size);
	const struct patient p = { .body = body,
		.size = size,
		.key = "k",
		.signature = xcp_sign(body, size - 1, "k").hex };

	(void)state;
	assert_non_null(strstr(doctor_diagnose(a, &p), "no known mistake"));
	free(body);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_mistake_alone_is_named),
		cmocka_unit_test(two_mistakes_at_once_are_both_named),
		cmocka_unit_test(two_changes_of_the_body_are_both_named),
		cmocka_unit_test(what_nothing_explains_is_a_changed_body_or_another_key),
		cmocka_unit_test(a_signature_that_is_not_there_is_missing),
		cmocka_unit_test(a_huge_body_is_given_up),
	};
	return cmocka_run_group_tests_name("signature doctor", tests, NULL, NULL);
}
