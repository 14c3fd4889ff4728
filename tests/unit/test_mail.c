/* Mails: frozen when sent, found again, and what people see of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "mail/render.h"
#include "store/store.h"
#include "tests/support/consenting.h"
#include "tests/support/registrant.h"
#include "world/policy/rulebook.h"

#define START "2026-05-04T15:20:00Z"
#define NAME "a.com"

static struct mail
mail_numbered(struct lab *lab, int64_t id)
{
	struct mail m;

	lab_begin(lab);
	assert_true(mail_load(&lab->w, lab->a, id, &m));
	lab_end(lab);
	return m;
}

/* A registrant writes from the reseller's technical contact, the house to it. */
static void
from_whom(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);

	lab_register(lab, lab_reseller(lab, "shop"), NAME, "Anna", "Ek", "anna@ek.example");
	lab_advance(lab, "P17D");
	assert_string_equal(lab_ask_text(lab, "SELECT DISTINCT sender, recipient FROM mail"
					      " ORDER BY sender, recipient"),
	    "help@opensrs.com support@shop.example\nsupport@shop.example anna@ek.example");
	lab_policy(lab, "mail.house_address", "house@registrar.example");
	lab_advance(lab, "P1D");
	assert_string_equal(lab_ask_text(lab, "SELECT sender FROM mail ORDER BY id DESC LIMIT 1"),
	    "house@registrar.example");
	lab_close(lab);
}

static const char nasty[] = "<b>\"O'Neil\" & {domain}\n</b>";

static void
what_people_typed_is_only_text(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);

	lab_register(lab, lab_reseller(lab, "shop"), NAME, nasty, "Ek", "anna@ek.example");
	struct mail m = mail_numbered(lab, 1);
	struct letter letter = mail_render(lab->a, &m);
	assert_non_null(strstr(letter.text, nasty));
	assert_null(strstr(letter.html, "<b>\""));
	assert_non_null(
	    strstr(letter.html, "&lt;b&gt;&quot;O&#39;Neil&quot; &amp; {domain}\n&lt;/b&gt;"));
	assert_string_equal(mail_variable(&m, "first_name"), nasty);
	assert_null(mail_variable(&m, "nobody"));
	lab_close(lab);
}

static void
rendered(const char *body, const char *subject, const char *text, const char *html)
{
	struct arena *a = arena_new();
	struct mail m = {
		.template_body = body,
		.variables = { { "name", "A&B\nC" }, { "page_url", "http://x/?a=1&b=2" } },
	};
	struct letter letter = mail_render(a, &m);

	assert_string_equal(letter.subject, subject);
	assert_string_equal(letter.text, text);
	assert_string_equal(letter.html, html);
	assert_int_equal(letter.link_count, 1);
	assert_string_equal(letter.links[0].rel, "page");
	assert_string_equal(letter.links[0].url, "http://x/?a=1&b=2");
	arena_free(a);
}

static void
the_template_language(void **state)
{
	(void)state;
	rendered("subject: {name}!\n\n{name}{name}\n-- html --\n<p>{name}</p>\n", "A&B C!",
	    "A&B\nCA&B\nC\n", "<p>A&amp;B\nC</p>\n");
	rendered("subject: a\n\n{page_url}\n-- html --\n<a href=\"{page_url}\">\n", "a",
	    "http://x/?a=1&b=2\n", "<a href=\"http://x/?a=1&amp;b=2\">\n");
	rendered("subject: {}\n\n{ {nobody} {Name} {name\n-- html --\np { color: red }\n", "{}",
	    "{ {nobody} {Name} {name\n", "p { color: red }\n");
}

static void
escaping(void **state)
{
	static const struct {
		const char *text, *html;
	} rows[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "<", "&lt;" },
		{ "&amp;", "&amp;amp;" },
		{ "a<b>c&d\"e'f", "a&lt;b&gt;c&amp;d&quot;e&#39;f" },
		{ "M\xc3\xbcller", "M\xc3\xbcller" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(html_escape(a, rows[i].text), rows[i].html);
	arena_free(a);
}

/* The same rules but for one template: another program's, or an older one. */
static const struct rulebook *
edition(struct rulebook *r, struct template_file files[], const char *hash, const char *body)
{
	static const struct rulebook *embedded;

	if (embedded == NULL)
		embedded = rulebook_open(NULL);
	*r = *embedded;
	memcpy(files, r->templates, r->template_count * sizeof(*files));
	for (size_t i = 0; i < r->template_count; i++)
		if (strcmp(files[i].type, "verification.request") == 0) {
			files[i].hash = hash;
			files[i].body = body;
		}
	r->templates = files;
	return r;
}

static const char *
text_seen(struct lab *lab, int64_t id)
{
	struct mail m = mail_numbered(lab, id);

	return mail_render(lab->a, &m).text;
}

/* A changed template alters no old mail, and one that comes back counts again. */
static void
mails_are_frozen(void **state)
{
	struct rulebook first, second;
	struct template_file one[32], two[32];

	(void)state;
	edition(&first, one, "1", "subject: 1\n\nfirst {domain}\n-- html --\n1\n");
	edition(&second, two, "2", "subject: 2\n\nsecond {domain}\n-- html --\n2\n");
	struct lab *lab = lab_open_with(START, &first);
	lab_register(lab, lab_reseller(lab, "shop"), NAME, "Anna", "Ek", "anna@ek.example");
	lab->rules = &second;
	lab_reopen(lab);
	assert_true(resend(lab, NAME));
	lab->rules = &first;
	lab_reopen(lab);
	assert_true(resend(lab, NAME));
	assert_string_equal(text_seen(lab, 1), "first a.com\n");
	assert_string_equal(text_seen(lab, 2), "second a.com\n");
	assert_string_equal(text_seen(lab, 3), "first a.com\n");
	lab_close(lab);
}

/* Nor does anything that happens to the name or the people. */
static void
a_mail_knows_what_was_true(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);

	lab_register(lab, lab_reseller(lab, "shop"), NAME, "Anna", "Ek", "anna@ek.example");
	const char *before = text_seen(lab, 1);
	change_owner(lab, NAME, lab_person("Bo", "Ek", "bo@ek.example"));
	lab_advance(lab, "P100D");
	lab_reopen(lab);
	assert_string_equal(text_seen(lab, 1), before);
	lab_close(lab);
}

