#include <errno.h>
#include <jansson.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/must.h"
#include "shell/serve.h"

static const char *const port_names[SERVER_DOORS] = {
	[DOOR_HTTPS] = "https",
	[DOOR_HTTP] = "http",
	[DOOR_WEB] = "web",
	[DOOR_LEGACY] = "legacy",
	[DOOR_LOOKUP] = "lookup",
};

static const char *
absolute(struct arena *a, const char *path)
{
	char here[4096];

	if (path[0] == '/' || getcwd(here, sizeof(here)) == NULL)
		return path;
	return arena_printf(a, "%s/%s", here, path);
}

/* With a data directory it is kept there; in memory it stands beside the ready
 * file, where whoever reads that one can read it too. */
const char *
ready_ca_file(const struct serve_options *o, struct arena *a)
{
	if (o->server.engine.data != NULL)
		return absolute(a, arena_printf(a, "%s/ca.pem", o->server.engine.data));
	if (o->ready_file != NULL)
		return absolute(a, arena_printf(a, "%s.ca.pem", o->ready_file));
	return NULL;
}

static bool
write_whole(struct arena *a, const char *path, const char *text)
{
	const char *fresh = arena_printf(a, "%s.new", path);
	FILE *file = fopen(fresh, "w");
	bool good = file != NULL && fputs(text, file) >= 0;

	if (file != NULL)
		good = fclose(file) == 0 && good;
	good = good && rename(fresh, path) == 0;
	if (!good)
		log_error("cannot write %s: %s", path, strerror(errno));
	return good;
}

static json_t *
ports_json(const struct server *s)
{
	json_t *ports = json_object();

	for (int d = 0; d < SERVER_DOORS; d++)
		if (server_port(s, (enum door)d) != PORT_OFF)
			json_object_set_new(
			    ports, port_names[d], json_integer(server_port(s, (enum door)d)));
	return ports;
}

static json_t *
worlds_json(const struct server *s, struct arena *a)
{
	json_t *worlds = json_array();
	struct world_card *cards;
	size_t n = engine_list(server_engine(s), a, &cards);

	for (size_t i = 0; i < n; i++) {
		json_t *users = json_array();
		for (size_t k = 0; k < cards[i].user_count; k++)
			json_array_append_new(
			    users, json_pack("{s:s, s:s}", "username", cards[i].users[k].username,
				       "key", cards[i].users[k].key));
		json_array_append_new(
		    worlds, json_pack("{s:s, s:o}", "name", cards[i].name, "users", users));
	}
	return worlds;
}

bool
ready_write(const struct serve_options *o, const struct server *s, struct arena *a)
{
	if (o->ready_file == NULL)
		return true;
	if (o->server.engine.data == NULL &&
	    !write_whole(a, arena_printf(a, "%s.ca.pem", o->ready_file), server_ca_pem(s)))
		return false;
	json_t *ready = json_pack("{s:s, s:i, s:o, s:s?, s:s?, s:o}", "version", ORRERY_VERSION,
	    "pid", (int)getpid(), "ports", ports_json(s), "ca_file", ready_ca_file(o, a),
	    "control_token", o->server.engine.control_token, "worlds", worlds_json(s, a));
	must(ready != NULL);
	char *text = json_dumps(ready, JSON_INDENT(1));
	must(text != NULL);
	bool good = write_whole(a, o->ready_file, arena_printf(a, "%s\n", text));
	free(text);
	json_decref(ready);
	return good;
}

void
ready_remove(const struct serve_options *o, struct arena *a)
{
	if (o->ready_file == NULL)
		return;
	unlink(o->ready_file);
	if (o->server.engine.data == NULL)
		unlink(arena_printf(a, "%s.ca.pem", o->ready_file));
}
