/* The journal: every request that reached this world, and its reply, as bytes. */
#include "world/journal/journal.h"
#include "base/arena.h"
#include "wire/api/api.h"

const struct field shape_journal_filter[] = {
	MAY("user", TEXT),
	MAY("action", TEXT),
	SHAPE_END,
};

const struct field shape_journal_row[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT),
	HAS("door", TEXT),
	HAS("user", LINES),
	HAS("action", LINES),
	HAS("object", LINES),
	HAS("code", INTEGER),
	HAS("diagnosis", LINES),
	HAS("target", LINES),
	MAY("request", LINES),
	MAY("request_base64", TEXT), /* where the bytes are no text */
	MAY("reply", LINES),
	MAY("reply_base64", TEXT),
	SHAPE_END,
};

/* Three bytes become four letters. */
static const char *
base64(struct arena *a, const unsigned char *bytes, size_t size)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *text = arena_alloc(a, (size + 2) / 3 * 4 + 1), *to = text;

	for (size_t i = 0; i < size; i += 3) {
		size_t left = size - i;
		unsigned group = (unsigned)bytes[i] << 16;
		group |= left > 1 ? (unsigned)bytes[i + 1] << 8 : 0;
		group |= left > 2 ? (unsigned)bytes[i + 2] : 0;
		*to++ = letters[group >> 18];
		*to++ = letters[group >> 12 & 63];
		*to++ = left > 1 ? letters[group >> 6 & 63] : '=';
		*to++ = left > 2 ? letters[group & 63] : '=';
	}
	return text;
}

/* Under "NAME" where the bytes are a text, else under "NAME_base64". */
static void
put_bytes(struct call *c, json_t *j, const char *name, const void *bytes, size_t size)
{
	json_t *text = json_stringn(bytes, size);

	if (text != NULL)
		json_put(j, name, text);
	else
		json_put(j, arena_printf(c->arena, "%s_base64", name),
		    json_string(base64(c->arena, bytes, size)));
}

static json_t *
row_json(struct call *c, const struct journal_row *r)
{
	json_t *j = json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:i, s:o, s:o}", "id",
	    (json_int_t)r->id, "at", json_instant(r->at), "door", r->door, "user",
	    json_text_value(r->username), "action", json_text_value(r->action), "object",
	    json_text_value(r->object), "code", r->code, "diagnosis", json_text_value(r->diagnosis),
	    "target", json_text_value(r->target));

	put_bytes(c, j, "request", r->request, r->request_size);
	put_bytes(c, j, "reply", r->reply, r->reply_size);
	return j;
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct journal_row *rows = NEW_ARRAY(c->arena, struct journal_row, limit);
	size_t n = journal_list(
	    c->world, c->arena, call_query(c, "user"), call_query(c, "action"), since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, row_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

static int64_t
last(struct call *c)
{
	return journal_last(c->world);
}

const struct problem *
api_journal(struct call *c)
{
	return list(c, &(struct listing){ fill, last });
}
