/* GET_PRICE DOMAIN: what a registration, renewal or transfer would cost, and whether
 * the name is a premium one. */
#include "base/arena.h"
#include "command/command.h"
#include "world/money/account.h"
#include "world/money/price.h"
#include "world/name/domain.h"
#include "world/policy/rulebook.h"

static bool
is_priced(const char *text)
{
	static const char *const types[] = { "new", "premium", "renewal", "transfer" };

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(text, types[i]) == 0)
			return true;
	return false;
}

/* Older clients ask for "all" where newer ones ask for "all_periods". */
const struct attr accepts_get_price[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "period",
	    .type = ATTR_INT,
	    .min = 1,
	    .max = 10,
	    .refusal = &refusal_invalid_data,
	    .fallback = 1 },
	{ .name = "reg_type",
	    .type = ATTR_TEXT,
	    .max = 16,
	    .pattern = is_priced,
	    .refusal = &refusal_invalid_data },
	{ .name = "all_periods", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	{ .name = "all", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* A transfer adds one year, whatever the registry sells otherwise. */
static struct years
offered(struct request *rq, const char *domain, const char *type)
{
	if (strcmp(type, "transfer") == 0)
		return (struct years){ 1, 1 };
	return domain_years(rq->world, rq->arena, domain);
}

static const struct refusal *
check(struct request *rq, const char *domain, struct years years, bool priced)
{
	int64_t period = attr_int(rq, "period");

	if (rulebook_tld(rq->world->rules, domain) == NULL)
		return refuse(rq, unknown_tld, excerpt(rq->arena, domain));
	if (!domain_registrable(rq->world, domain))
		return refuse(rq, invalid_domain, excerpt(rq->arena, domain));
	if (!priced)
		return refuse(rq, invalid_data, "reg_type of another name");
	if (period >= years.least && period <= years.most)
		return NULL;
	return refuse(rq, invalid_data, arena_printf(rq->arena, "period '%" PRId64 "'", period));
}

static const char *
price_text(struct request *rq, const char *domain, const char *type, int years)
{
	int64_t cents;

	if (!price_of(rq->world, domain, type, years, &cents))
		return NULL;
	return cents_text(rq->arena, cents);
}

/* By year, as blesta's module reads them. */
static void
say_all(struct request *rq, const char *domain, const char *type, struct years years)
{
	struct value *list = value_add(rq->arena, rq->reply, "prices", VALUE_ASSOC);

	for (int n = years.least; n <= years.most; n++)
		value_add_text(rq->arena, list, arena_printf(rq->arena, "%d", n),
		    price_text(rq, domain, type, n));
}

static void
say_premium(struct request *rq, const char *domain)
{
	struct premium p;

	if (!premium_of(rq->world, rq->arena, domain, &p))
		return;
	value_add_text(rq->arena, rq->reply, "is_registry_premium", "1");
	if (*p.group != '\0')
		value_add_text(rq->arena, rq->reply, "registry_premium_group", p.group);
}

const struct refusal *
cmd_get_price(struct request *rq)
{
	const char *domain = attr_text(rq, "domain");
	const char *type = attr_given(rq, "reg_type") ? attr_text(rq, "reg_type") : "new";
	struct years years = offered(rq, domain, type);
	const char *price = price_text(rq, domain, type, (int)attr_int(rq, "period"));

	const struct refusal *no = check(rq, domain, years, price != NULL);

	if (no != NULL)
		return no;
	value_add_text(rq->arena, rq->reply, "price", price);
	if (attr_flag(rq, "all_periods") || attr_flag(rq, "all"))
		say_all(rq, domain, type, years);
	say_premium(rq, domain);
	return NULL;
}
