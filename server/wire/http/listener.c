#include "wire/http/internal.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <sys/eventfd.h>

#include "base/log.h"
#include "base/must.h"
#include "clock/machine.h"
#include "wire/http/certificate.h"

#define MOST_CONNECTIONS 20000u
#define LAST_WORDS_US INT64_C(2000000) /* real time for answers to leave when we stop */

static void
library_says(void *unused, const char *format, va_list list)
{
	char text[300];

	(void)unused;
	vsnprintf(text, sizeof(text), format, list);
	text[strcspn(text, "\n")] = '\0';
	log_debug("http: %s", text);
}

/*
 * Plain ports are served by epoll, which alone answers a suspended client that
 * has closed its sending half.  With TLS epoll burns a processor while any
 * handshake is unfinished, so there it is poll.
 */
static unsigned
loop_flags(bool tls)
{
	return MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG |
	       (tls ? MHD_USE_POLL | MHD_USE_TLS : MHD_USE_EPOLL);
}

static struct MHD_Daemon *
start(struct listener *l)
{
	const struct listener_config *c = &l->config;
	struct MHD_OptionItem secrets[] = {
		{ MHD_OPTION_END, 0, NULL },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, NULL },
		{ MHD_OPTION_END, 0, NULL },
	};

	if (c->certificate != NULL) {
		secrets[0] = (struct MHD_OptionItem){ MHD_OPTION_HTTPS_MEM_CERT, 0,
			(void *)c->certificate->chain };
		secrets[1].ptr_value = (void *)c->certificate->key;
	}
	/* No Host is fine (strictness 0); epoll misses an end that comes together
	 * with data, so a connection must have its time; waiters stay connected. */
	return MHD_start_daemon(loop_flags(c->certificate != NULL), 0, NULL, NULL, request_handle,
	    l, MHD_OPTION_EXTERNAL_LOGGER, library_says, NULL, MHD_OPTION_LISTEN_SOCKET, c->socket,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)c->idle_seconds, MHD_OPTION_CONNECTION_LIMIT,
	    MOST_CONNECTIONS, MHD_OPTION_STRICT_FOR_CLIENT, 0, MHD_OPTION_NOTIFY_CONNECTION,
	    visit_notify, l, MHD_OPTION_URI_LOG_CALLBACK, request_begin, l,
	    MHD_OPTION_NOTIFY_COMPLETED, request_end, l, MHD_OPTION_ARRAY, secrets, MHD_OPTION_END);
}

struct listener *
listener_open(const struct listener_config *config)
{
	struct listener *l = calloc(1, sizeof(*l));

	must(l != NULL);
	l->config = *config;
	pthread_mutex_init(&l->streams, NULL);
	l->left = eventfd(0, EFD_CLOEXEC);
	must(l->left >= 0);
	if (config->certificate != NULL)
		must(gnutls_session_ticket_key_generate(&l->ticket_key) == 0);
	l->daemon = start(l);
	if (l->daemon == NULL) {
		log_error(
		    "the %s port does not start: %s", door_name(config->door), strerror(errno));
		listener_close(l);
		return NULL;
	}
	return l;
}

void
listener_quiesce(struct listener *l)
{
	l->quiesced = true;
	must(MHD_quiesce_daemon(l->daemon) == l->config.socket);
}

/* Until the answers have left, or their readers had their time. */
static void
wait_for_last_words(struct listener *l)
{
	int64_t end = machine_monotonic_us() + LAST_WORDS_US;
	struct pollfd left = { .fd = l->left, .events = POLLIN };
	eventfd_t count;

	while (l->asked > 0) {
		int64_t rest = end - machine_monotonic_us();
		if (rest <= 0 || poll(&left, 1, (int)(rest / 1000) + 1) == 0)
			return;
		eventfd_read(l->left, &count);
	}
}

void
listener_close(struct listener *l)
{
	if (l->daemon != NULL) {
		wait_for_last_words(l);
		MHD_stop_daemon(l->daemon);
	}
	for (size_t i = 0; i < l->spare_count; i++)
		arena_free(l->spare[i]);
	gnutls_memset(l->ticket_key.data, 0, l->ticket_key.size);
	gnutls_free(l->ticket_key.data);
	close(l->config.socket);
	close(l->left);
	pthread_mutex_destroy(&l->streams);
	free(l);
}
