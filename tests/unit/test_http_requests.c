/*
 * Requests as real clients send them: each row is the bytes of one request.
 * An answer of the command proves that headers and body arrived whole.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/support/rawclient.h"

#define LOOKUP \
	"<item key=\"protocol\">XCP</item><item key=\"action\">LOOKUP</item>" \
	"<item key=\"object\">DOMAIN</item><item key=\"attributes\"><dt_assoc>" \
	"<item key=\"domain\">free-for-all.com</item></dt_assoc></item>"
#define PLAIN "<?xml version='1.0' encoding='UTF-8'?>\n" BARE_ENVELOPE(LOOKUP)
#define SIGNED "X-Username: $U\r\nX-Signature: $S\r\n"
#define CODE(n) "<item key=\"response_code\">" #n "</item>"

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(s, &(struct served_wish){ .idle_seconds = 0 });
	*state = s;
	return 0;
}

static int
close_server(void **state)
{
	served_close(*state);
	free(*state);
	return 0;
}

/* ---- what arrives whole ---- */

static const struct {
	const char *what, *form;
} shapes[] = {
	{ "the manual's own request",
	    "POST / HTTP/1.0\r\nContent-Type: text/xml\r\n" SIGNED "Content-Length: $N\r\n\r\n$B" },
	{ "HTTP/1.1 without Host",
	    "POST / HTTP/1.1\r\n" SIGNED "Connection: close\r\nContent-Length: $N\r\n\r\n$B" },
	{ "a bare host as the target",
	    "POST horizon.opensrs.net HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B" },
	{ "another path", "POST /resellers/ HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B" },
	{ "a path with a query",
	    "POST /a/b?c=%64 HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B" },
	{ "a whole URL as the target",
	    "POST https://rr-n1-tor.opensrs.net:55443/ HTTP/1.0\r\n" SIGNED
	    "Content-Length: $N\r\n\r\n$B" },
	{ "lower-case header names", "POST / HTTP/1.0\r\nx-username: $U\r\nx-signature: $S\r\n"
				     "content-length: $N\r\n\r\n$B" },
	{ "upper-case header names", "POST / HTTP/1.0\r\nX-USERNAME: $U\r\nX-SIGNATURE: $S\r\n"
				     "CONTENT-LENGTH: $N\r\n\r\n$B" },
	{ "the signature before the user",
	    "POST / HTTP/1.0\r\nX-Signature: $S\r\nX-UserName: $U\r\n"
	    "Content-Length: $N\r\n\r\n$B" },
	{ "blanks around values", "POST / HTTP/1.0\r\nX-Username:   $U \t\r\nX-Signature:$S  \r\n"
				  "Content-Length: $N\r\n\r\n$B" },
	{ "two equal Content-Length",
	    "POST / HTTP/1.0\r\nContent-Length: $N\r\n" SIGNED "Content-Length: $N\r\n\r\n$B" },
	{ "a PHP stream's bare LF and doubled length",
	    "POST / HTTP/1.1\r\nHost: horizon.opensrs.net:55443\r\nConnection: close\r\n"
	    "Content-Length: $N\r\nContent-Type: text/xml\nX-Username: $U\nX-Signature: $S\n"
	    "Content-Length: $N\r\n\r\n$B" },
	{ "bare LF everywhere",
	    "POST / HTTP/1.0\nX-Username: $U\nX-Signature: $S\nContent-Length: $N\n\n$B" },
	{ "empty lines first",
	    "\r\n\r\nPOST / HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B" },
	{ "headers nobody knows", "POST / HTTP/1.1\r\nKeep-Alive: off\r\nTE: deflate,gzip;q=0.3\r\n"
				  "Connection: TE, close\r\nAccept-Encoding: gzip\r\n" SIGNED
				  "Content-Length: $N\r\n\r\n$B" },
	{ "another content type",
	    "POST / HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\n" SIGNED
	    "Content-Length: $N\r\n\r\n$B" },
	{ "Expect", "POST / HTTP/1.1\r\nExpect: 100-continue\r\nConnection: close\r\n" SIGNED
		    "Content-Length: $N\r\n\r\n$B" },
	{ "chunked", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n" SIGNED
		     "\r\n$X\r\n$B\r\n0\r\n\r\n" },
	{ "bytes after the body", "POST / HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B\r\n" },
};

