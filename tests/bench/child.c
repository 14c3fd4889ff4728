#include "tests/bench/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "base/must.h"

/* OUT becomes its standard output; -1: nobody reads that. */
static pid_t
start(const char *const *argv, int out)
{
	pid_t pid = fork();

	must(pid >= 0);
	if (pid > 0)
		return pid;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (out < 0)
		out = open("/dev/null", O_WRONLY);
	dup2(out, STDOUT_FILENO);
	execvp(argv[0], (char *const *)argv);
	fprintf(stderr, "bench: %s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

pid_t
child_start(const char *const *argv)
{
	return start(argv, -1);
}

static bool
ended_well(pid_t pid)
{
	int status = -1;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void
child_stop(pid_t pid)
{
	kill(pid, SIGTERM);
	ended_well(pid);
}

double
child_cpu(pid_t pid)
{
	clockid_t clock;
	struct timespec t = { 0 };

	if (clock_getcpuclockid(pid, &clock) == 0)
		clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

char *
child_output(const char *const *argv)
{
	size_t size = 0, room = 64 * 1024;
	char *text = malloc(room);
	int ends[2];
	ssize_t n;

	must(text != NULL && pipe(ends) == 0);
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	pid_t pid = start(argv, ends[1]);
	close(ends[1]);
	while (size < room - 1 && (n = read(ends[0], text + size, room - 1 - size)) > 0)
		size += (size_t)n;
	close(ends[0]);
	text[size] = '\0';
	if (ended_well(pid))
		return text;
	free(text);
	return NULL;
}

bool
child_pin(pid_t pid, const char *processors)
{
	char number[24];
	const char *const argv[] = { "taskset", "-acp", processors, number, NULL };

	snprintf(number, sizeof(number), "%ld", (long)pid);
	return ended_well(start(argv, -1));
}
