/* What the world says of a domain, an order, a reseller; and of an answer. */
#include "scenarios/play/run.h"

#include "base/arena.h"

/* Where the control API shows them. */
static const struct {
	const char *subject, *before, *after; /* its name */
} subjects[] = {
	{ "domain", "domains", "" },
	{ "order", "orders", "" },
	{ "transfer", "transfers", "" },
	{ "reseller", "resellers", "" },
	{ "dns", "domains", "/dns" },
	{ "whois", "domains", "/whois" },
};

static const char *
path_of(struct run *r, const struct step *s)
{
	const char *which = run_text(r, &s->object);
	const struct login *l = run_login(r, which);

	if (l != NULL)
		which = l->name; /* "state reseller shop" */
	size_t i = 0;
	while (strcmp(subjects[i].subject, s->name.text) != 0)
		i++; /* the parser lets no other through */
	return arena_printf(r->scratch, "/%s/%s%s", subjects[i].before, url_part(r->scratch, which),
	    subjects[i].after);
}

/* Everything that the step has found to be so. */
static const char *
found(struct run *r, const struct step *s)
{
	const char *text = "";

	for (size_t i = 0; i < s->check_count; i++)
		text = arena_printf(
		    r->scratch, "%s%s%s", text, i == 0 ? "" : ", ", check_text(r, &s->checks[i]));
	return text;
}

bool
run_state(struct run *r, const struct step *s)
{
	struct answer answer;
	bool done = control(r, s->at, "GET", path_of(r, s), NULL, &answer);

	if (done && answer.status != 200 && !checks_look_at_refusal(s))
		done = run_fail(r, s->object.at, answer_summary(r, &answer), "the %s %s",
		    s->name.text, run_text(r, &s->object));
	done = done && run_checks_json(r, s, &answer);
	json_decref(answer.body);
	if (done)
		tell(r, TOLD_STATE, r->now, s->at, "",
		    arena_printf(r->scratch, "%s %s", s->name.text, run_text(r, &s->object)),
		    found(r, s));
	return done;
}
