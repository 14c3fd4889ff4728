#include "command/owned.h"

#include "base/arena.h"
#include "base/buf.h"
#include "world/party/cookie.h"
#include "world/registry/registry.h"

/* Where the recorded reply lookup/get_domain_fail breaks its first sentence. */
#define WIDTH 81

/* Copies WORDS, breaking lines at blanks. */
static void
wrap(struct buf *out, const char *words)
{
	size_t column = 0;

	while (*words != '\0') {
		size_t n = strcspn(words, " ");
		bool fits = column + 1 + n <= WIDTH;
		if (column > 0)
			buf_char(out, fits ? ' ' : '\n');
		column = column > 0 && fits ? column + 1 + n : n;
		buf_add(out, words, n);
		words += n + strspn(words + n, " ");
	}
}

static const char *
support_text(struct request *rq, const char *domain, const struct reseller *who)
{
	struct buf out;

	buf_open(&out, 0);
	buf_text(&out, "Authentication Error.\n");
	wrap(&out,
	    arena_printf(rq->arena,
		"For support regarding %s, please contact your reseller, %s via the following:",
		domain, who->company));
	buf_printf(&out,
	    "\n\n    %s, %s\n    %s\n"
	    "    This company may be contacted for domain login/passwords,\n"
	    "    DNS/Nameserver\n"
	    "      changes, and general domain support questions.\n",
	    who->company, who->tech_email, who->tech_phone);
	const char *text = arena_strdup(rq->arena, out.data);
	buf_close(&out);
	return text;
}

/* The reseller of the name, if it has one here, is who can help. */
const struct refusal *
foreign(struct request *rq, const char *domain)
{
	struct reseller who = *rq->reseller;
	struct term t;

	if (term_find(rq->world, rq->arena, domain, &t) && t.reseller != 0 &&
	    !reseller_load(rq->world, rq->arena, t.reseller, &who))
		who = *rq->reseller;
	struct refusal *no = refuse(rq, not_yours, support_text(rq, domain, &who));
	no->extras = value_new(rq->arena, VALUE_ASSOC);
	value_add_text(rq->arena, no->extras, "support_message", "");
	return no;
}

const struct refusal *
cookie_read(struct request *rq, struct cookie *c, bool *given)
{
	const char *text = trimmed(rq->arena, value_text(rq->top, "cookie"));

	*given = *text != '\0';
	if (!*given)
		return NULL;
	if (cookie_show(rq->world, rq->arena, rq->reseller->id, text, c) &&
	    (c->subuser == 0 || rq->reseller->subusers))
		return NULL;
	return refuse(rq, bad_cookie, NULL);
}

const struct refusal *
owned_term(struct request *rq, struct term *t)
{
	struct cookie c;
	bool given;
	const struct refusal *no = cookie_read(rq, &c, &given);

	if (no != NULL)
		return no;
	if (!attr_given(rq, "domain") && !given)
		return refuse(rq, no_domain, NULL);
	bool found = attr_given(rq, "domain")
			 ? term_find(rq->world, rq->arena, attr_text(rq, "domain"), t)
			 : term_load(rq->world, rq->arena, c.term, t);
	if (found && t->reseller == rq->reseller->id && strcmp(t->state, "deleted") != 0)
		return NULL;
	return attr_given(rq, "domain") ? foreign(rq, attr_text(rq, "domain"))
					: refuse(rq, bad_cookie, NULL);
}

const struct refusal *
nothing_waits(struct request *rq, const char *domain)
{
	return registry_busy(rq->world, domain) ? refuse(rq, waiting_request, NULL) : NULL;
}

/* In place. */
static size_t
without_closed(struct request *rq, bool locked_too, struct term *rows, size_t n, int64_t except)
{
	size_t left = 0;

	for (size_t i = 0; i < n; i++) {
		bool closed = (rows[i].locked && !locked_too) ||
			      registry_busy(rq->world, rows[i].name);
		if (!closed || rows[i].id == except)
			rows[left++] = rows[i];
	}
	return left;
}

const struct refusal *
owned_names_by(struct request *rq, const char *all, bool locked_too, struct term **rows, size_t *n)
{
	struct term *one = NEW(rq->arena, struct term);
	const struct refusal *no = owned_term(rq, one);

	if (no == NULL)
		no = nothing_waits(rq, one->name);
	if (no != NULL)
		return no;
	*rows = one;
	*n = 1;
	if (!attr_flag(rq, all))
		return NULL;
	if (*trimmed(rq->arena, value_text(rq->top, "cookie")) == '\0')
		return refuse(rq, apply_to_all, NULL);
	*n = term_profile(rq->world, rq->arena, one, rows);
	*n = without_closed(rq, locked_too, *rows, *n, one->id);
	return NULL;
}

const struct refusal *
owned_names(struct request *rq, bool locked_too, struct term **rows, size_t *n)
{
	return owned_names_by(rq, "affect_domains", locked_too, rows, n);
}

const struct refusal *
own_term_or_480(struct request *rq, struct term *t)
{
	if (term_find(rq->world, rq->arena, attr_text(rq, "domain"), t) &&
	    t->reseller == rq->reseller->id)
		return NULL;
	return refuse(rq, domain_not_found, NULL);
}
