#include "command/change.h"

#include "base/arena.h"
#include "base/must.h"
#include "command/change_report.h"
#include "command/owned.h"
#include "world/name/setting.h"
#include "world/policy/policy.h"

#define LATER "Action submitted successfully for processing to asynchronous registry"

void
change_setting(struct name_change *c, const char *name, const char *value)
{
	must(c->count < MOST_SETTINGS);
	c->settings[c->count++] = (struct setting){ name, value };
}

static const struct refusal *
change_one(struct request *rq, const struct change_plan *plan, struct term *t, bool *waits)
{
	struct name_change c = {
		.command = rq->action,
		.waits_as = plan->waits_as,
		.settings = NEW_ARRAY(rq->arena, struct setting, MOST_SETTINGS),
	};
	const struct refusal *no = plan->build(rq, t, &c, plan->how);

	*waits = false;
	if (no != NULL)
		return no;
	struct change_answer answer = change_submit(rq->world, rq->arena, t, &c);
	*waits = answer.end == CHANGE_WAITS || (answer.end == CHANGE_DONE && plan->leaves);
	if (answer.end == CHANGE_BUSY)
		return refuse(rq, waiting_request, NULL);
	return answer.end == CHANGE_REFUSED
		   ? refuse_as(rq, &refusal_update_refused, answer.code, answer.text)
		   : NULL;
}

static int
result_code(const struct refusal *no, bool waits)
{
	return no != NULL ? no->row->code : waits ? 250 : 200;
}

static const char *
result_text(struct request *rq, const struct refusal *no, bool waits)
{
	return no != NULL ? no->text : waits ? LATER : rq->text;
}

/* Recorded for site5/moo_moo. */
static void
say_result(struct request *rq, struct value *details, const struct term *t,
    const struct refusal *no, bool waits)
{
	struct value *of = value_add(rq->arena, details, t->name, VALUE_ASSOC);
	const char *tag = setting_of(rq->world, rq->arena, t->id, "encoding_type");

	value_add_text(rq->arena, of, "response_text", result_text(rq, no, waits));
	value_add_text(rq->arena, of, "waiting_requests_no", waits ? "1" : "0");
	value_add_text(rq->arena, of, "encoding_type", tag);
	value_add_text(
	    rq->arena, of, "response_code", arena_printf(rq->arena, "%d", result_code(no, waits)));
	value_add_text(rq->arena, of, "is_success", no == NULL ? "1" : "0");
}

static void
say_later(struct request *rq)
{
	rq->code = 250;
	rq->text = LATER;
}

/* Clients look at the results even then (OpenSRS Perl client, manage.cgi). */
static const struct refusal *
none_done(struct request *rq, const struct refusal *last, struct value *details, size_t n)
{
	struct refusal *no = NEW(rq->arena, struct refusal);

	*no = *last;
	if (n == 1)
		return no;
	no->attributes = value_new(rq->arena, VALUE_ASSOC);
	value_adopt(rq->arena, no->attributes, "details", details);
	return no;
}

static const struct refusal *
change_several(
    struct request *rq, const struct change_plan *plan, struct term *rows, size_t n, bool all)
{
	struct value *details = value_new(rq->arena, VALUE_ASSOC);
	const struct refusal *last = NULL;
	struct change_report report;
	size_t done = 0, waiting = 0;

	change_report_open(&report);
	for (size_t i = 0; i < n; i++) {
		bool waits;
		const struct refusal *no = change_one(rq, plan, &rows[i], &waits);
		say_result(rq, details, &rows[i], no, waits);
		change_report_add(
		    &report, rows[i].name, result_code(no, waits), result_text(rq, no, waits));
		done += no == NULL;
		waiting += waits;
		last = no != NULL ? no : last;
	}
	change_report_send(rq, &report, done > 0 && all);
	if (done == 0)
		return none_done(rq, last, details, n);
	if (waiting > 0)
		say_later(rq);
	value_adopt(rq->arena, rq->reply, "details", details);
	return NULL;
}

const struct refusal *
change_name(struct request *rq, const struct change_plan *plan, struct term *t)
{
	bool waits;
	const struct refusal *no = change_one(rq, plan, t, &waits);

	if (no == NULL && waits) {
		say_later(rq);
		value_add_text(rq->arena, rq->reply, "waiting_requests_no", "1");
	}
	return no;
}

const struct refusal *
change_in_parts(struct request *rq, const struct term *t)
{
	const struct tld *tld = rulebook_tld(rq->world->rules, t->name);
	const char *whole = policy_text(rq->world, rq->arena, &policy_whole_only);

	if (tld == NULL || !policy_lists(whole, tld->name))
		return NULL;
	return refuse(rq, setting_absent, "changes in parts, only update_all_info");
}

const struct refusal *
change_names(struct request *rq, const struct change_plan *plan)
{
	struct term *rows;
	size_t n;
	const char *all = plan->all == NULL ? "affect_domains" : plan->all;
	const struct refusal *no = owned_names_by(rq, all, plan->locked_too, &rows, &n);

	if (no != NULL)
		return no;
	if (plan->details || attr_flag(rq, all))
		return change_several(rq, plan, rows, n, attr_flag(rq, all));
	return change_name(rq, plan, &rows[0]);
}
