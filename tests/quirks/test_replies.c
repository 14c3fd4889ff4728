/* What clients look for in a reply, found in the bytes as each of them finds it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/rawclient.h"

#define PERSON \
	ITEM("first_name", "Owen") \
	ITEM("last_name", "Ottway") \
	ITEM("org_name", ORG) \
	ITEM("address1", "32 Oak Street") \
	ITEM("city", "SomeCity") \
	ITEM("state", "CA") \
	ITEM("postal_code", "90210") \
	ITEM("country", "US") ITEM("phone", "+1.4165550123") ITEM("email", "owen@example.com")
#define ORG "R&amp;D caf\xC3\xA9 &#xE9;&#39;"
#define REGISTER(name) \
	COMMAND("SW_REGISTER", "DOMAIN", \
	    ITEM("domain", name) ITEM("reg_type", "new") ITEM("period", "1") ITEM( \
		"reg_username", "owen") ITEM("reg_password", "secret12") ITEM("handle", "process") \
		ITEM("custom_nameservers", "0") ITEM("custom_tech_contact", "0") \
		    NESTED("contact_set", NESTED("owner", PERSON) NESTED("admin", PERSON) \
					      NESTED("billing", PERSON)))
#define ABOUT(action, more) COMMAND(action, "DOMAIN", ITEM("domain", "quirk.com") more)

static struct served server;

static const char *
say(const char *body)
{
	return raw_ask(&server, USUAL_FORM, body);
}

static const char *
item(const char *answer, const char *key)
{
	const char *text = raw_item(server.arena, answer, key);

	if (text == NULL)
		fail_msg("%s: no item %s", answer, key);
	return text;
}

static int
open_server(void **state)
{
	(void)state;
	served_open(&server, &(struct served_wish){ .idle_seconds = 0 });
	assert_string_equal(item(say(ENVELOPE(REGISTER("quirk.com"))), "response_code"), "200");
	return 0;
}

static int
close_server(void **state)
{
	(void)state;
	served_close(&server);
	return 0;
}

/* Digits are 9. */
static void
assert_shape(const char *text, const char *shape)
{
	char *copy = arena_strdup(server.arena, text);

	for (char *c = copy; *c != '\0'; c++)
		if (*c >= '0' && *c <= '9')
			*c = '9';
	assert_string_equal(copy, shape);
}

/* Some of everything: what is granted, refused, empty, with and without attributes. */
static const char *const replies[] = {
	ENVELOPE(ABOUT("LOOKUP", "")),
	ENVELOPE(ABOUT("GET", ITEM("type", "all_info"))),
	ENVELOPE(ABOUT("GET", ITEM("type", "nameservers"))),
	ENVELOPE(ABOUT("GET", ITEM("type", "status"))),
	ENVELOPE(ABOUT("GET", "")),
	ENVELOPE(ABOUT("MODIFY", ITEM("data", "status") ITEM("lock_state", "1"))),
	ENVELOPE(COMMAND("GET", "DOMAIN", ITEM("domain", "example.com") ITEM("type", "status"))),
	ENVELOPE(COMMAND("GET_BALANCE", "BALANCE", "")),
	ENVELOPE(COMMAND("FLY", "MOON", "")),
	ENVELOPE(REGISTER("quirk.com")),
	ENVELOPE(COMMAND("SET", "COOKIE",
	    ITEM("domain", "quirk.com") ITEM("reg_username", "owen")
		ITEM("reg_password", "wrong"))),
	"<x/>",
};

/* hamochi takes no other text for a boolean; yola and voxxit fail where there is none. */
static void
success_is_always_0_or_1(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(replies) / sizeof(*replies); i++)
		assert_shape(item(say(replies[i]), "is_success"), "9");
}

static void
every_reader_reads_every_reply(void **state)
{
	static raw_reader *const readers[] = { read_as_toolkit, read_as_enoise, read_as_client3,
		read_as_net_dri };

	(void)state;
	for (size_t i = 0; i < sizeof(replies) / sizeof(*replies); i++) {
		const char *got = say(replies[i]);
		for (size_t k = 0; k < sizeof(readers) / sizeof(*readers); k++)
			assert_string_equal(
			    readers[k](server.arena, got), item(got, "response_code"));
	}
}

/* supernovus looks at the first bytes; osrs-toolkit splits keys at "::". */
static void
a_reply_begins_with_its_prologue_and_no_key_has_two_colons(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(replies) / sizeof(*replies); i++) {
		const char *got = say(replies[i]), *body = strstr(got, "\r\n\r\n") + 4;
		assert_memory_equal(body, "<?xml", 5);
		for (const char *at = body; (at = strstr(at, "key=\"")) != NULL; at++) {
			const char *colons = strstr(at, "::");
			assert_true(colons == NULL || colons > strchr(at + 5, '"'));
		}
	}
}

/* osrs-toolkit: exactly these bytes mean a bad key, and only they do. */
static void
a_bad_key_is_401_in_exactly_these_bytes(void **state)
{
	static const char wrong[] = "POST / HTTP/1.0\r\nX-Username: demo\r\n"
				    "X-Signature: aada384a5c83a43d803a006af2e62c02\r\n"
				    "Content-Length: $N\r\n\r\n$B";
	static const char nobody[] = "POST / HTTP/1.0\r\nX-Username: nobody\r\nX-Signature: $S\r\n"
				     "Content-Length: $N\r\n\r\n$B";
	static const char bytes[] = "<item key=\"response_code\">401</item>";

	(void)state;
	assert_non_null(strstr(raw_ask(&server, wrong, replies[0]), bytes));
	assert_non_null(strstr(raw_ask(&server, nobody, replies[0]), bytes));
	for (size_t i = 0; i < sizeof(replies) / sizeof(*replies); i++)
		assert_null(strstr(say(replies[i]), bytes));
}

