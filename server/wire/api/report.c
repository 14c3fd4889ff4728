/* The vendor's daily CSV: every name that is in registrant verification (rules
 * 01, 1.10; the order of its columns is our guess). */
#include "base/arena.h"
#include "base/buf.h"
#include "wire/api/api.h"
#include "world/flow/verification/verification.h"
#include "world/party/reseller.h"

const struct field shape_report_filter[] = { MAY("user", TEXT), SHAPE_END };
const struct field shape_csv[] = { HAS("text/csv; charset=utf-8", BYTES), SHAPE_END };

#define SLICE 500

/* Quoted where it must be; what a spreadsheet would run is defused. */
static void
add_cell(struct buf *b, const char *text)
{
	bool formula = strchr("=+-@", *text) != NULL && *text != '\0';

	if (!formula && text[strcspn(text, ",\"\r\n")] == '\0') {
		buf_text(b, text);
		return;
	}
	buf_text(b, formula ? "\"'" : "\"");
	for (; *text != '\0'; text++)
		buf_text(b, *text == '"' ? "\"\"" : (char[]){ *text, '\0' });
	buf_char(b, '"');
}

static void
add_row(struct call *c, struct buf *b, const struct term *t)
{
	struct verification_status s = verification_status(c->world, c->arena, t);
	struct contact_set set;

	if (!s.running)
		return;
	set = contacts_parse(c->arena, t->contacts);
	const struct contact *owner = &set.of[OWNER];
	buf_text(b, t->name);
	buf_char(b, ',');
	add_cell(b, owner->email);
	buf_printf(b, ",%s,", instant_plain(s.started).text);
	if (strcmp(s.status, "suspended") == 0)
		buf_text(b, instant_plain(s.deadline).text);
	buf_char(b, ',');
	add_cell(b, owner->first_name);
	buf_char(b, ',');
	add_cell(b, owner->last_name);
	buf_text(b, "\r\n");
}

const struct problem *
api_report(struct call *c)
{
	struct reseller r = { 0 };
	const char *user = call_query(c, "user");
	const struct problem *p = query_check(c);
	struct term *rows = NEW_ARRAY(c->arena, struct term, SLICE);
	struct buf b;

	if (p == NULL && user != NULL)
		p = find_reseller(c, user, &r);
	if (p != NULL)
		return p;
	buf_open(&b, 0);
	buf_text(
	    &b, "domain,email,verification_start_date,suspension_date,first_name,last_name\r\n");
	int64_t since = 0;
	for (size_t n = SLICE; n == SLICE;) {
		n = term_list(c->world, c->arena, r.id, since, SLICE, rows);
		for (size_t i = 0; i < n; i++)
			add_row(c, &b, &rows[i]);
		since = n == 0 ? since : rows[n - 1].id;
	}
	const char *text = arena_strndup(c->arena, b.data, b.size);
	p = answer_bytes(c, text, b.size);
	buf_close(&b);
	return p;
}
