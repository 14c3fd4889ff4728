/* Kinds that set one word of a few. */
#include "base/arena.h"
#include "base/must.h"
#include "command/change.h"
#include "command/domain/modify/data.h"
#include "world/name/capability.h"
#include "world/name/publication.h"

typedef bool able_fn(struct request *rq, const struct term *t, const char *data);

static bool
everybody(struct request *rq, const struct term *t, const char *data)
{
	(void)rq, (void)t, (void)data;
	return true;
}

static bool
capable(struct request *rq, const struct term *t, const char *data)
{
	return capability_named(rq->world, rq->arena, t->name, data);
}

/* github.com/blesta/module-opensrs: what has no privacy has no publicity. */
static bool private(struct request *rq, const struct term *t, const char *data)
{
	(void)data;
	return capable(rq, t, "whois_privacy_state");
}

static bool
ca_people(struct request *rq, const struct term *t, const char *data)
{
	return capable(rq, t, data) && publication_ca_person(rq->world, rq->arena, t);
}

static const struct choice {
	const char *data, *attr, *setting;
	able_fn *able;
	const char *words, *waits_as;
} choices[] = {
#define CHOICE(data, attr, setting, able, words, waits_as, source) \
	{ data, attr, setting, able, words, waits_as },
#include "command/domain/modify/choices.def"
#undef CHOICE
};

static const struct choice *
choice_of(const char *data)
{
	size_t i = 0;

	while (i < sizeof(choices) / sizeof(*choices) && strcmp(choices[i].data, data) != 0)
		i++;
	must(i < sizeof(choices) / sizeof(*choices));
	return &choices[i];
}

/* What "sent=kept" keeps of this word; NULL: there is no such word. */
static const char *
kept(struct arena *a, const char *words, const char *sent)
{
	size_t n = strlen(sent);

	for (const char *w = words; *w != '\0'; w += strspn(w, " ")) {
		size_t length = strcspn(w, " ");
		if (length > n && strncmp(w, sent, n) == 0 && w[n] == '=')
			return arena_strndup(a, w + n + 1, length - n - 1);
		w += length;
	}
	return NULL;
}

struct decision {
	const struct choice *choice;
	const char *value;
};

static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct decision *d = how;
	const struct choice *choice = d->choice;

	if (!choice->able(rq, t, choice->data))
		return refuse(rq, setting_absent, choice->data);
	change_setting(c, choice->setting, d->value);
	return NULL;
}

const struct refusal *
modify_choice(struct request *rq)
{
	const struct choice *choice = choice_of(attr_text(rq, "data"));

	if (!attr_given(rq, choice->attr))
		return refuse(rq, missing_field, choice->attr);
	const char *sent = attr_text(rq, choice->attr);
	const struct decision d = { choice, kept(rq->arena, choice->words, sent) };
	if (d.value == NULL)
		return refuse(rq, invalid_data,
		    arena_printf(rq->arena, "%s '%s'", choice->attr, excerpt(rq->arena, sent)));
	return change_names(
	    rq, &(struct change_plan){ .build = build, .how = &d, .waits_as = choice->waits_as });
}
