/* orrery openapi: the control API for other people's tools, no server needed. */
#include <getopt.h>

#include "base/arena.h"
#include "shell/verb.h"
#include "wire/api/api.h"

const char help_openapi[] =
    "usage: orrery openapi\n"
    "\n"
    "The control API as an OpenAPI 3.1 document, as GET /api/v1/openapi.json gives it.\n"
    "\n"
    "  orrery openapi > orrery.json\n";

int
verb_openapi(int argc, char **argv)
{
	static const struct option none[] = { { NULL, 0, NULL, 0 } };

	if (getopt_long(argc, argv, "", none, NULL) != -1 || optind < argc) {
		fputs(help_openapi, stderr);
		return EXIT_USAGE;
	}
	struct arena *a = arena_new();
	json_t *j = openapi_json(a);
	json_dumpf(j, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(j);
	arena_free(a);
	return EXIT_DONE;
}
