/* The TLS port: the library's two traps, clients that leave, the certificate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <gnutls/x509.h>
#include <poll.h>
#include <sys/socket.h>

#include "clock/machine.h"
#include "tests/support/tls.h"

/* Handed to a worker, so that the connection is suspended. */
static const struct problem *
ponder(struct call *c)
{
	exchange_answer(c->x, 200, "text/plain", "done", 4);
	return NULL;
}

static const struct route routes[] = {
	{ "GET", "/ponder", ROUTE_ENGINE | ROUTE_LONG, ponder, "" },
	{ .method = NULL },
};

#define ASK "POST / HTTP/1.0\r\nContent-Length: 4\r\n\r\n<x/>"

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(s, &(struct served_wish){ .routes = routes, .tls_name = "orrery.example" });
	*state = s;
	return 0;
}

static int
close_server(void **state)
{
	served_close(*state);
	free(*state);
	return 0;
}

static void
open_to(struct served *s, struct tls_talk *t, const char *host, const char *priority)
{
	tls_open(t, served_port(s, DOOR_HTTPS), server_ca_pem(s->server), host, priority);
}

static ssize_t
hear_nothing(gnutls_transport_ptr_t socket, void *to, size_t room)
{
	(void)socket;
	(void)to;
	(void)room;
	errno = EAGAIN;
	return -1;
}

/* The first trap: in epoll mode a handshake that waits burns a processor. */
static void
an_unfinished_handshake_costs_nothing(void **state)
{
	struct tls_talk t;

	open_to(*state, &t, "localhost", NULL);
	gnutls_handshake_set_timeout(t.session, 0);
	gnutls_transport_set_pull_function(t.session, hear_nothing);
	assert_int_equal(gnutls_handshake(t.session), GNUTLS_E_AGAIN);
	double before = cpu_ms();
	poll(NULL, 0, 300);
	assert_true(cpu_ms() - before < 100);
	tls_close(&t);
}

/* Milliseconds from the end of the handshake to the first answer.  The client
 * leaves Nagle's algorithm on, as most do. */
static double
first_answer_ms(struct served *s)
{
	struct tls_talk t;

	open_to(s, &t, "localhost", "NORMAL:-VERS-ALL:+VERS-TLS1.3");
	assert_int_equal(tls_shake(&t), 0);
	int64_t start = machine_monotonic_us();
	tls_say(&t, ASK);
	tls_read_until(&t, "\r\n\r\n");
	double took = (double)(machine_monotonic_us() - start) / 1000.0;
	tls_close(&t);
	return took;
}

/* The second trap: 40 ms of delayed acknowledgement.  Most of some, because the
 * machine may be busy; with the trap most are slow. */
static void
the_first_request_of_tls_1_3_is_not_held_back(void **state)
{
	int fast = 0;

	for (int i = 0; i < 15; i++)
		fast += first_answer_ms(*state) < 20;
	assert_in_range(fast, 11, 15);
}

static void
a_ticket_spares_the_next_handshake(void **state)
{
	gnutls_datum_t ticket;
	struct tls_talk t;

	open_to(*state, &t, "localhost", NULL);
	assert_int_equal(tls_shake(&t), 0);
	tls_say(&t, ASK);
	tls_read_until(&t, "\r\n\r\n");
	assert_int_equal(gnutls_session_get_data2(t.session, &ticket), 0);
	tls_close(&t);

	open_to(*state, &t, "localhost", NULL);
	assert_int_equal(gnutls_session_set_data(t.session, ticket.data, ticket.size), 0);
	assert_int_equal(tls_shake(&t), 0);
	assert_true(gnutls_session_is_resumed(t.session));
	gnutls_free(ticket.data);
	tls_close(&t);
}

/* One client library looks whether the port is there before each command. */
static void
a_connection_that_ends_at_once_is_harmless(void **state)
{
	struct served *s = *state;

	for (int i = 0; i < 1000; i++) {
		struct talk t;
		talk_open(&t, served_port(s, DOOR_HTTPS));
		talk_close(&t);
	}
	assert_non_null(strstr(tls_ask(s, ASK), "HTTP/1.1 200"));
	double before = cpu_ms();
	poll(NULL, 0, 200);
	assert_true(cpu_ms() - before < 50);
	assert_false(served_noted(s, "handshake"));
}