static const struct {
	const char *what, *body;
} bodies[] = {
	{ "blanks before the prologue", "\n    " PLAIN "  \n" },
	{ "no prologue", BARE_ENVELOPE(LOOKUP) },
	{ "a wrong closing tag", "<OPS_envelope><header/><body><data_block><dt_assoc>" LOOKUP
				 "</dt_assoc></data_block></body></header>" },
	{ "numeric references",
	    BARE_ENVELOPE("<item key=\"action\">LOOK&#85;P</item><item key=\"object\">domain</item>"
			  "<item key=\"attributes\"><dt_assoc>"
			  "<item key=\"domain\">free&#x2d;for-all.com</item></dt_assoc></item>") },
	{ "empty containers",
	    BARE_ENVELOPE("<item key=\"action\">lookup</item><item key=\"object\">domain</item>"
			  "<item key=\"attributes\"><dt_assoc><item key=\"contact_set\"><dt_assoc>"
			  "<item key=\"owner\"><dt_assoc/></item></dt_assoc></item>"
			  "<item key=\"x\"/><item key=\"list\"><dt_array>\n</dt_array></item>"
			  "<item key=\"domain\">free-for-all.com</item></dt_assoc></item>") },
	{ "more items at the top",
	    BARE_ENVELOPE("<item key=\"func\">x</item><item key=\"registrant_ip\"/>" LOOKUP) },
	{ "a newline that is signed", PLAIN "\n" },
};

#define USUAL "POST / HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B"

static void
is_understood(struct served *s, const char *what, const char *form, const char *body)
{
	const char *got = served_ask(s, DOOR_HTTP, raw_filled(s, form, body));

	if (strstr(got, CODE(210)) == NULL)
		print_error("%s: %s\n", what, got);
	assert_non_null(strstr(got, CODE(210)));
}

static void
every_shape_of_a_request_is_understood(void **state)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		is_understood(*state, shapes[i].what, shapes[i].form, PLAIN);
}

static void
every_shape_of_a_body_is_understood(void **state)
{
	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++)
		is_understood(*state, bodies[i].what, USUAL, bodies[i].body);
}

/* ---- how answers look ---- */

static void
an_answer_is_http_1_1_with_a_length_and_closes_for_1_0(void **state)
{
	struct served *s = *state;
	const char *got = served_ask(s, DOOR_HTTP, raw_filled(s, USUAL, PLAIN));
	const char *body = strstr(got, "\r\n\r\n");
	char length[40];

	assert_int_equal(strncmp(got, "HTTP/1.1 200 OK\r\n", 17), 0);
	assert_non_null(body);
	snprintf(length, sizeof(length), "\r\nContent-Length: %zu\r\n", strlen(body + 4));
	assert_non_null(strstr(got, length));
	assert_non_null(strstr(got, "\r\nConnection: close\r\n"));
	assert_null(strstr(got, "\r\nServer:")); /* see wire/http/reply.c */
	assert_non_null(strstr(got, "\r\nContent-Type: text/xml\r\n"));
	assert_non_null(strstr(got, "\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"));
	assert_int_equal(strncmp(body + 4, "<?xml version='1.0'", 19), 0);
}

static void
a_connection_is_kept_and_may_be_filled_ahead(void **state)
{
	struct served *s = *state;
	const char *one = raw_filled(
	    s, "POST / HTTP/1.1\r\n" SIGNED "Content-Length: $N\r\n\r\n$B", PLAIN);
	struct talk t;

	talk_open(&t, served_port(s, DOOR_HTTP));
	for (int i = 1; i <= 3; i++) {
		talk_say(&t, one);
		talk_read_answers(&t, i);
		assert_false(t.ended);
	}
	for (int i = 0; i < 20; i++)
		talk_say(&t, one);
	talk_read_answers(&t, 23);
	assert_false(t.ended);
	int codes = 0;
	for (const char *at = t.got.data; (at = strstr(at, CODE(210))) != NULL; at++)
		codes++;
	assert_int_equal(codes, 23);
	talk_close(&t);
}

