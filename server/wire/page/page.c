#include "wire/page/page.h"

#include "base/arena.h"
#include "base/embedded.h"
#include "base/must.h"

#define ENGINE ROUTE_ENGINE
#define READ ROUTE_READ
#define WRITE ROUTE_WRITE

const struct route page_routes[] = {
#define ROUTE(method, path, flags, handler, summary) \
	{ method, path, flags, page_##handler, summary },
#include "wire/page/routes.def"
#undef ROUTE
	{ .method = NULL },
};

static const char *
web_file(struct arena *a, const char *name)
{
	const struct embedded *f = embedded_find(arena_printf(a, "server/web/%s", name));

	must(f != NULL);
	return f->data;
}

/* "https://shop.example" of a longer URL; "" of what is none. */
static const char *
origin_of(struct arena *a, const char *url)
{
	const char *host = strstr(url, "://");

	if (host == NULL || (strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0))
		return "";
	host += 3;
	size_t size = strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789.-:[]");
	return arena_strndup(a, url, (size_t)(host - url) + size);
}

/* No script, no frame, nothing loaded but pictures that the reseller names.
 * Where a form leads on to the reseller's own site, browsers ask whether that
 * was announced. */
static void
add_policy(struct exchange *x, const struct branding *b)
{
	exchange_add_out(x, "Content-Security-Policy",
	    arena_printf(x->arena,
		"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: http: https:;"
		" form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'",
		b == NULL ? "" : origin_of(x->arena, b->redirect)));
	exchange_add_out(x, "X-Content-Type-Options", "nosniff");
	exchange_add_out(x, "Referrer-Policy", "same-origin");
	exchange_add_out(x, "Cache-Control", "no-store");
}

static const char *
logo_html(struct arena *a, const struct branding *b)
{
	static const char picture[] = "<img class=\"logo\" src=\"{url}\" alt=\"\">";

	if (b == NULL || *origin_of(a, b->logo) == '\0')
		return "";
	return fill(a, picture, (struct slot_value[]){ { "url", b->logo }, { NULL, NULL } });
}

const char *
page_part(struct arena *a, const char *file, const struct slot_value *values)
{
	return fill(a, web_file(a, file), values);
}

/* White is readable on whatever somebody may want to look like. */
static const char *
style_of(struct arena *a, const struct branding *b)
{
	const char *style = web_file(a, "style.css");

	if (b == NULL || b->colour == NULL)
		return style;
	return arena_printf(a, "%s:root { --accent: %s; --accent-ink: #fff; }\n", style, b->colour);
}

void
page_answer(struct exchange *x, int status, const struct page *page)
{
	const struct branding *b = page->branding;
	struct slot_value values[] = {
		{ "title", page->title },
		{ "language", page->language == NULL ? "en" : page->language },
		{ "style", style_of(x->arena, b) },
		{ "logo", logo_html(x->arena, b) },
		{ "header", b == NULL ? "" : b->header },
		{ "main", page_part(x->arena, page->file, page->values) },
		{ "footer", b == NULL ? "" : b->footer },
		{ NULL, NULL },
	};
	const char *html = page_part(x->arena, "frame.html", values);

	exchange_answer(x, status, "text/html; charset=utf-8", html, strlen(html));
	add_policy(x, b);
}

void
page_complain(struct exchange *x, const struct problem *p)
{
	struct slot_value values[] = { { "message", p->message }, { NULL, NULL } };

	page_answer(x, p->status,
	    &(struct page){ "problem.html", "That did not work", values, NULL, NULL });
}

const struct problem *
page_start(struct call *c)
{
	struct slot_value values[] = { { "version", ORRERY_VERSION }, { NULL, NULL } };

	page_answer(c->x, 200, &(struct page){ "start.html", "orrery", values, NULL, NULL });
	return NULL;
}

const struct problem *
page_terms(struct call *c)
{
	page_answer(
	    c->x, 200, &(struct page){ "terms.html", "Terms of registration", NULL, NULL, NULL });
	return NULL;
}
