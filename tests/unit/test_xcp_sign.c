/* Signatures over the exact bytes, compared as they came. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/digest.h"
#include "xcp/sign.h"

static void
the_published_vector_comes_out(void **state)
{
	(void)state;
	const struct signature s = xcp_sign("<x/>", 4, "k");
	assert_string_equal(s.hex, "aada384a5c83a43d803a006af2e62c02");
}

static void
every_byte_of_the_body_counts(void **state)
{
	const struct signature plain = xcp_sign("<x/>", 4, "k");
	const struct signature newline = xcp_sign("<x/>\n", 5, "k");
	const struct signature nul = xcp_sign("<x/>", 5, "k");

	(void)state;
	assert_string_not_equal(plain.hex, newline.hex);
	assert_string_not_equal(plain.hex, nul.hex);
	assert_string_not_equal(newline.hex, nul.hex);
}

static void
an_empty_body_can_be_signed(void **state)
{
	const struct signature s = xcp_sign("", 0, "k");
	char inner[DIGEST_MD5_HEX], outer[DIGEST_MD5_HEX];

	(void)state;
	digest_md5_hex("k", 1, inner);
	digest_md5_hex2(inner, 32, "k", 1, outer);
	assert_string_equal(s.hex, outer);
}

static void
only_the_same_32_digits_are_right(void **state)
{
	static const struct {
		const char *given;
		bool right;
	} rows[] = {
		{ "aada384a5c83a43d803a006af2e62c02", true },
		{ "AADA384A5C83A43D803A006AF2E62C02", false },
		{ "aada384a5c83a43d803a006af2e62c0", false },
		{ "aada384a5c83a43d803a006af2e62c022", false },
		{ "bada384a5c83a43d803a006af2e62c02", false },
		{ "aada384a5c83a43d803a006af2e62c03", false },
		{ " aada384a5c83a43d803a006af2e62c02", false },
		{ "", false },
		{ NULL, false },
	};
	const struct signature s = xcp_sign("<x/>", 4, "k");

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (xcp_signature_is(&s, rows[i].given) != rows[i].right)
			fail_msg("row %zu: %s", i, rows[i].given);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_vector_comes_out),
		cmocka_unit_test(every_byte_of_the_body_counts),
		cmocka_unit_test(an_empty_body_can_be_signed),
		cmocka_unit_test(only_the_same_32_digits_are_right),
	};
	return cmocka_run_group_tests_name("xcp sign", tests, NULL, NULL);
}
