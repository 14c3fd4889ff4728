/* The consent page: what it shows, in four languages, and what is posted there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"
#include "wire/page/form.h"
#include "wire/page/words.h"

#define ANNA "anna@ek.example"
#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

static struct house *
house_with(const char *domain)
{
	struct house *h = house_open();

	house_register(h, domain, "Anna", "Ek", ANNA);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'PT1M'}");
	return h;
}

/* The path of the newest link to ADDRESS. */
static const char *
link_of(struct house *h)
{
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/mail?to=" ANNA, "");
	const char *url = text_at(
	    j, arena_printf(h->a, "items.%zu.links.0.url", count_at(j, "items") - 1));

	assert_non_null(strstr(url, "/w/demo/consent/"));
	return strstr(url, "/w/demo/");
}

static const char *
status_of_order(struct house *h, int id)
{
	return text_at(
	    house_api(h, 200, "GET", arena_printf(h->a, "/worlds/demo/orders/%d", id), ""),
	    "status");
}

static struct exchange *
get(struct house *h, const char *target)
{
	return house_ask(h, "GET", target, "");
}

static const char *
nonce_on(struct house *h, const struct exchange *x)
{
	struct form f;

	assert_true(form_read(h->a, x->reply, &f));
	assert_string_equal(f.inputs[0].name, "nonce");
	return f.inputs[0].value;
}

/* Posts CHOICE with the form that is shown now, and MORE fields. */
static struct exchange *
choose(struct house *h, const char *link, const char *choice, const char *more)
{
	const char *nonce = nonce_on(h, get(h, link));

	return house_ask(h, "POST", link,
	    arena_printf(h->a, "nonce=%s&choice=%s&language=en%s", nonce, choice, more));
}

static void
assert_has(const struct exchange *x, const char *part)
{
	if (strstr(x->reply, part) == NULL)
		fail_msg("no %s in %s", part, x->reply);
}

static void
it_shows_what_is_shared_and_why(void **state)
{
	(void)state;
	struct house *h = house_with("tan.sg");
	struct exchange *x = get(h, link_of(h));
	static const char *const parts[] = { "<dd>" ANNA "</dd>", "<dd>Anna</dd>", "<dd>Ek</dd>",
		"<dd>Ek Bikes</dd>", "<dd>CA</dd>", "<strong>tan.sg</strong>",
		"waits for your answer until 2026-05-14 15:21:00 UTC",
		"<h2>What the contract asks for</h2>", "<h2>What is shared if you agree</h2>",
		"<h2>More, if you like</h2>", "until 2026-10-31 15:21:00 UTC",
		"name=\"choice\" value=\"consent\" required>",
		"name=\"choice\" value=\"deny\" required>", "name=\"share_more\" value=\"yes\">",
		"<html lang=\"en\">", "<title>Your data and your choice</title>",
		"method=\"post\"" };

	assert_int_equal(x->status, 200);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		assert_has(x, parts[i]);
	assert_null(strstr(x->reply, "<script"));
	assert_null(strstr(x->reply, "You agreed"));
	house_close(h);
}

static void
a_choice_is_taken_and_shown_the_next_time(void **state)
{
	(void)state;
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h);
	struct exchange *x = choose(h, link, "consent", "&share_more=yes");

	assert_int_equal(x->status, 200);
	assert_has(x, "<title>Thank you</title>");
	assert_has(x, "You agree to the sharing of your data.");
	assert_string_equal(status_of_order(h, 1), "completed");
	x = get(h, link);
	assert_has(x, "<strong>tan.sg</strong> <span class=\"small\">registered");
	assert_has(x, "You agreed.");
	assert_has(x, "value=\"consent\" required checked>");
	assert_has(x, "value=\"deny\" required>");
	assert_has(x, "value=\"yes\" checked>");
	x = choose(h, link, "deny", "&share_more=yes");
	assert_has(x, "not shared beyond the contract");
	assert_string_equal(status_of_order(h, 1), "completed");
	x = get(h, link);
	assert_has(x, "You did not agree.");
	assert_has(x, "value=\"deny\" required checked>");
	assert_has(x, "value=\"yes\">");
	house_close(h);
}

