/*
 * The floor of the HTTP figures: libmicrohttpd in the loop mode of the plain
 * port, an answer of 1 KB to whatever is posted, and nothing else.
 *
 *   hello PORT
 */
#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>

enum { SIZE = 1024 };

static enum MHD_Result
handle(void *answer, struct MHD_Connection *connection, const char *url, const char *method,
    const char *version, const char *upload, size_t *upload_size, void **begun)
{
	(void)url, (void)method, (void)version, (void)upload;
	if (*begun == NULL) {
		*begun = answer;
		return MHD_YES;
	}
	if (*upload_size > 0) {
		*upload_size = 0;
		return MHD_YES;
	}
	struct MHD_Response *r = MHD_create_response_from_buffer(
	    SIZE, answer, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(r, "Content-Type", "text/xml");
	enum MHD_Result done = MHD_queue_response(connection, MHD_HTTP_OK, r);
	MHD_destroy_response(r);
	return done;
}

int
main(int argc, char **argv)
{
	struct sockaddr_in at = {
		.sin_family = AF_INET,
		.sin_port = htons(argc == 2 ? (uint16_t)strtoul(argv[1], NULL, 10) : 0),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	char answer[SIZE];
	sigset_t end;
	int which;

	sigemptyset(&end);
	sigaddset(&end, SIGTERM);
	sigprocmask(SIG_BLOCK, &end, NULL);
	memset(answer, 'x', sizeof(answer));
	struct MHD_Daemon *daemon = MHD_start_daemon(
	    MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL, 0, NULL, NULL, handle, answer,
	    MHD_OPTION_SOCK_ADDR, &at, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_END);
	if (daemon == NULL)
		return 3;
	sigwait(&end, &which);
	MHD_stop_daemon(daemon);
	return 0;
}
