#include "wire/http/internal.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

gnutls_session_t
tls_session(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
	    connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);

	return info == NULL ? NULL : info->tls_session;
}

/*
 * A client that leaves Nagle's algorithm on holds back what it says next until
 * what it said last is acknowledged, and there are points in a handshake where
 * our side has nothing to send: the kernel would delay the acknowledgement by
 * 40 ms.  So everything heard before the end of the handshake is acknowledged at
 * once.
 */
static ssize_t
hear(gnutls_transport_ptr_t visit, void *to, size_t room)
{
	const struct visit *v = visit;
	const int on = 1;
	ssize_t n = recv(v->socket, to, room, 0);

	if (n > 0 && v->tls != SHAKEN)
		setsockopt(v->socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof(on));
	return n;
}

static int
on_handshake_message(gnutls_session_t session, unsigned type, unsigned when, unsigned incoming,
    const gnutls_datum_t *message)
{
	gnutls_transport_ptr_t visit, out;

	(void)when;
	(void)message;
	gnutls_transport_get_ptr2(session, &visit, &out);
	struct visit *v = visit;
	if (incoming && type == GNUTLS_HANDSHAKE_CLIENT_HELLO)
		v->tls = HELLO;
	if (incoming && type == GNUTLS_HANDSHAKE_FINISHED)
		v->tls = SHAKEN;
	return 0;
}

void
tls_welcome(struct MHD_Connection *connection, struct visit *v, const gnutls_datum_t *ticket_key)
{
	gnutls_session_t session = tls_session(connection);
	gnutls_transport_ptr_t in, out;

	gnutls_transport_get_ptr2(session, &in, &out);
	gnutls_transport_set_ptr2(session, v, out);
	gnutls_transport_set_pull_function(session, hear);
	gnutls_handshake_set_hook_function(
	    session, GNUTLS_HANDSHAKE_ANY, GNUTLS_HOOK_POST, on_handshake_message);
	gnutls_session_ticket_enable_server(session, ticket_key);
}

/* OpenSSL's alerts of TLS 1.3 come in a form that GnuTLS cannot read. */
const char *
tls_failure(struct MHD_Connection *connection, const struct visit *v)
{
	switch (v->tls) {
	case SHAKEN:
		return NULL;
	case HELLO:
		return gnutls_alert_get(tls_session(connection)) == GNUTLS_A_UNKNOWN_CA
			   ? "the client does not trust our certificate: give it /ca.pem of the web port"
			   : "the client broke the TLS handshake off: does it trust /ca.pem of the web port?";
	case NO_HELLO:
		break;
	}
	return "no TLS handshake came about: is it plain HTTP, on the TLS port?";
}
