/*
 * Certificate: a CA of our own and the server's leaf, ECDSA P-256.
 *
 * Valid from 1970 to 9999, because a client may travel with its world.  With a
 * data directory they are made once and kept there: ca.pem, ca-key.pem,
 * server.pem, server-key.pem; the leaf is made again when it lacks TLS_NAME.
 */
#ifndef WIRE_HTTP_CERTIFICATE_H
#define WIRE_HTTP_CERTIFICATE_H

struct certificate {
	const char *ca; /* PEM */
	const char *chain; /* PEM: the leaf, then the CA */
	const char *key; /* PEM: the leaf's */
};

/* DIR exists, or is NULL: in memory.  TLS_NAME: one more name or address, or
 * NULL.  NULL, with the reason on stderr, where DIR cannot be used. */
const struct certificate *certificate_open(const char *dir, const char *tls_name);
void certificate_close(const struct certificate *c); /* NULL is fine */

#endif
