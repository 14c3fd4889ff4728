/*
 * Mail: what the world tells people.  A mail is frozen when it is sent: its row
 * holds the template's version, the envelope and the variables, and rendering
 * it later is a pure function of these (mail/render.h).
 */
#ifndef WORLD_NOTICE_MAIL_H
#define WORLD_NOTICE_MAIL_H

#include "world/world.h"

struct term;

struct variable {
	const char *name, *value;
};
#define MAX_VARIABLES 12

struct mail {
	int64_t id; /* 0: not sent yet */
	instant at;
	const char *type, *sender, *recipient;
	int64_t reseller;
	const char *domain; /* "": about none */
	int64_t episode; /* of the flow that sends it; 0: none */
	const char *language; /* NULL: en */
	struct variable variables[MAX_VARIABLES]; /* a NULL name ends */
	/* read only */
	const char *template_body, *status;
	int bounce_code;
	const char *bounce_text;
};

/* Sends: the row is written, `id` and `at` are set.  The rulebook's template
 * of this type is taken, in English where this language has none.  Variables whose name
 * ends in "_url" become links of the mail under the relation before it. */
void mail_send(struct world *w, struct arena *a, struct mail *m);

bool mail_load(struct world *w, struct arena *a, int64_t id, struct mail *m);
const char *mail_variable(const struct mail *m, const char *name); /* NULL: none */

struct mail_filter {
	const char *to, *type, *domain; /* NULL: any */
	int64_t since;
	bool newest_first;
};
size_t mail_list(
    struct world *w, struct arena *a, const struct mail_filter *f, size_t limit, struct mail *rows);

int64_t mail_last(struct world *w); /* id of the newest; 0: none */

/* The receiving host refuses it after all.  False: it has bounced already.
 * What follows from it is the flow's: see verification_bounced(). */
bool mail_bounce(struct world *w, int64_t id, int code, const char *text);

/* This world is a copy of FROM: links in the mails that it brought along lead
 * to the copy, or whoever follows one would act in the other world. */
void mail_relink(struct world *w, struct arena *a, const char *from);

/* At opening: templates of the rulebook that this world has not seen yet. */
void mail_learn_templates(struct world *w);

#endif
