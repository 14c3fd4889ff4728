#include "xcp/parse.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdarg.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "base/utf8.h"
#include "xcp/envelope.h"
#include "xcp/repair.h"

/* libxml2 keeps every name it has ever met for as long as the context lives. */
#define MAX_NAMES 1000

struct xcp_parser {
	xmlParserCtxt *xml;
	struct buf text, padded;
};

struct tag {
	const char *name;
	size_t size;
	bool is_item;
	enum value_kind kind;
};

/* An open tag of those that count.  An item is a text until it is settled: a
 * container or a scalar in it has said what it holds. */
struct frame {
	const struct tag *tag;
	struct value *value;
	bool settled;
};

/* One pass over one body. */
struct reading {
	xmlParserCtxt *xml;
	struct arena *arena;
	struct buf *text; /* of the innermost item or scalar, so far */
	bool verbatim;
	struct value *root;
	struct frame frames[XCP_MAX_DEPTH];
	size_t depth, items;
	int first_line;
	const char *error; /* the first; from then on nothing counts */
};

static void FORMAT(3, 4) fail(struct reading *r, int line, const char *format, ...)
{
	char what[300];
	va_list list;

	if (r->error != NULL)
		return;
	va_start(list, format);
	vsnprintf(what, sizeof(what), format, list);
	va_end(list);
	what[strcspn(what, "\r\n")] = '\0';
	r->error = arena_printf(r->arena, "line %d: %s", r->first_line + line - 1, what);
}

static void
stop(struct reading *r, const char *why)
{
	fail(r, r->xml->input->line, "%s", why);
	xmlStopParser(r->xml);
}

static const struct tag *
tag_named(const char *name)
{
#define TAG(name, ...) \
	{ \
		name, sizeof(name) - 1, __VA_ARGS__ \
	}
	static const struct tag tags[] = {
		TAG("item", true, VALUE_TEXT),
		TAG("dt_assoc", false, VALUE_ASSOC),
		TAG("dt_array", false, VALUE_ARRAY),
		TAG("dt_scalar", false, VALUE_TEXT),
		TAG("dt_scalarref", false, VALUE_TEXT),
	};
#undef TAG
	size_t size = strlen(name);

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (tags[i].size == size && strcasecmp(tags[i].name, name) == 0)
			return &tags[i];
	return NULL;
}

/* In attributes libxml2 leaves every `&` as `&#38;` for its own tree builder,
 * unless told to replace entities, which we never do. */
static void
undo_ampersands(char *key)
{
	static const char left[] = "&#38;";
	char *from = key, *to = key;

	while (*from != '\0') {
		*to++ = *from;
		from += strncmp(from, left, sizeof(left) - 1) == 0 ? sizeof(left) - 1 : 1;
	}
	*to = '\0';
}

/* libxml2 gives an attribute as five pointers: name, prefix, namespace, and
 * where the value begins and ends. */