static void
nothing_is_taken_without_a_choice(void **state)
{
	(void)state;
	static const char *const choices[] = { "", "yes", "Consent", "consent%20" };
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h);

	for (size_t i = 0; i < COUNT_OF(choices); i++) {
		struct exchange *x = choose(h, link, choices[i], "");
		assert_int_equal(x->status, 422);
		assert_has(x, "role=\"alert\">Please choose one of the two.");
		assert_has(x, "<form");
		assert_string_equal(status_of_order(h, 1), "waiting");
	}
	assert_int_equal(house_ask(h, "POST", link, "")->status, 422);
	house_close(h);
}

static void
a_form_serves_once(void **state)
{
	(void)state;
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h), *nonce = nonce_on(h, get(h, link));
	const char *yes = arena_printf(h->a, "choice=consent&nonce=%s", nonce);
	const char *no = arena_printf(h->a, "choice=deny&nonce=%s", nonce);

	assert_int_equal(house_ask(h, "POST", link, "choice=consent")->status, 409);
	assert_int_equal(house_ask(h, "POST", link, "choice=consent&nonce=0")->status, 409);
	assert_string_equal(status_of_order(h, 1), "waiting");
	assert_int_equal(house_ask(h, "POST", link, yes)->status, 200);
	struct exchange *x = house_ask(h, "POST", link, no);
	assert_int_equal(x->status, 409);
	assert_has(x, "<title>This form was used before</title>");
	assert_has(x, "<a href=\"?language=en\">Open the form again</a>");
	assert_null(strstr(x->reply, "<form"));
	assert_has(get(h, link), "You agreed.");
	house_close(h);
}

static void
a_dead_link_says_so(void **state)
{
	(void)state;
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h);
	static const char *const wrong[] = { "/w/demo/consent/0", "/w/demo/consent/%3Cscript%3E",
		"/w/demo/consent/00000000000000000000000000000000" };

	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		assert_int_equal(get(h, wrong[i])->status, 410);
		assert_int_equal(
		    house_ask(h, "POST", wrong[i], "choice=consent&nonce=0")->status, 410);
	}
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P180D-PT1S'}");
	assert_int_equal(get(h, link)->status, 200);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'PT1S'}");
	struct exchange *x = get(h, link);
	assert_int_equal(x->status, 410);
	assert_has(x, "This link has ended");
	assert_null(strstr(x->reply, "<form"));
	house_close(h);
}

/* The choice on the page, then the last answer's, then the browser's. */
static void
it_speaks_four_languages(void **state)
{
	static const struct {
		const char *code, *title, *thanks;
	} rows[] = {
		{ "en", "Your data and your choice", "Thank you" },
		{ "de", "Ihre Daten und Ihre Entscheidung", "Vielen Dank" },
		{ "fr", "Vos données et votre choix", "Merci" },
		{ "es", "Sus datos y su decisión", "Gracias" },
	};
	(void)state;
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct exchange *x = get(
		    h, arena_printf(h->a, "%s?language=%s", link, rows[i].code));
		assert_has(x, arena_printf(h->a, "<html lang=\"%s\">", rows[i].code));
		assert_has(x, arena_printf(h->a, "<title>%s</title>", rows[i].title));
		assert_has(x, arena_printf(h->a,
				  "<a href=\"?language=%s\" hreflang=\"%s\" lang=\"%s\""
				  " aria-current=\"page\">",
				  rows[i].code, rows[i].code, rows[i].code));
		assert_null(strpbrk(strstr(x->reply, "</style>"), "{}"));
		assert_string_equal(form_language_link(h->a, x->reply, "fr"), "?language=fr");
		assert_null(form_language_link(h->a, x->reply, "it"));
		const char *body = arena_printf(
		    h->a, "choice=consent&nonce=%s&language=%s", nonce_on(h, x), rows[i].code);
		assert_has(house_ask(h, "POST", link, body),
		    arena_printf(h->a, "<title>%s</title>", rows[i].thanks));
		h->language = "en";
		assert_has(get(h, link), rows[i].title);
		h->language = NULL;
	}
	house_close(h);
}

static void
a_browser_may_say_its_language(void **state)
{
	static const struct {
		const char *wants, *has;
	} rows[] = {
		{ NULL, "en" },
		{ "de", "de" },
		{ "de-AT,de;q=0.9,en;q=0.8", "de" },
		{ "it, es;q=0.5, en", "es" },
		{ "ES-mx", "es" },
		{ "it", "en" },
		{ "*", "en" },
		{ ",,;", "en" },
		{ "french", "en" },
	};
	(void)state;
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		h->language = rows[i].wants;
		assert_has(get(h, link), arena_printf(h->a, "<html lang=\"%s\">", rows[i].has));
		assert_has(get(h, "/w/demo/consent/0"),
		    arena_printf(h->a, "<html lang=\"%s\">", rows[i].has));
	}
	h->language = "de";
	assert_has(get(h, arena_printf(h->a, "%s?language=fr", link)), "<html lang=\"fr\">");
	assert_has(get(h, arena_printf(h->a, "%s?language=xx", link)), "<html lang=\"de\">");
	house_close(h);
}

