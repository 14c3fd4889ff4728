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
static int
acknowledge_at_once(gnutls_session_t session, unsigned type, unsigned when, unsigned incoming,
    const gnutls_datum_t *message)
{
	const int on = 1;

	(void)type;
	(void)when;
	(void)incoming;
	(void)message;
	setsockopt(gnutls_transport_get_int(session), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof(on));
	return 0;
}

void
tls_welcome(struct MHD_Connection *connection, const gnutls_datum_t *ticket_key)
{
	gnutls_session_t session = tls_session(connection);

	gnutls_handshake_set_hook_function(
	    session, GNUTLS_HANDSHAKE_FINISHED, GNUTLS_HOOK_POST, acknowledge_at_once);
	gnutls_session_ticket_enable_server(session, ticket_key);
}

const char *
tls_failure(struct MHD_Connection *connection)
{
	gnutls_session_t session = tls_session(connection);

	if (gnutls_handshake_get_last_in(session) == GNUTLS_HANDSHAKE_FINISHED)
		return NULL;
	switch (gnutls_alert_get(session)) {
	case GNUTLS_A_UNKNOWN_CA:
	case GNUTLS_A_BAD_CERTIFICATE:
	case GNUTLS_A_CERTIFICATE_UNKNOWN:
		return "the client does not trust our certificate: give it /ca.pem of the web port";
	case GNUTLS_A_PROTOCOL_VERSION:
		return "the client wants another version of TLS";
	default:
		return "no TLS handshake came about: is it plain HTTP, on the TLS port?";
	}
}