static const char *
key_of(struct reading *r, int count, const xmlChar **attributes)
{
	for (int i = 0; i < count; i++, attributes += 5) {
		if (strcmp((const char *)attributes[0], "key") != 0)
			continue;
		char *key = arena_strndup(
		    r->arena, (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
		undo_ampersands(key);
		return key;
	}
	return NULL;
}

/* An item that is no member of anything is read all the same and then lost. */
static struct value *
open_item(struct reading *r, const struct frame *parent, const char *key)
{
	struct value *v = value_new(r->arena, VALUE_TEXT);

	if (++r->items > XCP_MAX_ITEMS)
		stop(r, "too many items");
	v->key = key;
	if (key != NULL && parent != NULL && parent->value->kind != VALUE_TEXT &&
	    !parent->tag->is_item)
		value_append(parent->value, v);
	return v;
}

/* The first container in an item is what the item holds; any other is lost. */
static struct value *
open_container(struct reading *r, struct frame *parent, enum value_kind kind)
{
	if (parent == NULL || !parent->tag->is_item || parent->settled) {
		struct value *v = value_new(r->arena, kind);
		if (parent == NULL && r->root == NULL)
			r->root = v;
		return v;
	}
	parent->settled = true;
	parent->value->kind = kind;
	parent->value->text = kind == VALUE_TEXT ? "" : NULL;
	return parent->value;
}

static void
on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes)
{
	struct reading *r = context;
	const struct tag *tag = tag_named((const char *)name);

	(void)prefix, (void)uri, (void)spaces, (void)namespaces, (void)defaulted;
	if (tag == NULL || r->error != NULL)
		return;
	if (r->depth == XCP_MAX_DEPTH) {
		stop(r, "too many levels");
		return;
	}
	struct frame *parent = r->depth > 0 ? &r->frames[r->depth - 1] : NULL;
	struct frame *frame = &r->frames[r->depth++];
	frame->tag = tag;
	frame->settled = false;
	if (tag->is_item)
		frame->value = open_item(r, parent, key_of(r, count, attributes));
	else
		frame->value = open_container(r, parent, tag->kind);
	buf_clear(r->text);
}

static const char *
take_text(struct reading *r)
{
	const char *first = r->text->data, *end = first + r->text->size;

	if (!r->verbatim) {
		first += strspn(first, " \t\r\n");
		while (end > first && strchr(" \t\r\n", end[-1]) != NULL)
			end--;
	}
	return end > first ? arena_strndup(r->arena, first, (size_t)(end - first)) : "";
}

static void
on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct reading *r = context;

	(void)prefix, (void)uri;
	if (r->error != NULL || tag_named((const char *)name) == NULL)
		return;
	must(r->depth > 0);
	struct frame *frame = &r->frames[--r->depth];
	if (frame->value->kind == VALUE_TEXT && !frame->settled)
		frame->value->text = take_text(r);
	else if (frame->value->kind == VALUE_ARRAY && !frame->tag->is_item)
		value_order(r->arena, frame->value);
	buf_clear(r->text);
}

static void
on_characters(void *context, const xmlChar *bytes, int n)
{
	struct reading *r = context;

	if (r->error != NULL || r->depth == 0)
		return;
	const struct frame *frame = &r->frames[r->depth - 1];
	if (frame->value->kind == VALUE_TEXT && !frame->settled)
		buf_add(r->text, bytes, (size_t)n);
}

/* A mismatch is told in our own words: libxml2's count lines from the body. */
static void
on_error(void *context, xmlError *error)
{
	struct reading *r = context;

	if (error->level < XML_ERR_FATAL)
		return;
	if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != NULL && error->str2 != NULL)
		fail(r, error->line, "<%s> of line %d is closed by </%s>", error->str1,
		    r->first_line + error->int1 - 1, error->str2);
	else
		fail(r, error->line, "%s", error->message);
}

static const xmlSAXHandler handlers = {
	.initialized = XML_SAX2_MAGIC,
	.startElementNs = on_start,
	.endElementNs = on_end,
	.characters = on_characters,
	.ignorableWhitespace = on_characters,
	.cdataBlock = on_characters,
	.serror = on_error,
};

/* Within 250 bytes of its end libxml2 tries at each token to read on, which took
 * a third of the time of a message of ours.  A comment behind it keeps the end
 * away; blanks would do, but are skipped more slowly. */
static void
pad(struct buf *padded, const struct envelope *e)
{
	static const char line[] = "..................................................";

	buf_clear(padded);
	buf_add(padded, e->body, e->size);
	buf_text(padded, "<!--");
	for (size_t n = 0; n < 250; n += sizeof(line) - 1)
		buf_add(padded, line, sizeof(line) - 1);
	buf_text(padded, "-->");
}

/* Memory that one large message needed is not kept for the next. */
static void
shrink(struct buf *b)
{
	if (b->room <= 64 * 1024)
		return;
	buf_close(b);
	buf_open(b, 0);
}

/* Pull mode, as only that limits the depth of tags that we do not count; and
 * never libxml2's recovery, which loses text. */
