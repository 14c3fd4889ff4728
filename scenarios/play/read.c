#include "scenarios/play/lint.h"
#include "scenarios/play/parse.h"

#include "scenarios/play/compiled.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/include.h"

#define LARGEST (1024 * 1024) /* bytes of a story */
#define LARGEST_COMPILED (64 * LARGEST) /* what it includes is in it */

static struct lines
text_lines(struct complaints *c, const struct vocabulary *v, const char *bytes, size_t size)
{
	struct lines lines = lex(c, c->file, bytes, size);

	return c->count > 0 ? lines : include_all(c, &v->library, lines);
}

const struct story *
story_read(struct complaints *c, const struct vocabulary *v, const char *bytes, size_t size)
{
	bool compiled = compiled_is(bytes, size);
	int largest = compiled ? LARGEST_COMPILED : LARGEST;

	if (size > (size_t)largest) {
		complain(c, place_top(c->file), "no story has more than %d bytes", largest);
		return NULL;
	}
	struct lines lines = compiled ? compiled_lines(c, bytes, size)
				      : text_lines(c, v, bytes, size);
	if (c->count > 0)
		return NULL;
	const struct story *s = parse(c, &lines);
	if (c->count > 0)
		return NULL;
	lint(c, v, s);
	return c->count == 0 ? s : NULL;
}
