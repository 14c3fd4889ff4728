#include "scenarios/play/complain.h"
#include "scenarios/play/parse.h"

typedef void parse_fn(struct cursor *k, struct step *step);

static void
patience(struct cursor *k, struct step *step)
{
	if (cursor_takes_word(k, "within")) {
		step->patience = WITHIN;
		step->span = cursor_name(k, "a duration such as PT1M");
	} else if (cursor_takes_word(k, "none")) {
		step->patience = NONE;
		if (cursor_takes_word(k, "for"))
			step->span = cursor_name(k, "a duration such as P5D");
	} else {
		cursor_fail(k, cursor_place(k), "expected 'within' and a duration, or 'none'");
	}
}

static void
parse_mail(struct cursor *k, struct step *step)
{
	step->kind = STEP_MAIL;
	step->actor = cursor_name(k, "who gets the mail");
	patience(k, step);
	cursor_checks(k, true, &step->checks, &step->check_count);
}

static void
parse_event(struct cursor *k, struct step *step)
{
	step->kind = STEP_EVENT;
	step->name = cursor_name(k, "an event's name");
	patience(k, step);
	cursor_checks(k, false, &step->checks, &step->check_count);
}

static const char *const subjects[] = { "domain", "order", "transfer", "reseller", "dns", "whois",
	NULL };

/* "state NAME ..." is short for "state domain NAME ...". */
static void
parse_state(struct cursor *k, struct step *step)
{
	struct word first = cursor_name(k, "a domain, 'order', 'reseller', 'dns', 'whois'");

	step->kind = STEP_STATE;
	if (strcmp(first.text, "rdap") == 0) {
		cursor_fail(k, first.at, "'state rdap' is not built yet");
	} else if (is_one_of(first.text, subjects)) {
		step->name = first;
		step->object = cursor_name(k, "which one");
	} else {
		step->name = (struct word){ .text = "domain", .at = first.at };
		step->object = first;
	}
	cursor_checks(k, false, &step->checks, &step->check_count);
}

static void
parse_at(struct cursor *k, struct step *step)
{
	step->kind = STEP_AT;
	step->name = cursor_name(k, "an instant, 'start' or a mark");
}

static void
parse_advance(struct cursor *k, struct step *step)
{
	step->kind = STEP_ADVANCE;
	step->span = cursor_name(k, "a duration such as P5D");
}

static void
parse_jump(struct cursor *k, struct step *step)
{
	step->kind = STEP_JUMP;
	step->span = cursor_name(k, "a duration such as P5D");
}

static void
parse_run(struct cursor *k, struct step *step)
{
	step->kind = STEP_UNTIL;
	if (!cursor_takes_word(k, "until"))
		cursor_fail(k, cursor_place(k), "expected 'until' after 'run'");
	step->name = cursor_name(k, "a kind of timer such as verification.suspension");
	if (cursor_takes_word(k, "max")) {
		step->span = cursor_name(k, "a duration such as P30D");
		return;
	}
	if (cursor_at_word(k))
		step->object = cursor_name(k, "a subject");
	if (cursor_takes_word(k, "max"))
		step->span = cursor_name(k, "a duration such as P30D");
}

static void
parse_mark(struct cursor *k, struct step *step)
{
	step->kind = STEP_MARK;
	step->name = cursor_name(k, "a name for this instant");
}

static void
parse_fault(struct cursor *k, struct step *step)
{
	step->kind = STEP_FAULT;
	step->name = cursor_name(k, "a kind of fault such as unknown_status");
	cursor_pairs(k, &step->pairs, &step->pair_count);
}

static void
not_built(struct cursor *k, struct step *step)
{
	(void)step;
	cursor_fail(k, k->tokens[0].at, "'%s' is not built yet", k->tokens[0].text);
}

static const struct {
	const char *word;
	parse_fn *parse;
} steps[] = {
	{ "mail", parse_mail },
	{ "event", parse_event },
	{ "state", parse_state },
	{ "at", parse_at },
	{ "advance", parse_advance },
	{ "jump", parse_jump },
	{ "run", parse_run },
	{ "mark", parse_mark },
	{ "fault", parse_fault },
	{ "exec", not_built },
};

const char *const step_words[] = { "mail", "event", "state", "at", "advance", "jump", "run", "mark",
	"fault", "exec", NULL };

/* NAME > [raw] action [object] ..., its ">" taken already. */
static void
parse_call(struct cursor *k, struct step *step)
{
	step->kind = STEP_CALL;
	step->raw = cursor_takes_word(k, "raw");
	step->name = cursor_name(k, "an action such as sw_register");
	if (k->next != k->answer && cursor_at_word(k) && !cursor_at_pair(k))
		step->object = cursor_name(k, "an object");
	cursor_pairs(k, &step->pairs, &step->pair_count);
	cursor_checks(k, false, &step->checks, &step->check_count);
}

static void
parse_act(struct cursor *k, struct step *step)
{
	step->kind = STEP_ACT;
	step->name = cursor_name(k, "what is done");
	cursor_pairs(k, &step->pairs, &step->pair_count);
	cursor_checks(k, false, &step->checks, &step->check_count);
}

bool
parse_step(struct cursor *k, struct step *step)
{
	step->at = cursor_place(k);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		if (!cursor_takes_word(k, steps[i].word))
			continue;
		steps[i].parse(k, step);
		cursor_end(k);
		return true;
	}
	if (!cursor_at_word(k) || k->count < 2)
		return false;
	step->actor = cursor_name(k, "a step");
	if (cursor_takes_mark(k, ">"))
		parse_call(k, step);
	else if (cursor_at_word(k))
		parse_act(k, step);
	else
		return false;
	return true;
}
