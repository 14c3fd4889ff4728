#include "shell/serve.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/arena.h"
#include "base/log.h"
#include "shell/player.h"
#include "shell/relay.h"
#include "shell/verb.h"
#include "wire/http/socket.h"
#include "world/policy/rulebook.h"

const char help_serve[] =
    "usage: orrery serve [OPTION...]\n"
    "\n"
    "Serve a world until SIGTERM or SIGINT.  A port is a number, 0 for any free one, or off.\n"
    "Each option can be given as a variable too: --https-port is ORRERY_HTTPS_PORT.\n"
    "\n"
    "  --listen ADDRESS      127.0.0.1; beyond loopback it needs --control-token\n"
    "  --https-port PORT     55443  the reseller API over TLS\n"
    "  --http-port PORT      55080  the same without\n"
    "  --web-port PORT       8480   pages, control API, /ca.pem\n"
    "  --legacy-port PORT    55000  the reseller API in sealed frames (DES, Blowfish)\n"
    "  --lookup-port PORT    51000  the fast lookup, check_domain NAME, in the world of --world\n"
    "  --whois-port, --dns-port: accepted, not built yet\n"
    "\n"
    "  --world NAME          demo\n"
    "  --user NAME           demo\n"
    "  --key HEX             0123456789abcdef, seven times\n"
    "  --start INSTANT       2026-01-01T00:00:00Z\n"
    "  --clock MODE          frozen, flowing, flowing:RATE (world seconds per second), system\n"
    "  --seed N              1; random beyond loopback\n"
    "  --fixture NAME        begin with a ready-made world, such as portfolio: names are there\n"
    "  --balance AMOUNT      1000000.00 for each reseller\n"
    "\n"
    "  --data DIR            keep worlds, keys and certificate there; else in memory\n"
    "  --fixtures DIR        rules, prices, mails, ready-made worlds; else those in the binary\n"
    "  --journal N|all|off   10000 exchanges kept per world\n"
    "  --public-url URL      what links in mails begin with\n"
    "  --smtp URL            send every mail on, too: smtp://127.0.0.1:1025 (Mailpit)\n"
    "  --tls-name NAME       one more name in the certificate\n"
    "  --control-token TEXT  what the control API asks for\n"
    "  --ready-file FILE     written when all ports accept: ports, users, keys; the CA is\n"
    "                        in the data directory, or beside it as FILE.ca.pem\n"
    "  --log-level LEVEL     quiet, error, info, debug\n"
    "  --check-answers on    for tests: abort where an answer does not fit GET /api/v1/openapi.json\n"
    "\n"
    "  orrery serve --https-port 0 --http-port 0 --web-port 0 --legacy-port off\n"
    "      --lookup-port off --ready-file ready.json\n";

/* Before the first thread, so that every thread inherits it and only main
 * hears them. */
static sigset_t
hold_signals(void)
{
	sigset_t stop;

	sigemptyset(&stop);
	sigaddset(&stop, SIGINT);
	sigaddset(&stop, SIGTERM);
	sigprocmask(SIG_BLOCK, &stop, NULL);
	sigaction(SIGPIPE, &(struct sigaction){ .sa_handler = SIG_IGN }, NULL);
	return stop;
}

/* Waiting requests hold their connections. */
static void
allow_many_connections(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
	}
}

/* Two servers that strangers reach must not hand out the same keys and links. */
static bool
choose_seed(struct serve_options *o)
{
	int64_t *seed = &o->server.engine.seed;

	*seed = 1;
	if (!socket_is_loopback(o->server.listen)) {
		FILE *random_bytes = fopen("/dev/urandom", "r");
		bool good = random_bytes != NULL &&
			    fread(seed, sizeof(*seed), 1, random_bytes) == 1;
		if (random_bytes != NULL)
			fclose(random_bytes);
		if (!good) {
			log_error("/dev/urandom cannot be read; listen on a loopback address");
			return false;
		}
	}
	if (!o->seed_given)
		o->world.seed = *seed;
	return true;
}