static void
the_certificate_names_who_may_be_meant(void **state)
{
	static const char *const hosts[] = { "localhost", "127.0.0.1", "::1", "horizon.opensrs.net",
		"rr-n1-tor.opensrs.net", "batch.opensrs.net", "orrery.example" };
	struct tls_talk t;

	for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts); i++) {
		open_to(*state, &t, hosts[i], NULL);
		assert_int_equal(tls_shake(&t), 0);
		tls_close(&t);
	}
	open_to(*state, &t, "stranger.example", NULL);
	assert_int_equal(tls_shake(&t), GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR);
	tls_close(&t);
}

static void
is_valid_in_all_simulated_years(const gnutls_datum_t *der, gnutls_x509_crt_fmt_t form)
{
	gnutls_x509_crt_t crt;

	assert_int_equal(gnutls_x509_crt_init(&crt), 0);
	assert_int_equal(gnutls_x509_crt_import(crt, der, form), 0);
	assert_int_equal(gnutls_x509_crt_get_activation_time(crt), 0);
	assert_int_equal(gnutls_x509_crt_get_expiration_time(crt), LAST_INSTANT);
	gnutls_x509_crt_deinit(crt);
}

static void
time_does_not_make_the_certificate_invalid(void **state)
{
	struct served *s = *state;
	const char *ca = server_ca_pem(s->server);
	struct tls_talk t;
	unsigned n;

	is_valid_in_all_simulated_years(
	    &(gnutls_datum_t){ (void *)ca, (unsigned)strlen(ca) }, GNUTLS_X509_FMT_PEM);
	open_to(s, &t, "localhost", NULL);
	assert_int_equal(tls_shake(&t), 0);
	const gnutls_datum_t *chain = gnutls_certificate_get_peers(t.session, &n);
	assert_int_equal(n, 2);
	is_valid_in_all_simulated_years(&chain[0], GNUTLS_X509_FMT_DER);
	tls_close(&t);
}

/* Notes are written when a connection is cleared away, which is done before
 * the next one is answered. */
static bool
noted(struct served *s, const char *text)
{
	tls_ask(s, ASK);
	return served_noted(s, text);
}

static void
a_client_that_trusts_nobody_is_noted(void **state)
{
	struct tls_talk t;
	struct served *s = *state;

	tls_open(
	    &t, served_port(s, DOOR_HTTPS), NULL, "localhost", "NORMAL:-VERS-ALL:+VERS-TLS1.2");
	assert_int_equal(tls_shake(&t), GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR);
	gnutls_alert_send(t.session, GNUTLS_AL_FATAL, GNUTLS_A_UNKNOWN_CA);
	tls_close(&t);
	assert_true(noted(s, "does not trust our certificate"));
}

static void
plain_http_on_the_tls_port_is_noted(void **state)
{
	served_ask(*state, DOOR_HTTPS, ASK);
	assert_true(noted(*state, "is it plain HTTP, on the TLS port?"));
}

static void
a_body_that_ends_early_is_told_so(void **state)
{
	struct tls_talk t;

	open_to(*state, &t, "localhost", NULL);
	assert_int_equal(tls_shake(&t), 0);
	tls_say(&t, "POST / HTTP/1.1\r\nContent-Length: 99\r\n\r\n<x/>");
	gnutls_bye(t.session, GNUTLS_SHUT_WR);
	tls_read_all(&t);
	assert_non_null(strstr(t.plain.got.data, "HTTP/1.1 400 Bad Request"));
	assert_non_null(strstr(t.plain.got.data, "shorter than its Content-Length"));
	tls_close(&t);
}

/* With TLS the library loses the answer of a suspended client that closes its
 * sending half without a goodbye: known, and nobody else may suffer from it. */
static void
a_half_closed_client_disturbs_nobody(void **state)
{
	struct tls_talk t;

	for (int i = 0; i < 20; i++) {
		open_to(*state, &t, "localhost", NULL);
		assert_int_equal(tls_shake(&t), 0);
		tls_say(&t, "GET /ponder HTTP/1.1\r\n\r\n");
		shutdown(t.plain.socket, SHUT_WR);
		tls_read_all(&t);
		tls_close(&t);
	}
	assert_non_null(strstr(tls_ask(*state, ASK), "HTTP/1.1 200"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    an_unfinished_handshake_costs_nothing, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    the_first_request_of_tls_1_3_is_not_held_back, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_ticket_spares_the_next_handshake, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_connection_that_ends_at_once_is_harmless, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    the_certificate_names_who_may_be_meant, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    plain_http_on_the_tls_port_is_noted, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_client_that_trusts_nobody_is_noted, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    time_does_not_make_the_certificate_invalid, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_half_closed_client_disturbs_nobody, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_body_that_ends_early_is_told_so, open_server, close_server),
	};

	return cmocka_run_group_tests_name("http: TLS", tests, NULL, NULL);
}
