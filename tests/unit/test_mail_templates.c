/* Mails: every template there is, filled in. */
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
#include "world/flow/trade/trade.h"
#include "world/policy/rulebook.h"

#define START "2026-05-04T15:20:00Z"
#define NAME "a.com"
#define LOGIN "reg_username", "owen", "reg_password", "secret12"

static struct mail
mail_numbered(struct lab *lab, int64_t id)
{
	struct mail m;

	lab_begin(lab);
	assert_true(mail_load(&lab->w, lab->a, id, &m));
	lab_end(lab);
	return m;
}
/* Both owners agree. */
static void
trade_name(struct lab *lab, int64_t shop, const char *domain)
{
	struct value *top = request_new(lab->a, "update_contacts", "domain");
	struct trade t;

	lab_policy(lab, "trade.icann", "on");
	REGISTER(lab, shop, "domain", domain);
	set_person(lab->a, top, "owner");
	request_set_all(lab->a, top,
	    PAIRS("domain", domain, "types.0", "owner", "contact_set.owner.first_name", "Bo"));
	ask(lab, shop, top);
	int64_t term = lab_term(lab, domain).id;
	lab_begin(lab);
	while (trade_running(&lab->w, lab->a, term, &t))
		assert_true(flow_step(&lab->w, lab->a, &trading, &t.episode, "approve"));
	lab_end(lab);
}

/* Every type there is. */
static struct lab *
lab_with_every_mail(void)
{
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop");

	lab_register(lab, shop, NAME, "Anna", "Ek", "anna@ek.example");
	REGISTER(lab, lab_reseller(lab, "mall"), "domain", NAME, "reg_type", "transfer");
	order_name(lab, shop, "a.de", "along@ek.example");
	order_name(lab, shop, "a.sg", "before@ek.example");
	lab_advance(lab, "PT1M");
	ASK(lab, shop, "gdpr_send_consent_reminder_email", "domain", "domain", "a.de");
	lab_advance(lab, "P17D");
	ASK(lab, shop, "send_authcode", "domain", "domain_name", NAME);
	ASK(lab, shop, "send_password", "domain", "domain_name", NAME);
	REGISTER(lab, shop, "domain", "a.ca", "contact_set.billing", NULL);
	ASK(lab, shop, "send_cira_approval_email", "domain", "domain", "a.ca");
	ASK(lab, shop, "cira_email_pwd", "domain", "domain", "a.ca");
	const struct value *r = ASK(lab, shop, "set", "cookie", "domain", "a.ca", LOGIN);
	ASK(lab, shop, "modify", "domain", "data", "status", "lock_state", "0", "affect_domains",
	    "1", "report_email", "owen@ek.example", "^cookie", at(r, "attributes.cookie"));
	ASK(lab, shop, "submit", "bulk_change", "change_type", "domain_lock", "op_type", "lock",
	    "change_items", NAME);
	lab_advance(lab, "PT1H");
	trade_name(lab, shop, "b.com");
	return lab;
}

static void
every_template_is_filled(void **state)
{
	(void)state;
	struct lab *lab = lab_with_every_mail();

	for (size_t i = 0; i < lab->rules->template_count; i++) {
		const char *type = lab->rules->templates[i].type;
		struct mail m = mail_numbered(lab,
		    lab_ask(lab,
			arena_printf(lab->a, "SELECT max(id) FROM mail WHERE type = '%s'", type)));
		struct letter letter = mail_render(lab->a, &m);
		const char *const parts[] = { letter.subject, letter.text, letter.html };
		for (size_t n = 0; n < COUNT_OF(parts); n++) {
			if (parts[n][0] == '\0' || strpbrk(parts[n], "{}") != NULL)
				fail_msg("%s: %s", type, parts[n]);
		}
		assert_null(strchr(letter.subject, '\n'));
		assert_null(strchr(letter.text, '<'));
		assert_non_null(strstr(letter.html, "<p>"));
	}
	assert_int_equal(lab->rules->template_count, 17);
	lab_close(lab);
}

static void
who_gets_a_link(void **state)
{
	static const struct {
		const char *type, *links;
	} rows[] = {
		{ "verification.request", "verify terms " },
		{ "verification.reminder", "verify terms " },
		{ "verification.warning", "" },
		{ "verification.suspended", "" },
		{ "rsp.suspended_list", "" },
		{ "consent.sync", "consent " },
		{ "consent.async", "consent " },
		{ "consent.resend", "consent " },
	};
	(void)state;
	struct lab *lab = lab_with_every_mail();

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct mail m = mail_numbered(lab,
		    lab_ask(lab, arena_printf(lab->a, "SELECT max(id) FROM mail WHERE type = '%s'",
				     rows[i].type)));
		struct letter letter = mail_render(lab->a, &m);
		const char *links = "";
		for (size_t n = 0; n < letter.link_count; n++) {
			links = arena_printf(lab->a, "%s%s ", links, letter.links[n].rel);
			assert_non_null(strstr(letter.text, letter.links[n].url));
			assert_non_null(strstr(letter.html, letter.links[n].url));
			assert_int_equal(
			    strncmp(letter.links[n].url, "http://localhost:8480/w/demo/", 29), 0);
		}
		assert_string_equal(links, rows[i].links);
		if (rows[i].links[0] == '\0')
			assert_null(strstr(letter.text, "/verify/"));
	}
	lab_close(lab);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test(name)
	const struct CMUnitTest tests[] = { TEST(every_template_is_filled), TEST(who_gets_a_link) };

	return cmocka_run_group_tests_name("mail templates", tests, NULL, NULL);
}
