#include "shell/relay.h"

#include <curl/curl.h>
#include <sys/signalfd.h>

#include "base/log.h"
#include "base/must.h"
#include "clock/machine.h"
#include "engine/engine.h"

#define CONNECT_SECONDS 5L
#define LETTER_SECONDS 30L
#define REPLY_SECONDS 5L
#define RETRY_US INT64_C(1000000) /* how long a server that is away is left alone */
#define FINISH_US INT64_C(2000000) /* how long the end waits for letters */
#define A_WHILE_MS 60000 /* somebody wakes us before */

struct relay {
	CURLM *multi;
	CURL *curl;
	char *host; /* for the log: the URL may hold a password */
	struct outgoing *letter; /* being sent, or waiting for the server; NULL: none */
	struct curl_slist *to;
	size_t sent; /* bytes of it */
	bool under_way;
	bool away, refusing; /* has been told */
	int64_t retry_us; /* away: when it is asked again */
};

bool
relay_takes(const char *url)
{
	CURLU *u = curl_url();
	bool smtp = strncmp(url, "smtp://", 7) == 0 || strncmp(url, "smtps://", 8) == 0;

	must(u != NULL);
	smtp = smtp && curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK;
	curl_url_cleanup(u);
	return smtp;
}

static char *
host_of(const char *url)
{
	CURLU *u = curl_url();
	char *host = NULL, *copy;

	must(u != NULL && curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
	     curl_url_get(u, CURLUPART_HOST, &host, 0) == CURLUE_OK);
	copy = strdup(host);
	must(copy != NULL);
	curl_free(host);
	curl_url_cleanup(u);
	return copy;
}

static size_t
give(char *to, size_t one, size_t n, void *closure)
{
	struct relay *r = closure;
	size_t left = r->letter->size - r->sent, size = one * n < left ? one * n : left;

	memcpy(to, r->letter->message + r->sent, size);
	r->sent += size;
	return size;
}

struct relay *
relay_new(const char *url)
{
	struct relay *r = calloc(1, sizeof(*r));

	must(r != NULL);
	r->multi = curl_multi_init();
	r->curl = curl_easy_init();
	must(r->multi != NULL && r->curl != NULL);
	r->host = host_of(url);
	curl_easy_setopt(r->curl, CURLOPT_URL, url);
	curl_easy_setopt(r->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(r->curl, CURLOPT_PROXY, "");
	curl_easy_setopt(r->curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(r->curl, CURLOPT_TIMEOUT, LETTER_SECONDS);
	curl_easy_setopt(r->curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, REPLY_SECONDS);
	/* A connection that is kept would be closed with a QUIT that nothing limits. */
	curl_easy_setopt(r->curl, CURLOPT_FORBID_REUSE, 1L);
	curl_easy_setopt(r->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(r->curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(r->curl, CURLOPT_READDATA, r);
	return r;
}

static void
drop_letter(struct relay *r)
{
	curl_slist_free_all(r->to);
	r->to = NULL;
	outgoing_free(r->letter);
	r->letter = NULL;
}

void
relay_free(struct relay *r)
{
	if (r == NULL)
		return;
	if (r->under_way)
		curl_multi_remove_handle(r->multi, r->curl);
	drop_letter(r);
	curl_easy_cleanup(r->curl);
	curl_multi_cleanup(r->multi);
	free(r->host);
	free(r);
}

void
relay_wake(void *relay)
{
	curl_multi_wakeup(((struct relay *)relay)->multi);
}

static void
next_letter(struct relay *r, struct engine *e)
{
	r->letter = engine_take_letter(e);
	if (r->letter == NULL)
		return;
	if (r->letter->lost > 0)
		log_error("%s: %" PRId64 " letters are not sent on: too many were waiting", r->host,
		    r->letter->lost);
	r->to = curl_slist_append(NULL, r->letter->to);
	must(r->to != NULL);
	curl_easy_setopt(r->curl, CURLOPT_MAIL_FROM, r->letter->from);
	curl_easy_setopt(r->curl, CURLOPT_MAIL_RCPT, r->to);
}

static void
begin(struct relay *r)
{
	r->sent = 0;
	r->under_way = true;
	must(curl_multi_add_handle(r->multi, r->curl) == CURLM_OK);
}

/* The server has said no to this letter; another may be fine. */
static void
refused(struct relay *r, long code)
{
	if (!r->refusing)
		log_error("%s refuses a letter of world %s to %s with %ld", r->host,
		    r->letter->world, r->letter->to, code);
	r->refusing = true;
	drop_letter(r);
}

static void
unreachable(struct relay *r, CURLcode result)
{
	if (!r->away)
		log_error("%s takes no mail: %s; letters wait for it", r->host,
		    curl_easy_strerror(result));
	r->away = true;
	r->retry_us = machine_monotonic_us() + RETRY_US;
}

static void
delivered(struct relay *r)
{
	if (r->away)
		log_info("%s takes mail again", r->host);
	r->away = r->refusing = false;
	drop_letter(r);
}

static void
end(struct relay *r, CURLcode result)
{
	long code = 0;

	curl_multi_remove_handle(r->multi, r->curl);
	r->under_way = false;
	curl_easy_getinfo(r->curl, CURLINFO_RESPONSE_CODE, &code);
	if (result == CURLE_OK)
		delivered(r);
	else if (code >= 500)
		refused(r, code);
	else
		unreachable(r, result);
}

/* As far as it goes without waiting.  False: there is nothing to do now. */
static bool
step(struct relay *r, struct engine *e)
{
	int running, left;

	if (r->letter == NULL)
		next_letter(r, e);
	if (r->letter == NULL || (r->away && !r->under_way && machine_monotonic_us() < r->retry_us))
		return false;
	if (!r->under_way)
		begin(r);
	curl_multi_perform(r->multi, &running);
	const CURLMsg *m = curl_multi_info_read(r->multi, &left);
	if (m != NULL)
		end(r, m->data.result);
	return true;
}

/* Until the network, a signal, somebody who wakes us, or the time to ask again. */
static void
wait_for(struct relay *r, int signals)
{
	struct curl_waitfd fd = { .fd = signals, .events = CURL_WAIT_POLLIN };
	int ms = A_WHILE_MS;

	if (r->away && !r->under_way)
		ms = (int)((r->retry_us - machine_monotonic_us()) / 1000) + 1;
	curl_multi_poll(r->multi, &fd, signals < 0 ? 0 : 1, ms < 1 ? 1 : ms, NULL);
}

static bool
has_come(int signals)
{
	struct signalfd_siginfo got;

	return read(signals, &got, sizeof(got)) == (ssize_t)sizeof(got);
}

void
relay_run(struct relay *r, struct engine *e, const sigset_t *stop)
{
	int signals = signalfd(-1, stop, SFD_NONBLOCK | SFD_CLOEXEC);

	must(signals >= 0);
	while (!has_come(signals)) {
		bool busy = step(r, e);
		if (!busy || r->under_way)
			wait_for(r, signals);
	}
	close(signals);
}

void
relay_finish(struct relay *r, struct engine *e)
{
	int64_t until = machine_monotonic_us() + FINISH_US;

	while (!r->away && machine_monotonic_us() < until && step(r, e))
		if (r->under_way)
			curl_multi_poll(r->multi, NULL, 0, 100, NULL);
	if (r->letter == NULL)
		return;
	curl_easy_setopt(r->curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L); /* to the QUIT */
	log_error("%s: letters that waited for it are not sent on", r->host);
}