/* Net::OpenSRS and client3 say "No response" to anything but 2xx. */
static void
a_refusal_is_http_200(void **state)
{
	static const char unsigned_form[] = "POST / HTTP/1.0\r\nContent-Length: $N\r\n\r\n$B";
	const char *got = raw_ask(&server, unsigned_form, replies[0]);

	(void)state;
	assert_memory_equal(got, "HTTP/1.1 200 OK\r\n", 17);
	/* jec: a message without action and object, and a success at that. */
	assert_string_equal(item(got, "response_code"), "404");
	assert_string_equal(item(got, "response_text"), "Missing X-Username: header");
	assert_string_equal(item(got, "is_success"), "1");
	assert_null(raw_item(server.arena, got, "action"));
	assert_null(raw_item(server.arena, got, "object"));
}

/* MyAdmin: the words in line 17, from 0, success in line 20. */
static void
a_line_is_an_item(void **state)
{
	static const char form[] = "post / HTTP/1.0\r\nContent-Type: text/xml\r\nX-Username: $U\r\n"
				   "X-Signature: $S\r\nContent-Length: $N\r\n\r\n$B";

	(void)state;
	assert_string_equal(
	    read_as_myadmin(server.arena, raw_ask(&server, form, replies[5])), "200");
	assert_string_equal(
	    read_as_myadmin(server.arena, raw_ask(&server, form, replies[0])), "211");
	assert_string_equal(
	    read_as_myadmin(server.arena, raw_ask(&server, form, replies[8])), "430");
}

/* Net::OpenSRS: free is 210; a renewal has a key with blanks; a cookie tells the year. */
static void
net_opensrs_finds_free_names_dates_and_years(void **state)
{
	const char *got = say(ENVELOPE(COMMAND("LOOKUP", "DOMAIN", ITEM("domain", "unheld.com"))));

	(void)state;
	assert_string_equal(item(got, "response_code"), "210");
	assert_string_equal(item(got, "status"), "available");
	got = say(ENVELOPE(COMMAND("SET", "COOKIE",
	    ITEM("domain", "quirk.com") ITEM("reg_username", "owen")
		ITEM("reg_password", "secret12"))));
	assert_shape(item(got, "expiredate"), "9999-99-99 99:99:99");
	const char *renew = arena_printf(server.arena,
	    ENVELOPE(COMMAND("RENEW", "DOMAIN",
		ITEM("domain", "quirk.com") ITEM("currentexpirationyear", "%.4s")
		    ITEM("period", "1") ITEM("handle", "process"))),
	    item(got, "expiredate"));
	assert_shape(item(say(renew), "registration expiration date"), "9999-99-99 99:99:99");
	/* yola: the same year once more has been renewed already. */
	assert_string_equal(item(say(renew), "response_code"), "555");
}

/* Net::DRI and mythic-beasts: dates as they parse them, nameservers as a list of names. */
static void
what_is_on_file_has_the_forms_that_are_parsed(void **state)
{
	static const char *const dates[] = { "expiredate", "registry_expiredate",
		"registry_createdate", "registry_updatedate" };
	const char *got = say(replies[1]);

	(void)state;
	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++)
		assert_shape(item(got, dates[i]), "9999-99-99 99:99:99");
	assert_shape(item(say(replies[3]), "lock_state"), "9");
	got = say(replies[2]);
	assert_non_null(strstr(got, "<item key=\"nameserver_list\">\n       <dt_array>\n"
				    "        <item key=\"0\">\n         <dt_assoc>"));
	assert_shape(item(got, "name"), "ns9.systemdns.com");
}

/* yola's codes. */
static void
refusals_have_the_codes_that_are_compared(void **state)
{
	(void)state;
	assert_string_equal(item(say(replies[9]), "response_code"), "485");
	assert_string_equal(item(say(replies[10]), "response_code"), "415");
	assert_string_equal(
	    item(say(ENVELOPE(REGISTER("no_name_at_all!.com"))), "response_code"), "465");
}

/* Q11: however a letter was written, it comes back as itself. */
static void
letters_come_back_as_they_were_meant(void **state)
{
	(void)state;
	assert_string_equal(
	    item(say(replies[1]), "org_name"), "R&amp;D caf\xC3\xA9 \xC3\xA9&apos;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(success_is_always_0_or_1),
		cmocka_unit_test(every_reader_reads_every_reply),
		cmocka_unit_test(a_reply_begins_with_its_prologue_and_no_key_has_two_colons),
		cmocka_unit_test(a_bad_key_is_401_in_exactly_these_bytes),
		cmocka_unit_test(a_refusal_is_http_200),
		cmocka_unit_test(a_line_is_an_item),
		cmocka_unit_test(net_opensrs_finds_free_names_dates_and_years),
		cmocka_unit_test(what_is_on_file_has_the_forms_that_are_parsed),
		cmocka_unit_test(refusals_have_the_codes_that_are_compared),
		cmocka_unit_test(letters_come_back_as_they_were_meant),
	};

	return cmocka_run_group_tests_name("quirks: replies", tests, open_server, close_server);
}
