#include "tests/support/rawclient.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
fill(struct served *s, struct buf *out, char what, const char *body)
{
	if (what == 'U')
		buf_text(out, "demo");
	else if (what == 'S')
		buf_text(out, served_sign(s, body, strlen(body)));
	else if (what == 'X')
		buf_printf(out, "%zx", strlen(body));
	else if (what == 'N')
		buf_printf(out, "%zu", strlen(body));
	else
		buf_text(out, body);
}

const char *
raw_filled(struct served *s, const char *form, const char *body)
{
	struct buf out;

	buf_open(&out, 0);
	for (const char *c = form; *c != '\0'; c++) {
		if (c[0] == '$' && c[1] != '\0' && strchr("USNXB", c[1]) != NULL)
			fill(s, &out, *++c, body);
		else
			buf_char(&out, *c);
	}
	const char *text = arena_strndup(s->arena, out.data, out.size);
	buf_close(&out);
	return text;
}

const char *
raw_ask(struct served *s, const char *form, const char *body)
{
	return served_ask(s, DOOR_HTTP, raw_filled(s, form, body));
}

const char *
raw_item(struct arena *a, const char *answer, const char *key)
{
	const char *tag = arena_printf(a, "<item key=\"%s\">", key), *at = strstr(answer, tag);

	if (at == NULL)
		return NULL;
	at += strlen(tag);
	return arena_strndup(a, at, (size_t)(strstr(at, "</item>") - at));
}

static const char *
code_in(struct arena *a, const char *text)
{
	const char *code = raw_item(a, text, "response_code");

	return code == NULL ? "" : code;
}

static const char *
body_of(const char *answer)
{
	const char *end = strstr(answer, "\r\n\r\n");

	assert_non_null(end);
	return end + 4;
}

/* Every header is "Name: value"; one is the length of what follows. */
const char *
read_as_toolkit(struct arena *a, const char *answer)
{
	const char *body = body_of(answer), *line = strstr(answer, "\r\n") + 2;
	size_t length = 0;

	assert_memory_equal(answer, "HTTP/1.1 200 ", 13);
	for (; line < body - 2; line = strstr(line, "\r\n") + 2) {
		const char *colon = strstr(line, ": ");
		assert_true(colon != NULL && colon < strstr(line, "\r\n"));
		if (strncasecmp(line, "content-length: ", 16) == 0)
			length = strtoul(line + 16, NULL, 10);
		assert_int_not_equal(strncasecmp(line, "transfer-encoding", 17), 0);
	}
	assert_true(length > 0);
	assert_int_equal(strlen(body), length);
	return code_in(a, body);
}

const char *
read_as_enoise(struct arena *a, const char *answer)
{
	const char *xml = strstr(answer, "\n<?xml");

	assert_non_null(xml);
	assert_ptr_equal(xml + 1, body_of(answer));
	assert_string_equal(answer + strlen(answer) - 15, "</OPS_envelope>");
	return code_in(a, xml);
}

const char *
read_as_client3(struct arena *a, const char *answer)
{
	const char *body = strstr(answer, "<body>"), *end = strstr(answer, "</body>");

	assert_non_null(strstr(answer, "<OPS_envelope>"));
	assert_true(body != NULL && end != NULL && body < end);
	return code_in(a, arena_strndup(a, body, (size_t)(end - body)));
}

static const char *
nth_line(struct arena *a, const char *text, int n)
{
	for (; n > 0; n--) {
		text = strchr(text, '\n');
		assert_non_null(text);
		text++;
	}
	return arena_strndup(a, text, strcspn(text, "\n"));
}

/* Six lines of head, counted; what was said and whether it was done stand in lines 17 and
 * 20, from 0, where a reply has no attributes. */
const char *
read_as_myadmin(struct arena *a, const char *answer)
{
	assert_string_equal(nth_line(a, answer, 5), "\r");
	assert_string_equal(
	    nth_line(a, answer, 6), "<?xml version='1.0' encoding=\"UTF-8\" standalone=\"no\" ?>");
	assert_non_null(strstr(nth_line(a, answer, 17), "key=\"response_text\""));
	if (strstr(answer, "key=\"attributes\"") == NULL && strstr(answer, "support_mess") == NULL)
		assert_non_null(strstr(nth_line(a, answer, 20), "key=\"is_success\""));
	return code_in(a, answer);
}

static size_t
count_of(const char *text, const char *word)
{
	size_t n = 0;

	for (; (text = strstr(text, word)) != NULL; text++)
		n++;
	return n;
}

const char *
read_as_net_dri(struct arena *a, const char *answer)
{
	assert_int_equal(count_of(answer, "<data_block>"), 1);
	assert_int_equal(count_of(answer, "\n   <dt_assoc>\n"), 1);
	return code_in(a, answer);
}
