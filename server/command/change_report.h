/*
 * The report of a change of all names of a profile, by mail to whom the request names
 * (report_email), on behalf of the reseller.  Of one name alone there is none.
 */
#ifndef COMMAND_CHANGE_REPORT_H
#define COMMAND_CHANGE_REPORT_H

#include "base/buf.h"
#include "command/command.h"

struct change_report {
	struct buf lines; /* one for each name */
	size_t names, done;
};

void change_report_open(struct change_report *r);
void change_report_add(struct change_report *r, const char *name, int code, const char *text);
/* Closes it.  Nothing is sent unless it is WANTED and report_email, which the schema has,
 * says to whom. */
void change_report_send(struct request *rq, struct change_report *r, bool wanted);

#endif
