/* The only file that writes: standard output, standard error, and the file of -o. */
#include "cmd/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/report/report.h"

#define MESSAGE_MAX 8192
#define COLUMNS_ELSEWHERE 100 /* where standard output is no terminal */

void cli_complain(const char *format, ...)
{
	char text[MESSAGE_MAX];
	struct ml_buf line;
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	ml_buf_init(&line, 8 * MESSAGE_MAX);
	ml_buf_adds(&line, "mlint: ");
	ml_add_escaped(&line, ml_span_of(text), false);
	ml_buf_addc(&line, '\n');
	fwrite(line.at, 1, line.len, stderr);
	ml_buf_release(&line);
}

int cli_write_all(int fd, struct ml_span bytes)
{
	while (bytes.len) {
		ssize_t wrote = write(fd, bytes.at, bytes.len);
		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return -1;
		bytes = ml_span_sub(bytes, (size_t)wrote, bytes.len);
	}
	return 0;
}

int cli_put(struct ml_span bytes)
{
	if (!cli_write_all(STDOUT_FILENO, bytes))
		return EXIT_CLEAN;
	/* A reader that has seen enough (head) need not be told. */
	if (errno != EPIPE)
		cli_complain("cannot write to standard output: %s", strerror(errno));
	return EXIT_UNJUDGED;
}

mode_t cli_mode_of_new_files(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* Beside the target, so that the rename stays within one file system. */
static int write_renamed(const char *target, mode_t mode, struct ml_span bytes)
{
	struct ml_buf name;
	int status = -1;

	ml_buf_init(&name, strlen(target) + 16);
	ml_buf_addf(&name, "%s.XXXXXX", target);
	int fd = mkostemp(name.at, O_CLOEXEC);
	if (fd < 0)
		goto done;
	status = cli_write_all(fd, bytes);
	if (!status)
		status = fchmod(fd, mode);
	if (close(fd))
		status = -1;
	if (!status)
		status = rename(name.at, target);
	if (status) {
		int problem = errno;
		unlink(name.at);
		errno = problem;
	}
done:
	ml_buf_release(&name);
	return status;
}

/* A device or a pipe is written to, never replaced by a file. */
static int write_through(const char *path, struct ml_span bytes)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return -1;
	int status = cli_write_all(fd, bytes);
	return close(fd) ? -1 : status;
}

static int write_file(const char *path, struct ml_span bytes)
{
	struct stat st;
	int status;

	if (stat(path, &st)) {
		status = write_renamed(path, cli_mode_of_new_files(), bytes);
	} else if (!S_ISREG(st.st_mode)) {
		status = write_through(path, bytes);
	} else {
		char *target = realpath(path, NULL); /* through a link, to what it names */
		status = target ? write_renamed(target, st.st_mode & 07777, bytes) : -1;
		free(target);
	}
	if (!status)
		return EXIT_CLEAN;
	cli_complain("cannot write '%s': %s", path, strerror(errno));
	return EXIT_UNJUDGED;
}

int cli_write(struct ml_buf *buf, const char *path)
{
	int status = EXIT_UNJUDGED;

	if (buf->full)
		cli_complain("the report is longer than %u bytes", ML_LIMIT_REPORT_BYTES);
	else
		status = path ? write_file(path, ml_buf_span(buf)) : cli_put(ml_buf_span(buf));
	ml_buf_release(buf);
	return status;
}

static bool is_set(const char *name)
{
	const char *value = getenv(name);
	return value && *value;
}

bool cli_color(int mode, bool to_file)
{
	const char *term = getenv("TERM"), *force = getenv("CLICOLOR_FORCE");

	if (mode)
		return mode == 1;
	if (is_set("NO_COLOR") || to_file)
		return false;
	if (force && *force && strcmp(force, "0"))
		return true;
	return term && *term && strcmp(term, "dumb") && isatty(STDOUT_FILENO);
}

unsigned cli_wrap(bool to_file)
{
	struct winsize size;

	return !to_file && isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ? size.ws_col : 0;
}

unsigned cli_columns(void)
{
	unsigned columns = cli_wrap(false);

	return columns ? columns : COLUMNS_ELSEWHERE;
}
