/*
 * Tally: texts that somebody has noted, each of them once, from any thread.
 *
 * A note that is there already costs a hash and a comparison.  Nothing is taken
 * out again; the memory is the tally's own and goes with it.
 */
#ifndef BASE_TALLY_H
#define BASE_TALLY_H

struct tally;

struct tally *tally_new(void);
void tally_free(struct tally *t); /* NULL is fine */
void tally_note(struct tally *t, const char *text);

/* Adds to FILE, a line each, what has not been written before.  In one piece:
 * other processes may write to the same file.  One thread at a time. */
void tally_write(struct tally *t, const char *file);

#endif
