/* Every recorded reply of the vendor, read and written again, is the same to
 * the byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "xcp/parse.h"
#include "xcp/write.h"

#define FOLDER "fixtures/wire/"

/* Recorded from another program of the vendor, which indents as it likes. */
static const char *const other_writers[] = { FOLDER "provisioning/cancel_order.reply.xml" };

static bool
by_another_writer(const char *path)
{
	for (size_t i = 0; i < sizeof(other_writers) / sizeof(*other_writers); i++)
		if (strcmp(path, other_writers[i]) == 0)
			return true;
	return false;
}

static bool
is_recording(const struct embedded *f)
{
	return strncmp(f->path, FOLDER, strlen(FOLDER)) == 0 &&
	       strstr(f->path, ".reply.xml") != NULL;
}

static struct value *
read_again(struct xcp_parser *p, struct arena *a, const struct embedded *f)
{
	struct xcp_message m = xcp_parse_verbatim(p, a, f->data, f->size);

	if (m.top == NULL)
		fail_msg("%s: %s", f->path, m.error);
	assert_false(m.repaired);
	return m.top;
}

static void
every_recorded_reply_is_written_as_it_was(void **state)
{
	struct xcp_parser *parser = xcp_parser_new();
	struct arena *a = arena_new();
	struct buf out;
	size_t same = 0;

	(void)state;
	buf_open(&out, 0);
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *f = &embedded_files[i];

		if (!is_recording(f))
			continue;
		buf_clear(&out);
		xcp_write(&out, read_again(parser, a, f));
		bool equal = out.size == f->size && memcmp(out.data, f->data, f->size) == 0;
		if (equal == by_another_writer(f->path))
			fail_msg("%s: written as\n%s", f->path, out.data);
		same += equal;
	}
	assert_true(same >= 37);
	buf_close(&out);
	arena_free(a);
	xcp_parser_free(parser);
}

static void
what_another_writer_wrote_is_understood(void **state)
{
	struct xcp_parser *parser = xcp_parser_new();
	struct arena *a = arena_new();
	const struct embedded *f = embedded_find(other_writers[0]);

	(void)state;
	assert_non_null(f);
	const struct value *top = read_again(parser, a, f);
	assert_string_equal(value_text(top, "response_code"), "200");
	assert_string_equal(value_path(top, "attributes.state")->text, "declined");
	arena_free(a);
	xcp_parser_free(parser);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_recorded_reply_is_written_as_it_was),
		cmocka_unit_test(what_another_writer_wrote_is_understood),
	};
	return cmocka_run_group_tests_name("golden replies", tests, NULL, NULL);
}
