/*
 * Runs a program on hostile input and holds it to what mlint promises of each such run: it ends in time, within its memory, with a
 * status of its own, says its problems in sentences that begin with "mlint: ", and lets no byte through that acts in a terminal.
 *
 *     bounded OUT ERR PROGRAM ARGUMENT...     standard output goes to the file OUT, standard error to ERR
 *
 * Exit status: the program's (0 to 3), or 99 where it broke a promise, which is told on standard error.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Seconds of computing, for a busy machine is not the program's fault; CMakeLists.txt says more for builds that users do not run. */
#ifndef SECONDS
#define SECONDS 2
#endif
#ifndef MEBIBYTES
#define MEBIBYTES 64 /* 0: not looked at */
#endif
#define HANGS 60 /* seconds of the clock */
#define BROKEN 99

static int faults;

static void fault(const char *what, const char *name)
{
	fprintf(stderr, "bounded: %s%s\n", what, name);
	faults++;
}

static int open_for(const char *path)
{
	/* Read back later, so not for writing alone; but a device may only be written. */
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0)
		perror(path);
	return fd;
}

static pid_t start(char **argv)
{
	int out = open_for(argv[1]), err = open_for(argv[2]);
	pid_t child = out < 0 || err < 0 ? -1 : fork();

	if (!child) {
		dup2(out, STDOUT_FILENO);
		dup2(err, STDERR_FILENO);
		close(out);
		close(err);
		signal(SIGPIPE, SIG_DFL);
		execvp(argv[3], argv + 3);
		_exit(127);
	}
	return child;
}

/* Whether the bytes at at would act: controls but line ends and tabs, C1, marks of direction. */
static int acts(const unsigned char *at, size_t left)
{
	if ((at[0] < ' ' && at[0] != '\n' && at[0] != '\t') || at[0] == 0x7f)
		return 1;
	if (left > 1 && at[0] == 0xc2 && at[1] < 0xa0)
		return 1;
	return left > 2 && at[0] == 0xe2 && ((at[1] == 0x80 && at[2] >= 0xaa && at[2] <= 0xae) || (at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9));
}

/* The length of the character at at, or 0 where it is no UTF-8. */
static size_t character(const unsigned char *at, size_t left)
{
	size_t len = at[0] < 0x80 ? 1 : at[0] < 0xc2 ? 0 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : at[0] < 0xf5 ? 4 : 0;

	for (size_t i = 1; i < len; i++)
		if (i >= left || (at[i] & 0xc0) != 0x80)
			return 0;
	return len;
}

static void look_at(const char *path, const unsigned char *text, size_t len, int sentences)
{
	for (size_t i = 0, step; i < len; i += step) {
		step = character(text + i, len - i);
		if (!step || acts(text + i, len - i)) {
			fault(step ? "a byte that acts came out raw: " : "what came out is no UTF-8: ", path);
			return;
		}
		if (sentences && (!i || text[i - 1] == '\n') && (len - i < 7 || memcmp(text + i, "mlint: ", 7) != 0)) {
			fault("a problem is told in other words than mlint's: ", path);
			return;
		}
	}
}

static void look(const char *path, int sentences)
{
	struct stat st;
	int fd = open(path, O_RDONLY);

	if (fd < 0)
		return;
	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size) {
		void *text = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (text != MAP_FAILED)
			look_at(path, text, (size_t)st.st_size, sentences);
	}
	close(fd);
}

static pid_t child;

static void too_long(int number)
{
	(void)number;
	kill(child, SIGKILL);
}

static double seconds(const struct rusage *usage)
{
	return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) + (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
	struct rusage usage;
	int status;

	if (argc < 4)
		return 2;
	signal(SIGALRM, too_long);
	child = start(argv);
	alarm(HANGS);
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		return BROKEN;
	if (WIFSIGNALED(status))
		fault("it was ended by a signal: ", strsignal(WTERMSIG(status)));
	else if (WEXITSTATUS(status) > 3)
		fault("its status is none of its own", "");
	if (seconds(&usage) > SECONDS)
		fprintf(stderr, "bounded: it computed for %.1f s\n", seconds(&usage)), faults++;
	if (MEBIBYTES && usage.ru_maxrss > MEBIBYTES * 1024L)
		fprintf(stderr, "bounded: it took %ld MiB\n", usage.ru_maxrss / 1024), faults++;
	look(argv[1], 0);
	look(argv[2], 1);
	return faults ? BROKEN : WEXITSTATUS(status);
}
