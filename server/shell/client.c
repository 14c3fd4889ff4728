#include "shell/client.h"

#include <curl/curl.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

#define CONNECT_SECONDS 10L

struct client {
	CURL *curl;
	char *base;
};

/* Everything that stays the same from one exchange to the next. */
static void
set_up(CURL *curl, const char *ca_file)
{
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROXY, ""); /* a server for tests is never behind one */
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(
	    curl, CURLOPT_HTTP09_ALLOWED, 1L); /* an answer with no head: ENDING_BARE */
	if (ca_file != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, ca_file);
}

struct client *
client_new(const char *base, const char *ca_file)
{
	struct client *c = calloc(1, sizeof(*c));

	must(c != NULL);
	c->curl = curl_easy_init();
	c->base = strdup(base);
	must(c->curl != NULL && c->base != NULL);
	size_t size = strlen(c->base);
	if (size > 0 && c->base[size - 1] == '/')
		c->base[size - 1] = '\0';
	set_up(c->curl, ca_file);
	return c;
}

void
client_free(struct client *c)
{
	if (c == NULL)
		return;
	curl_easy_cleanup(c->curl);
	free(c->base);
	free(c);
}

static size_t
take_body(char *bytes, size_t one, size_t n, void *closure)
{
	buf_add(closure, bytes, one * n);
	return n;
}

/* One line of the head; a further status line (100, 401) begins it anew. */
static size_t
take_header(char *line, size_t one, size_t n, void *closure)
{
	struct exchange *x = closure;
	size_t size = one * n;
	const char *colon = memchr(line, ':', size);

	if (size >= 5 && strncmp(line, "HTTP/", 5) == 0)
		x->out_count = 0;
	if (colon == NULL || x->out_count == MAX_HEADERS_OUT)
		return size;
	const char *value = colon + 1, *end = line + size;
	while (value < end && (*value == ' ' || *value == '\t'))
		value++;
	while (end > value && strchr(" \t\r\n", end[-1]) != NULL)
		end--;
	exchange_add_out(x, arena_strndup(x->arena, line, (size_t)(colon - line)),
	    arena_strndup(x->arena, value, (size_t)(end - value)));
	return size;
}

/* The caller's headers, less what libcurl would add by itself. */
static struct curl_slist *
headers_of(const struct exchange *x)
{
	struct curl_slist *list = curl_slist_append(NULL, "Expect:");

	for (size_t i = 0; i < x->in_count; i++)
		list = curl_slist_append(
		    list, arena_printf(x->arena, "%s: %s", x->in[i].name, x->in[i].value));
	must(list != NULL);
	return list;
}

/* Whom this machine can be, beside itself: any address of the loopback block. */
static const char *
from(const struct exchange *x)
{
	if (x->peer == NULL || strcmp(x->peer, "127.0.0.1") == 0 || strcmp(x->peer, "inside") == 0)
		return NULL;
	return arena_printf(x->arena, "host!%s", x->peer);
}

static CURLcode
perform(struct client *c, struct exchange *x, struct curl_slist *headers, struct buf *reply)
{
	bool has_body = x->body_size > 0 || strcmp(x->method, "POST") == 0;

	curl_easy_setopt(c->curl, CURLOPT_INTERFACE, from(x));
	curl_easy_setopt(c->curl, CURLOPT_URL, arena_printf(x->arena, "%s%s", c->base, x->target));
	curl_easy_setopt(c->curl, CURLOPT_HTTPGET, 1L);
	curl_easy_setopt(c->curl, CURLOPT_NOBODY, strcmp(x->method, "HEAD") == 0 ? 1L : 0L);
	if (has_body) {
		curl_easy_setopt(c->curl, CURLOPT_POSTFIELDS, x->body);
		curl_easy_setopt(c->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)x->body_size);
	}
	curl_easy_setopt(c->curl, CURLOPT_CUSTOMREQUEST, x->method);
	curl_easy_setopt(c->curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(c->curl, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(c->curl, CURLOPT_HEADERDATA, x);
	curl_easy_setopt(c->curl, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(c->curl, CURLOPT_WRITEDATA, reply);
	return curl_easy_perform(c->curl);
}

bool
client_send(struct client *c, struct exchange *x, const char **why)
{
	struct curl_slist *headers = headers_of(x);
	struct buf reply;
	long status = 0;

	buf_open(&reply, 0);
	x->out_count = 0;
	CURLcode rc = perform(c, x, headers, &reply);
	curl_slist_free_all(headers);
	curl_easy_getinfo(c->curl, CURLINFO_RESPONSE_CODE, &status);
	x->status = (int)status;
	x->reply = arena_strndup(x->arena, reply.data, reply.size);
	x->reply_size = reply.size;
	buf_close(&reply);
	*why = curl_easy_strerror(rc);
	return rc == CURLE_OK;
}
