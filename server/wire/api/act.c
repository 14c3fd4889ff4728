/*
 * People: somebody follows the newest fitting mail, as the person would.
 *
 * Nothing here looks into the world.  Mail is read, the page fetched and the
 * form posted through the engine's door, a turn each: so what a person of the
 * model does is what a browser could have done, and the journal shows it.
 */
#include "base/arena.h"
#include "base/must.h"
#include "wire/api/api.h"
#include "wire/page/form.h"

/* What a person may do, and the link that leads there. */
static const struct {
	const char *action, *rel;
} acts[] = {
	{ "verify", "verify" },
	{ "consent", "consent" },
	{ "deny", "consent" },
	{ "approve", "approve" },
	{ "reject", "reject" },
};

const struct field shape_act[] = {
	HAS_ONE_OF("action", "verify|consent|deny|approve|reject"),
	MAY("domain", TEXT),
	MAY("share_more", FLAG),
	MAY("language", TEXT),
	SHAPE_END,
};

static const struct field act_mail_fields[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT),
	HAS("type", TEXT),
	HAS("domain", TEXT),
	SHAPE_END,
};
static const struct field act_page_fields[] = {
	HAS("url", TEXT),
	HAS("status", INTEGER),
	HAS("message", LINES),
	SHAPE_END,
};
const struct field shape_acted[] = {
	HAS_A("mail", MAP, act_mail_fields),
	HAS_A("page", MAP, act_page_fields),
	HAS_A("changed", ITEMS, shape_event),
	SHAPE_END,
};

static const char *
rel_of(const char *action)
{
	size_t i = 0, n = sizeof(acts) / sizeof(*acts);

	while (i < n && strcmp(acts[i].action, action) != 0)
		i++;
	must(i < n); /* the table of fields lets nothing else through */
	return acts[i].rel;
}

static struct exchange *
ask(struct call *c, const char *method, const char *target, const char *body)
{
	struct exchange *x = NEW(c->arena, struct exchange);
	const char *token = engine_config(c->engine)->control_token;

	*x = (struct exchange){ .arena = c->arena,
		.door = DOOR_WEB,
		.peer = "inside",
		.method = method,
		.target = target,
		.body = body,
		.body_size = strlen(body) };
	exchange_add_in(x, "Host", "localhost");
	if (*body != '\0')
		exchange_add_in(x, "Content-Type", "application/x-www-form-urlencoded");
	if (token != NULL)
		exchange_add_in(x, "Authorization", arena_printf(c->arena, "Bearer %s", token));
	engine_call(c->engine, x);
	return x;
}

/* A GET of the API; what it refuses is refused in its words.  *J is the
 * caller's to give back where there is no problem. */
static const struct problem *
ask_api(struct call *c, const char *path, json_t **j)
{
	struct exchange *x = ask(c, "GET",
	    arena_printf(
		c->arena, "/api/v1/worlds/%s/%s", url_encode(c->arena, c->captures[0]), path),
	    "");

	*j = json_loadb(x->reply, x->reply_size, 0, NULL);
	must(*j != NULL);
	if (x->status == 200)
		return NULL;
	const json_t *error = json_object_get(*j, "error");
	const struct problem *p = problem_new(c, x->status,
	    arena_strdup(c->arena, body_text(error, "code")), "%s", body_text(error, "message"));
	json_decref(*j);
	return p;
}

static const char *
link_in(const json_t *mail, const char *rel)
{
	const json_t *links = json_object_get(mail, "links");

	for (size_t i = 0; i < json_array_size(links); i++) {
		const json_t *link = json_array_get(links, i);
		if (strcmp(body_text(link, "rel"), rel) == 0)
			return body_text(link, "url");
	}
	return NULL;
}

struct found {
	json_int_t id; /* 0: none */
	const char *type, *domain, *at, *url;
};

/* The last one of a slice that fits is newer than what was found before. */
static void
look_through(struct call *c, const json_t *items, const char *rel, struct found *found)
{
	for (size_t i = 0; i < json_array_size(items); i++) {
		const json_t *mail = json_array_get(items, i);
		const char *url = link_in(mail, rel);
		if (url != NULL)
			*found = (struct found){ json_integer_value(json_object_get(mail, "id")),
				arena_strdup(c->arena, body_text(mail, "type")),
				arena_strdup(c->arena, body_text(mail, "domain")),
				arena_strdup(c->arena, body_text(mail, "at")),
				arena_strdup(c->arena, url) };
	}
}