/* Each has the words of the first one, and no other. */
static void
every_language_has_every_word(void **state)
{
	struct arena *a = arena_new();
	const struct slot_value *first = words_of(a, "consent", &languages[0]);

	(void)state;
	for (const struct language *l = languages; l->code != NULL; l++) {
		const struct slot_value *words = words_of(a, "consent", l);
		size_t n = 0;
		for (; first[n].name != NULL; n++) {
			assert_string_equal(words[n].name, first[n].name);
			assert_true(*words[n].value != '\0');
			const char *slot = strchr(first[n].value, '{');
			if (slot != NULL)
				assert_non_null(strstr(words[n].value,
				    arena_strndup(a, slot, strcspn(slot, "}") + 1)));
		}
		assert_null(words[n].name);
	}
	arena_free(a);
}

/* A title stands where marks are shown as they are. */
static void
titles_are_plain(void **state)
{
	static const char *const titles[] = { "title", "thanks_title", "used_title", "dead_title" };
	struct arena *a = arena_new();

	(void)state;
	for (const struct language *l = languages; l->code != NULL; l++)
		for (size_t i = 0; i < COUNT_OF(titles); i++)
			assert_null(
			    strpbrk(word(a, words_of(a, "consent", l), titles[i], NULL), "&<'\""));
	arena_free(a);
}

static void
one_design_for_every_reseller(void **state)
{
	(void)state;
	struct house *h = house_with("tan.sg");
	const char *link = link_of(h);

	house_api(h, 200, "PATCH", "/worlds/demo/resellers/demo",
	    "{'branding':{'logo':'https://shop.example/own.png','header':'<nav>Shop</nav>',"
	    "'redirect':'https://shop.example/'}}");
	struct exchange *x = get(h, link);
	assert_null(strstr(x->reply, "shop.example/"));
	assert_null(strstr(x->reply, "<nav>Shop"));
	assert_null(strstr(x->reply, "class=\"logo\""));
	house_api(h, 200, "PUT", "/worlds/demo/policies",
	    "{'consent.page_logo':'https://brand.example/l.png',"
	    "'consent.page_colour':'#12ab9F'}");
	x = get(h, link);
	assert_has(x, "<img class=\"logo\" src=\"https://brand.example/l.png\"");
	assert_has(x, "--accent: #12ab9F;");
	assert_has(get(h, "/w/demo/consent/0"), "--accent: #12ab9F;");
	assert_int_equal(choose(h, link, "consent", "")->status, 200);
	static const char *const no_colours[] = { "blue", "#12ab9", "#12ab9ff", "#12ab9g", "#fff;}",
		"" };
	for (size_t i = 0; i < COUNT_OF(no_colours); i++)
		assert_string_equal(
		    house_refusal(h, 400, "PUT", "/worlds/demo/policies",
			arena_printf(h->a, "{'consent.page_colour':'%s'}", no_colours[i])),
		    "bad_policy");
	house_close(h);
}

static void
what_people_typed_cannot_become_html(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "ek.co.uk", "Anna &lt;i&gt;", "Ek &amp; Co", ANNA);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'PT1M'}");
	struct exchange *x = get(h, link_of(h));
	assert_has(x, "<dd>Anna &lt;i&gt;</dd>");
	assert_has(x, "<dd>Ek &amp; Co</dd>");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_shows_what_is_shared_and_why),
		cmocka_unit_test(a_choice_is_taken_and_shown_the_next_time),
		cmocka_unit_test(nothing_is_taken_without_a_choice),
		cmocka_unit_test(a_form_serves_once),
		cmocka_unit_test(a_dead_link_says_so),
		cmocka_unit_test(it_speaks_four_languages),
		cmocka_unit_test(a_browser_may_say_its_language),
		cmocka_unit_test(every_language_has_every_word),
		cmocka_unit_test(titles_are_plain),
		cmocka_unit_test(one_design_for_every_reseller),
		cmocka_unit_test(what_people_typed_cannot_become_html),
	};

	return cmocka_run_group_tests_name("consent page", tests, house_setup, NULL);
}
