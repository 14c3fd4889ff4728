#include "scenarios/play/lint.h"
#include "scenarios/play/parse.h"

#include "scenarios/play/complain.h"
#include "scenarios/play/include.h"

#define LARGEST (1024 * 1024) /* bytes of a story */

const struct story *
story_read(struct complaints *c, const struct vocabulary *v, const char *bytes, size_t size)
{
	if (size > LARGEST) {
		complain(c, place_top(c->file), "no story has more than %d bytes", LARGEST);
		return NULL;
	}
	struct lines lines = lex(c, c->file, bytes, size);
	if (c->count > 0)
		return NULL;
	lines = include_all(c, &v->library, lines);
	if (c->count > 0)
		return NULL;
	const struct story *s = parse(c, &lines);
	if (c->count > 0)
		return NULL;
	lint(c, v, s);
	return c->count == 0 ? s : NULL;
}
