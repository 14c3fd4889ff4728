#include "tests/support/registrant.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "world/notice/event.h"
#include "world/notice/variables.h"

#define AT_ONCE 200

struct verification_status
status_of(struct lab *lab, const char *name)
{
	struct term t;

	lab_begin(lab);
	assert_true(term_find(&lab->w, lab->a, name, &t));
	struct verification_status s = verification_status(&lab->w, lab->a, &t);
	lab_end(lab);
	return s;
}

const char *
link_of(struct lab *lab, const char *name)
{
	struct mail rows[AT_ONCE];
	const char *url = NULL;

	lab_begin(lab);
	size_t n = mail_list(&lab->w, lab->a,
	    &(struct mail_filter){ .domain = name, .newest_first = true }, AT_ONCE, rows);
	for (size_t i = 0; i < n && url == NULL; i++)
		url = mail_variable(&rows[i], "verify_url");
	lab_end(lab);
	assert_non_null(url);
	return strrchr(url, '/') + 1;
}

enum link
look_at(struct lab *lab, const char *token)
{
	lab_begin(lab);
	struct verification_page page = verification_look(&lab->w, lab->a, token);
	lab_end(lab);
	return page.link;
}

bool
click(struct lab *lab, const char *token)
{
	lab_begin(lab);
	bool done = verification_click(&lab->w, lab->a, token);
	lab_end(lab);
	return done;
}

bool
resend(struct lab *lab, const char *name)
{
	struct term t;

	lab_begin(lab);
	assert_true(term_find(&lab->w, lab->a, name, &t));
	bool done = verification_resend(&lab->w, lab->a, &t);
	lab_end(lab);
	return done;
}

bool
decide(struct lab *lab, const char *name, const char *decision)
{
	struct term t;

	lab_begin(lab);
	assert_true(term_find(&lab->w, lab->a, name, &t));
	bool done = verification_decide(&lab->w, lab->a, &t, decision);
	lab_end(lab);
	return done;
}

bool
bounce(struct lab *lab, int64_t id)
{
	struct mail m;

	lab_begin(lab);
	assert_true(mail_load(&lab->w, lab->a, id, &m));
	bool first = mail_bounce(&lab->w, id, 550, "5.1.1 unknown");
	if (first)
		verification_bounced(&lab->w, lab->a, &m);
	lab_end(lab);
	return first;
}

void
change_role(struct lab *lab, const char *name, enum role role, struct contact person)
{
	struct term t = lab_term(lab, name);
	struct contact_set set = contacts_parse(lab->a, t.contacts);

	set.given[role] = true;
	set.of[role] = person;
	lab_change(lab, name, &set);
}

void
change_owner(struct lab *lab, const char *name, struct contact owner)
{
	change_role(lab, name, OWNER, owner);
}

static void
add_line(struct buf *b, const char *one, char between, const char *two)
{
	if (b->size > 0)
		buf_char(b, '\n');
	buf_printf(b, "%s%c%s", one, between, two);
}

static const char *
closed(struct lab *lab, struct buf *b)
{
	const char *text = arena_strdup(lab->a, b->data);

	buf_close(b);
	return text;
}

const char *
new_mails(struct lab *lab, int64_t *since)
{
	struct mail rows[AT_ONCE];
	struct buf b;

	buf_open(&b, 0);
	lab_begin(lab);
	size_t n = mail_list(
	    &lab->w, lab->a, &(struct mail_filter){ .since = *since }, AT_ONCE, rows);
	assert_true(n < AT_ONCE);
	for (size_t i = 0; i < n; i++) {
		add_line(&b, rows[i].type, '>', rows[i].recipient);
		*since = rows[i].id;
	}
	lab_end(lab);
	return closed(lab, &b);
}

static const char *
datum(struct lab *lab, const struct event *e, const char *name)
{
	struct variable data[MAX_VARIABLES];

	variables_read(lab->a, e->data, data);
	for (const struct variable *v = data; v->name != NULL; v++)
		if (strcmp(v->name, name) == 0)
			return v->value;
	return "";
}

const char *
new_events(struct lab *lab, int64_t *since)
{
	struct event rows[AT_ONCE];
	struct buf b;

	buf_open(&b, 0);
	lab_begin(lab);
	size_t n = event_list(&lab->w, lab->a, *since, AT_ONCE, rows);
	assert_true(n < AT_ONCE);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(rows[i].object, "DOMAIN");
		assert_string_equal(rows[i].name, "REGISTRANT_VERIFICATION_STATUS_CHANGE");
		add_line(&b, datum(lab, &rows[i], "domain_name"), ' ',
		    datum(lab, &rows[i], "verification_status"));
		*since = rows[i].id;
	}
	lab_end(lab);
	return closed(lab, &b);
}
