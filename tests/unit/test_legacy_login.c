/* The login of the legacy port: who is let in, and what the journal says of those who are
 * not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/support/legacy.h"

/* ---- the handshake ---- */

static void
the_server_speaks_first(void **state)
{
	struct caller c = legacy_caller(*state);
	const struct value *top = caller_reply(&c);

	assert_string_equal(value_text(top, "action"), "CHECK");
	assert_string_equal(value_text(top, "object"), "VERSION");
	assert_null(value_text(top, "response_code"));
	assert_null(value_text(top, "is_success"));
	const struct value *a = value_get(top, "attributes");
	assert_string_equal(value_text(a, "sender"), "OpenSRS SERVER");
	assert_string_equal(value_text(a, "version"), "XML:0.1");
	assert_string_equal(value_text(a, "state"), "ready");
	caller_close(&c);
}

/* Both messages as Perl's Crypt::CBC seals them, for the challenge 0x10 to 0x2f. */
static void
known_answers_are_let_in(void **state)
{
	static const struct {
		const char *cipher;
		uint8_t answer[40];
	} rows[] = {
		{ "des", { 0x52, 0x61, 0x6e, 0x64, 0x6f, 0x6d, 0x49, 0x56, 0xa0, 0xa1, 0xa2, 0xa3,
			     0xa4, 0xa5, 0xa6, 0xa7, 0x64, 0xc5, 0x9e, 0x02, 0x94, 0xac, 0xe5, 0x5a,
			     0xdd, 0x9b, 0x28, 0xa7, 0x46, 0x04, 0x9a, 0xea, 0x7f, 0xc2, 0xfe, 0x3a,
			     0xd9, 0x6d, 0x37, 0xf6 } },
		{ "blowfish", { 0x52, 0x61, 0x6e, 0x64, 0x6f, 0x6d, 0x49, 0x56, 0xa0, 0xa1, 0xa2,
				  0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa1, 0xb0, 0x3f, 0x86, 0xc7, 0xd8,
				  0x14, 0xf7, 0x17, 0x81, 0x25, 0xe1, 0x8e, 0x20, 0x6c, 0x4e, 0x0b,
				  0x78, 0x18, 0x04, 0xf5, 0xeb, 0x66, 0x0a } },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = legacy_caller(*state);
		enum cipher_kind kind;
		size_t n;
		const char *challenge = caller_knock(&c, rows[i].cipher, "old", &n);
		assert_int_equal(n, 32);
		assert_int_equal((uint8_t)challenge[31], 0x2f);
		caller_send_frame(&c, rows[i].answer, sizeof(rows[i].answer));
		assert_true(cipher_kind_named(rows[i].cipher, &kind));
		c.cipher = cipher_for(c.arena, kind, OLD_KEY);
		const struct value *top = caller_reply(&c);
		assert_string_equal(value_text(top, "response_text"), "Authentication Successful");
		assert_string_equal(value_text(top, "response_code"), "200");
		assert_string_equal(value_text(top, "is_success"), "1");
		assert_string_equal(value_text(top, "action"), "REPLY");
		assert_string_equal(value_text(top, "object"), "USER");
		caller_close(&c);
	}
	assert_string_equal(newest_row(*state, "door"), "legacy");
	assert_string_equal(newest_row(*state, "user"), "old");
	assert_string_equal(newest_row(*state, "action"), "AUTHENTICATE");
}

#define ENVELOPE(items) \
	"<OPS_envelope><body><data_block><dt_assoc>" items \
	"</dt_assoc></data_block></body></OPS_envelope>"
#define LOGIN(items, more) \
	ENVELOPE(items "<item key='action'>authenticate</item><item key='attributes'><dt_assoc>" \
		       "<item key='crypt_type'>DES</item><item key='username'>old</item>" more \
		       "</dt_assoc></item>")

/* Whoever skips the version, sends it thrice, leaves out the object or repeats the
 * name as a password. */
static void
a_login_has_many_forms(void **state)
{
	static const char *const forms[][4] = {
		{ LOGIN("<item key='object'>USER</item>", "") },
		{ LOGIN("", "") },
		{ LOGIN("", "<item key='password'>old</item>") },
		{ ENVELOPE("<item key='action'>check</item>"),
		    ENVELOPE("<item key='action'> CHECK </item><item key='object'>version</item>"),
		    ENVELOPE("<item key='action'>CHECK</item>"), LOGIN("", "") },
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct caller c = legacy_caller(*state);
		size_t n;
		assert_non_null(caller_frame(&c, &n));
		for (size_t k = 0; k < 4 && forms[i][k] != NULL; k++)
			caller_tell(&c, forms[i][k]);
		assert_non_null(caller_frame(&c, &n));
		assert_int_equal(n, 32);
		assert_null(caller_frame(&c, &n));
		assert_false(caller_is_left(&c));
		caller_close(&c);
	}
}

