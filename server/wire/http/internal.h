/* What the files of this folder share and nobody else sees. */
#ifndef WIRE_HTTP_INTERNAL_H
#define WIRE_HTTP_INTERNAL_H

#include <gnutls/gnutls.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>

#include "base/arena.h"
#include "base/buf.h"
#include "wire/http/listener.h"

enum { SPARE_ARENAS = 32 };

struct listener {
	struct listener_config config;
	struct MHD_Daemon *daemon;
	gnutls_datum_t ticket_key;
	atomic_int asked; /* requests whose answer has not left yet */
	int left; /* an eventfd: `asked` came to 0 while we stop */
	atomic_bool quiesced;
	pthread_mutex_t streams; /* of all its streams: see stream.c */
	struct arena *spare[SPARE_ARENAS]; /* the loop thread's */
	size_t spare_count;
};

/* A visit is a connection: who came, and whether they ever asked anything. */
struct visit {
	char peer[64];
	int socket;
	bool asked;
	struct seat seat;
	enum { NO_HELLO, HELLO, SHAKEN } tls;
};

void visit_notify(void *listener, struct MHD_Connection *connection, void **visit,
    enum MHD_ConnectionNotificationCode code);
struct visit *visit_of(struct MHD_Connection *connection);

/* In the order in which the library calls them. */
void *request_begin(void *listener, const char *target, struct MHD_Connection *connection);
enum MHD_Result request_handle(void *listener, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *upload, size_t *upload_size,
    void **request);
void request_end(void *listener, struct MHD_Connection *connection, void **request,
    enum MHD_RequestTerminationCode code);

/* Queues what the exchange says; MHD_NO has the connection closed at once. */
enum MHD_Result
reply_queue(struct MHD_Connection *connection, int socket, const struct exchange *x, bool is_old);

/* Answers past the library where it has given up on a connection that is still
 * open: a status line with its phrase, and a sentence. */
void
reply_raw(struct MHD_Connection *connection, int socket, const char *status, const char *sentence);

/* NULL: without TLS. */
gnutls_session_t tls_session(struct MHD_Connection *connection);

void
tls_welcome(struct MHD_Connection *connection, struct visit *v, const gnutls_datum_t *ticket_key);

/* Why no handshake came about; NULL: it did. */
const char *tls_failure(struct MHD_Connection *connection, const struct visit *v);

#endif
