#include "cmd/single.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/text/utf8.h"

static int read_fd(struct ml_buf *buf, int fd)
{
	char chunk[65536];

	while (!buf->full) {
		ssize_t got = read(fd, chunk, sizeof chunk);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			return 0;
		ml_buf_add(buf, chunk, (size_t)got);
	}
	errno = EFBIG;
	return -1;
}

/* A pipe may be given by name (process substitution); a device never ends and is refused. */
static int open_file(const char *path, struct ml_error *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0) {
		enum ml_error_kind kind = errno == ENOENT || errno == ENOTDIR ? ML_ERROR_USAGE : ML_ERROR_UNJUDGED;
		return ml_error_set(err, kind, "cannot read '%s': %s", path, strerror(errno));
	}
	if (!fstat(fd, &st) && (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode)))
		return fd;
	close(fd);
	return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot read '%s': not a file", path);
}

/* The folder that holds the file names the repository, as far as one file can tell. */
static const char *folder_name(struct ml_arena *arena, const char *path)
{
	char *full = realpath(strcmp(path, "-") ? path : ".", NULL);
	struct ml_span rest = ml_span_of(full ? full : "");
	const char *slash = full && strcmp(path, "-") ? strrchr(full, '/') : NULL;

	if (slash)
		rest.len = (size_t)(slash - full);
	size_t from = rest.len;
	while (from > 0 && rest.at[from - 1] != '/')
		from--;
	const char *name = ml_arena_dup(arena, ml_span_sub(rest, from, rest.len));
	free(full);
	return name;
}

static struct ml_tree *tree_of(struct ml_arena *arena, const char *path, enum ml_role role, struct ml_span bytes)
{
	struct ml_tree *tree = ml_arena_alloc(arena, sizeof *tree);
	struct ml_file *file = ml_arena_alloc(arena, sizeof *file);

	*file = (struct ml_file){
		.path = path,
		.size = bytes.len,
		.role = role,
		.state = ML_FILE_READ,
		.tracked = true,
		.bytes = bytes,
	};
	file->text = ml_utf8_text(arena, bytes, &file->converted);
	*tree = (struct ml_tree){
		.kind = ML_SOURCE_FOLDER,
		.given = path,
		.root = ".",
		.name = folder_name(arena, path),
		.files = file,
		.files_nr = 1,
	};
	return tree;
}

int single_read(struct ml_tree **out, struct ml_arena *arena, const char *path, enum ml_role role, struct ml_error *err)
{
	struct ml_buf buf;
	int status = -1, fd = strcmp(path, "-") ? open_file(path, err) : STDIN_FILENO;

	if (fd < 0)
		return -1;
	ml_buf_init(&buf, ML_LIMIT_FILE_BYTES);
	if (read_fd(&buf, fd)) {
		ml_error_set(err, ML_ERROR_UNJUDGED, "cannot read '%s': %s", path, strerror(errno));
		goto done;
	}
	struct ml_span bytes = ml_buf_span(&buf);
	bytes.at = ml_arena_dup(arena, bytes);
	*out = tree_of(arena, path, role, bytes);
	status = 0;
done:
	ml_buf_release(&buf);
	if (fd != STDIN_FILENO)
		close(fd);
	return status;
}
