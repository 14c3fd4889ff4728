#include "command/change_report.h"

#include "base/arena.h"
#include "world/notice/mail.h"

void
change_report_open(struct change_report *r)
{
	*r = (struct change_report){ .names = 0 };
	buf_open(&r->lines, 0);
}

void
change_report_add(struct change_report *r, const char *name, int code, const char *text)
{
	buf_printf(&r->lines, "%s: %d %s\n", name, code, text);
	r->names++;
	r->done += code < 300;
}

void
change_report_send(struct request *rq, struct change_report *r, bool wanted)
{
	struct arena *a = rq->arena;
	const char *lines = arena_strdup(a, r->lines.data);

	buf_close(&r->lines);
	if (!wanted || !attr_given(rq, "report_email"))
		return;
	struct mail m = {
		.type = "change.report",
		.sender = rq->reseller->tech_email,
		.recipient = attr_text(rq, "report_email"),
		.reseller = rq->reseller->id,
		.domain = "",
		.variables = {
			{ "company", rq->reseller->company },
			{ "count", arena_printf(a, "%zu", r->names) },
			{ "done", arena_printf(a, "%zu", r->done) },
			{ "results", lines },
		},
	};
	mail_send(rq->world, a, &m);
}