static void
who_is_nobody_is_told_so_in_plain_text(void **state)
{
	static const struct {
		const char *cipher, *user;
		int code;
		const char *text, *note;
	} rows[] = {
		{ "des", "nobody", 410, "Reseller authentication error", "unknown user" },
		{ "des", "", 410, "Reseller authentication error", "unknown user" },
		{ "des3", "old", 400, "Invalid encryption method; try -des: blowfish, des",
		    "a crypt_type that is neither des nor blowfish" },
		{ "", "old", 400, "Invalid encryption method; try -des: blowfish, des",
		    "a crypt_type that is neither des nor blowfish" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = legacy_caller(*state);
		size_t n;
		const char *text = caller_knock(&c, rows[i].cipher, rows[i].user, &n);
		assert_non_null(strstr(text, "is_success"));
		c.read -= n;
		c.read -= strlen(arena_printf(c.arena, "Content-Length: %zu\r\n\r\n", n));
		const struct value *top = caller_reply(&c);
		assert_int_equal(caller_code(top), rows[i].code);
		assert_string_equal(value_text(top, "response_text"), rows[i].text);
		assert_true(caller_is_left(&c));
		assert_string_equal(newest_note(*state), rows[i].note);
		caller_close(&c);
	}
}

static void
before_a_login_nothing_else_is_done(void **state)
{
	static const struct {
		const char *message;
		int code;
	} rows[] = {
		{ ENVELOPE("<item key='action'>GET_BALANCE</item>"), 410 },
		{ ENVELOPE("<item key='object'>USER</item>"), 410 },
		{ ENVELOPE("<item key='action'>QUIT</item>"), 410 },
		{ "no XML at all", 400 },
		{ "", 400 },
		{ "<OPS_envelope><body>", 400 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = legacy_caller(*state);
		assert_non_null(caller_reply(&c));
		caller_tell(&c, rows[i].message);
		assert_int_equal(caller_code(caller_reply(&c)), rows[i].code);
		assert_true(caller_is_left(&c));
		caller_close(&c);
	}
}

/* ---- wrong answers ---- */

static void
seal(struct caller *c, const struct cipher_key *key, enum cipher_kind kind, const void *plain,
    size_t n)
{
	c->cipher = cipher_new(c->arena, kind, key);
	caller_send_sealed(c, plain, n);
}

/* What is sealed, and with what, where crypt_type is blowfish and the user old. */
static void
send_mistake(struct caller *c, const char *mistake, const char *challenge, size_t n)
{
	uint8_t proof[CIPHER_PROOF];
	struct cipher_key key;
	size_t size;
	const uint8_t *material = cipher_decode(c->arena, OLD_KEY, &size);

	cipher_proof(challenge, n, proof);
	key = cipher_stretch(CIPHER_BLOWFISH, material, size);
	if (strcmp(mistake, "des") == 0) {
		key = cipher_stretch(CIPHER_DES, material, size);
		seal(c, &key, CIPHER_DES, proof, sizeof(proof));
		return;
	}
	if (strcmp(mistake, "bare") == 0)
		key = cipher_bare(CIPHER_BLOWFISH, material, size);
	if (strcmp(mistake, "text") == 0)
		key = cipher_stretch(CIPHER_BLOWFISH, OLD_KEY, strlen(OLD_KEY));
	if (strcmp(mistake, "bare text") == 0)
		key = cipher_bare(CIPHER_BLOWFISH, OLD_KEY, strlen(OLD_KEY));
	if (strcmp(mistake, "zeros") == 0)
		key = cipher_bare(CIPHER_BLOWFISH, "", 0);
	if (strcmp(mistake, "other") == 0) {
		material = cipher_decode(c->arena, OTHER_KEY, &size);
		key = cipher_stretch(CIPHER_BLOWFISH, material, size);
	}
	if (strcmp(mistake, "hex") == 0)
		seal(c, &key, CIPHER_BLOWFISH, "9d1faabbbb6b60392a07a8c341e74f9c", 32);
	else if (strcmp(mistake, "challenge") == 0)
		seal(c, &key, CIPHER_BLOWFISH, challenge, n);
	else if (strcmp(mistake, "plain") == 0)
		caller_send_frame(c, proof, sizeof(proof));
	else if (strcmp(mistake, "short") == 0)
		caller_send_frame(c, "RandomIV12345678", 16);
	else if (strcmp(mistake, "odd") == 0)
		caller_send_frame(c, "RandomIV1234567812345678x", 25);
	else
		seal(c, &key, CIPHER_BLOWFISH, proof, sizeof(proof));
}

static void
who_cannot_answer_is_left_without_a_word(void **state)
{
	static const struct {
		const char *mistake, *diagnosis;
	} rows[] = {
		{ "zeros", "no key of this server" },
		{ "des", "sealed with des, where crypt_type was blowfish" },
		{ "bare", "used as they are" },
		{ "text", "used as text" },
		{ "bare text", "hex digits were the cipher's key" },
		{ "other", "sealed with the key of user other of world demo" },
		{ "hex", "32 hex digits" },
		{ "challenge", "the challenge itself" },
		{ "plain", "does not begin with RandomIV" },
		{ "short", "has 16 bytes" },
		{ "odd", "has 25 bytes" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = legacy_caller(*state);
		size_t n;
		const char *challenge = caller_knock(&c, "blowfish", "old", &n);
		send_mistake(&c, rows[i].mistake, challenge, n);
		assert_true(caller_is_left(&c));
		assert_string_equal(newest_row(*state, "code"), "401");
		assert_string_equal(newest_row(*state, "user"), "old");
		if (strstr(newest_row(*state, "diagnosis"), rows[i].diagnosis) == NULL)
			fail_msg("%s: %s", rows[i].mistake, newest_row(*state, "diagnosis"));
		caller_close(&c);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, legacy_open, legacy_close)
	const struct CMUnitTest tests[] = {
		TEST(the_server_speaks_first),
		TEST(known_answers_are_let_in),
		TEST(a_login_has_many_forms),
		TEST(who_is_nobody_is_told_so_in_plain_text),
		TEST(before_a_login_nothing_else_is_done),
		TEST(who_cannot_answer_is_left_without_a_word),
	};

	return cmocka_run_group_tests_name("legacy port: login", tests, house_setup, NULL);
}
