#include "tests/support/slip.h"

#include <ctype.h>
#include <nettle/base64.h>
#include <nettle/hmac.h>

#include "base/digest.h"

static void
set(struct buf *b, const char *bytes, size_t n)
{
	char *copy = malloc(n + 1);

	memcpy(copy, bytes, n);
	buf_clear(b);
	buf_add(b, copy, n);
	free(copy);
}

void
slip_add_newline(struct buf *b)
{
	buf_char(b, '\n');
}

void
slip_add_nul(struct buf *b)
{
	buf_char(b, '\0');
}

void
slip_add_mark(struct buf *b)
{
	struct buf old;

	buf_open(&old, 0);
	buf_text(&old, "\xEF\xBB\xBF");
	buf_add(&old, b->data, b->size);
	set(b, old.data, old.size);
	buf_close(&old);
}

static void
add_blanks(struct buf *b)
{
	struct buf old;

	buf_open(&old, 0);
	buf_text(&old, "\n    ");
	buf_add(&old, b->data, b->size);
	buf_text(&old, "  ");
	set(b, old.data, old.size);
	buf_close(&old);
}

void
slip_crlf(struct buf *b)
{
	struct buf old;

	buf_open(&old, 0);
	for (size_t i = 0; i < b->size; i++) {
		if (b->data[i] == '\n')
			buf_char(&old, '\r');
		buf_char(&old, b->data[i]);
	}
	set(b, old.data, old.size);
	buf_close(&old);
}

/* The body has one character beyond ASCII, an e with an acute accent. */
static void
write_as_latin1(struct buf *b)
{
	char *e = strstr(b->data, "\xC3\xA9");
	struct buf old;

	buf_open(&old, 0);
	buf_add(&old, b->data, (size_t)(e - b->data));
	buf_char(&old, '\xE9');
	buf_add(&old, e + 2, b->size - (size_t)(e + 2 - b->data));
	set(b, old.data, old.size);
	buf_close(&old);
}

static void
lose_the_last_byte(struct buf *b)
{
	set(b, b->data, b->size - 1);
}

static void
forget(struct buf *b)
{
	buf_clear(b);
}

static void
decode_hex(struct buf *b)
{
	struct buf old;

	buf_open(&old, 0);
	for (size_t i = 0; i < b->size; i += 2) {
		char pair[3] = { b->data[i], b->data[i + 1] };
		buf_char(&old, (char)strtol(pair, NULL, 16));
	}
	set(b, old.data, old.size);
	buf_close(&old);
}

static void
upper(struct buf *b)
{
	for (size_t i = 0; i < b->size; i++)
		b->data[i] = (char)toupper((unsigned char)b->data[i]);
}

static void
take_another_key(struct buf *b)
{
	set(b, SLIP_OTHER, strlen(SLIP_OTHER));
}

static void
md5_of(const struct buf *body, const struct buf *key, char *hex)
{
	digest_md5_hex2(body->data, body->size, key->data, key->size, hex);
}

static void
right(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[33];

	md5_of(body, key, inner);
	digest_md5_hex2(inner, 32, key->data, key->size, hex);
}

static void
inner_in_binary(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[33];
	struct buf binary;

	md5_of(body, key, inner);
	buf_open(&binary, 0);
	buf_text(&binary, inner);
	decode_hex(&binary);
	md5_of(&binary, key, hex);
	buf_close(&binary);
}

