/* Child processes of the bench: servers under load, and figures taken in a
 * process of their own. */
#ifndef TESTS_BENCH_CHILD_H
#define TESTS_BENCH_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

/* ARGV as for exec; it ends with the bench, whatever becomes of that. */
pid_t child_start(const char *const *argv);
void child_stop(pid_t pid); /* asks, and waits for its end */
double child_cpu(pid_t pid); /* seconds of processor it has used so far */

/* Runs to its end; what it printed, to be freed.  NULL: it failed. */
char *child_output(const char *const *argv);

/* Binds a process and its threads to processors ("0", "0,1").  False: this
 * machine cannot (no taskset, or no such processor). */
bool child_pin(pid_t pid, const char *processors);

#endif