static const struct problem *
find_mail(struct call *c, const char *rel, const char *domain, struct found *found)
{
	const char *since = "", *to = url_encode(c->arena, c->captures[1]);
	bool more = true;

	*found = (struct found){ 0 };
	while (more) {
		json_t *page;
		const struct problem *p = ask_api(c,
		    arena_printf(c->arena, "mail?to=%s&limit=%d&since=%s%s%s", to, MAX_ITEMS, since,
			domain == NULL ? "" : "&domain=",
			domain == NULL ? "" : url_encode(c->arena, domain)),
		    &page);
		if (p != NULL)
			return p;
		look_through(c, json_object_get(page, "items"), rel, found);
		more = json_array_size(json_object_get(page, "items")) == MAX_ITEMS;
		since = arena_strdup(c->arena, body_text(page, "next"));
		json_decref(page);
	}
	if (found->id != 0)
		return NULL;
	return problem_new(c, 404, "no_fitting_mail",
	    "No mail to %s%s%s has a link \"%s\" to follow.", c->captures[1],
	    domain == NULL ? "" : " about ", domain == NULL ? "" : domain, rel);
}

/* What is after the host, whichever that is, is ours. */
static const char *
path_of(const char *url)
{
	const char *host = strstr(url, "://");
	const char *path = strstr(host == NULL ? url : host + 3, "/w/");

	return path == NULL ? url : path;
}

/* Of several choices the one that is meant, boxes that must be ticked, and the
 * others as the person wants them or as they are. */
static void
fill_form(struct form *f, const json_t *wish)
{
	for (size_t i = 0; i < f->count; i++) {
		struct input *in = &f->inputs[i];
		if (strcmp(in->type, "radio") == 0)
			in->checked = strcmp(in->value, body_text(wish, "action")) == 0;
		else if (in->required)
			in->checked = true;
		else if (strcmp(in->type, "checkbox") == 0 && body_has(wish, in->name))
			in->checked = body_flag(wish, in->name, false);
	}
}

/* The page behind the link, in the language that the person chooses there. */
static const struct problem *
open_page(struct call *c, const char **path, const json_t *wish, struct exchange **shown)
{
	const char *language = body_text(wish, "language");

	*shown = ask(c, "GET", *path, "");
	if (language == NULL)
		return NULL;
	const char *link = form_language_link(c->arena, (*shown)->reply, language);
	if (link == NULL)
		return problem_new(
		    c, 409, "no_such_language", "The page is not offered in \"%s\".", language);
	*path = *link == '?' ? arena_printf(c->arena, "%s%s", *path, link) : link;
	*shown = ask(c, "GET", *path, "");
	return NULL;
}

static const struct problem *
follow(struct call *c, const char *url, const json_t *wish, struct exchange **answer)
{
	const char *path = path_of(url);
	struct exchange *shown;
	struct form f;
	const struct problem *p = open_page(c, &path, wish, &shown);

	if (!form_read(c->arena, shown->reply, &f))
		return problem_new(c, 409, "link_dead", "%s", form_message(c->arena, shown->reply));
	if (p != NULL)
		return p;
	fill_form(&f, wish);
	*answer = ask(c, "POST", *f.action == '\0' ? path : f.action, form_encode(c->arena, &f));
	if ((*answer)->status < 400)
		return NULL;
	return problem_new(c, 409, (*answer)->status == 410 ? "link_dead" : "page_refused", "%s",
	    form_message(c->arena, (*answer)->reply));
}

static const struct problem *
answer_changes(
    struct call *c, const struct found *mail, const struct exchange *page, const char *before)
{
	json_t *events;
	const struct problem *p = ask_api(
	    c, arena_printf(c->arena, "events?limit=%d&since=%s", MAX_ITEMS, before), &events);

	if (p != NULL)
		return p;
	json_t *j = json_pack("{s:{s:I, s:s, s:s, s:s}, s:{s:s, s:i, s:s}, s:O}", "mail", "id",
	    mail->id, "at", mail->at, "type", mail->type, "domain", mail->domain, "page", "url",
	    mail->url, "status", page->status, "message", form_message(c->arena, page->reply),
	    "changed", json_object_get(events, "items"));
	json_decref(events);
	return answer_json(c, 200, j);
}

static const struct problem *
act(struct call *c, const json_t *body)
{
	struct found mail;
	struct exchange *page = NULL;
	json_t *events;
	const struct problem *p = find_mail(
	    c, rel_of(body_text(body, "action")), body_text(body, "domain"), &mail);

	if (p == NULL)
		p = ask_api(c, "events?since=end&limit=1", &events);
	if (p != NULL)
		return p;
	const char *before = arena_strdup(c->arena, body_text(events, "next"));
	json_decref(events);
	p = follow(c, mail.url, body, &page);
	return p != NULL ? p : answer_changes(c, &mail, page, before);
}

const struct problem *
api_act(struct call *c)
{
	return with_body(c, act);
}
