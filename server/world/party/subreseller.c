#include "world/party/subreseller.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/order/details.h"

const char *const subreseller_setting_names[SUBRESELLER_SETTINGS] = {
#define SETTING(name, otherwise) #name,
#include "world/party/subreseller_settings.def"
#undef SETTING
};

static const char *const otherwise[SUBRESELLER_SETTINGS] = {
#define SETTING(name, text) text,
#include "world/party/subreseller_settings.def"
#undef SETTING
};

static void
parse_settings(struct arena *a, const char *text, struct subreseller *s)
{
	struct detail rows[SUBRESELLER_SETTINGS + 1] = { 0 };

	for (size_t i = 0; i < SUBRESELLER_SETTINGS; i++)
		rows[i].name = subreseller_setting_names[i];
	details_fill(a, text, rows);
	for (size_t i = 0; i < SUBRESELLER_SETTINGS; i++)
		s->settings[i] = rows[i].value;
}

static const char *
settings_text(struct arena *a, const struct subreseller *s)
{
	struct detail rows[SUBRESELLER_SETTINGS + 1] = { 0 };

	for (size_t i = 0; i < SUBRESELLER_SETTINGS; i++)
		rows[i] = (struct detail){ subreseller_setting_names[i], s->settings[i] };
	return details_text(a, rows);
}

static bool
load(struct world *w, struct arena *a, struct subreseller *s)
{
	struct query q = SQL(w->store,
	    "SELECT password, settings, contacts FROM subreseller WHERE reseller = :reseller");

	bind_int(&q, ":reseller", s->is.id);
	if (!query_row(&q))
		return false;
	s->password = row_text(&q, 0, a);
	parse_settings(a, row_text(&q, 1, a), s);
	s->contacts = row_text(&q, 2, a);
	query_end(&q);
	return true;
}

bool
subreseller_find(
    struct world *w, struct arena *a, int64_t parent, const char *username, struct subreseller *s)
{
	return reseller_find(w, a, username, &s->is) && s->is.parent == parent && load(w, a, s);
}

static void
insert(struct world *w, int64_t reseller)
{
	struct query q = SQL(w->store,
	    "INSERT INTO subreseller (reseller, password, settings, contacts)"
	    " VALUES (:reseller, '', '{}', '{}')");

	bind_int(&q, ":reseller", reseller);
	query_run(&q);
}

void
subreseller_create(struct world *w, struct arena *a, const char *username, struct subreseller *s)
{
	*s = (struct subreseller){ .password = "", .contacts = "{}" };
	reseller_create(w, a, username, 0, &s->is);
	for (size_t i = 0; i < SUBRESELLER_SETTINGS; i++)
		s->settings[i] = otherwise[i];
	insert(w, s->is.id);
}

void
subreseller_save(struct world *w, struct arena *a, const struct subreseller *s)
{
	must(s->is.parent != 0);
	reseller_save(w, &s->is);
	const char *settings = settings_text(a, s);
	struct query q = SQL(w->store,
	    "UPDATE subreseller SET password = :password, settings = :settings,"
	    " contacts = :contacts WHERE reseller = :reseller");

	bind_text(&q, ":password", s->password);
	bind_text(&q, ":settings", settings);
	bind_text(&q, ":contacts", s->contacts);
	bind_int(&q, ":reseller", s->is.id);
	query_run(&q);
}
