#include "xcp/doctor.h"

#include "base/arena.h"
#include "base/must.h"
#include "xcp/mistakes.h"

/* How much may be digested for one diagnosis: about 30 ms, and twice what the
 * longest search over an ordinary message takes. */
#define BUDGET (16 * 1024 * 1024)
#define OVERHEAD 512 /* of a try, in bytes digested */

struct search {
	const struct patient *patient;
	bool well_spelled; /* the signature has the form of a digest in hex */
	struct arena *scratch; /* of one try */
	size_t budget;
};

static bool
is_well_spelled(const char *signature)
{
	size_t n = strlen(signature);

	return (n == DIGEST_MD5_HEX - 1 || n == DIGEST_SHA256_HEX - 1) &&
	       strspn(signature, "0123456789abcdef") == n;
}

/* Does what a client would that makes these mistakes, with this key. */
static bool
explains(struct search *s, const char *key_text, const struct mistake *const made[2])
{
	struct bytes body = { s->patient->body, s->patient->size };
	struct bytes key = { key_text, strlen(key_text) };
	recipe_fn *recipe = recipe_right;
	spelling_fn *spelling = spelling_right;
	char hex[DIGEST_SHA256_HEX];

	if (s->budget < body.n + OVERHEAD)
		return false;
	arena_reset(s->scratch);
	for (int i = 0; i < 2 && made[i] != NULL; i++) {
		if (made[i]->body != NULL && !made[i]->body(s->scratch, &body))
			return false;
		if (made[i]->key != NULL && !made[i]->key(s->scratch, &key))
			return false;
		if (made[i]->recipe != NULL)
			recipe = made[i]->recipe;
		if (made[i]->spelling != NULL)
			spelling = made[i]->spelling;
	}
	if (s->well_spelled != (spelling == spelling_right))
		return false;
	s->budget -= s->patient->size + OVERHEAD;
	recipe(body, key, hex);
	return spelling(hex, s->patient->signature);
}

/* Two of one step exclude each other, but for changes of the body: of those one
 * may be made upon the other. */
static bool
go_together(const struct mistake *m, const struct mistake *n)
{
	if (m->body != NULL && n->body != NULL)
		return m != n;
	return m < n && (m->key == NULL || n->key == NULL) &&
	       (m->recipe == NULL || n->recipe == NULL) &&
	       (m->spelling == NULL || n->spelling == NULL);
}

static const char *
two(struct arena *a, const char *one, const char *other)
{
	return arena_printf(a, "two mistakes: %s; and %s", one, other);
}

static const char *
find_one(struct search *s)
{
	for (size_t i = 0; i < mistake_count; i++)
		if (explains(s, s->patient->key, (const struct mistake *[2]){ &mistakes[i] }))
			return mistakes[i].says;
	return NULL;
}

static const char *
find_two(struct search *s, struct arena *a)
{
	for (size_t i = 0; i < mistake_count; i++)
		for (size_t j = 0; j < mistake_count; j++) {
			const struct mistake *made[2] = { &mistakes[i], &mistakes[j] };

			if (go_together(made[0], made[1]) && explains(s, s->patient->key, made))
				return two(a, made[0]->says, made[1]->says);
		}
	return NULL;
}

static const char *
find_key(struct search *s, struct arena *a)
{
	for (size_t i = 0; i < s->patient->other_count; i++) {
		const struct doctor_key *other = &s->patient->others[i];

		if (explains(s, other->key, (const struct mistake *[2]){ NULL }))
			return arena_printf(a, "the key is that of %s", other->owner);
	}
	return NULL;
}

static const char *
find_key_and_one(struct search *s, struct arena *a)
{
	for (size_t i = 0; i < s->patient->other_count; i++)
		for (size_t j = 0; j < mistake_count; j++) {
			const struct doctor_key *other = &s->patient->others[i];

			if (mistakes[j].key != NULL ||
			    !explains(s, other->key, (const struct mistake *[2]){ &mistakes[j] }))
				continue;
			return two(a, arena_printf(a, "the key is that of %s", other->owner),
			    mistakes[j].says);
		}
	return NULL;
}

/* What both sides can compare: the digest of the bytes that came gives no key
 * away. */
static const char *
no_idea(struct arena *a, const struct patient *p)
{
	char hex[DIGEST_MD5_HEX];

	digest_md5_hex(p->body, p->size, hex);
	return arena_printf(a,
	    "no known mistake explains the signature: the body was changed after it was signed, or "
	    "the key is another; the right one is made of the %zu bytes of the body, whose own MD5 "
	    "is %s, and the key of %zu characters that begins with %.4s",
	    p->size, hex, strlen(p->key), p->key);
}

static const char *
search(struct search *s, struct arena *a)
{
	const char *found = find_one(s);

	if (found == NULL)
		found = find_key(s, a);
	if (found == NULL)
		found = find_two(s, a);
	if (found == NULL)
		found = find_key_and_one(s, a);
	return found;
}

const char *
doctor_diagnose(struct arena *a, const struct patient *p)
{
	struct search s = { .patient = p, .scratch = NULL, .budget = BUDGET };
	const char *found;

	must(p->key != NULL);
	if (p->signature == NULL)
		return "the header X-Signature is missing";
	if (p->signature[0] == '\0')
		return "the header X-Signature is empty";
	s.well_spelled = is_well_spelled(p->signature);
	s.scratch = arena_new();
	if (explains(&s, p->key, (const struct mistake *[2]){ NULL }))
		found = "the signature is right";
	else
		found = search(&s, a);
	arena_free(s.scratch);
	return found != NULL ? found : no_idea(a, p);
}
