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
 * A client that leaves Nagle's algorithm on holds its first request back until
 * its Finished is acknowledged; our side has nothing to send, so the kernel
 * would delay that acknowledgement by 40 ms.
 */
static void
acknowledge_at_once(gnutls_session_t session)
{
	const int on = 1;

	setsockopt(gnutls_transport_get_int(session), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof(on));
}

static int
on_handshake_message(gnutls_session_t session, unsigned type, unsigned when, unsigned incoming,
    const gnutls_datum_t *message)
{
	struct visit *v = gnutls_db_get_ptr(session);

	(void)when;
	(void)message;
	if (incoming && type == GNUTLS_HANDSHAKE_CLIENT_HELLO)
		v->tls = HELLO;
	if (incoming && type == GNUTLS_HANDSHAKE_FINISHED)
		v->tls = SHAKEN;
	if (type == GNUTLS_HANDSHAKE_FINISHED)
		acknowledge_at_once(session);
	return 0;
}

/* The session's own pointer is libmicrohttpd's; that of a session cache is
 * free, because tickets need no cache. */
void
tls_welcome(struct MHD_Connection *connection, struct visit *v, const gnutls_datum_t *ticket_key)
{
	gnutls_session_t session = tls_session(connection);

	gnutls_db_set_ptr(session, v);
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
