/* The keys are those that the vendor's own client reads (OpenSRS Perl client,
 * manage.cgi); that "count" counts all pages is inferred. */
#include "command/domain/get_list.h"

#include "base/arena.h"
#include "command/owned.h"
#include "world/name/domain.h"
#include "world/name/setting.h"

typedef int compare_fn(const void *a, const void *b);

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct term *)a)->name, ((const struct term *)b)->name);
}

static int
by_expiry(const void *a, const void *b)
{
	instant x = ((const struct term *)a)->expires, y = ((const struct term *)b)->expires;

	return x < y ? -1 : x > y ? 1 : by_name(a, b);
}

/* Lists of other commands call the day of expiry either way. */
static const struct {
	const char *name;
	compare_fn *compare;
} orders[] = {
	{ "expiredate", by_expiry },
	{ "expiry_date", by_expiry },
	{ "name", by_name },
};

static compare_fn *
order_named(const char *name)
{
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++)
		if (strcmp(orders[i].name, name) == 0)
			return orders[i].compare;
	return NULL;
}

bool
is_list_order(const char *text)
{
	return order_named(text) != NULL;
}

bool
is_list_direction(const char *text)
{
	return strcasecmp(text, "ASC") == 0 || strcasecmp(text, "DESC") == 0;
}

bool
is_list_choice(const char *text)
{
	return strcasecmp(text, "Y") == 0 || strcasecmp(text, "N") == 0 || strcmp(text, "*") == 0;
}

bool
is_list_day(const char *text)
{
	return is_day(text);
}

struct choice {
	instant from, to; /* of expiry, both included */
	const char *name; /* "": any */
	char auto_renew; /* Y, N, * */
};

/* A day is one of UTC's, as expiredate is written. */
static struct choice
chosen(struct request *rq)
{
	const char *renew = attr_given(rq, "auto_renew") ? attr_text(rq, "auto_renew") : "*";
	struct choice c = {
		.from = rq->world->now + DAYS(attr_int(rq, "min_to_expiry")),
		.to = rq->world->now + DAYS(attr_int(rq, "max_to_expiry")),
		.name = domain_folded(rq->arena, attr_word(rq, "domain_search")),
		.auto_renew = *renew == 'y'   ? 'Y'
			      : *renew == 'n' ? 'N'
					      : *renew,
	};
	instant day;

	if (!attr_given(rq, "expiry_date") || !day_parse(attr_text(rq, "expiry_date"), &day))
		return c;
	c.from = c.from > day ? c.from : day;
	c.to = c.to < day + DAYS(1) - 1 ? c.to : day + DAYS(1) - 1;
	return c;
}

/* In place. */
static size_t
pick(struct request *rq, struct term *rows, size_t n)
{
	struct choice c = chosen(rq);
	size_t left = 0;

	for (size_t i = 0; i < n; i++)
		if (rows[i].expires >= c.from && rows[i].expires <= c.to &&
		    (*c.name == '\0' || pattern_fits(c.name, rows[i].name)) &&
		    (c.auto_renew == '*' || (c.auto_renew == 'Y') == rows[i].auto_renew))
			rows[left++] = rows[i];
	return left;
}

static void
sort(struct request *rq, struct term *rows, size_t n)
{
	const char *by = attr_given(rq, "order_by") ? attr_text(rq, "order_by") : "name";

	qsort(rows, n, sizeof(*rows), order_named(by));
	if (strcasecmp(attr_word(rq, "sort_by"), "DESC") != 0)
		return;
	for (size_t i = 0; i < n / 2; i++) {
		struct term t = rows[i];
		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = t;
	}
}

static void
say_name(struct request *rq, struct value *names, struct value *results, const struct term *t)
{
	struct arena *a = rq->arena;

	value_add_text(a, names, NULL, t->name);
	struct value *of = value_add(
	    a, value_add(a, results, NULL, VALUE_ASSOC), t->name, VALUE_ASSOC);
	value_add_text(a, of, "auto_renew", t->auto_renew ? "1" : "0");
	value_add_text(a, of, "expiredate", instant_plain(t->expires).text);
	value_add_text(a, of, "sponsoring_rsp", "1");
	if (attr_flag(rq, "with_encoding_types"))
		value_add_text(
		    a, of, "encoding_type", setting_of(rq->world, a, t->id, "encoding_type"));
}

static void
say_page(struct request *rq, const struct term *rows, size_t n)
{
	struct arena *a = rq->arena;
	size_t limit = (size_t)attr_int(rq, "limit"), skip = (size_t)attr_int(rq, "page") * limit;
	size_t end = skip + limit < n ? skip + limit : n;

	value_add_text(a, rq->reply, "count", arena_printf(a, "%zu", n));
	value_add_text(a, rq->reply, "remainder", end < n ? "1" : "0");
	struct value *names = value_add(a, rq->reply, "domain_list", VALUE_ARRAY);
	struct value *results = value_add(a, rq->reply, "ext_results", VALUE_ARRAY);
	for (size_t i = skip; i < end; i++)
		say_name(rq, names, results, &rows[i]);
}

/* A public client found that days to expiry go with a cookie only (facts: api/04,
 * section 5). */
const struct refusal *
get_list(struct request *rq)
{
	struct term one, *rows;
	bool days = attr_given(rq, "min_to_expiry") || attr_given(rq, "max_to_expiry");
	const struct refusal *no = owned_term(rq, &one);

	if (no == NULL && days && *trimmed(rq->arena, value_text(rq->top, "cookie")) == '\0')
		no = foreign(rq, one.name);
	if (no != NULL)
		return no;
	size_t n = term_profile(rq->world, rq->arena, &one, &rows);
	n = pick(rq, rows, n);
	sort(rq, rows, n);
	say_page(rq, rows, n);
	return NULL;
}
