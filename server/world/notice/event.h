/*
 * Events: the reseller's poll queue.  Oldest first; acknowledged ones stay, for
 * the control API, but are polled no more.
 */
#ifndef WORLD_NOTICE_EVENT_H
#define WORLD_NOTICE_EVENT_H

#include "world/notice/mail.h"

struct event {
	int64_t id;
	instant at;
	int64_t reseller;
	const char *object, *name, *event_id;
	const char *data; /* JSON map */
	bool acked;
};

/* OBJECT_DATA: name and value of each text, a NULL name ends. */
void event_add(struct world *w, struct arena *a, int64_t reseller, const char *object,
    const char *name, const struct variable *object_data);
/* The same with a JSON map of texts, lists and maps. */
void event_add_json(struct world *w, int64_t reseller, const char *object, const char *name,
    const char *object_data);

size_t
event_waiting(struct world *w, struct arena *a, int64_t reseller, size_t limit, struct event *rows);
int64_t event_waiting_count(struct world *w, int64_t reseller);
bool event_ack(struct world *w, struct arena *a, int64_t reseller, const char *event_id);

size_t event_list(struct world *w, struct arena *a, int64_t since, size_t limit,
    struct event *rows); /* of all resellers, acknowledged or not */
int64_t event_last(struct world *w); /* id of the newest; 0: none */

#endif
