/* What sets this flow going from outside: orders, and resellers. */
#include "world/flow/consent/inside.h"
#include "world/name/term.h"
#include "world/policy/policy.h"

enum process
consent_process(struct world *w, struct arena *a, const char *domain)
{
	static const struct {
		const char *process;
		enum process is;
	} rows[] = {
		{ "sync", PROCESS_SYNC },
		{ "async", PROCESS_ASYNC },
	};
	const char *process = policy_of_tld(w, a, domain, "process");

	for (size_t i = 0; process != NULL && i < sizeof(rows) / sizeof(*rows); i++)
		if (strcmp(process, rows[i].process) == 0)
			return rows[i].is;
	bool verified = process != NULL && strcmp(process, "verification") == 0;
	return verified && policy_on(w, &policy_gtld_mail) ? PROCESS_SYNC : PROCESS_NONE;
}

enum consent_gate
consent_gate(struct world *w, struct arena *a, const struct order *o)
{
	struct subject person;

	if (consent_process(w, a, o->domain) != PROCESS_ASYNC)
		return CONSENT_NOT_NEEDED;
	struct contact_set contacts = contacts_parse(a, o->contacts);
	if (subject_find(w, a, &contacts.of[OWNER], &person) && strcmp(person.choice, "given") == 0)
		return CONSENT_GIVEN;
	return CONSENT_WAITING;
}

void
consent_ask(struct world *w, struct arena *a, const struct order *o)
{
	enum process process = consent_process(w, a, o->domain);

	if (process == PROCESS_NONE)
		return;
	struct contact_set contacts = contacts_parse(a, o->contacts);
	struct consent c = {
		.episode = { .state = "new", .started = w->now, .label = o->domain },
		.order = o->id,
		.subject = subject_remember(w, a, &contacts.of[OWNER]),
		.reseller = o->reseller,
		.waits = process == PROCESS_ASYNC,
	};
	flow_step(w, a, &consent, &c.episode, "begin");
}

void
consent_drop(struct world *w, struct arena *a, const struct order *o)
{
	struct consent *c = consent_of_order(w, a, o->id);

	if (c != NULL)
		flow_step(w, a, &consent, &c->episode, "drop");
}

static struct consent *
of_present_owner(struct world *w, struct arena *a, const struct term *t)
{
	struct contact_set contacts = contacts_parse(a, t->contacts);
	struct subject person;

	if (!subject_find(w, a, &contacts.of[OWNER], &person))
		return NULL;
	return consent_of_name(w, a, person.id, t->name);
}

static struct consent *
of_waiting_order(struct world *w, struct arena *a, int64_t reseller, const char *domain)
{
	int64_t order = order_waiting_for(w, domain, NULL);
	struct consent *c = order == 0 ? NULL : consent_of_order(w, a, order);

	return c != NULL && c->reseller == reseller ? c : NULL;
}

enum consent_resent
consent_resend(struct world *w, struct arena *a, int64_t reseller, const char *domain)
{
	struct consent *c = of_waiting_order(w, a, reseller, domain);
	struct term t;

	if (c == NULL && (!term_find(w, a, domain, &t) || t.reseller != reseller))
		return CONSENT_NO_SUCH_NAME;
	if (c == NULL)
		c = of_present_owner(w, a, &t);
	if (c == NULL || !flow_step(w, a, &consent, &c->episode, "resend"))
		return CONSENT_NOT_ASKED;
	return CONSENT_RESENT;
}
