/* GET DOMAIN: what is on file for one of the reseller's names, by type. */
#include "command/domain/get/types.h"
#include "command/domain/get_list.h"
#include "command/domain/request_reply.h"
#include "command/owned.h"

static const struct type {
	const char *name;
	say_fn *say;
	command_fn *run;
} types[] = {
#define SAYS(name, function) { name, say_##function, NULL },
#define RUNS(name, function) { name, NULL, function },
#include "command/domain/get/types.def"
#undef SAYS
#undef RUNS
};

static const struct type *
type_named(const char *name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(types[i].name, name) == 0)
			return &types[i];
	return NULL;
}

static bool
is_type(const char *text)
{
	return type_named(text) != NULL;
}

const struct attr accepts_get_domain[] = {
	{ .name = "type",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 64,
	    .pattern = is_type,
	    .refusal = &refusal_invalid_data,
	    .missing = &refusal_no_info_type },
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	LIST_ATTRS,
	ATTR_LAST,
};

const struct refusal *
cmd_get_domain(struct request *rq)
{
	const struct type *type = type_named(attr_text(rq, "type"));
	struct term t;

	if (type->run != NULL)
		return type->run(rq);
	const struct refusal *no = owned_term(rq, &t);
	if (no == NULL)
		type->say(rq, &t);
	return no;
}
