/* Something shall go wrong: one control call. */
#include "scenarios/play/run.h"

#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/words.h"

static json_t *
body_of(struct run *r, const struct step *s)
{
	json_t *match = json_object(), *body = json_object();

	json_object_set_new(body, "kind", json_string(run_text(r, &s->name)));
	for (size_t i = 0; i < s->pair_count; i++) {
		const char *key = s->pairs[i].key.text, *text = run_text(r, &s->pairs[i].value);
		if (is_one_of(key, fault_match_words))
			json_object_set_new(match, key, json_string(text));
		else if (is_one_of(key, fault_count_words))
			json_object_set_new(body, key, json_integer(strtoll(text, NULL, 10)));
		else
			json_object_set_new(body, key, json_string(text));
	}
	json_object_set_new(body, "match", match);
	return body;
}

static const char *
summary(struct run *r, const struct step *s)
{
	const char *text = run_text(r, &s->name);

	for (size_t i = 0; i < s->pair_count; i++)
		text = arena_printf(r->scratch, "%s %s=%s", text, s->pairs[i].key.text,
		    run_text(r, &s->pairs[i].value));
	return text;
}

bool
run_fault(struct run *r, const struct step *s)
{
	struct answer answer;

	if (!control_must(r, s->name.at, "POST", "/faults", body_of(r, s), &answer))
		return false;
	json_decref(answer.body);
	tell(r, TOLD_FAULT, r->now, s->at, "", summary(r, s), "");
	return true;
}
