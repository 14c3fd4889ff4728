/* A TLS client that trusts one CA and speaks raw bytes. */
#ifndef TESTS_SUPPORT_TLS_H
#define TESTS_SUPPORT_TLS_H

#include <gnutls/gnutls.h>

#include "tests/support/served.h"

struct tls_talk {
	struct talk plain;
	gnutls_session_t session;
	gnutls_certificate_credentials_t trust;
};

/* PRIORITY: NULL for the usual; CA: NULL trusts nobody.  The host is what the
 * certificate has to name.  Connects, says nothing yet. */
void tls_open(struct tls_talk *t, int port, const char *ca, const char *host, const char *priority);
void tls_close(struct tls_talk *t); /* without a goodbye */

int tls_shake(struct tls_talk *t); /* 0, or GnuTLS' error */
void tls_say(struct tls_talk *t, const char *text);
void tls_read_all(struct tls_talk *t); /* until the server closes */
void tls_read_until(struct tls_talk *t, const char *text);

/* One request, everything until the server closes; in the arena. */
const char *tls_ask(struct served *s, const char *bytes);

#endif