/* With --data the world may be there already; then it goes on as it is. */
static bool
make_world(
    const struct serve_options *o, struct engine *e, struct arena *a, struct world_card *card)
{
	if (engine_card(e, a, o->world.name, card))
		return true;
	switch (engine_create(e, a, &o->world, card)) {
	case MADE:
		return true;
	case USER_TAKEN:
		log_error("user %s belongs to another world of %s; choose one with --user",
		    o->world.user, o->server.engine.data);
		break;
	case UNKNOWN_FIXTURE:
		log_error("there is no ready-made world \"%s\"; there are: %s", o->world.fixture,
		    rulebook_worlds(engine_config(e)->rules, a));
		break;
	case BAD_FIXTURE: /* the log has it already */
		break;
	default:
		log_error("the world \"%s\" cannot be made", o->world.name);
	}
	return false;
}

static void
print_url(const struct server *s, enum door d, const char *what, const char *scheme)
{
	if (server_port(s, d) != PORT_OFF)
		printf("  %-14s %s://%s:%d/\n", what, scheme, server_host(s), server_port(s, d));
}

static void
print_port(const struct server *s, enum door d, const char *what)
{
	if (server_port(s, d) != PORT_OFF)
		printf("  %-14s %s:%d\n", what, server_host(s), server_port(s, d));
}

static void
print_start(const struct server *s, const struct world_card *card)
{
	printf("orrery %s serves the world \"%s\"; there it is %s.\n\n", ORRERY_VERSION, card->name,
	    instant_iso(card->now).text);
	print_url(s, DOOR_HTTPS, "reseller API", "https");
	print_url(s, DOOR_HTTP, "without TLS", "http");
	print_port(s, DOOR_LEGACY, "legacy port");
	print_port(s, DOOR_LOOKUP, "fast lookup");
	print_url(s, DOOR_WEB, "control, pages", "http");
	for (size_t i = 0; i < card->user_count; i++)
		printf("  %-14s %s\n  %-14s %s\n", "user", card->users[i].username, "key",
		    card->users[i].key);
	if (server_port(s, DOOR_WEB) != PORT_OFF)
		printf("\nTry:  curl http://%s:%d/api/v1/worlds/%s/clock\n", server_host(s),
		    server_port(s, DOOR_WEB), card->name);
	printf("Stop: Ctrl-C\n");
	fflush(stdout);
}

/* Until somebody asks for the end; whoever asks a second time does not want to
 * wait for it. */
static void
wait_for_the_end(const sigset_t *stop, struct relay *r, struct engine *e)
{
	int got;

	if (r == NULL)
		sigwait(stop, &got);
	else
		relay_run(r, e, stop);
	sigprocmask(SIG_UNBLOCK, stop, NULL);
}

static int
serve(const struct serve_options *o, const struct rulebook *rules, struct relay *r, struct arena *a)
{
	struct server_config config = o->server;
	struct world_card card;
	sigset_t stop = hold_signals();
	int status = EXIT_MACHINE;

	config.engine.rules = rules;
	config.engine.play = player_play;
	config.engine.mailed = r == NULL ? NULL : relay_wake;
	config.engine.mailed_closure = r;
	struct server *s = server_new(&config);
	if (s == NULL)
		return EXIT_MACHINE;
	if (make_world(o, server_engine(s), a, &card) && server_open(s) && ready_write(o, s, a)) {
		print_start(s, &card);
		wait_for_the_end(&stop, r, server_engine(s));
		ready_remove(o, a);
		if (r != NULL)
			relay_finish(r, server_engine(s));
		status = EXIT_DONE;
	}
	server_free(s);
	return status;
}

int
verb_serve(int argc, char **argv)
{
	struct serve_options o;

	if (!serve_parse(argc, argv, &o))
		return EXIT_USAGE;
	if (!choose_seed(&o))
		return EXIT_MACHINE;
	const struct rulebook *rules = rulebook_open(o.fixtures);
	if (rules == NULL)
		return EXIT_MACHINE;
	allow_many_connections();
	struct arena *a = arena_new();
	struct relay *r = o.smtp == NULL ? NULL : relay_new(o.smtp);
	int status = serve(&o, rules, r, a);
	relay_free(r);
	arena_free(a);
	rulebook_record(rules);
	rulebook_close(rules);
	return status;
}
