#include "world/party/contact.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "base/quote.h"

const char *const role_names[ROLE_COUNT] = { "owner", "admin", "billing", "tech" };

const char *const contact_field_names[CONTACT_FIELDS] = {
#define FIELD(name, ...) #name,
#include "world/party/contact_fields.def"
#undef FIELD
};

static const size_t offsets[CONTACT_FIELDS] = {
#define FIELD(name, ...) offsetof(struct contact, name),
#include "world/party/contact_fields.def"
#undef FIELD
};

bool
role_named(const char *name, enum role *role)
{
	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (strcmp(role_names[i], name) == 0) {
			*role = (enum role)i;
			return true;
		}
	return false;
}

const char **
contact_field(struct contact *c, size_t field)
{
	must(field < CONTACT_FIELDS);
	return (const char **)(void *)((char *)c + offsets[field]);
}

/* What is empty is left out. */
static void
write_contact(struct buf *b, struct contact c)
{
	char before = '{';

	for (size_t i = 0; i < CONTACT_FIELDS; i++) {
		const char *value = *contact_field(&c, i);
		if (*value == '\0')
			continue;
		buf_char(b, before);
		before = ',';
		quote_write(b, contact_field_names[i]);
		buf_char(b, ':');
		quote_write(b, value);
	}
	buf_text(b, before == '{' ? "{}" : "}");
}

static bool
same_contact(struct contact a, struct contact b)
{
	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		if (strcmp(*contact_field(&a, i), *contact_field(&b, i)) != 0)
			return false;
	return true;
}

/* An earlier role with the same contact; the role itself where there is none. */
static size_t
first_like(const struct contact_set *set, size_t role)
{
	for (size_t i = 0; i < role; i++)
		if (set->given[i] && same_contact(set->of[i], set->of[role]))
			return i;
	return role;
}

const char *
contacts_text(struct arena *a, const struct contact_set *set)
{
	struct buf b;

	buf_open(&b, 0);
	buf_char(&b, '{');
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		if (!set->given[i])
			continue;
		if (b.size > 1)
			buf_char(&b, ',');
		quote_write(&b, role_names[i]);
		buf_char(&b, ':');
		size_t first = first_like(set, i);
		if (first == i)
			write_contact(&b, set->of[i]);
		else
			quote_write(&b, role_names[first]);
	}
	buf_char(&b, '}');
	const char *text = arena_strndup(a, b.data, b.size);
	buf_close(&b);
	return text;
}

/* Rows of this program name the fields in their order: GUESS is nearly always
 * right.  A field that is unknown here has no place. */
static const char **
place_of(struct contact *c, const char *name, size_t guess)
{
	if (guess < CONTACT_FIELDS && strcmp(contact_field_names[guess], name) == 0)
		return contact_field(c, guess);
	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		if (strcmp(contact_field_names[i], name) == 0)
			return contact_field(c, i);
	return NULL;
}

static const char *
skip(const char *text, char expected)
{
	must(*text == expected);
	return text + 1;
}

/* A field that is not there is empty. */
static const char *
read_contact(struct arena *a, const char *text, struct contact *c)
{
	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		*contact_field(c, i) = "";
	text = skip(text, '{');
	for (size_t i = 0; *text != '}'; i++) {
		text = i == 0 ? text : skip(text, ',');
		const char **place = place_of(c, quote_read(a, &text), i);
		text = skip(text, ':');
		const char *value = quote_read(a, &text);
		if (place != NULL)
			*place = value;
	}
	return skip(text, '}');
}

struct contact_set
contacts_parse(struct arena *a, const char *text)
{
	struct contact_set set = { 0 };

	text = skip(text, '{');
	for (size_t i = 0; *text != '}'; i++) {
		enum role role, like;
		text = i == 0 ? text : skip(text, ',');
		bool known = role_named(quote_read(a, &text), &role);
		must(known);
		text = skip(text, ':');
		if (*text == '"') {
			known = role_named(quote_read(a, &text), &like);
			must(known && set.given[like]);
			set.of[role] = set.of[like];
		} else {
			text = read_contact(a, text, &set.of[role]);
		}
		set.given[role] = true;
	}
	return set;
}

const char *
contacts_changed(struct arena *a, const char *before, const char *after)
{
	struct contact_set old = contacts_parse(a, before), set = contacts_parse(a, after);

	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (set.given[i] && old.given[i] && same_contact(old.of[i], set.of[i]))
			set.given[i] = false;
	return contacts_text(a, &set);
}

const char *
contacts_merged(struct arena *a, const char *text, const char *changed)
{
	struct contact_set set = contacts_parse(a, text), news = contacts_parse(a, changed);

	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (news.given[i]) {
			set.given[i] = true;
			set.of[i] = news.of[i];
		}
	return contacts_text(a, &set);
}
