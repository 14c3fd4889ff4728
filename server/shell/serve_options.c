#include "shell/serve.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>

#include "base/log.h"
#include "shell/relay.h"
#include "wire/http/socket.h"

typedef bool take_fn(struct serve_options *o, const char *value);

static bool
number(const char *text, int64_t lowest, int64_t highest, int64_t *n)
{
	char *end;

	errno = 0;
	*n = strtoll(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *n >= lowest && *n <= highest;
}

static bool
port(const char *text, int *to)
{
	int64_t n = PORT_OFF;

	if (strcmp(text, "off") != 0 && !number(text, 0, 65535, &n))
		return false;
	*to = (int)n;
	return true;
}

static bool
take_https(struct serve_options *o, const char *value)
{
	return port(value, &o->server.ports[DOOR_HTTPS]);
}

static bool
take_http(struct serve_options *o, const char *value)
{
	return port(value, &o->server.ports[DOOR_HTTP]);
}

static bool
take_web(struct serve_options *o, const char *value)
{
	return port(value, &o->server.ports[DOOR_WEB]);
}

static bool
take_legacy(struct serve_options *o, const char *value)
{
	return port(value, &o->server.ports[DOOR_LEGACY]);
}

static bool
take_lookup(struct serve_options *o, const char *value)
{
	return port(value, &o->server.ports[DOOR_LOOKUP]);
}

/* Of protocols that are not built yet: checked, and then nothing listens. */
static bool
take_later(struct serve_options *o, const char *value)
{
	int unused;

	(void)o;
	return port(value, &unused);
}

static bool
take_listen(struct serve_options *o, const char *value)
{
	o->server.listen = value;
	return socket_is_address(value);
}

static bool
take_public_url(struct serve_options *o, const char *value)
{
	o->server.engine.public_url = value;
	return strncmp(value, "http://", 7) == 0 || strncmp(value, "https://", 8) == 0;
}

static bool
take_tls_name(struct serve_options *o, const char *value)
{
	o->server.engine.tls_name = value;
	return value[0] != '\0';
}

static bool
take_token(struct serve_options *o, const char *value)
{
	o->server.engine.control_token = value;
	return value[0] != '\0';
}

static bool
take_balance(struct serve_options *o, const char *value)
{
	const int64_t most = INT64_C(1000000000000);
	size_t whole = strcspn(value, ".");
	int64_t units, cents = 0;
	char text[24];

	if (whole >= sizeof(text))
		return false;
	memcpy(text, value, whole);
	text[whole] = '\0';
	if (value[whole] == '.' &&
	    (strlen(value + whole) != 3 || !number(value + whole + 1, 0, 99, &cents)))
		return false;
	if (!number(text, 0, most, &units))
		return false;
	o->server.engine.balance = units * 100 + cents;
	return true;
}

static bool
take_journal(struct serve_options *o, const char *value)
{
	int64_t *journal = &o->server.engine.journal;

	if (strcmp(value, "all") == 0)
		*journal = -1;
	else if (strcmp(value, "off") == 0)
		*journal = 0;
	else
		return number(value, 0, INT64_MAX, journal);
	return true;
}

static bool
take_fixtures(struct serve_options *o, const char *value)
{
	o->fixtures = value;
	return value[0] != '\0';
}

static bool
take_data(struct serve_options *o, const char *value)
{
	o->server.engine.data = value;
	return value[0] != '\0';
}

/* As the control API checks it: letters, digits and . _ - */
static bool
is_name(const char *text)
{
	size_t n = 0;

	while (isalnum((unsigned char)text[n]) || (text[n] != '\0' && strchr("._-", text[n])))
		n++;
	return n > 0 && text[n] == '\0';
}

static bool
take_world(struct serve_options *o, const char *value)
{
	o->world.name = o->server.world = value;
	return is_name(value);
}

static bool
take_user(struct serve_options *o, const char *value)
{
	o->world.user = value;
	return is_name(value);
}

static bool
take_key(struct serve_options *o, const char *value)
{
	o->world.key = value;
	return value[0] != '\0' && strspn(value, "0123456789abcdefABCDEF") == strlen(value);
}

static bool
take_start(struct serve_options *o, const char *value)
{
	return instant_parse(value, &o->world.start);
}

static bool
take_clock(struct serve_options *o, const char *value)
{
	struct clock_setting *clock = &o->world.clock;

	clock->rate = 1;
	if (strncmp(value, "flowing:", 8) == 0) {
		clock->mode = CLOCK_FLOWING;
		return number(value + 8, 1, DAYS(366), &clock->rate);
	}
	return clock_mode_named(value, &clock->mode);
}

static bool
take_seed(struct serve_options *o, const char *value)
{
	o->seed_given = true;
	return number(value, INT64_MIN, INT64_MAX, &o->world.seed);
}

static bool
take_fixture(struct serve_options *o, const char *value)
{
	o->world.fixture = value;
	return is_name(value);
}

static bool
take_check_answers(struct serve_options *o, const char *value)
{
	o->server.engine.check_answers = strcmp(value, "on") == 0;
	return o->server.engine.check_answers || strcmp(value, "off") == 0;
}

static bool
take_log_level(struct serve_options *o, const char *value)
{
	enum log_level level;

	(void)o;
	if (!log_level_named(value, &level))
		return false;
	log_set_level(level);
	return true;
}

static bool
take_smtp(struct serve_options *o, const char *value)
{
	o->smtp = value;
	return relay_takes(value);
}

static bool
take_ready_file(struct serve_options *o, const char *value)
{
	o->ready_file = value;
	return value[0] != '\0';
}

static const struct row {
	const char *name;
	take_fn *take;
	const char *wants;
} rows[] = {
	{ "listen", take_listen, "an address such as 127.0.0.1 or ::1" },
	{ "https-port", take_https, "a port, 0 or off" },
	{ "http-port", take_http, "a port, 0 or off" },
	{ "web-port", take_web, "a port, 0 or off" },
	{ "legacy-port", take_legacy, "a port, 0 or off" },
	{ "lookup-port", take_lookup, "a port, 0 or off" },
	{ "whois-port", take_later, "a port, 0 or off" },
	{ "dns-port", take_later, "a port, 0 or off" },
	{ "public-url", take_public_url, "a URL that begins with http:// or https://" },
	{ "tls-name", take_tls_name, "a host name or address" },
	{ "control-token", take_token, "a text" },
	{ "world", take_world, "a name of letters, digits and . _ -" },
	{ "user", take_user, "a name of letters, digits and . _ -" },
	{ "key", take_key, "hex digits, 112 as the vendor's" },
	{ "start", take_start, "an instant such as 2026-01-01T00:00:00Z" },
	{ "clock", take_clock, "frozen, flowing, flowing:RATE or system" },
	{ "seed", take_seed, "an integer" },
	{ "fixture", take_fixture, "the name of a world of fixtures/world/" },
	{ "balance", take_balance, "an amount such as 1000000.00" },
	{ "journal", take_journal, "a number, all or off" },
	{ "fixtures", take_fixtures, "a directory" },
	{ "data", take_data, "a directory" },
	{ "smtp", take_smtp, "a URL such as smtp://127.0.0.1:1025" },
	{ "check-answers", take_check_answers, "on or off" },
	{ "log-level", take_log_level, "quiet, error, info or debug" },
	{ "ready-file", take_ready_file, "a file" },
};
enum { ROWS = sizeof(rows) / sizeof(*rows) };

static bool
take(struct serve_options *o, const struct row *row, const char *said, const char *value)
{
	if (row->take(o, value))
		return true;
	log_error("%s wants %s, not \"%s\"", said, row->wants, value);
	return false;
}

/* An empty variable is as good as none: that is how containers unset one. */
static bool
take_environment(struct serve_options *o)
{
	for (size_t i = 0; i < ROWS; i++) {
		char name[48];
		snprintf(name, sizeof(name), "ORRERY_%s", rows[i].name);
		for (char *c = name; *c != '\0'; c++)
			*c = *c == '-' ? '_' : (char)toupper((unsigned char)*c);
		const char *value = getenv(name);
		if (value != NULL && value[0] != '\0' && !take(o, &rows[i], name, value))
			return false;
	}
	return true;
}

static bool
take_arguments(struct serve_options *o, int argc, char **argv)
{
	struct option table[ROWS + 1] = { 0 };
	int at, got;

	for (size_t i = 0; i < ROWS; i++)
		table[i] = (struct option){ rows[i].name, required_argument, NULL, 0 };
	optind = 1;
	while ((got = getopt_long(argc, argv, "", table, &at)) == 0) {
		char said[32];
		snprintf(said, sizeof(said), "--%s", rows[at].name);
		if (!take(o, &rows[at], said, optarg))
			return false;
	}
	if (got == -1 && optind == argc)
		return true;
	if (got == -1)
		log_error("serve takes options only, not \"%s\"", argv[optind]);
	fprintf(stderr, "see `orrery serve --help`\n");
	return false;
}

bool
serve_parse(int argc, char **argv, struct serve_options *o)
{
	*o = (struct serve_options){
		.server = {
			.engine = { .journal = 10000, .balance = 100000000 },
			.listen = "127.0.0.1",
			.ports = {
				[DOOR_HTTPS] = 55443,
				[DOOR_HTTP] = 55080,
				[DOOR_WEB] = 8480,
				[DOOR_LEGACY] = 55000,
				[DOOR_LOOKUP] = 51000,
			},
		},
		.world = {
			.name = DEMO_WORLD,
			.user = DEMO_USER,
			.key = DEMO_KEY,
			.start = DEMO_START,
			.seed = 1,
		},
	};
	if (!take_environment(o) || !take_arguments(o, argc, argv))
		return false;
	if (o->server.engine.control_token != NULL || socket_is_loopback(o->server.listen))
		return true;
	log_error("whoever reaches %s could turn the clock and read the keys: give a "
		  "--control-token, or listen on loopback only",
	    o->server.listen);
	return false;
}
