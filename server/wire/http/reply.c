#include "wire/http/internal.h"

#include <netinet/in.h>

#include "base/must.h"

/* The answer that stops in the middle: its length is announced, its end never
 * comes. */
static ssize_t
read_until_cut(void *exchange, uint64_t at, char *to, size_t room)
{
	const struct exchange *x = exchange;
	size_t end = x->cut < x->reply_size ? x->cut : x->reply_size;

	if (at >= end)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	size_t n = end - (size_t)at < room ? end - (size_t)at : room;
	memcpy(to, x->reply + at, n);
	return (ssize_t)n;
}

/* On Linux a TCP socket that is connected to nobody sends a reset; closing
 * with SO_LINGER would come after the library's orderly shutdown. */
static void
reset(int socket)
{
	const struct sockaddr nobody = { .sa_family = AF_UNSPEC };

	connect(socket, &nobody, sizeof(nobody));
}

/* MyAdmin's client asks in HTTP/1.0 and takes what comes behind six lines for XML: a
 * status, four headers, an empty line, as the vendor's server sends.  To such clients the
 * library always adds a fifth, Connection, so that one of ours has to go. */
static bool
is_too_much(const struct header *h, bool is_old)
{
	return is_old && strcmp(h->name, "Server") == 0;
}

static struct MHD_Response *
response_new(const struct exchange *x, bool is_old)
{
	struct MHD_Response *response;

	if (x->ending == ENDING_CUT)
		response = MHD_create_response_from_callback(
		    x->reply_size, 4096, read_until_cut, (void *)x, NULL);
	else /* the bytes are the exchange's, which outlives its connection's use of it */
		response = MHD_create_response_from_buffer(
		    x->reply_size, (void *)x->reply, MHD_RESPMEM_PERSISTENT);
	must(response != NULL);
	for (size_t i = 0; i < x->out_count; i++)
		if (!is_too_much(&x->out[i], is_old))
			MHD_add_response_header(response, x->out[i].name, x->out[i].value);
	if (x->last)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
	return response;
}

static void
send_raw(struct MHD_Connection *connection, int socket, const char *bytes, size_t size)
{
	gnutls_session_t session = tls_session(connection);

	if (session != NULL)
		gnutls_record_send(session, bytes, size);
	else
		send(socket, bytes, size, MSG_NOSIGNAL);
}

enum MHD_Result
reply_queue(struct MHD_Connection *connection, int socket, const struct exchange *x, bool is_old)
{
	if (x->ending == ENDING_RESET)
		reset(socket);
	if (x->ending == ENDING_BARE)
		send_raw(connection, socket, x->reply, x->reply_size);
	if (x->ending != ENDING_SEND && x->ending != ENDING_CUT)
		return MHD_NO;
	struct MHD_Response *response = response_new(x, is_old);
	enum MHD_Result done = MHD_queue_response(connection, (unsigned)x->status, response);
	MHD_destroy_response(response);
	return done;
}

void
reply_raw(struct MHD_Connection *connection, int socket, const char *status, const char *sentence)
{
	char text[512];
	int n = snprintf(text, sizeof(text),
	    "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nConnection: close\r\n"
	    "Content-Length: %zu\r\n\r\n%s\n",
	    status, strlen(sentence) + 1, sentence);

	must(n > 0 && (size_t)n < sizeof(text));
	send_raw(connection, socket, text, (size_t)n);
}
