/*
 * News: what has happened in a world since a place in its story, in order.
 *
 * Four tables only grow: what fired, mails, events for resellers, requests.  A
 * place is the last row seen of each, and the epoch of the world's state.
 */
#ifndef API_NEWS_H
#define API_NEWS_H

#include "base/buf.h"
#include "engine/route.h"

enum news_kind { NEWS_FIRED, NEWS_MAIL, NEWS_EVENT, NEWS_REQUEST, NEWS_KINDS };

struct place {
	int64_t epoch;
	int64_t seen[NEWS_KINDS];
};

struct place place_of_end(struct call *c);
struct place place_of_beginning(struct call *c);
const char *place_text(struct arena *a, const struct place *p);
bool place_parse(const char *text, struct place *p);

/* Writes them as server-sent events, about MOST bytes, and moves the place.  False:
 * there may be more. */
bool news_write(struct call *c, struct place *p, struct buf *to, size_t most);

/* One event: its id is the place. */
void news_tell(
    struct call *c, const struct place *p, struct buf *to, const char *name, const char *json);

#endif
