#include "tests/support/tls.h"

#include <poll.h>

void
tls_open(struct tls_talk *t, int port, const char *ca, const char *host, const char *priority)
{
	*t = (struct tls_talk){ 0 };
	must(gnutls_certificate_allocate_credentials(&t->trust) == 0);
	if (ca != NULL) {
		gnutls_datum_t pem = { (void *)ca, (unsigned)strlen(ca) };
		must(gnutls_certificate_set_x509_trust_mem(t->trust, &pem, GNUTLS_X509_FMT_PEM) ==
		     1);
	}
	must(gnutls_init(&t->session, GNUTLS_CLIENT) == 0);
	must(gnutls_priority_set_direct(t->session, priority == NULL ? "NORMAL" : priority, NULL) ==
	     0);
	must(gnutls_credentials_set(t->session, GNUTLS_CRD_CERTIFICATE, t->trust) == 0);
	gnutls_session_set_verify_cert(t->session, host, 0);
	gnutls_handshake_set_timeout(t->session, PATIENCE_MS);
	talk_open(&t->plain, port);
	gnutls_transport_set_int(t->session, t->plain.socket);
}

void
tls_close(struct tls_talk *t)
{
	talk_close(&t->plain);
	gnutls_deinit(t->session);
	gnutls_certificate_free_credentials(t->trust);
}

int
tls_shake(struct tls_talk *t)
{
	int result;

	do
		result = gnutls_handshake(t->session);
	while (result < 0 && !gnutls_error_is_fatal(result));
	return result;
}

void
tls_say(struct tls_talk *t, const char *text)
{
	must(gnutls_record_send(t->session, text, strlen(text)) == (ssize_t)strlen(text));
}

static bool
read_some(struct tls_talk *t)
{
	struct pollfd p = { .fd = t->plain.socket, .events = POLLIN };
	char bytes[16384];
	ssize_t n;

	do {
		if (gnutls_record_check_pending(t->session) == 0)
			must(poll(&p, 1, PATIENCE_MS) == 1);
		n = gnutls_record_recv(t->session, bytes, sizeof(bytes));
	} while (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
	if (n > 0)
		buf_add(&t->plain.got, bytes, (size_t)n);
	t->plain.ended = n == 0;
	t->plain.error = n < 0 ? (int)n : 0;
	return n > 0;
}

void
tls_read_all(struct tls_talk *t)
{
	while (read_some(t))
		;
}

void
tls_read_until(struct tls_talk *t, const char *text)
{
	while (strstr(t->plain.got.data, text) == NULL && read_some(t))
		;
}

const char *
tls_ask(struct served *s, const char *bytes)
{
	struct tls_talk t;

	tls_open(&t, served_port(s, DOOR_HTTPS), server_ca_pem(s->server), "localhost", NULL);
	must(tls_shake(&t) == 0);
	tls_say(&t, bytes);
	tls_read_all(&t);
	const char *got = arena_strndup(s->arena, t.plain.got.data, t.plain.got.size);
	tls_close(&t);
	return got;
}
