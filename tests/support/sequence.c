#include "tests/support/sequence.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

/* What can happen, and how often.  {x} stands for one word of the list below. */
static const struct {
	unsigned weight;
	const char *form;
} forms[] = {
	{ 12, "{shop} > sw_register domain  domain={name} owner={who} admin={who} billing={who}" },
	{ 6, "{shop} > update_contacts domain  domain={name} owner={who}" },
	{ 3, "{shop} > update_contacts domain  domain={name} {role}={who}" },
	{ 4, "{shop} > send_registrant_verification_email domain  domain={name}" },
	{ 2, "{shop} > get_registrant_verification_status domain  domain={name}" },
	{ 1, "{shop} > lookup domain  domain={name}" },
	{ 1, "{shop} > get_balance" },
	{ 3, "{shop} > poll event\n     < attributes.events.0.event_id -> $event{n}\n"
	     "{shop} > ack event  event_id=$event{n}" },
	{ 4, "{person} verify\n     < ^status exists" },
	{ 3, "{person} verify domain={name}\n     < ^status exists" },
	{ 3, "op review domain={name}\n     < ^status exists" },
	{ 4, "op decide domain={name} verdict={verdict}\n     < ^status exists" },
	{ 2, "op bounce to={address}\n     < ^status exists" },
	{ 2, "op edit domain={name} state=deleted\n     < ^status exists" },
	{ 2, "op add domain={name} reseller=@{shop} contacts={who}"
	     " created=2013-06-01T00:00:00Z\n     < ^status exists" },
	{ 3, "{shop} > sw_register domain  domain={name} owner={who} handle=save" },
	{ 3, "{shop} > renew domain  domain={name} currentexpirationyear={year} period=1" },
	{ 3, "{shop} > process_pending domain  order_id={order}" },
	{ 2, "{shop} > process_pending domain  order_id={order} command=cancel" },
	{ 1, "{shop} > cancel_pending_orders order  to_date=4000000000 status={old}" },
	{ 1, "{shop} > get_notes domain  domain={name} type=domain" },
	{ 3, "nic {answer} order={order}\n     < ^status exists" },
	{ 1, "nic delay order={order} after={span}\n     < ^status exists" },
	{ 3, "{person} {choice}\n     < ^status exists" },
	{ 3, "fault {fault}" },
	{ 1, "op mend" },
	{ 1, "op adjust reseller=@mall balance={balance}" },
	{ 4, "op policy {policy}" },
	{ 1, "op {mute} reseller={shop} notice=rsp.suspended_list" },
	{ 8, "advance {span}" },
	{ 3, "jump {span}" },
	{ 5, "run until {timer} max P30D" },
};

static const struct {
	const char *name, *words[20];
} lists[] = {
	{ "shop", { "shop", "mall" } },
	{ "name", { "ek-one.com", "ek-two.net", "ek-three.com", "ek-four.sg" } },
	{ "who", { "@anna", "@bert", "@anne", "@twin", "@moved" } },
	{ "person", { "anna", "bert" } },
	{ "role", { "admin", "billing", "tech" } },
	{ "address", { "anna@ek.example", "bert@ek.example" } },
	{ "verdict", { "verified", "suspended" } },
	{ "mute", { "mute", "unmute" } },
	{ "span", { "PT1S", "PT9H", "P1D", "P3D", "P5D", "P5D-PT1S", "P8D", "P16D", "P80D" } },
	{ "timer", { "verification", "verification.suspension", "suspended_list", "registry",
		       "order", "consent" } },
	{ "order", { "1", "2", "3", "4", "5", "6" } },
	{ "old", { "pending", "declined", "pending,declined" } },
	{ "answer", { "accept", "reject", "unknown" } },
	{ "choice", { "consent", "deny" } },
	{ "year", { "2013", "2027", "2029" } },
	{ "fault",
	    { "unknown_status times=1 then=accept after=P1D",
		"unknown_status times=1 then=reject after=P3D", "unknown_status times=2 then=never",
		"registry_reject times=1", "registry_delay after=PT9H" } },
	{ "policy",
	    { "verification.restart=keep", "verification.restart=anew", "verification.warning=off",
		"verification.warning=on", "verification.mail_delay=PT5M",
		"verification.mail_delay=PT0S", "verification.batch_zone=Toronto",
		"verification.email_case=exact", "tld.com.registry=async",
		"tld.com.registry=realtime", "tld.sg.registry=async", "tld.sg.process=sync",
		"funds_mode=440", "orders.pending_days=5", "orders.pending_days=never",
		"consent.refused_status=hold", "consent.refused_status=cancelled" } },
	{ "start", { "2026-05-04T15:20:00Z", "2026-05-05T04:59:59Z", "2026-03-01T05:00:00Z",
		       "2013-12-28T12:00:00Z", "2028-02-25T23:00:00Z" } },
	{ "balance", { "1000000.00", "1000.00", "30.00" } },
};

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

/* SplitMix64: small, and the same everywhere. */
static uint64_t
next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static const char *
pick(uint64_t *state, const char *list, size_t length)
{
	size_t n = 0, count = 0;

	while (n < COUNT_OF(lists) &&
	       (strlen(lists[n].name) != length || strncmp(lists[n].name, list, length) != 0))
		n++;
	must(n < COUNT_OF(lists));
	while (count < COUNT_OF(lists[n].words) && lists[n].words[count] != NULL)
		count++;
	return lists[n].words[next(state) % count];
}