static struct reading
read_body(struct xcp_parser *p, struct arena *a, const struct envelope *e, bool verbatim)
{
	struct reading r = { .xml = p->xml,
		.arena = a,
		.text = &p->text,
		.verbatim = verbatim,
		.first_line = e->line };

	buf_clear(&p->text);
	*p->xml->sax = handlers;
	p->xml->userData = &r;
	pad(&p->padded, e);
	xmlCtxtReadMemory(
	    p->xml, p->padded.data, (int)p->padded.size, NULL, e->encoding, XML_PARSE_NONET);
	p->xml->userData = NULL;
	shrink(&p->padded);
	if (!p->xml->wellFormed)
		fail(&r, 1, "not well-formed");
	else if (r.root == NULL)
		fail(&r, 1, "no dt_assoc in the body");
	else if (r.root->kind != VALUE_ASSOC)
		fail(&r, 1, "what the message holds is no dt_assoc");
	if (xmlDictSize(p->xml->dict) > MAX_NAMES) {
		xmlFreeParserCtxt(p->xml);
		p->xml = xmlNewParserCtxt();
		must(p->xml != NULL);
	}
	return r;
}

/* The body's encoding: as declared, else UTF-8, else ISO-8859-1, in which any
 * byte is a character.  Answers what is wrong; NULL: nothing. */
static const char *
settle_encoding(struct arena *a, struct envelope *e)
{
	bool declared = e->encoding != NULL, utf8 = !declared || strcmp(e->encoding, "UTF-8") == 0;
	size_t good = utf8 ? utf8_span(e->body, e->size) : e->size;

	if (good < e->size && declared)
		return arena_printf(a, "line %d: not UTF-8, which the prologue declares",
		    e->line + envelope_lines(e->body, good));
	if (utf8)
		e->encoding = good < e->size ? "ISO-8859-1" : NULL;
	return NULL;
}

static struct xcp_message
parse(struct xcp_parser *p, struct arena *a, const struct envelope *e, bool verbatim)
{
	struct reading r = read_body(p, a, e, verbatim);
	bool repaired = false;

	if (r.error != NULL) {
		struct envelope again = *e;
		struct buf fixed;

		buf_open(&fixed, 0);
		xcp_repair(&fixed, e->body, e->size);
		repaired = fixed.size != e->size;
		again.body = fixed.data;
		again.size = fixed.size;
		if (repaired)
			r = read_body(p, a, &again, verbatim);
		buf_close(&fixed);
	}
	if (r.error != NULL)
		return (struct xcp_message){ .error = r.error };
	return (struct xcp_message){ .top = r.root, .repaired = repaired };
}

static struct xcp_message
parse_bytes(struct xcp_parser *p, struct arena *a, const char *bytes, size_t size, bool verbatim)
{
	struct envelope e = envelope_open(bytes, size);
	struct xcp_message m = { 0 };

	must(size < INT_MAX / 8); /* libxml2 counts in int, and a repair makes longer */
	if (e.missing != NULL)
		m.error = arena_printf(a, "no %s in %zu bytes", e.missing, size);
	else
		m.error = settle_encoding(a, &e);
	return m.error == NULL ? parse(p, a, &e, verbatim) : m;
}

struct xcp_message
xcp_parse(struct xcp_parser *p, struct arena *a, const char *bytes, size_t size)
{
	return parse_bytes(p, a, bytes, size, false);
}

struct xcp_message
xcp_parse_verbatim(struct xcp_parser *p, struct arena *a, const char *bytes, size_t size)
{
	return parse_bytes(p, a, bytes, size, true);
}

struct xcp_parser *
xcp_parser_new(void)
{
	struct xcp_parser *p = calloc(1, sizeof(*p));

	must(p != NULL);
	xmlInitParser();
	p->xml = xmlNewParserCtxt();
	must(p->xml != NULL);
	buf_open(&p->text, 0);
	buf_open(&p->padded, 0);
	return p;
}

void
xcp_parser_free(struct xcp_parser *p)
{
	if (p == NULL)
		return;
	xmlFreeParserCtxt(p->xml);
	buf_close(&p->text);
	buf_close(&p->padded);
	free(p);
}
