/* Letters as bytes: what mail servers and mail programs insist on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "mail/mime.h"

static struct buf
written(const char *subject, const char *text, const char *html)
{
	struct mail m = {
		.id = 7, .type = "t", .sender = "a@b.example", .recipient = "c@d.example"
	};
	struct letter l = { .subject = subject, .text = text, .html = html };
	struct postmark p = { "w", "Mon, 04 May 2026 15:20:00 +0000" };
	struct buf out;

	buf_open(&out, 0);
	mime_write(&out, &m, &l, &p);
	return out;
}

static void
a_whole_letter(void **state)
{
	(void)state;
	struct buf b = written("Hello", "one\ntwo", "<p>one</p>\n");

	assert_string_equal(b.data, "From: a@b.example\r\n"
				    "To: c@d.example\r\n"
				    "Subject: Hello\r\n"
				    "Date: Mon, 04 May 2026 15:20:00 +0000\r\n"
				    "Message-ID: <w.7@orrery.invalid>\r\n"
				    "X-Orrery-World: w\r\n"
				    "X-Orrery-Type: t\r\n"
				    "MIME-Version: 1.0\r\n"
				    "Content-Type: multipart/alternative;\r\n"
				    " boundary=\"=_orrery_part\"\r\n"
				    "\r\n"
				    "--=_orrery_part\r\n"
				    "Content-Type: text/plain; charset=utf-8\r\n"
				    "Content-Transfer-Encoding: quoted-printable\r\n"
				    "\r\n"
				    "one\r\ntwo\r\n"
				    "--=_orrery_part\r\n"
				    "Content-Type: text/html; charset=utf-8\r\n"
				    "Content-Transfer-Encoding: quoted-printable\r\n"
				    "\r\n"
				    "<p>one</p>\r\n\r\n"
				    "--=_orrery_part--\r\n");
	buf_close(&b);
}

static void
a_letter_without_html_has_one_part(void **state)
{
	(void)state;
	struct buf b = written("Hello", "one", "");

	assert_null(strstr(b.data, "text/html"));
	assert_non_null(strstr(b.data, "one\r\n--=_orrery_part--\r\n"));
	buf_close(&b);
}

#define TEN "0123456789"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN

static void
bodies_are_quoted_where_they_must(void **state)
{
	static const struct {
		const char *text, *sent;
	} rows[] = {
		{ "a=b", "\r\n\r\na=3Db\r\n--" },
		{ "Zo\xc3\xab", "\r\n\r\nZo=C3=AB\r\n--" },
		{ "end \nnext", "\r\n\r\nend=20\r\nnext\r\n--" },
		{ "end\t", "\r\n\r\nend=09\r\n--" },
		{ "in between", "\r\n\r\nin between\r\n--" },
		{ "cr\r\n", "\r\n\r\ncr=0D\r\n\r\n--" },
		{ SEVENTY "12345", "\r\n\r\n" SEVENTY "12345\r\n--" },
		{ SEVENTY "123456", "\r\n\r\n" SEVENTY "12345=\r\n6\r\n--" },
		{ SEVENTY "12=", "\r\n\r\n" SEVENTY "12=3D\r\n--" },
		{ SEVENTY "123=", "\r\n\r\n" SEVENTY "123=\r\n=3D\r\n--" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf b = written("Hello", rows[i].text, "");
		assert_non_null(strstr(b.data, rows[i].sent));
		buf_close(&b);
	}
}

static void
headers_are_encoded_where_they_must(void **state)
{
	static const struct {
		const char *subject, *sent;
	} rows[] = {
		{ "a=b?c_d", "Subject: a=b?c_d\r\n" },
		{ "Zo\xc3\xab =?_", "Subject: =?UTF-8?Q?Zo=C3=AB_=3D=3F=5F?=\r\n" },
		{ "a\r\nBcc: x@y", "Subject: =?UTF-8?Q?a=0D=0ABcc:_x@y?=\r\n" },
		/* a word ends behind a whole character */
		{ TEN TEN TEN "1234\xc3\xab" TEN,
		    "Subject: =?UTF-8?Q?" TEN TEN TEN "1234=C3=AB?=\r\n =?UTF-8?Q?" TEN "?=\r\n" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf b = written(rows[i].subject, "x", "");
		assert_non_null(strstr(b.data, rows[i].sent));
		buf_close(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_letter),
		cmocka_unit_test(a_letter_without_html_has_one_part),
		cmocka_unit_test(bodies_are_quoted_where_they_must),
		cmocka_unit_test(headers_are_encoded_where_they_must),
	};

	return cmocka_run_group_tests_name("mime", tests, NULL, NULL);
}