/* FORM with its holes filled; N for {n}.  {shop} of one deed is one shop. */
static const char *
fill(struct arena *a, uint64_t *state, const char *form, size_t n)
{
	const char *shop = pick(state, "shop", 4);
	struct buf out;

	buf_open(&out, 0);
	for (; *form != '\0'; form++) {
		const char *end = *form == '{' ? strchr(form, '}') : NULL;
		if (end == NULL) {
			buf_char(&out, *form);
			continue;
		}
		size_t length = (size_t)(end - form - 1);
		if (length == 1)
			buf_printf(&out, "%zu", n);
		else if (strncmp(form + 1, "shop", length) == 0)
			buf_text(&out, shop);
		else
			buf_text(&out, pick(state, form + 1, length));
		form = end;
	}
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

static const char *
random_form(uint64_t *state)
{
	unsigned sum = 0, at, i = 0;

	for (size_t f = 0; f < COUNT_OF(forms); f++)
		sum += forms[f].weight;
	at = (unsigned)(next(state) % sum);
	while (at >= forms[i].weight)
		at -= forms[i++].weight;
	return forms[i].form;
}

#define HEAD \
	"version 1\n" \
	"scenario \"Made up by tests/property\"\n" \
	"id       %s\n" \
	"level    may\n" \
	"source   \"random deeds\"\n\n" \
	"world\n" \
	"  clock   %s\n\n" \
	"actor shop   reseller\n" \
	"actor mall   reseller  balance=%s\n" \
	"actor op     operator\n" \
	"actor nic    registry\n" \
	"actor anna   person  name=\"Anna Ek\" email=anna@ek.example\n" \
	"actor bert   person  name=\"Bert Ek\" email=bert@ek.example\n" \
	"actor anne   person  name=\"Anne Ek\" email=anna@ek.example\n" \
	"actor twin   person  name=\"Anna Ek\" email=Anna@Ek.example\n" \
	"actor moved  person  name=\"Anna Ek\" email=anna@ek.example address1=\"77 New Street\"\n\n" \
	"ignore mail consent.async\n" \
	"ignore mail consent.sync\n" \
	"ignore mail verification.request\n" \
	"ignore mail verification.reminder\n" \
	"ignore mail verification.warning\n" \
	"ignore mail verification.suspended\n" \
	"ignore mail rsp.suspended_list\n\n"

struct sequence
sequence_random(struct arena *a, uint64_t seed, size_t count)
{
	uint64_t state = seed;
	struct sequence s = { .id = arena_printf(a, "PROP-%d", (int)seed),
		.deeds = NEW_ARRAY(a, const char *, count + 1),
		.count = count };

	s.head = arena_printf(a, HEAD, s.id, pick(&state, "start", 5), pick(&state, "balance", 7));
	for (size_t i = 0; i < count; i++)
		s.deeds[i] = fill(a, &state, random_form(&state), i);
	return s;
}

struct sequence
sequence_of(struct arena *a, const char *id, const char *const *deeds)
{
	struct sequence s = { .id = id };

	while (deeds[s.count] != NULL)
		s.count++;
	s.head = arena_printf(a, HEAD, id, "2026-05-04T15:20:00Z", "1000.00");
	s.deeds = NEW_ARRAY(a, const char *, s.count + 1);
	for (size_t i = 0; i < s.count; i++)
		s.deeds[i] = deeds[i];
	return s;
}

struct sequence
sequence_without(struct arena *a, const struct sequence *s, size_t start, size_t count)
{
	struct sequence less = *s;

	less.deeds = NEW_ARRAY(a, const char *, s->count + 1);
	less.count = 0;
	for (size_t i = 0; i < s->count; i++)
		if (i < start || i >= start + count)
			less.deeds[less.count++] = s->deeds[i];
	return less;
}

const char *
sequence_story(struct arena *a, const struct sequence *s, size_t fork)
{
	struct buf out;

	buf_open(&out, 0);
	buf_text(&out, s->head);
	for (size_t i = 0; i < s->count; i++) {
		if (i == fork)
			buf_text(&out, "foreach case\n  | copy\n\n");
		buf_printf(&out, "%s\n", s->deeds[i]);
	}
	if (fork < s->count)
		buf_text(&out, "end\n");
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

static int
lines_in(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

size_t
sequence_deed_at(const struct sequence *s, int line)
{
	int first = lines_in(s->head) + 1;

	if (line < first)
		return s->count;
	for (size_t i = 0; i < s->count; i++) {
		first += lines_in(s->deeds[i]) + 1;
		if (line < first)
			return i;
	}
	return s->count;
}

/* Big pieces first; after every success the same size again from there on. */
struct sequence
sequence_shrink(struct arena *a, const struct sequence *s, breaks_fn *breaks, void *closure)
{
	struct sequence least = *s;
	size_t piece = s->count;
	bool smaller = true;

	while (piece > 1 || smaller) {
		smaller = false;
		piece = piece > 1 ? piece / 2 : 1;
		for (size_t at = 0; at < least.count;) {
			struct sequence less = sequence_without(a, &least, at, piece);
			if (breaks(closure, a, &less) == NULL) {
				at += piece;
				continue;
			}
			least = less;
			smaller = true;
		}
	}
	return least;
}
