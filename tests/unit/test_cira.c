/* Letters of the registry of .ca: to whom, when not, and what stands in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define APPROVAL "send_cira_approval_email"
#define PASSWORD "cira_email_pwd"

static int
begin(void **state)
{
	shop_with_names(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "ek.ca", "contact_set.billing", NULL, "rant_no", "4711",
	    "contact_set.admin.email", "adam@ek.example");
	return 0;
}

static const struct value *
send(struct shop *s, const char *command, const char *domain)
{
	return ASK(s->lab, s->id, command, "domain", "domain", domain);
}

static int64_t
letters(struct shop *s, const char *type)
{
	return lab_ask(s->lab, arena_printf(s->lab->a,
				   "SELECT count(*) FROM mail WHERE type = '%s'"
				   " AND recipient = 'adam@ek.example'",
				   type));
}

static void
agreed(struct shop *s, const char *word)
{
	assert_int_equal(code_of(ASK(s->lab, s->id, "modify", "domain", "domain", "ek.ca", "data",
			     "cira_registrant", "legal_type", "CCT", "rant_agrees", word)),
	    200);
}

static void
the_agreement_is_asked_for_until_it_is_accepted(void **state)
{
	static const struct {
		const char *word;
		int code;
	} rows[] = { { "N", 200 }, { "Y", 465 }, { "0", 200 }, { "1", 465 } };
	struct shop *s = *state;

	assert_reply(send(s, APPROVAL, "ek.ca"), 200, "Message sent");
	assert_int_equal(letters(s, "cira.approval"), 1);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		agreed(s, rows[i].word);
		assert_int_equal(code_of(send(s, APPROVAL, "ek.ca")), rows[i].code);
	}
	assert_int_equal(letters(s, "cira.approval"), 3);
}

static void
the_way_in_stays_the_same(void **state)
{
	static const char newest[] = "SELECT variables FROM mail WHERE type = 'cira.password'"
				     " ORDER BY id DESC LIMIT 1";
	struct shop *s = *state;

	assert_reply(send(s, PASSWORD, "ek.ca"), 200, "Message sent");
	const char *first = arena_strdup(s->lab->a, lab_ask_text(s->lab, newest));
	assert_non_null(strstr(first, "4711"));
	agreed(s, "Y");
	send(s, PASSWORD, "ek.ca");
	assert_string_equal(lab_ask_text(s->lab, newest), first);
	assert_int_equal(letters(s, "cira.password"), 2);
}

static void
what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..ca", 465, "Invalid domain syntax: a..ca" },
		{ "domain", "ek.com", 465, "Domain does not support letters of CIRA" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(s, "SEND_CIRA_APPROVAL_EMAIL", "DOMAIN", PAIRS("domain", "ek.ca"), rows,
	    COUNT_OF(rows));
	shop_slips(s, "CIRA_EMAIL_PWD", "DOMAIN", PAIRS("domain", "ek.ca"), rows, COUNT_OF(rows));
	assert_int_equal(code_of(send(s, APPROVAL, "theirs.com")), 415);
	assert_int_equal(code_of(send(s, PASSWORD, "nobodys.ca")), 415);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_agreement_is_asked_for_until_it_is_accepted),
		TEST(the_way_in_stays_the_same),
		TEST(what_is_refused),
	};

	return cmocka_run_group_tests_name("letters of CIRA", tests, NULL, NULL);
}
