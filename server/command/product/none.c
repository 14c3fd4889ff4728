/*
 * What resellers hear who have no part in the vendor's other products: certificates
 * (TRUST_SERVICE), web sites (PUBLISHING) and personal names (SURNAME).  Nobody here
 * has one, so nothing can be ordered and no number of an order or a product is known.
 *
 * Recorded replies: provisioning/trust_service, lookup/get_product_info.  That the other
 * commands of these objects answer like those two is inferred.
 */
#include "base/arena.h"
#include "command/command.h"

const struct attr accepts_no_product[] = { ATTR_LAST };
const struct attr accepts_no_product_id[] = { ATTR_LAST };

static struct value *
error_details(struct request *rq, const struct refusal_row *no)
{
	struct arena *a = rq->arena;
	struct value *extras = value_new(a, VALUE_ASSOC);
	struct value *list = value_add(a, extras, "error_details", VALUE_ARRAY);
	struct value *one = value_add(a, list, NULL, VALUE_ASSOC);

	value_add_text(a, one, "error_detail", no->text);
	value_add_text(a, one, "field_name", "product_type");
	value_add_text(a, one, "error_code", arena_printf(a, "%d", no->code));
	return extras;
}

/* To order one, and to ask for what every customer may. */
const struct refusal *
cmd_no_product(struct request *rq)
{
	struct refusal *no = refuse(rq, no_product, NULL);

	rq->names_action = true;
	no->extras = error_details(rq, no->row);
	return no;
}

/* About an order or a product that there is. */
const struct refusal *
cmd_no_product_id(struct request *rq)
{
	rq->names_action = true;
	return refuse(rq, no_product_id, NULL);
}
