/* What a command was asked and answered is noted, in lines that orrery commands
 * reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/tally.h"
#include "tests/support/ask.h"
#include "tests/support/folder.h"
#include "world/policy/rulebook.h"

struct scene {
	char *folder, *file;
	struct lab *lab;
	int64_t shop;
	struct rulebook rules; /* the usual one, with a record of its own */
};

static int
begin(void **state)
{
	struct scene *s = calloc(1, sizeof(*s));

	s->folder = folder_new();
	s->file = folder_path(s->folder, "record");
	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->shop = lab_reseller(s->lab, "shop");
	s->rules = *s->lab->rules;
	s->rules.answers = tally_new();
	s->lab->w.rules = &s->rules;
	*state = s;
	return 0;
}

static int
end(void **state)
{
	struct scene *s = *state;

	tally_free(s->rules.answers);
	s->lab->w.rules = s->lab->rules;
	lab_close(s->lab);
	free(s->file);
	folder_remove(s->folder);
	free(s);
	return 0;
}

static bool
noted(const struct scene *s, const char *wanted)
{
	char line[400];
	bool found = false;

	tally_write(s->rules.answers, s->file);
	FILE *f = fopen(s->file, "r");
	assert_non_null(f);
	while (!found && fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		found = strcmp(line, wanted) == 0;
	}
	fclose(f);
	return found;
}

static void
a_reply_is_noted_with_its_code_and_keys(void **state)
{
	struct scene *s = *state;

	ASK(s->lab, s->shop, "lookup", "domain", "domain", "a.com");
	assert_true(noted(s, "sends\tdemo\tLOOKUP/DOMAIN:210"));
	assert_true(noted(s, "takes\tLOOKUP/DOMAIN\tdomain"));
	assert_true(noted(s, "returns\tLOOKUP/DOMAIN:210\tstatus"));
	assert_false(noted(s, "sends\tdemo\tLOOKUP/DOMAIN:211"));
	assert_false(noted(s, "takes\tLOOKUP/DOMAIN\tno_cache"));
}

static void
a_refusal_takes_nothing(void **state)
{
	struct scene *s = *state;

	ASK(s->lab, s->shop, "get", "domain", "domain", "example.com", "type", "status");
	assert_true(noted(s, "sends\tdemo\tGET/DOMAIN:415"));
	assert_true(noted(s, "returns\tGET/DOMAIN:415\t^support_message"));
	assert_false(noted(s, "takes\tGET/DOMAIN\tdomain"));
}

static void
lists_and_names_are_one_path(void **state)
{
	struct scene *s = *state;

	REGISTER(s->lab, s->shop, "domain", "a.com");
	ASK(s->lab, s->shop, "get_domains_contacts", "domain", "domain_list.0", "a.com");
	ASK(s->lab, s->shop, "get", "domain", "domain", "a.com", "type", "nameservers");
	assert_true(
	    noted(s, "returns\tGET_DOMAINS_CONTACTS/DOMAIN:200\t{}.contact_set.{}.first_name"));
	assert_true(noted(s, "returns\tGET/DOMAIN:200\tnameserver_list[].name"));
}

/* The row's object, whatever the request called it. */
static void
a_command_has_one_name(void **state)
{
	struct scene *s = *state;

	ASK(s->lab, s->shop, "get_balance", "domain", "x", "y");
	assert_true(noted(s, "sends\tdemo\tGET_BALANCE/BALANCE:200"));
}

static void
what_is_no_command_is_not_noted(void **state)
{
	struct scene *s = *state;

	ASK(s->lab, s->shop, "lookup_all", "domain", "x", "y");
	assert_false(noted(s, "sends\tdemo\tLOOKUP_ALL/DOMAIN:430"));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(a_reply_is_noted_with_its_code_and_keys),
		TEST(a_refusal_takes_nothing),
		TEST(lists_and_names_are_one_path),
		TEST(a_command_has_one_name),
		TEST(what_is_no_command_is_not_noted),
	};

	return cmocka_run_group_tests_name("witness", tests, NULL, NULL);
}
