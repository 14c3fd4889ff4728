#include "command/domain/order_reply.h"

#include "base/arena.h"
#include "world/order/type.h"
#include "world/policy/policy.h"

enum { TEXT = 1, EMAIL = 2, CODE = 4, ID = 8, FORCED = 16, QUEUE = 32 };
#define ALL (TEXT | EMAIL | CODE | ID)

struct words {
	int code; /* of a reply that is granted */
	const char *text; /* ... */
	const struct refusal_row *no; /* or why it is not */
	int says; /* which attributes */
	const char *async_reason; /* NULL: none */
};

/* Taken: recorded as provisioning/register_taken_domain.  Short: as
 * OpenSRS/osrs-toolkit-php meets it (decisions, 23).  Refused: as in Net::DRI's
 * sample of a failed registration.  The values of async_reason are inferred. */
static const struct words usual[] = {
	[ORDER_COMPLETED] = { 0 },
	[ORDER_SAVED] = { 200, "Order created", NULL, EMAIL | ID, NULL },
	[ORDER_TAKEN] = { 0, NULL, &refusal_domain_taken, FORCED, NULL },
	[ORDER_SHORT] = { 200, "Registration successful", NULL, ALL | FORCED, NULL },
	[ORDER_REFUSED] = { 0, NULL, &refusal_registry_error, TEXT | CODE | ID | FORCED, NULL },
	[ORDER_CONSENT] = { 300,
	    "Registration is pending contact agreeing to share information per GDPR.", NULL, ALL,
	    "consent pending" },
	[ORDER_SENT] = { 250,
	    "Action submitted successfully for processing to asynchronous registry", NULL,
	    ALL | QUEUE, "general" },
	[ORDER_DEPARTED] = { 0 },
	[ORDER_UNKNOWN] = { 0, NULL, &refusal_unknown_answer, ALL | QUEUE, NULL },
	[ORDER_BUSY] = { 0, NULL, &refusal_in_process, 0, NULL },
};

/* Renewals have these words instead, and short of funds they are refused in every
 * mode (decisions, 23). */
static const struct words of_renewals[] = {
	[ORDER_TAKEN] = { 0, NULL, &refusal_domain_not_found, FORCED, NULL },
	[ORDER_SHORT] = { 0, NULL, &refusal_renewal_quota, EMAIL | ID | FORCED, NULL },
	[ORDER_REFUSED] = { 0, NULL, &refusal_renewal_refused, EMAIL | ID | FORCED, NULL },
};

/* Inferred: what is recorded speaks of registrations. */
static const struct words kept_short = { 200, "Order created", NULL, ALL | FORCED, NULL };
static const struct words short_of_funds = { 0, NULL, &refusal_over_quota, ALL | FORCED, NULL };
static const struct words no_success = { 0, NULL, &refusal_consent_pending, ALL,
	"consent pending" };
static const struct words timed_out = { 0, NULL, &refusal_timed_out, ALL | QUEUE, NULL };

static bool
is_renewal(const struct order *o)
{
	return strcmp(o->type, "renewal") == 0;
}

/* Where a policy, a fault or the type wants other words than the usual ones. */
static const struct words *
words_for(struct request *rq, const struct order *o, const struct submission *s)
{
	struct world *w = rq->world;

	if (is_renewal(o) && s->ended < sizeof(of_renewals) / sizeof(*of_renewals) &&
	    of_renewals[s->ended].no != NULL)
		return &of_renewals[s->ended];
	if (s->ended == ORDER_TAKEN && o->term != 0) /* what was to be had is gone */
		return &of_renewals[ORDER_TAKEN];
	if (s->ended == ORDER_SHORT && policy_is(w, &policy_funds_mode, "440"))
		return &short_of_funds;
	if (s->ended == ORDER_SHORT && !order_is_new(o))
		return &kept_short;
	if (s->ended == ORDER_CONSENT && policy_is(w, &policy_consent_success, "0"))
		return &no_success;
	if (s->ended == ORDER_UNKNOWN && s->code == 250)
		return &usual[ORDER_SENT];
	if (s->ended == ORDER_UNKNOWN && s->code == 705)
		return &timed_out;
	return &usual[s->ended];
}

static const char *
number(struct request *rq, int64_t n)
{
	return arena_printf(rq->arena, "%" PRId64, n);
}

struct saying {
	const struct words *words;
	const struct order_words *names;
	const struct order *order;
	const struct submission *submission;
	int code;
	const char *text;
};

static void
say(struct request *rq, struct value *to, const struct saying *s)
{
	int says = s->words->says & (is_renewal(s->order) ? ~(TEXT | CODE) : ~0);
	const char *id = number(rq, s->order->id);

	if (says & TEXT)
		value_add_text(rq->arena, to, "registration_text", s->text);
	if (says & EMAIL)
		value_add_text(rq->arena, to, "admin_email", s->names->email);
	if (says & CODE)
		value_add_text(rq->arena, to, "registration_code", number(rq, s->code));
	if (says & ID)
		value_add_text(rq->arena, to, s->names->id_key, id);
	if (says & FORCED)
		value_add_text(rq->arena, to, "forced_pending", id);
	if (says & QUEUE)
		value_add_text(
		    rq->arena, to, "queue_request_id", number(rq, s->submission->request));
	if (s->words->async_reason != NULL)
		value_add_text(rq->arena, to, "async_reason", s->words->async_reason);
}

/* A fault may bring a code and a text of its own. */
static const struct refusal *
refused(struct request *rq, struct saying *s)
{
	struct refusal *no = refuse_as(rq, s->words->no, s->submission->code, s->submission->text);

	s->text = no->text;
	s->code = no->row->code;
	no->attributes = value_new(rq->arena, VALUE_ASSOC);
	say(rq, no->attributes, s);
	rq->transaction = transaction_id(rq);
	return no;
}

const struct refusal *
order_reply(struct request *rq, const struct order_words *words, const struct order *o,
    const struct submission *submission)
{
	struct saying s = { .words = words_for(rq, o, submission),
		.names = words,
		.order = o,
		.submission = submission };

	if (s.words->no != NULL)
		return refused(rq, &s);
	if (submission->ended == ORDER_COMPLETED || submission->ended == ORDER_DEPARTED)
		return NULL;
	rq->code = s.code = s.words->code;
	rq->text = s.text = s.words->text;
	say(rq, rq->reply, &s);
	return NULL;
}

/* A refusal that did not even keep the order has cancelled nothing. */
const struct refusal *
order_say_cancelled(struct request *rq, const struct refusal *no, const int64_t *ids, size_t n)
{
	struct value *to = no == NULL ? rq->reply : no->attributes;

	if (n == 0 || to == NULL || (no != NULL && to->first == NULL))
		return no;
	struct value *list = value_add(rq->arena, to, "cancelled_orders", VALUE_ARRAY);
	for (size_t i = 0; i < n; i++)
		value_add_text(rq->arena, list, NULL, number(rq, ids[i]));
	return no;
}

const char *
order_email(const struct contact_set *contacts)
{
	return contacts->given[ADMIN] ? contacts->of[ADMIN].email : contacts->of[OWNER].email;
}
