/* Seats: how many connections are a user's at one time. */
#include "base/must.h"
#include "engine/internal.h"

struct sitter {
	struct sitter *next;
	char *username;
	_Atomic int connections; /* written under the directory's lock */
};

static struct sitter **
find(struct engine *e, const char *username)
{
	struct sitter **at = &e->sitters[user_slot(username)];

	while (*at != NULL && strcmp((*at)->username, username) != 0)
		at = &(*at)->next;
	return at;
}

static void
sit(struct engine *e, struct seat *s, const char *username)
{
	pthread_mutex_lock(&e->lock);
	struct sitter **at = find(e, username);
	if (*at == NULL) {
		*at = calloc(1, sizeof(**at));
		must(*at != NULL);
		(*at)->username = strdup(username);
		must((*at)->username != NULL);
	}
	(*at)->connections++;
	*s = (struct seat){ .of = *at };
	pthread_mutex_unlock(&e->lock);
}

void
engine_rise(struct engine *e, struct seat *s)
{
	struct sitter *of = s->of;

	if (of == NULL)
		return;
	pthread_mutex_lock(&e->lock);
	if (--of->connections == 0) {
		*find(e, of->username) = of->next;
		free(of->username);
		free(of);
	}
	*s = (struct seat){ .of = NULL };
	pthread_mutex_unlock(&e->lock);
}

int
seat_take(struct engine *e, struct seat *s, const char *username)
{
	if (s->of == NULL || strcmp(s->of->username, username) != 0) {
		engine_rise(e, s);
		sit(e, s, username);
	}
	s->commands++;
	return atomic_load(&s->of->connections);
}
