#include "tests/support/consenting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "world/money/account.h"

#define AT_ONCE 200

int64_t
order_name(struct lab *lab, int64_t reseller, const char *domain, const char *email)
{
	const struct value *reply = REGISTER(
	    lab, reseller, "domain", domain, "contact_set.owner.email", email);
	const char *id = at(reply, "attributes.id");

	if (id == NULL)
		fail_msg("%s: %d %s", domain, code_of(reply), text_of(reply));
	return strtoll(id, NULL, 10);
}

static struct order
order_numbered(struct lab *lab, int64_t id)
{
	struct order o;

	lab_begin(lab);
	assert_true(order_load(&lab->w, lab->a, id, &o));
	lab_end(lab);
	return o;
}

const char *
order_state(struct lab *lab, int64_t order)
{
	return order_numbered(lab, order).status;
}

struct consent_status
consent_of(struct lab *lab, int64_t order)
{
	struct order o = order_numbered(lab, order);

	lab_begin(lab);
	struct consent_status s = consent_status_of_order(&lab->w, lab->a, &o);
	lab_end(lab);
	return s;
}

const char *
consent_link(struct lab *lab, const char *email)
{
	struct mail rows[AT_ONCE];
	const char *url = NULL;

	lab_begin(lab);
	size_t n = mail_list(&lab->w, lab->a,
	    &(struct mail_filter){ .to = email, .newest_first = true }, AT_ONCE, rows);
	for (size_t i = 0; i < n && url == NULL; i++)
		url = mail_variable(&rows[i], "consent_url");
	lab_end(lab);
	if (url == NULL)
		fail_msg("%s has no link", email);
	return strrchr(url, '/') + 1;
}

struct consent_page
look_at_consent(struct lab *lab, const char *token)
{
	lab_begin(lab);
	struct consent_page page = consent_look(&lab->w, lab->a, token);
	lab_end(lab);
	return page;
}

enum consent_taken
answer_consent(struct lab *lab, const char *token, bool agrees)
{
	struct consent_page page = look_at_consent(lab, token);

	lab_begin(lab);
	enum consent_taken taken = consent_answer(&lab->w, lab->a, token,
	    &(struct consent_answer){
		.nonce = page.open ? page.nonce : "", .agrees = agrees, .language = "en" });
	lab_end(lab);
	return taken;
}

enum consent_taken
agree(struct lab *lab, const char *email)
{
	return answer_consent(lab, consent_link(lab, email), true);
}

enum consent_taken
disagree(struct lab *lab, const char *email)
{
	return answer_consent(lab, consent_link(lab, email), false);
}

const char *
money_of(struct lab *lab, int64_t reseller)
{
	lab_begin(lab);
	struct balance b = account_balance(&lab->w, reseller);
	lab_end(lab);
	return arena_printf(
	    lab->a, "%s held %s", cents_text(lab->a, b.balance), cents_text(lab->a, b.held));
}
