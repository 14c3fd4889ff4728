/* The pages for people, and the reader of their forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"
#include "wire/page/fill.h"
#include "wire/page/form.h"

/* The path of the newest verification link to ADDRESS. */
static const char *
link_of(struct house *h, const char *address)
{
	json_t *j = house_api(
	    h, 200, "GET", arena_printf(h->a, "/worlds/demo/mail?to=%s", address), "");
	const char *url = text_at(
	    j, arena_printf(h->a, "items.%zu.links.0.url", count_at(j, "items") - 1));

	return strstr(url, "/w/demo/");
}

static struct exchange *
get(struct house *h, const char *target)
{
	return house_ask(h, "GET", target, "");
}

static const char *
status_of(struct house *h, const char *domain)
{
	return text_at(
	    house_api(h, 200, "GET", arena_printf(h->a, "/worlds/demo/domains/%s", domain), ""),
	    "verification.status");
}

static void
the_page_shows_who_is_to_confirm_what(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	struct exchange *x = get(h, link_of(h, "anna@ek.example"));
	assert_int_equal(x->status, 200);
	assert_string_equal(header_out(x, "Content-Type"), "text/html; charset=utf-8");
	static const char *const parts[] = { "<dd>anna@ek.example</dd>", "<dd>Anna</dd>",
		"<dd>Ek</dd>", "<strong>ek.com</strong>", "href=\"/w/demo/terms\"",
		"type=\"checkbox\" id=\"agree\" name=\"agree\" value=\"yes\" required",
		"<button type=\"submit\">Verify</button>", "<label for=\"agree\">",
		"<html lang=\"en\">", "<title>" };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (strstr(x->reply, parts[i]) == NULL)
			fail_msg("no %s in %s", parts[i], x->reply);
	assert_int_equal(get(h, "/w/demo/terms")->status, 200);
	house_close(h);
}

static void
only_a_ticked_box_confirms(void **state)
{
	(void)state;
	static const char *const unticked[] = { "", "agreed=yes", "a=agree&b=yes", "disagree=yes" };
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	const char *link = link_of(h, "anna@ek.example");
	for (size_t i = 0; i < sizeof(unticked) / sizeof(*unticked); i++) {
		struct exchange *x = house_ask(h, "POST", link, unticked[i]);
		assert_int_equal(x->status, 422);
		assert_non_null(strstr(x->reply, "role=\"alert\""));
		assert_non_null(strstr(x->reply, "<form"));
		assert_string_equal(status_of(h, "ek.com"), "verifying");
	}
	struct exchange *x = house_ask(h, "POST", link, "agree=yes");
	assert_int_equal(x->status, 200);
	assert_non_null(strstr(x->reply, "<title>Thank you"));
	assert_string_equal(status_of(h, "ek.com"), "verified");
	house_close(h);
}

static void
a_link_ends_as_done_or_as_dead(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	const char *link = link_of(h, "anna@ek.example");
	house_ask(h, "POST", link, "agree=yes");
	struct exchange *x = get(h, link);
	assert_int_equal(x->status, 200);
	assert_null(strstr(x->reply, "<form"));
	assert_string_equal(form_message(h->a, x->reply),
	    form_message(h->a, house_ask(h, "POST", link, "agree=yes")->reply));
	static const char *const wrong[] = { "/w/demo/verify/0", "/w/demo/verify/%3Cscript%3E",
		"/w/demo/verify/00000000000000000000000000000000" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		x = get(h, wrong[i]);
		assert_int_equal(x->status, 410);
		assert_null(strstr(x->reply, "<form"));
		assert_int_equal(house_ask(h, "POST", wrong[i], "agree=yes")->status, 410);
	}
	assert_int_equal(get(h, "/w/nowhere/verify/0")->status, 404);
	house_close(h);
}

static void
what_people_typed_cannot_become_html(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 201, "POST", "/worlds/demo/domains",
	    "{'name':'x.com','created':'-P1D','contacts':{'owner':{'first_name':'<script>alert(1)</script>',"
	    "'last_name':'O&amp;\\u0022x','email':'x@ek.example'}}}");
	house_register(h, "ek.com", "Anna &lt;i&gt;", "Ek &amp; Co", "anna@ek.example");
	struct exchange *x = get(h, link_of(h, "anna@ek.example"));
	assert_non_null(strstr(x->reply, "<dd>Anna &lt;i&gt;</dd>"));
	assert_non_null(strstr(x->reply, "<dd>Ek &amp; Co</dd>"));
	x = get(h, "/%3Cscript%3E<script>");
	assert_int_equal(x->status, 404);
	assert_null(strstr(x->reply, "<script>"));
	house_close(h);
}

