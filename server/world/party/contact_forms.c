/* The forms of single fields, after the vendor's Perl client (XML_Client.pm,
 * Syntax.pm). */
#include "base/arena.h"
#include "world/party/contact_rules.h"
#include "world/policy/rulebook.h"

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define MAX_PHONE 40
#define MAX_EPP_PHONE 20
#define MAX_LOCAL_PART 64
#define MAX_MAIL_DOMAIN 63

/* LIST has a line for each code: "\nSE Sweden\n...". */
static bool
is_listed(const char *list, const char *code)
{
	size_t n = strlen(code);

	for (const char *at = strchr(list, '\n'); at != NULL; at = strchr(at + 1, '\n'))
		if (strncmp(at + 1, code, n) == 0 && at[1 + n] == ' ')
			return true;
	return false;
}

static bool
has_only(const char *text, const char *letters)
{
	return text[strspn(text, letters)] == '\0';
}

bool
country_known(const struct rulebook *r, const char *code)
{
	return strlen(code) == 2 && has_only(code, LETTERS) && is_listed(r->countries, code);
}

bool
language_known(const struct rulebook *r, const char *code)
{
	size_t n = strlen(code);
	char small[4] = "";

	if (n < 2 || n > 3 || !has_only(code, LETTERS))
		return false;
	for (size_t i = 0; i < n; i++)
		small[i] = (char)(code[i] | 0x20);
	return is_listed(r->languages, small);
}

const char *
country_folded(struct arena *a, const char *country)
{
	char *copy = arena_strdup(a, country);

	for (char *c = copy; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return strcmp(copy, "UK") == 0 || strcmp(copy, "IM") == 0 ? "GB" : copy;
}

/* Skips between MIN and MAX digits; NULL where there are fewer or more. */
static const char *
digits(const char *s, size_t min, size_t max)
{
	size_t n = strspn(s, DIGITS);

	return n < min || n > max ? NULL : s + n;
}

/* +CCC.NNNNNNNNNNNNxEEEE, with blanks before the x */
static bool
epp_number(const char *s)
{
	if (strlen(s) > MAX_EPP_PHONE || *s != '+')
		return false;
	s = digits(s + 1, 1, 3);
	if (s == NULL || *s != '.')
		return false;
	s = digits(s + 1, 1, 12);
	if (s == NULL || *s == '\0')
		return s != NULL;
	s += strspn(s, " ");
	if (*s != 'x')
		return false;
	s = digits(s + 1, 1, 4);
	return s != NULL && *s == '\0';
}

static size_t
count_of(const char *s, const char *set)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += strchr(set, *s) != NULL;
	return n;
}

/* At least four digits, and a third of all; brackets in pairs. */
static bool
mostly_digits(const char *s)
{
	size_t n = count_of(s, DIGITS), all = strlen(s) - count_of(s, " ");

	return n >= 4 && 3 * n >= all && (strchr(s, '(') == NULL) == (strchr(s, ')') == NULL);
}

/* "x12", "ext. 12", "xt12", then perhaps TDD: what may follow a number. */
static bool
extension(const char *s)
{
	static const char *const words[] = { "ext", "ex", "xt", "x" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strncasecmp(s, words[i], strlen(words[i])) == 0) {
			s += strlen(words[i]);
			s += *s == '.';
			if (*s < '0' || *s > '9')
				return false;
			s += strspn(s, DIGITS);
			break;
		}
	return *s == '\0' || strcasecmp(s, "TDD") == 0;
}

/* Blanks count for nothing, wherever they stand. */
static bool
without_blanks(const char *text, char *out, size_t room)
{
	size_t n = 0;

	if (strlen(text) >= room)
		return false;
	for (; *text != '\0'; text++)
		if (*text != ' ')
			out[n++] = *text;
	out[n] = '\0';
	return true;
}

bool
phone_well_formed(const char *text, bool epp)
{
	char s[MAX_PHONE + 1];

	if (epp)
		return epp_number(text);
	if (!without_blanks(text, s, sizeof(s)))
		return false;
	size_t n = strspn(s, DIGITS "-().+#*");
	return n >= 4 && mostly_digits(s) && extension(s + n);
}

bool
fax_well_formed(const char *text, bool epp)
{
	char s[MAX_PHONE + 1];

	if (*text == '\0')
		return true;
	if (epp)
		return epp_number(text);
	if (!without_blanks(text, s, sizeof(s)))
		return false;
	size_t n = strspn(s, DIGITS "-().+");
	return n >= 4 && s[n] == '\0' && mostly_digits(s);
}

static bool
has_blank_or_control(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == 127)
			return true;
	return false;
}

/* The client's rule, but for its top-level domains of two to four letters. */
bool
email_well_formed(const char *text)
{
	const char *at = strchr(text, '@');

	if (at == NULL || at == text || strchr(at + 1, '@') != NULL || has_blank_or_control(text))
		return false;
	if (text[0] == '.' || strstr(text, "..") != NULL || at[-1] == '.' || at[1] == '.')
		return false;
	const char *domain = at + 1, *dot = strrchr(domain, '.');
	size_t n = strlen(domain);
	return at - text <= MAX_LOCAL_PART && n <= MAX_MAIL_DOMAIN && dot != NULL &&
	       strspn(domain, LETTERS DIGITS "-.") == n && strlen(dot + 1) >= 2 &&
	       domain[0] != '-' && domain[n - 1] != '-';
}
