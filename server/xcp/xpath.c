#include "xcp/xpath.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <limits.h>

#include "base/arena.h"

#define LONGEST 1000 /* of an expression: libxml2 recurses into it */

/* What is wrong is said by whoever asked, not on stderr. */
static void
say_nothing(void *closure, const xmlError *error)
{
	(void)closure, (void)error;
}

bool
xpath_is_one(const char *expression)
{
	if (strlen(expression) > LONGEST)
		return false;
	xmlXPathContext *context = xmlXPathNewContext(NULL);
	context->error = (xmlStructuredErrorFunc)say_nothing;
	xmlXPathCompExpr *compiled = xmlXPathCtxtCompile(context, (const xmlChar *)expression);
	bool good = compiled != NULL;

	xmlXPathFreeCompExpr(compiled);
	xmlXPathFreeContext(context);
	return good;
}

static bool
evaluate(struct arena *a, xmlDoc *doc, const char *expression, const char **shows)
{
	xmlXPathContext *context = xmlXPathNewContext(doc);
	context->error = (xmlStructuredErrorFunc)say_nothing;
	xmlXPathObject *value = xmlXPathEvalExpression((const xmlChar *)expression, context);
	bool holds = value != NULL && xmlXPathCastToBoolean(value) != 0;

	if (value != NULL) {
		xmlChar *text = xmlXPathCastToString(value);
		*shows = arena_strdup(a, (const char *)text);
		xmlFree(text);
	}
	xmlXPathFreeObject(value);
	xmlXPathFreeContext(context);
	return holds;
}

bool
xpath_holds(
    struct arena *a, const char *bytes, size_t size, const char *expression, const char **shows)
{
	const int quietly = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	xmlDoc *doc = size > INT_MAX ? NULL : xmlReadMemory(bytes, (int)size, NULL, NULL, quietly);

	*shows = "no XML";
	if (doc == NULL)
		return false;
	*shows = "no such expression";
	bool holds = evaluate(a, doc, expression, shows);
	xmlFreeDoc(doc);
	return holds;
}