static void
nothing_foreign_can_run_or_be_loaded(void **state)
{
	(void)state;
	struct house *h = house_open();
	static const char *const targets[] = { "/", "/w/demo/terms", "/w/demo/verify/0", "/none" };

	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++) {
		struct exchange *x = get(h, targets[i]);
		const char *policy = header_out(x, "Content-Security-Policy");
		assert_non_null(strstr(policy, "default-src 'none'"));
		assert_null(strstr(policy, "script-src"));
		assert_non_null(strstr(policy, "frame-ancestors 'none'"));
		assert_string_equal(header_out(x, "X-Content-Type-Options"), "nosniff");
		assert_null(strstr(x->reply, "http://"));
		assert_null(strstr(x->reply, "https://"));
		assert_null(strstr(x->reply, "<script"));
	}
	house_close(h);
}

static void
a_reseller_puts_its_own_around_the_page(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 200, "PATCH", "/worlds/demo/resellers/demo",
	    "{'branding':{'logo':'https://shop.example/logo.png','header':'<nav>Shop</nav>',"
	    "'footer':'<form><input required name=q></form>',"
	    "'redirect':'https://shop.example:8443/thanks?a=b'}}");
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	const char *link = link_of(h, "anna@ek.example");
	struct exchange *x = get(h, link);
	assert_non_null(strstr(x->reply, "<nav>Shop</nav>"));
	assert_non_null(strstr(x->reply, "src=\"https://shop.example/logo.png\""));
	assert_non_null(strstr(header_out(x, "Content-Security-Policy"),
	    "form-action 'self' https://shop.example:8443;"));
	x = house_ask(h, "POST", link, "agree=yes");
	assert_int_equal(x->status, 303);
	assert_string_equal(header_out(x, "Location"), "https://shop.example:8443/thanks?a=b");
	assert_string_equal(status_of(h, "ek.com"), "verified");
	house_close(h);
}

static void
slots_are_filled_escaped_or_as_they_are(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct slot_value values[] = { { "name", "<&\"'>{name}" }, { "html", "<b>" },
		{ NULL, NULL } };
	const char *text = fill(a, "a {name} {=html} { color: red; } {} {", values);

	assert_non_null(strstr(text, "a &lt;&amp;&quot;"));
	assert_non_null(strstr(text, "{name} <b> { color: red; } {} {"));
	arena_free(a);
}

static void
our_own_forms_are_read_as_a_person_would(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct form f;
	const char *html = "<form action=\"/search\"><input name=\"q\" required></form>\n"
			   "<p id=\"message\">Tick  the <b>box</b>,\n R&amp;D&#39;s</p>"
			   "<form id=\"answer\" method=\"post\" action=\"/a?b=1&amp;c=2\">"
			   "<input type=\"hidden\" name=\"nonce\" value=\"a &quot;b&quot; &amp;\">"
			   "<input type=\"checkbox\" name=\"agree\" value=\"yes\" required>"
			   "<input type=\"checkbox\" name=\"news\" value=\"1\"></form>";

	assert_true(form_read(a, html, &f));
	assert_int_equal(f.count, 3);
	assert_string_equal(f.action, "/a?b=1&c=2");
	assert_string_equal(f.inputs[0].value, "a \"b\" &");
	assert_true(f.inputs[1].required);
	assert_false(f.inputs[1].checked);
	assert_false(f.inputs[2].required);
	f.inputs[1].checked = true;
	assert_string_equal(form_encode(a, &f), "nonce=a%20%22b%22%20%26&agree=yes");
	assert_string_equal(form_message(a, html), "Tick the box, R&D's");
	assert_false(form_read(a, "<form><input></form>", &f));
	assert_false(form_read(a, "<form id=\"answer\"><input", &f));
	assert_string_equal(form_message(a, "<p>nothing</p>"), "");
	arena_free(a);
}

static void
posted_fields_are_decoded(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct {
		const char *body, *name, *value; /* NULL: absent */
	} rows[] = {
		{ "agree=yes", "agree", "yes" },
		{ "a=1&agree=", "agree", "" },
		{ "agree", "agree", "" },
		{ "agree=a+b%26c%3d%zz%4", "agree", "a b&c=%zz%4" },
		{ "%61gree=1", "agree", "1" },
		{ "", "agree", NULL },
		{ "&&=&x", "agree", NULL },
		{ "agree2=1", "agree", NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *value = form_value(a, rows[i].body, rows[i].name);
		if (rows[i].value == NULL)
			assert_null(value);
		else
			assert_string_equal(value, rows[i].value);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_shows_who_is_to_confirm_what),
		cmocka_unit_test(only_a_ticked_box_confirms),
		cmocka_unit_test(a_link_ends_as_done_or_as_dead),
		cmocka_unit_test(what_people_typed_cannot_become_html),
		cmocka_unit_test(nothing_foreign_can_run_or_be_loaded),
		cmocka_unit_test(a_reseller_puts_its_own_around_the_page),
		cmocka_unit_test(slots_are_filled_escaped_or_as_they_are),
		cmocka_unit_test(our_own_forms_are_read_as_a_person_would),
		cmocka_unit_test(posted_fields_are_decoded),
	};

	return cmocka_run_group_tests_name("page", tests, house_setup, NULL);
}
