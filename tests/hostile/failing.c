/*
 * Put before the C library by LD_PRELOAD, it lets a machine fail:
 *
 *     FAIL_AT=N      the Nth call for memory fails; a byte on the descriptor FAIL_FD says that it came to that
 *     FAIL_READS=1   reads give a few bytes at a time, and every other one is interrupted
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t nr, size_t size);
extern void *__libc_realloc(void *at, size_t size);

#define FEW 7 /* bytes */

static long fail_at = -1, calls;
static int fail_fd, fail_reads, reads;

__attribute__((constructor)) static void begin(void)
{
	const char *at = getenv("FAIL_AT"), *fd = getenv("FAIL_FD"), *short_reads = getenv("FAIL_READS");

	fail_at = at ? strtol(at, NULL, 10) : 0;
	fail_fd = fd ? (int)strtol(fd, NULL, 10) : -1;
	fail_reads = short_reads != NULL;
	calls = 0;
}

/* Before main nothing is counted: that is the loader's. */
static int fails(void)
{
	if (fail_at <= 0 || ++calls != fail_at)
		return 0;
	if (fail_fd >= 0 && write(fail_fd, "x", 1) < 0)
		return 0;
	errno = ENOMEM;
	return 1;
}

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the C library names its parameters in its own way. */
void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t nr, size_t size)
{
	return fails() ? NULL : __libc_calloc(nr, size);
}

void *realloc(void *at, size_t size)
{
	return fails() ? NULL : __libc_realloc(at, size);
}

static size_t few(size_t size)
{
	return fail_reads && size > FEW ? FEW : size;
}

static int interrupted(void)
{
	if (!fail_reads || ++reads % 2)
		return 0;
	errno = EINTR;
	return 1;
}

ssize_t read(int fd, void *to, size_t size)
{
	static ssize_t (*real)(int, void *, size_t);

	if (!real)
		real = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
	return interrupted() ? -1 : real(fd, to, few(size));
}

ssize_t pread(int fd, void *to, size_t size, off_t at)
{
	static ssize_t (*real)(int, void *, size_t, off_t);

	if (!real)
		real = (ssize_t(*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread");
	return interrupted() ? -1 : real(fd, to, few(size), at);
}

ssize_t pread64(int fd, void *to, size_t size, off64_t at)
{
	return pread(fd, to, size, at);
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
