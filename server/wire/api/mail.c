/* Mail: what people were sent, as they see it. */
#include "base/arena.h"
#include "mail/render.h"
#include "wire/api/api.h"
#include "world/flow/verification/verification.h"

const struct field shape_mail_filter[] = {
	MAY("to", TEXT),
	MAY("type", TEXT),
	MAY("subject", TEXT), /* a part of it */
	MAY("domain", TEXT),
	SHAPE_END,
};

static const struct field link_fields[] = { HAS("rel", TEXT), HAS("url", TEXT), SHAPE_END };
static const struct field bounced_fields[] = {
	HAS("code", INTEGER),
	HAS_OR_NULL("text", TEXT),
	SHAPE_END,
};
const struct field shape_mail[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT),
	HAS("from", TEXT),
	HAS("to", TEXT),
	HAS("type", TEXT),
	HAS("domain", TEXT),
	HAS("subject", TEXT),
	HAS("text", LINES),
	HAS("html", LINES),
	HAS_A("links", ITEMS, link_fields),
	HAS_ONE_OF("status", "sent|bounced"),
	MAY_A("bounce", MAP, bounced_fields),
	SHAPE_END,
};

static json_t *
links_json(const struct letter *l)
{
	json_t *links = json_array();

	for (size_t i = 0; i < l->link_count; i++)
		json_array_append_new(
		    links, json_pack("{s:s, s:s}", "rel", l->links[i].rel, "url", l->links[i].url));
	return links;
}

static json_t *
letter_json(const struct mail *m, const struct letter *l)
{
	json_t *j = json_pack("{s:I, s:o, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:s}", "id",
	    (json_int_t)m->id, "at", json_instant(m->at), "from", m->sender, "to", m->recipient,
	    "type", m->type, "domain", m->domain, "subject", l->subject, "text", l->text, "html",
	    l->html, "links", links_json(l), "status", m->status);

	if (strcmp(m->status, "bounced") == 0)
		json_put(j, "bounce",
		    json_pack("{s:i, s:o}", "code", m->bounce_code, "text",
			json_text_value(m->bounce_text)));
	return j;
}

json_t *
mail_json(struct call *c, const struct mail *m)
{
	struct letter l = mail_render(c->arena, m);

	return letter_json(m, &l);
}

/* The subject line is not a column: it is looked for in what was rendered. */
static bool
subject_fits(const struct letter *l, const char *part)
{
	return part == NULL || strstr(l->subject, part) != NULL;
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	const char *part = call_query(c, "subject");
	struct mail_filter f = { .to = call_query(c, "to"),
		.type = call_query(c, "type"),
		.domain = call_query(c, "domain"),
		.since = since };
	struct mail *rows = NEW_ARRAY(c->arena, struct mail, limit);
	size_t n;

	do {
		n = mail_list(c->world, c->arena, &f, limit - json_array_size(items), rows);
		for (size_t i = 0; i < n; i++) {
			struct letter l = mail_render(c->arena, &rows[i]);
			if (subject_fits(&l, part))
				json_array_append_new(items, letter_json(&rows[i], &l));
			f.since = rows[i].id;
		}
	} while (n > 0 && json_array_size(items) < limit);
	return f.since;
}

static int64_t
last(struct call *c)
{
	return mail_last(c->world);
}

const struct problem *
api_mail(struct call *c)
{
	return list(c, &(struct listing){ fill, last });
}

static const struct problem *
find_mail(struct call *c, struct mail *m)
{
	int64_t id;

	if (!capture_id(c, 1, &id) || !mail_load(c->world, c->arena, id, m))
		return problem_new(c, 404, "unknown_mail", "There is no mail \"%s\" in this world.",
		    c->captures[1]);
	return NULL;
}

const struct problem *
api_mail_one(struct call *c)
{
	struct mail m;
	const struct problem *p = find_mail(c, &m);

	return p != NULL ? p : answer_json(c, 200, mail_json(c, &m));
}

const struct field shape_bounce[] = {
	MAY("code", INTEGER),
	MAY("text", TEXT),
	SHAPE_END,
};

static const struct problem *
bounce(struct call *c, const json_t *body)
{
	int64_t code = body_integer(body, "code", 550);
	const char *text = body_has(body, "text") ? body_text(body, "text") : "5.1.1 User unknown";
	struct mail m;
	const struct problem *p = find_mail(c, &m);

	if (p != NULL)
		return p;
	if (code < 400 || code > 599)
		return problem_new(c, 400, "bad_value",
		    "\"code\" wants an SMTP reply code that refuses, from 400 to 599.");
	if (!mail_bounce(c->world, m.id, (int)code, text))
		return problem_new(
		    c, 409, "already_bounced", "Mail %s has bounced already.", c->captures[1]);
	(void)mail_load(c->world, c->arena, m.id, &m);
	verification_bounced(c->world, c->arena, &m);
	return answer_json(c, 200, mail_json(c, &m));
}

const struct problem *
api_bounce(struct call *c)
{
	return with_body(c, bounce);
}