static void
inner_in_upper_case(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[33];

	md5_of(body, key, inner);
	for (char *p = inner; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	digest_md5_hex2(inner, 32, key->data, key->size, hex);
}

static void
key_in_front(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[33];

	md5_of(key, body, inner);
	digest_md5_hex2(key->data, key->size, inner, 32, hex);
}

static void
no_first_key(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[33];

	digest_md5_hex(body->data, body->size, inner);
	digest_md5_hex2(inner, 32, key->data, key->size, hex);
}

static void
no_second_key(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[33];

	md5_of(body, key, inner);
	digest_md5_hex(inner, 32, hex);
}

static void
hmac(const struct buf *body, const struct buf *key, char *hex)
{
	struct hmac_md5_ctx c;
	uint8_t digest[16];

	hmac_md5_set_key(&c, key->size, (const uint8_t *)key->data);
	hmac_md5_update(&c, body->size, (const uint8_t *)body->data);
	hmac_md5_digest(&c, sizeof(digest), digest);
	for (size_t i = 0; i < sizeof(digest); i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

static void
sha256(const struct buf *body, const struct buf *key, char *hex)
{
	char inner[65];

	digest_sha256_hex2(body->data, body->size, key->data, key->size, inner);
	digest_sha256_hex2(inner, 64, key->data, key->size, hex);
}

static void
drop_leading_zeros(struct buf *b)
{
	size_t n = strspn(b->data, "0");

	set(b, b->data + n, b->size - n);
}

static void
print_bytes_with_percent_x(struct buf *b)
{
	struct buf bytes;

	buf_open(&bytes, 0);
	buf_add(&bytes, b->data, b->size);
	decode_hex(&bytes);
	buf_clear(b);
	for (size_t i = 0; i < bytes.size; i++)
		buf_printf(b, "%x", (unsigned char)bytes.data[i]);
	buf_close(&bytes);
}

static void
keep_sixteen(struct buf *b)
{
	set(b, b->data, 16);
}

static void
print_as_dotnet_does(struct buf *b)
{
	struct buf old;

	buf_open(&old, 0);
	for (size_t i = 0; i < b->size; i += 2)
		buf_printf(&old, "%s%.2s", i > 0 ? "-" : "", b->data + i);
	set(b, old.data, old.size);
	upper(b);
	buf_close(&old);
}

static void
print_in_base64(struct buf *b)
{
	char out[BASE64_ENCODE_RAW_LENGTH(32) + 1] = "";

	decode_hex(b);
	base64_encode_raw(out, b->size, (const uint8_t *)b->data);
	set(b, out, strlen(out));
}

const struct slip slips[] = {
#define SLIP(step, field, how, diagnosis) { step, .field = how, .says = diagnosis },
#include "tests/support/slips.def"
#undef SLIP
};
const size_t slip_count = sizeof(slips) / sizeof(*slips);

static void
edit(edit_fn *how, struct buf *b)
{
	if (how != NULL)
		how(b);
}

static void
write_body(struct buf *b, int number)
{
	buf_clear(b);
	buf_printf(b,
	    "<?xml version='1.0'?>\n<OPS_envelope>\n<body>caf\xC3\xA9 %d</body>\n</OPS_envelope>",
	    number);
}

/* One try: the digest of what the client signs for the body of that NUMBER. */
static void
digest(int number, const struct slip *const made[2], struct buf *sent, char hex[65])
{
	digest_fn *recipe = right;
	struct buf was_signed, key;

	buf_open(&was_signed, 0);
	buf_open(&key, 0);
	write_body(sent, number);
	write_body(&was_signed, number);
	set(&key, SLIP_KEY, strlen(SLIP_KEY));
	for (int i = 0; i < 2 && made[i] != NULL; i++) {
		edit(made[i]->sent, sent);
		edit(made[i]->was_signed, &was_signed);
		edit(made[i]->key, &key);
		if (made[i]->recipe != NULL)
			recipe = made[i]->recipe;
	}
	recipe(&was_signed, &key, hex);
	buf_close(&was_signed);
	buf_close(&key);
}

static bool
shows_lost_zeros(const char *hex)
{
	return hex[0] == '0' && (hex[2] == '0' || hex[4] == '0' || hex[6] == '0');
}

struct slip_request
slip_make(const struct slip *one, const struct slip *other)
{
	const struct slip *const made[2] = { one, other };
	struct slip_request r;
	char hex[65];

	buf_open(&r.body, 0);
	buf_open(&r.signature, 0);
	/* Where nothing of the body is signed no number changes the digest. */
	for (int number = 0; number < 2000; number++) {
		digest(number, made, &r.body, hex);
		if (shows_lost_zeros(hex))
			break;
	}
	set(&r.signature, hex, strlen(hex));
	for (int i = 0; i < 2 && made[i] != NULL; i++)
		edit(made[i]->spelled, &r.signature);
	return r;
}

void
slip_request_close(struct slip_request *r)
{
	buf_close(&r->body);
	buf_close(&r->signature);
}
