#include "xcp/mistakes.h"

#include <ctype.h>
#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/hmac.h>

#include "xcp/recoding.h"

#define MAX_DIGEST 32 /* bytes, of SHA-256 */

static const char newline[] = "\n", mark[] = "\xEF\xBB\xBF", closing[] = "</OPS_envelope>";

static bool
begins(const struct bytes *b, const char *with, size_t n)
{
	return b->n >= n && memcmp(b->at, with, n) == 0;
}

static bool
ends(const struct bytes *b, const char *with, size_t n)
{
	return b->n >= n && memcmp(b->at + b->n - n, with, n) == 0;
}

static bool
newline_signed(struct arena *a, struct bytes *b)
{
	return recode_join(a, b, newline, 1);
}

static bool
newline_sent(struct arena *a, struct bytes *b)
{
	bool is = ends(b, newline, 1);

	(void)a;
	b->n -= is;
	return is;
}

static bool
nul_signed(struct arena *a, struct bytes *b)
{
	return recode_join(a, b, "", 1);
}

static bool
nul_sent(struct arena *a, struct bytes *b)
{
	bool is = ends(b, "", 1);

	(void)a;
	b->n -= is;
	return is;
}

static bool
mark_signed(struct arena *a, struct bytes *b)
{
	struct bytes tail = *b;

	*b = (struct bytes){ mark, sizeof(mark) - 1 };
	return !begins(&tail, mark, b->n) && recode_join(a, b, tail.at, tail.n);
}

static bool
mark_sent(struct arena *a, struct bytes *b)
{
	size_t n = sizeof(mark) - 1;

	(void)a;
	if (!begins(b, mark, n))
		return false;
	*b = (struct bytes){ b->at + n, b->n - n };
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool
blanks_sent(struct arena *a, struct bytes *b)
{
	size_t before = b->n;

	(void)a;
	while (b->n > 0 && is_blank(b->at[b->n - 1]))
		b->n--;
	for (; b->n > 0 && is_blank(b->at[0]); b->at++)
		b->n--;
	return b->n < before;
}

/* What is lost at the end can only be of the closing tag. */
static bool
cut_short(struct arena *a, struct bytes *b)
{
	size_t whole = sizeof(closing) - 1, there = whole;

	while (!ends(b, closing, there))
		there--;
	return there < whole && recode_join(a, b, closing + there, whole - there);
}

static bool
left_out(struct arena *a, struct bytes *b)
{
	bool is = b->n > 0;

	(void)a;
	b->n = 0;
	return is;
}

static void
md5(struct bytes first, struct bytes second, char *hex)
{
	digest_md5_hex2(first.at, first.n, second.at, second.n, hex);
}

static struct bytes
text(const char *s)
{
	return (struct bytes){ s, strlen(s) };
}

static const struct bytes nothing = { "", 0 };

/* Of a digest in hex, its bytes. */
static size_t
unhex(const char *hex, uint8_t binary[MAX_DIGEST])
{
	struct base16_decode_ctx c;
	size_t n = 0;

	base16_decode_init(&c);
	base16_decode_update(&c, &n, binary, strlen(hex), hex);
	return n;
}

void
recipe_right(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_MD5_HEX];

	md5(body, key, inner);
	md5(text(inner), key, hex);
}

static void
once(struct bytes body, struct bytes key, char *hex)
{
	md5(body, key, hex);
}

static void
inner_in_binary(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_MD5_HEX];
	uint8_t binary[MAX_DIGEST];
	size_t n;

	md5(body, key, inner);
	n = unhex(inner, binary);
	md5((struct bytes){ (const char *)binary, n }, key, hex);
}

static void
inner_in_upper_case(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_MD5_HEX];

	md5(body, key, inner);
	for (char *p = inner; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	md5(text(inner), key, hex);
}

static void
key_in_front(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_MD5_HEX];

	md5(key, body, inner);
	md5(key, text(inner), hex);
}

static void
no_first_key(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_MD5_HEX];

	md5(body, nothing, inner);
	md5(text(inner), key, hex);
}

static void
no_second_key(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_MD5_HEX];

	md5(body, key, inner);
	md5(text(inner), nothing, hex);
}

static void
hmac(struct bytes body, struct bytes key, char *hex)
{
	struct hmac_md5_ctx c;
	uint8_t binary[MD5_DIGEST_SIZE];

	hmac_md5_set_key(&c, key.n, (const uint8_t *)key.at);
	hmac_md5_update(&c, body.n, (const uint8_t *)body.at);
	hmac_md5_digest(&c, sizeof(binary), binary);
	base16_encode_update(hex, sizeof(binary), binary);
	hex[BASE16_ENCODE_LENGTH(sizeof(binary))] = '\0';
}

static void
sha256(struct bytes body, struct bytes key, char *hex)
{
	char inner[DIGEST_SHA256_HEX];

	digest_sha256_hex2(body.at, body.n, key.at, key.n, inner);
	digest_sha256_hex2(inner, strlen(inner), key.at, key.n, hex);
}

bool
spelling_right(const char *hex, const char *given)
{
	return strcmp(hex, given) == 0;
}

static bool
in_upper_case(const char *hex, const char *given)
{
	return strcasecmp(hex, given) == 0;
}

static bool
without_leading_zeros(const char *hex, const char *given)
{
	return strcmp(hex + strspn(hex, "0"), given) == 0;
}

static bool
without_zero_of_each_byte(const char *hex, const char *given)
{
	for (; hex[0] != '\0'; hex += 2) {
		if (hex[0] != '0' && *given++ != hex[0])
			return false;
		if (*given++ != hex[1])
			return false;
	}
	return *given == '\0';
}

/* Eight digits are enough to be no accident. */
static bool
cut_off(const char *hex, const char *given)
{
	size_t n = strlen(given);

	return n >= 8 && n < strlen(hex) && strncmp(hex, given, n) == 0;
}

static bool
hyphenated(const char *hex, const char *given)
{
	for (;;) {
		if (strncasecmp(hex, given, 2) != 0)
			return false;
		hex += 2;
		given += 2;
		if (*hex == '\0')
			return *given == '\0';
		if (*given++ != '-')
			return false;
	}
}

static bool
in_base64(const char *hex, const char *given)
{
	uint8_t binary[MAX_DIGEST];
	char text64[BASE64_ENCODE_RAW_LENGTH(MAX_DIGEST) + 1] = "";
	size_t n = unhex(hex, binary);

	base64_encode_raw(text64, n, binary);
	return strcmp(text64, given) == 0;
}

const struct mistake mistakes[] = {
#define MISTAKE(step, how, clause) { .step = how, .says = clause },
#include "xcp/mistakes.def"
#undef MISTAKE
};
const size_t mistake_count = sizeof(mistakes) / sizeof(*mistakes);
