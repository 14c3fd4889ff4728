#include "wire/tcp/waiting.h"

#include "clock/machine.h"

#define SECOND INT64_C(1000000)
#define PAUSE_US (SECOND / 100)
#define LEAVING_US (2 * SECOND)

void
waiting_open(struct waiting *w, int idle_seconds, int message_seconds)
{
	w->limits_us[PATIENCE_IDLE] = idle_seconds * SECOND;
	w->limits_us[PATIENCE_MESSAGE] = message_seconds * SECOND;
	w->limits_us[PATIENCE_PAUSE] = PAUSE_US;
	w->limits_us[PATIENCE_LEAVING] = LEAVING_US;
	for (int p = 0; p < PATIENCES; p++)
		w->heads[p].after = w->heads[p].before = &w->heads[p];
}

void
waiting_leave(struct visitor *v)
{
	v->before->after = v->after;
	v->after->before = v->before;
}

void
waiting_enter(struct waiting *w, struct visitor *v, enum patience p)
{
	struct visitor *head = &w->heads[p];

	v->patience = p;
	v->since_us = machine_monotonic_us();
	v->after = head;
	v->before = head->before;
	head->before->after = v;
	head->before = v;
}

struct visitor *
waiting_first(struct waiting *w, enum patience p)
{
	return w->heads[p].after == &w->heads[p] ? NULL : w->heads[p].after;
}

struct visitor *
waiting_after(struct waiting *w, const struct visitor *v)
{
	return v->after == &w->heads[v->patience] ? NULL : v->after;
}

static int64_t
end_of(const struct waiting *w, const struct visitor *v)
{
	return v->since_us + w->limits_us[v->patience];
}

struct visitor *
waiting_over(struct waiting *w, int64_t now_us)
{
	for (int p = 0; p < PATIENCE_NONE; p++) {
		struct visitor *v = waiting_first(w, (enum patience)p);
		if (v != NULL && end_of(w, v) <= now_us)
			return v;
	}
	return NULL;
}

int64_t
waiting_next_end(struct waiting *w)
{
	int64_t end = INT64_MAX;

	for (int p = 0; p < PATIENCE_NONE; p++) {
		struct visitor *v = waiting_first(w, (enum patience)p);
		if (v != NULL && end_of(w, v) < end)
			end = end_of(w, v);
	}
	return end;
}
