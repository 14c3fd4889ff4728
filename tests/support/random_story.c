#include "tests/support/random_story.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static const char heading[] =
    "version 1\n"
    "scenario \"Made by chance\"\n"
    "id       RANDOM-%" PRIu64 "\n"
    "world\n"
    "  clock  2026-05-04T15:20:00Z\n"
    "actor shop   reseller\n"
    "actor mall   reseller\n"
    "actor op     operator\n"
    "actor anna   person  name=\"Anna Ek\" email=anna@ek.example\n"
    "actor moved  person  name=\"Anna Ek\" email=anna@ek.example address1=\"9 Other Road\"\n"
    "actor anne   person  name=\"Anne Ek\" email=anna@ek.example\n"
    "actor bert   person  name=\"Bert Ek\" email=Bert@Ek.example\n"
    "ignore mail verification.request\n"
    "ignore mail verification.reminder\n"
    "ignore mail verification.warning\n"
    "ignore mail verification.suspended\n"
    "ignore mail rsp.suspended_list\n";

static const char *const names[] = { "one.com", "two.net", "three.org" };
static const char *const sellers[] = { "shop", "mall" };
static const char *const people[] = { "anna", "moved", "anne", "bert" };
static const char *const roles[] = { "owner", "admin", "tech" };
static const char *const spans[] = { "PT1S", "PT13H40M", "P1D", "P3D", "P5D", "P5D-PT1S", "P16D",
	"P40D" };
static const char *const verdicts[] = { "verified", "suspended" };

struct dice {
	uint64_t state;
};

/* splitmix64: good enough for games, the same everywhere. */
static uint64_t
throw_dice(struct dice *d)
{
	uint64_t z = d->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static const char *
one_of(struct dice *d, const char *const *words, size_t count)
{
	return words[throw_dice(d) % count];
}
#define ONE_OF(d, words) one_of((d), (words), COUNT(words))

typedef const char *step_fn(struct arena *a, struct dice *d);

static const char *
registration(struct arena *a, struct dice *d)
{
	const char *seller = ONE_OF(d, sellers), *name = ONE_OF(d, names);

	return arena_printf(
	    a, "%s > sw_register domain  domain=%s owner=@%s\n", seller, name, ONE_OF(d, people));
}

static const char *
change(struct arena *a, struct dice *d)
{
	const char *seller = ONE_OF(d, sellers), *name = ONE_OF(d, names);
	const char *role = ONE_OF(d, roles);

	return arena_printf(a, "%s > update_contacts domain  domain=%s %s=@%s\n", seller, name,
	    role, ONE_OF(d, people));
}

static const char *
resend(struct arena *a, struct dice *d)
{
	const char *seller = ONE_OF(d, sellers);

	return arena_printf(a, "%s > send_registrant_verification_email domain  domain=%s\n",
	    seller, ONE_OF(d, names));
}

static const char *
click(struct arena *a, struct dice *d)
{
	const char *who = ONE_OF(d, people);

	return arena_printf(
	    a, "%s verify domain=%s\n     < ^status exists\n", who, ONE_OF(d, names));
}

static const char *
review(struct arena *a, struct dice *d)
{
	return arena_printf(a, "op review domain=%s\n     < ^status exists\n", ONE_OF(d, names));
}

static const char *
decision(struct arena *a, struct dice *d)
{
	const char *name = ONE_OF(d, names);

	return arena_printf(a, "op decide domain=%s verdict=%s\n     < ^status exists\n", name,
	    ONE_OF(d, verdicts));
}

static const char *
bounce(struct arena *a, struct dice *d)
{
	const char *who = ONE_OF(d, people);

	return arena_printf(
	    a, "op bounce to=@%s domain=%s\n     < ^status exists\n", who, ONE_OF(d, names));
}

static const char *
old_name(struct arena *a, struct dice *d)
{
	const char *name = ONE_OF(d, names), *seller = ONE_OF(d, sellers);

	return arena_printf(a,
	    "op add domain=%s reseller=@%s contacts=@%s created=2013-06-01T00:00:00Z\n"
	    "     < ^status exists\n",
	    name, seller, ONE_OF(d, people));
}

static const char *
deletion(struct arena *a, struct dice *d)
{
	return arena_printf(
	    a, "op edit domain=%s state=deleted\n     < ^status exists\n", ONE_OF(d, names));
}

static const char *
move(struct arena *a, struct dice *d)
{
	return arena_printf(a, "advance %s\n", ONE_OF(d, spans));
}

static const char *
leap(struct arena *a, struct dice *d)
{
	return arena_printf(a, "jump %s\n", ONE_OF(d, spans));
}

/* What happens often stands here more than once. */
static step_fn *const steps[] = { registration, registration, registration, change, change, click,
	click, move, move, move, resend, review, decision, bounce, old_name, leap, deletion };

struct random_story
random_story_new(struct arena *a, uint64_t seed, size_t count)
{
	struct random_story s = { seed, NEW_ARRAY(a, const char *, count),
		NEW_ARRAY(a, bool, count), count };
	struct dice d = { seed };

	for (size_t i = 0; i < count; i++)
		s.steps[i] = steps[throw_dice(&d) % COUNT(steps)](a, &d);
	return s;
}

const char *
random_story_text(struct arena *a, const struct random_story *s)
{
	struct buf out;

	buf_open(&out, 0);
	buf_printf(&out, heading, s->seed);
	for (size_t i = 0; i < s->count; i++)
		if (!s->left_out[i])
			buf_text(&out, s->steps[i]);
	const char *text = arena_strndup(a, out.data, out.size);
	buf_close(&out);
	return text;
}

/* Without N steps from the FIRST on, as far as they are still there. */
static bool
can_miss(struct arena *a, struct random_story *s, size_t first, size_t n, broken_fn *broken,
    void *closure)
{
	bool *before = NEW_ARRAY(a, bool, s->count);
	bool any = false;

	memcpy(before, s->left_out, s->count * sizeof(bool));
	for (size_t i = first; i < first + n && i < s->count; i++) {
		any = any || !s->left_out[i];
		s->left_out[i] = true;
	}
	if (any && broken(closure, random_story_text(a, s)))
		return true;
	memcpy(s->left_out, before, s->count * sizeof(bool));
	return false;
}

void
random_story_shrink(struct arena *a, struct random_story *s, broken_fn *broken, void *closure)
{
	size_t n = s->count / 2 > 0 ? s->count / 2 : 1;

	must(broken(closure, random_story_text(a, s)));
	for (bool shorter = true; n > 1 || shorter; n = n > 1 ? n / 2 : 1) {
		shorter = n > 1; /* the smaller pieces have not been tried yet */
		for (size_t first = 0; first < s->count; first += n)
			shorter = can_miss(a, s, first, n, broken, closure) || shorter;
	}
}
