#include "engine/exchange.h"

#include "base/must.h"

const char *
door_name(enum door d)
{
	static const char *const names[] = { "https", "http", "web", "legacy", "lookup" };

	return names[d];
}

const char *
exchange_header(const struct exchange *x, const char *name)
{
	for (size_t i = 0; i < x->in_count; i++)
		if (strcasecmp(x->in[i].name, name) == 0)
			return x->in[i].value;
	return NULL;
}

/* Headers beyond the last place are ones nobody here reads. */
void
exchange_add_in(struct exchange *x, const char *name, const char *value)
{
	if (x->in_count < MAX_HEADERS_IN)
		x->in[x->in_count++] = (struct header){ name, value };
}

void
exchange_add_out(struct exchange *x, const char *name, const char *value)
{
	must(x->out_count < MAX_HEADERS_OUT);
	x->out[x->out_count++] = (struct header){ name, value };
}

void
exchange_answer(struct exchange *x, int status, const char *type, const void *bytes, size_t size)
{
	x->status = status;
	x->reply = bytes;
	x->reply_size = size;
	exchange_add_out(x, "Content-Type", type);
}
