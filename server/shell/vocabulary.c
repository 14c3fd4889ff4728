#include "shell/vocabulary.h"

#include "base/arena.h"
#include "command/command.h"
#include "shell/story_file.h"
#include "world/policy/premium.h"
#include "world/policy/rulebook.h"

/* Stories write in lower case what the wire writes in capitals. */
static const char *
lower(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, text);

	for (char *c = copy; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return copy;
}

static const char *const *
action_names(struct arena *a)
{
	const char **names = NEW_ARRAY(a, const char *, command_count + 1);

	for (size_t i = 0; i < command_count; i++)
		names[i] = lower(a, commands[i].action);
	return names;
}

static const char *const *
mail_types(struct arena *a, const struct rulebook *rules)
{
	const char **names = NEW_ARRAY(a, const char *, rules->template_count + 1);

	for (size_t i = 0; i < rules->template_count; i++)
		names[i] = rules->templates[i].type;
	return names;
}

/* A TLD's own rules can be overridden too: "tld.com.price" and its like; and any
 * name may be a premium one. */
static const char *const *
policy_keys(struct arena *a, const struct rulebook *rules)
{
	size_t count = rules->policy_count, n = 0;

	for (size_t i = 0; i < rules->tld_count; i++)
		count += rules->tlds[i].count;
	const char **names = NEW_ARRAY(a, const char *, count + 2);
	names[n++] = PREMIUM_PREFIX "*";
	for (size_t i = 0; i < rules->policy_count; i++)
		names[n++] = rules->policies[i].key;
	for (size_t i = 0; i < rules->tld_count; i++)
		for (size_t j = 0; j < rules->tlds[i].count; j++)
			names[n++] = arena_printf(
			    a, "tld.%s.%s", rules->tlds[i].name, rules->tlds[i].rules[j].key);
	return names;
}

static const char *const *
ready_worlds(struct arena *a, const struct rulebook *rules)
{
	const char **names = NEW_ARRAY(a, const char *, rules->world_count + 1);

	for (size_t i = 0; i < rules->world_count; i++)
		names[i] = rules->worlds[i].name;
	return names;
}

static const struct fault_word faults[] = {
#define FAULT(kind, parameter, type, choices) { kind, parameter, choices },
#define FAULT_LATER(kind) { kind, NULL, NULL },
#include "world/fault/faults.def"
#undef FAULT
#undef FAULT_LATER
	{ NULL, NULL, NULL },
};

struct vocabulary
vocabulary_of(struct arena *a, const struct rulebook *rules)
{
	return (struct vocabulary){
		.actions = action_names(a),
		.mail_types = mail_types(a, rules),
		.policies = policy_keys(a, rules),
		.worlds = ready_worlds(a, rules),
		.faults = faults,
		.library = story_library,
	};
}
