/* Frames of the legacy port: what clients write, what nobody should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buf.h"
#include "engine/exchange.h"
#include "wire/tcp/frame.h"

/* What is read from an exact copy, so that a sanitizer sees a read beyond it. */
static enum frame_state
read_exact(const char *bytes, size_t n, struct frame *f)
{
	char *copy = malloc(n > 0 ? n : 1);

	assert_non_null(copy);
	memcpy(copy, bytes, n);
	enum frame_state state = frame_read(copy, n, f);
	if (state == FRAME_WHOLE)
		f->payload = bytes + (f->payload - copy);
	free(copy);
	return state;
}

static void
frames_are_read_as_clients_write_them(void **state)
{
	static const char *const rows[] = {
		"Content-Length: 3\r\n\r\nabc",
		"Content-Length: 3\r\n\r\nabcContent-Length: 9\r\n\r\n",
		"content-length:3\r\n\r\nabc",
		"CONTENT-LENGTH:\t3 \r\n\r\nabc",
		"  Content-Length: 3\r\n\r\nabc",
		"Content-Length: 3\n\nabc",
		"\r\n\r\n\nContent-Length: 3\r\n\r\nabc",
		"X-Other: 1\r\nContent-Length: 3\r\nMore: 2\r\n\r\nabc",
		"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
		"Content-Length: 003\r\n\r\nabc",
	};
	struct frame f;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t used = (size_t)(strstr(rows[i], "abc") - rows[i]) + 3;
		assert_int_equal(read_exact(rows[i], strlen(rows[i]), &f), FRAME_WHOLE);
		assert_int_equal(f.size, 3);
		assert_memory_equal(f.payload, "abc", 3);
		assert_int_equal(f.used, used);
		for (size_t part = 0; part < used; part++)
			assert_int_equal(read_exact(rows[i], part, &f), FRAME_PARTIAL);
	}
}

static void
a_message_may_be_empty(void **state)
{
	struct frame f;

	(void)state;
	assert_int_equal(read_exact("Content-Length: 0\r\n\r\nnext", 25, &f), FRAME_WHOLE);
	assert_int_equal(f.size, 0);
	assert_int_equal(f.used, 21);
}

static void
lengths_that_lead_nowhere_break_a_session(void **state)
{
	static const struct {
		const char *bytes, *why;
	} rows[] = {
		{ "Content-Length: -1\r\n", "no number" },
		{ "Content-Length: +1\r\n", "no number" },
		{ "Content-Length: 0x10\r\n", "no number" },
		{ "Content-Length: 3 4\r\n", "no number" },
		{ "Content-Length: 3;\r\n", "no number" },
		{ "Content-Length: three\r\n", "no number" },
		{ "Content-Length:\r\n", "says nothing" },
		{ "Content-Length: \t \r\n", "says nothing" },
		{ "Content-Length: 4194305\r\n", "4 MiB" },
		{ "Content-Length: 2147483648\r\n", "4 MiB" },
		{ "Content-Length: 4294967299\r\n", "4 MiB" },
		{ "Content-Length: 18446744073709551619\r\n", "4 MiB" },
		{ "Content-Length: 99999999999999999999999999999999\r\n", "4 MiB" },
		{ "Content-Length: 3\r\nContent-Length: 4\r\n", "differ" },
		{ "POST / HTTP/1.0\r\n\r\n", "without Content-Length" },
		{ "\r\nhello\r\n\r\n", "without Content-Length" },
		{ "Content-Length 3\r\n\r\nabc", "without Content-Length" },
	};
	struct frame f;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(
		    read_exact(rows[i].bytes, strlen(rows[i].bytes), &f), FRAME_BROKEN);
		assert_non_null(strstr(f.why, rows[i].why));
	}
}

static void
the_largest_message_is_the_limit(void **state)
{
	struct frame f;

	(void)state;
	assert_int_equal(MAX_BODY, 4194304);
	assert_int_equal(read_exact("Content-Length: 4194304\r\n\r\n", 27, &f), FRAME_PARTIAL);
}

/* Byte after byte without an end: empty lines, one long line, many lines. */
static void
a_header_has_to_end(void **state)
{
	static const char *const pieces[] = { "\r\n", "\n", "x", "a: b\r\n",
		"Content-Length: 3\r\n" };
	struct frame f;

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct buf b;
		buf_open(&b, 0);
		while (b.size + strlen(pieces[i]) <= FRAME_LONGEST_HEAD)
			buf_text(&b, pieces[i]);
		assert_int_equal(read_exact(b.data, b.size, &f), FRAME_PARTIAL);
		while (b.size <= FRAME_LONGEST_HEAD + 20)
			buf_text(&b, pieces[i]);
		assert_int_equal(read_exact(b.data, b.size, &f), FRAME_BROKEN);
		assert_non_null(strstr(f.why, "does not end"));
		buf_close(&b);
	}
}

static void
what_is_written_can_be_read(void **state)
{
	struct frame f;
	struct buf b;

	(void)state;
	buf_open(&b, 0);
	frame_write(&b, "a\0b", 3);
	assert_int_equal(b.size, 24);
	assert_memory_equal(b.data, "Content-Length: 3\r\n\r\na\0b", 24);
	frame_write(&b, "", 0);
	assert_int_equal(frame_read(b.data, b.size, &f), FRAME_WHOLE);
	assert_int_equal(f.used, 24);
	assert_int_equal(frame_read(b.data + 24, b.size - 24, &f), FRAME_WHOLE);
	assert_int_equal(f.size, 0);
	buf_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames_are_read_as_clients_write_them),
		cmocka_unit_test(a_message_may_be_empty),
		cmocka_unit_test(lengths_that_lead_nowhere_break_a_session),
		cmocka_unit_test(the_largest_message_is_the_limit),
		cmocka_unit_test(a_header_has_to_end),
		cmocka_unit_test(what_is_written_can_be_read),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
