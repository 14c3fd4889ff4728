/*
 * Job: many names that a command of its own hands over to be transferred one by one,
 * as the names of a bulk change are changed.
 */
#ifndef COMMAND_BULK_CHANGE_JOB_H
#define COMMAND_BULK_CHANGE_JOB_H

#include "command/command.h"
#include "world/bulk/bulk.h"

#define DOMAIN_LIST \
	{ \
		.name = "domain_list", .type = ATTR_TREE, .required = REQUIRED, \
		.refusal = &refusal_invalid_data \
	}

/* The attribute "domain_list" becomes a job of this TYPE (see changes.def, JOB), of MOST
 * names at most; a member is a name, or a map of domain and auth_info.  What else was
 * sent is kept for the errands. */
const struct refusal *job_submit(struct request *rq, const char *type, size_t most, struct bulk *b);

/* The asker's own of this type; 480 where there is none. */
const struct refusal *job_find(struct request *rq, int64_t id, const char *type, struct bulk *b);

#endif