static const char *
ids(struct lab *lab, struct mail_filter f, size_t limit)
{
	struct mail rows[100];
	const char *text = "";

	lab_begin(lab);
	size_t n = mail_list(&lab->w, lab->a, &f, limit, rows);
	lab_end(lab);
	for (size_t i = 0; i < n; i++)
		text = arena_printf(lab->a, "%s%" PRId64 " ", text, rows[i].id);
	return text;
}

static void
mails_are_found(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop");

	lab_register(lab, shop, "a.com", "Anna", "Ek", "anna@ek.example"); /* 1 */
	lab_register(lab, shop, "b.com", "Bo", "Ek", "bo@ek.example"); /* 2 */
	lab_register(lab, shop, "c.com", "Anna", "Ek", "anna@ek.example"); /* 3 */
	lab_at(lab, "2026-05-09T05:00:00Z"); /* 4 5 6 */
	const struct {
		struct mail_filter f;
		size_t limit;
		const char *ids;
	} rows[] = {
		{ { 0 }, 100, "1 2 3 4 5 6 " },
		{ { .newest_first = true }, 100, "6 5 4 3 2 1 " },
		{ { .to = "anna@ek.example" }, 100, "1 3 4 6 " },
		{ { .to = "anna@ek.example", .newest_first = true }, 2, "6 4 " },
		{ { .type = "verification.request" }, 100, "1 2 3 " },
		{ { .domain = "c.com" }, 100, "3 6 " },
		{ { .to = "anna@ek.example", .type = "verification.reminder", .domain = "a.com" },
		    100, "4 " },
		{ { .since = 4 }, 100, "5 6 " },
		{ { .to = "anna@ek.example", .since = 1 }, 2, "3 4 " },
		{ { .to = "bo@ek.example", .domain = "a.com" }, 100, "" },
		{ { .to = "nobody" }, 100, "" },
		{ { 0 }, 0, "" },
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(ids(lab, rows[i].f, rows[i].limit), rows[i].ids);
	lab_close(lab);
}

static void
a_bounce_is_kept_with_the_mail(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);

	lab_register(lab, lab_reseller(lab, "shop"), NAME, "Anna", "Ek", "anna@ek.example");
	assert_string_equal(mail_numbered(lab, 1).status, "sent");
	assert_null(mail_numbered(lab, 1).bounce_text);
	assert_true(bounce(lab, 1));
	struct mail m = mail_numbered(lab, 1);
	assert_string_equal(m.status, "bounced");
	assert_int_equal(m.bounce_code, 550);
	assert_string_equal(m.bounce_text, "5.1.1 unknown");
	assert_false(bounce(lab, 1));
	lab_close(lab);
}

static void
a_language_that_is_missing_is_english(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	struct mail m = { .type = "verification.warning",
		.sender = "a",
		.recipient = "b",
		.reseller = lab_reseller(lab, "shop"),
		.domain = "",
		.language = "eo" };

	lab_begin(lab);
	mail_send(&lab->w, lab->a, &m);
	lab_end(lab);
	assert_string_equal(mail_numbered(lab, m.id).language, "en");
	lab_close(lab);
}

static void
send_nonsense(void *lab)
{
	struct mail m = { .type = "no.such.type", .sender = "a", .recipient = "b", .domain = "" };

	lab_begin(lab);
	mail_send(&((struct lab *)lab)->w, ((struct lab *)lab)->a, &m);
}

static void
a_type_without_template_is_our_bug(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);

	assert_true(aborts(send_nonsense, lab));
	lab_close(lab);
}

int
main(void)
{
#define TEST cmocka_unit_test
	const struct CMUnitTest tests[] = { TEST(from_whom), TEST(what_people_typed_is_only_text),
		TEST(the_template_language), TEST(escaping), TEST(mails_are_frozen),
		TEST(a_mail_knows_what_was_true), TEST(mails_are_found),
		TEST(a_bounce_is_kept_with_the_mail), TEST(a_language_that_is_missing_is_english),
		TEST(a_type_without_template_is_our_bug) };

	return cmocka_run_group_tests_name("mail", tests, NULL, NULL);
}
