/* DNS templates: what a reseller's zones may begin with.  At the vendor they are
 * kept in the reseller's control panel; the API only names them. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/name/zone.h"
#include "world/party/reseller.h"

/* Which of them a kind has, and what may stand there: records.def, which is asked
 * for each record. */
static const struct field record_fields[] = {
	MAY("subdomain", TEXT),
	MAY("ip_address", TEXT),
	MAY("ipv6_address", TEXT),
	MAY("hostname", TEXT),
	MAY("text", TEXT),
	MAY("port", SCALAR),
	MAY("priority", SCALAR),
	MAY("weight", SCALAR),
	SHAPE_END,
};
static const struct field records_fields[] = {
	MAY_A("A", ITEMS, record_fields),
	MAY_A("AAAA", ITEMS, record_fields),
	MAY_A("CNAME", ITEMS, record_fields),
	MAY_A("MX", ITEMS, record_fields),
	MAY_A("SRV", ITEMS, record_fields),
	MAY_A("TXT", ITEMS, record_fields),
	SHAPE_END,
};
const struct field shape_dns_template[] = {
	HAS("name", NAME),
	HAS_A("records", MAP, records_fields),
	SHAPE_END,
};
const struct field shape_dns_templates[] = {
	HAS_A("templates", ITEMS, shape_dns_template),
	SHAPE_END,
};
const struct field shape_dns_template_wish[] = {
	HAS("name", NAME),
	MAY_A("records", MAP, records_fields),
	MAY("from", TEXT), /* a name whose zone is copied */
	SHAPE_END,
};

static json_t *
record_json(const struct record *r)
{
	json_t *map = json_object();

	for (size_t f = 0; r->kind->fields[f].name != NULL; f++)
		json_put(map, r->kind->fields[f].name, json_text_value(r->values[f]));
	return map;
}

static json_t *
template_json(const struct zone_template *t)
{
	json_t *records = json_object();

	for (size_t i = 0; i < t->records.count; i++) {
		const char *kind = t->records.rows[i].kind->name;
		if (json_object_get(records, kind) == NULL)
			json_put(records, kind, json_array());
		json_array_append_new(
		    json_object_get(records, kind), record_json(&t->records.rows[i]));
	}
	return json_pack("{s:s, s:o}", "name", t->name, "records", records);
}

const struct problem *
api_dns_templates(struct call *c)
{
	struct reseller r;
	struct zone_template *rows;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	if (p != NULL)
		return p;
	json_t *list = json_array();
	size_t n = zone_template_list(c->world, c->arena, r.id, &rows);
	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, template_json(&rows[i]));
	return answer_json(c, 200, json_pack("{s:o}", "templates", list));
}

static const char *
text_of(struct arena *a, const json_t *value)
{
	if (json_is_integer(value))
		return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	return value == NULL ? NULL : arena_strdup(a, json_string_value(value));
}

static struct record
read_record(struct arena *a, const struct record_kind *kind, const json_t *from)
{
	struct record r = { .kind = kind };

	for (size_t f = 0; kind->fields[f].name != NULL; f++)
		r.values[f] = text_of(a, json_object_get(from, kind->fields[f].name));
	return r;
}

static const struct problem *
read_records(struct call *c, const json_t *map, struct records *list)
{
	const char *flaw = NULL;

	list->rows = NEW_ARRAY(c->arena, struct record, MAX_RECORDS + 1);
	for (const struct record_kind *k = record_kinds; k->name != NULL; k++) {
		const json_t *from = json_object_get(map, k->name);
		for (size_t i = 0; i < json_array_size(from) && list->count <= MAX_RECORDS; i++)
			list->rows[list->count++] = read_record(
			    c->arena, k, json_array_get(from, i));
	}
	flaw = records_flaw(c->arena, list);
	return flaw == NULL ? NULL : problem_new(c, 400, "bad_record", "%s.", flaw);
}

/* Anybody's: an operator sees all zones. */
static const struct problem *
copy_zone(struct call *c, const char *domain, struct records *list)
{
	const char *name = domain_spelling(c->arena, domain);
	struct service_row zone;
	struct term t;

	if (name == NULL || !term_find(c->world, c->arena, name, &t) ||
	    !service_load(c->world, c->arena, t.id, SERVICE_ZONE, &zone))
		return problem_new(
		    c, 404, "unknown_zone", "There is no zone of \"%s\" in this world.", domain);
	*list = zone.records;
	return NULL;
}

static const struct problem *
put(struct call *c, const json_t *body)
{
	struct zone_template t = { .name = body_text(body, "name") };
	struct reseller r;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	if (p == NULL && body_has(body, "records") == body_has(body, "from"))
		p = problem_new(
		    c, 400, "bad_value", "A template has either \"records\" or \"from\".");
	if (p == NULL && strcmp(t.name, "blank") == 0)
		p = problem_new(c, 400, "bad_value", "\"blank\" is a template that all have.");
	if (p == NULL)
		p = body_has(body, "from")
			? copy_zone(c, body_text(body, "from"), &t.records)
			: read_records(c, json_object_get(body, "records"), &t.records);
	if (p != NULL)
		return p;
	zone_template_save(c->world, c->arena, r.id, &t);
	return answer_json(c, 200, template_json(&t));
}

const struct problem *
api_dns_template_put(struct call *c)
{
	return with_body(c, put);
}

static const struct problem *
drop(struct call *c, const json_t *body)
{
	const char *name = c->captures[2];
	struct zone_template t = { 0 };
	struct reseller r;
	const struct problem *p = find_reseller(c, c->captures[1], &r);

	(void)body;
	if (p != NULL)
		return p;
	bool found = zone_template_find(c->world, c->arena, r.id, name, &t);
	if (!found || !zone_template_drop(c->world, r.id, name))
		return problem_new(
		    c, 404, "unknown_template", "This reseller has no template \"%s\".", name);
	return answer_json(c, 200, template_json(&t));
}

const struct problem *
api_dns_template_drop(struct call *c)
{
	return with_body(c, drop);
}
