/*
 * Stops a program at one of its system calls, to try what a crash or another program does there.
 *
 *     at_call count PROGRAM ARGUMENT...      prints how many calls it makes, and the number of the first that creates a file
 *     at_call kill N PROGRAM ARGUMENT...     kills it when it is about to make call N; the status is 137
 *     at_call create SHELL PROGRAM ARGUMENT...  runs a command when it is about to create its first file with O_EXCL
 *
 * Exit status: the program's, or 77 where processes cannot be traced.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* As in linux/ptrace.h, which does not go with sys/ptrace.h. */
struct call_info {
	uint8_t op, pad[3];
	uint32_t arch;
	uint64_t at, stack, nr, args[6];
};
#define INFO_REQUEST 0x420e
#define INFO_ENTRY 1

static pid_t start(char **argv)
{
	pid_t child = fork();

	if (child)
		return child;
	/* The search for leaks cannot run in a traced process. */
	setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL))
		_exit(77);
	raise(SIGSTOP);
	execv(argv[0], argv);
	_exit(127);
}

static int status_of(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Whether the child stands before a call that makes a new file. */
static int creates(const struct call_info *info)
{
	return info->nr == SYS_openat && (info->args[2] & O_CREAT) && (info->args[2] & O_EXCL);
}

static int run_shell(const char *command)
{
	int status;
	pid_t child = fork();

	if (!child) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	return child < 0 || waitpid(child, &status, 0) < 0 || status ? -1 : 0;
}

int main(int argc, char **argv)
{
	long calls = 0, first = 0, stop;
	int status, signal_nr = 0, acted = 0;

	if (argc < 3)
		return 2;
	int counting = !strcmp(argv[1], "count"), killing = !strcmp(argv[1], "kill");
	stop = killing ? strtol(argv[2], NULL, 10) : -1;
	pid_t child = start(argv + (counting ? 2 : 3));
	if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFSTOPPED(status))
		return 77;
	ptrace(PTRACE_SETOPTIONS, child, NULL, (void *)(uintptr_t)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL));
	for (;;) {
		struct call_info info = { 0 };
		if (ptrace(PTRACE_SYSCALL, child, NULL, (void *)(uintptr_t)signal_nr) || waitpid(child, &status, 0) < 0)
			return 77;
		if (!WIFSTOPPED(status))
			break;
		signal_nr = 0;
		if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
			signal_nr = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
			continue;
		}
		if (ptrace(INFO_REQUEST, child, (void *)sizeof info, &info) < 0)
			return 77;
		if (info.op != INFO_ENTRY)
			continue;
		calls++;
		if (creates(&info)) {
			first = first ? first : calls;
			if (!counting && !killing && !acted++ && run_shell(argv[2]))
				return 2;
		}
		if (calls != stop)
			continue;
		/* Dead is only who was waited for: until then its locks hold. */
		kill(child, SIGKILL);
		while (waitpid(child, &status, 0) == child && WIFSTOPPED(status))
			;
		break;
	}
	if (counting)
		printf("%ld %ld\n", calls, first);
	return status_of(status);
}
