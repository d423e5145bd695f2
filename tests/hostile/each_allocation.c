/*
 * Lets the first call of a program for memory fail, then in another run the second, and so on until all went well:
 *
 *     each_allocation LIBRARY FILE PROGRAM ARGUMENT...
 *
 * LIBRARY is failing.c, built; FILE is what the program writes (-o FILE), or "-". Each run has to end with status 3, one sentence on
 * standard error, and no part of a report, neither on standard output nor in FILE; or as if nothing had failed, for some libraries do
 * without. A whole report with status 3 is fine: of the work tree, where the memory ended over git's objects.
 * SHARE=N in the environment steps on by an Nth of the number, so that a long run is tried in a few hundred. Exit status: 0, 1, or 77
 * where no call can be made to fail.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 200000 /* calls */
#define TEXT_MAX (4 << 20)
#define WRONG_MAX 10

struct text {
	int fd;
	char *at;
	size_t len;
};

struct run {
	int status;
	int reached;
	struct text out, err, file;
};

static void run_release(struct run *run)
{
	free(run->out.at);
	free(run->err.at);
	free(run->file.at);
}

static void text_init(struct text *text)
{
	text->fd = memfd_create("text", 0);
	text->at = malloc(TEXT_MAX);
	if (text->fd < 0 || !text->at)
		abort();
}

static void text_read(struct text *text, int fd)
{
	ssize_t got = fd < 0 ? 0 : pread(fd, text->at, TEXT_MAX, 0);

	text->len = got > 0 ? (size_t)got : 0;
}

static int is_same(const struct text *a, const struct text *b)
{
	return a->len == b->len && !memcmp(a->at, b->at, a->len);
}

static void child(char **argv, long n, const struct run *run, int marker)
{
	char number[32], fd[32];

	snprintf(number, sizeof number, "%ld", n);
	snprintf(fd, sizeof fd, "%d", marker);
	setenv("FAIL_AT", number, 1);
	setenv("FAIL_FD", fd, 1);
	setenv("LD_PRELOAD", argv[1], 1);
	dup2(run->out.fd, STDOUT_FILENO);
	dup2(run->err.fd, STDERR_FILENO);
	execv(argv[3], argv + 3);
	_exit(127);
}

static void run_once(struct run *run, char **argv, long n)
{
	static const char old[] = "what stood here before\n";
	int with_file = strcmp(argv[2], "-") != 0, marker = memfd_create("marker", 0), status, fd = -1;

	if (with_file) {
		fd = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
		if (fd < 0 || write(fd, old, sizeof old - 1) < 0)
			abort();
		close(fd);
	}
	if (marker < 0 || ftruncate(run->out.fd, 0) || ftruncate(run->err.fd, 0))
		abort();
	lseek(run->out.fd, 0, SEEK_SET);
	lseek(run->err.fd, 0, SEEK_SET);
	pid_t pid = fork();
	if (!pid)
		child(argv, n, run, marker);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		abort();
	run->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	run->reached = lseek(marker, 0, SEEK_END) > 0;
	close(marker);
	text_read(&run->out, run->out.fd);
	text_read(&run->err, run->err.fd);
	fd = with_file ? open(argv[2], O_RDONLY) : -1;
	text_read(&run->file, fd);
	if (fd >= 0)
		close(fd);
	if (with_file && run->file.len == sizeof old - 1 && !memcmp(run->file.at, old, sizeof old - 1))
		run->file.len = 0; /* untouched */
}

static int is_one_sentence(const struct text *err)
{
	return err->len > 7 && !memcmp(err->at, "mlint: ", 7) && memchr(err->at, '\n', err->len) == err->at + err->len - 1;
}

static int is_none_or_whole(const struct text *report)
{
	return !report->len || report->at[report->len - 1] == '\n';
}

static int holds(const struct run *run, const struct run *whole)
{
	if (run->status == whole->status && is_same(&run->out, &whole->out) && is_same(&run->err, &whole->err) && is_same(&run->file, &whole->file))
		return 1;
	return run->status == 3 && is_none_or_whole(&run->out) && is_none_or_whole(&run->file) && is_one_sentence(&run->err);
}

int main(int argc, char **argv)
{
	const char *part = getenv("SHARE");
	long share = part ? strtol(part, NULL, 10) : MOST, n, tried = 0, wrong = 0, harmless = 0;
	struct run whole, run;

	if (argc < 4 || share < 1)
		return 2;
	text_init(&whole.out), text_init(&whole.err), text_init(&whole.file);
	text_init(&run.out), text_init(&run.err), text_init(&run.file);
	run_once(&whole, argv, 0);
	for (n = 1; n < MOST; n += 1 + n / share) {
		run_once(&run, argv, n);
		if (!run.reached)
			break;
		tried++;
		harmless += run.status == whole.status;
		if (!holds(&run, &whole) && wrong++ < WRONG_MAX)
			printf("call %ld: status %d, %zu bytes of output, of the file %zu, and says: %.*s\n", n, run.status, run.out.len, run.file.len, (int)run.err.len,
			       run.err.at);
	}
	printf("%ld calls of some %ld failed, %ld of them without harm; %ld ended in a wrong way\n", tried, n - 1, harmless, wrong);
	run_release(&whole);
	run_release(&run);
	return wrong ? 1 : tried ? 0 : 77;
}