static void
bytes_may_come_one_at_a_time(void **state)
{
	struct served *s = *state;
	const char *one = raw_filled(s, USUAL, PLAIN);
	struct talk t;

	talk_open(&t, served_port(s, DOOR_HTTP));
	for (const char *c = one; *c != '\0'; c++)
		talk_send(&t, c, 1);
	talk_read_all(&t);
	assert_non_null(strstr(t.got.data, CODE(210)));
	talk_close(&t);
}

/* ---- what is refused, in the vendor's way ---- */

static const struct refused {
	const char *what, *form, *body, *first, *then;
} refused[] = {
	{ "no user", "POST / HTTP/1.0\r\nContent-Length: $N\r\n\r\n$B", PLAIN,
	    "HTTP/1.1 200 OK\r\n", "Missing X-Username: header" },
	{ "no user is a success", "POST / HTTP/1.0\r\nContent-Length: $N\r\n\r\n$B", PLAIN,
	    "HTTP/1.1 200 OK\r\n", "<item key=\"is_success\">1</item>" },
	{ "an unknown user",
	    "POST / HTTP/1.0\r\nX-Username: who\r\nX-Signature: $S\r\nContent-Length: $N\r\n\r\n$B",
	    PLAIN, "HTTP/1.1 200 OK\r\n", CODE(401) },
	{ "a wrong signature",
	    "POST / HTTP/1.0\r\nX-Username: demo\r\nX-Signature: aada384a5c83a43d803a006af2e62c02\r\n"
	    "Content-Length: $N\r\n\r\n$B",
	    PLAIN, "HTTP/1.1 200 OK\r\n", CODE(401) },
	{ "a body cut short by its length",
	    "POST / HTTP/1.0\r\n" SIGNED "Content-Length: 40\r\n\r\n$B", PLAIN,
	    "HTTP/1.1 200 OK\r\n", CODE(401) },
	{ "what is no XML", USUAL, "<x/>", "HTTP/1.1 200 OK\r\n", CODE(400) },
	{ "an unknown command", USUAL,
	    BARE_ENVELOPE("<item key=\"action\">FLY</item><item key=\"object\">MOON</item>"),
	    "HTTP/1.1 200 OK\r\n", CODE(430) },
	{ "two lengths that differ",
	    "POST / HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\nContent-Length: 7\r\n\r\n$B", PLAIN,
	    "HTTP/1.1 400 ", "two Content-Length headers that differ" },
};

static void
what_is_wrong_is_refused_as_the_vendor_does(void **state)
{
	struct served *s = *state;

	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		const struct refused *row = &refused[i];
		const char *got = served_ask(s, DOOR_HTTP, raw_filled(s, row->form, row->body));
		if (strncmp(got, row->first, strlen(row->first)) != 0 ||
		    strstr(got, row->then) == NULL)
			print_error("%s: %s\n", row->what, got);
		assert_int_equal(strncmp(got, row->first, strlen(row->first)), 0);
		assert_non_null(strstr(got, row->then));
	}
	assert_true(served_noted(s, "two Content-Length headers that differ"));
}

static void
what_is_no_http_is_noted(void **state)
{
	static const char *const lines[] = {
		"GARBAGE\r\n\r\n",
		"\x16\x03\x01\x02\x01\x01\x01\x01\xfc\x03\x03\r\n\r\n",
	};
	struct served *s = *state;

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		served_ask(s, DOOR_HTTP, lines[i]);
		served_ask(s, DOOR_HTTP, "POST / HTTP/1.0\r\n\r\n");
		assert_true(served_noted(s, "bytes that are no HTTP request"));
	}
	served_ask(s, DOOR_HTTP, "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
	served_ask(s, DOOR_HTTP, "POST / HTTP/1.0\r\n\r\n");
	assert_true(served_noted(s, "a request line without sound headers"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shape_of_a_request_is_understood),
		cmocka_unit_test(every_shape_of_a_body_is_understood),
		cmocka_unit_test(an_answer_is_http_1_1_with_a_length_and_closes_for_1_0),
		cmocka_unit_test(a_connection_is_kept_and_may_be_filled_ahead),
		cmocka_unit_test(bytes_may_come_one_at_a_time),
		cmocka_unit_test(what_is_wrong_is_refused_as_the_vendor_does),
		cmocka_unit_test(what_is_no_http_is_noted),
	};

	return cmocka_run_group_tests_name("http: requests", tests, open_server, close_server);
}
