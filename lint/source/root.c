#include "lint/source/tree_p.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lint/source/name.h"

int ml_root_open(struct ml_root *root, struct ml_arena *arena, const char *path)
{
	*root = (struct ml_root){ .fd = -1, .folder_fd = -1, .blobs_fd = -1, .arena = arena };
	root->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return root->fd < 0 ? -1 : 0;
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void ml_root_release(struct ml_root *root)
{
	if (!root)
		return;
	close_fd(&root->folder_fd);
	close_fd(&root->blobs_fd);
	close_fd(&root->fd);
	ml_root_release(root->top);
	root->top = NULL;
}

/* The folder named name in the folder at. Reading rights are not needed to walk through it. */
static int step(int at, struct ml_span name)
{
	char text[NAME_MAX + 1];
	if (!name.len || name.len > NAME_MAX || ml_span_is(name, "..")) {
		errno = EINVAL;
		return -1;
	}
	memcpy(text, name.at, name.len);
	text[name.len] = '\0';
	return openat(at, text, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static int walk(int root, struct ml_span path)
{
	struct ml_span name;
	int at = -1;
	while (ml_name_next(&path, &name)) {
		int next = step(at < 0 ? root : at, name);
		int why = errno;
		close_fd(&at);
		errno = why;
		if (next < 0)
			return -1;
		at = next;
	}
	return at;
}

int ml_root_folder(struct ml_root *root, struct ml_span path)
{
	if (!path.len)
		return root->fd;
	if (root->folder_fd >= 0 && ml_span_is(path, root->folder))
		return root->folder_fd;
	if (path.len >= sizeof root->folder) {
		errno = ENAMETOOLONG;
		return -1;
	}
	close_fd(&root->folder_fd);
	root->folder_fd = walk(root->fd, path);
	if (root->folder_fd >= 0) {
		memcpy(root->folder, path.at, path.len);
		root->folder[path.len] = '\0';
	}
	return root->folder_fd;
}

/* Splits a path at its last slash; *base is NUL-terminated, as path is. */
static struct ml_span parent_of(const char *path, const char **base)
{
	const char *slash = strrchr(path, '/');
	*base = slash ? slash + 1 : path;
	return (struct ml_span){ path, slash ? (size_t)(slash - path) : 0 };
}

static int parent_fd(struct ml_root *root, const char *path, const char **base)
{
	struct ml_span parent = parent_of(path, base);
	if (!**base || strcmp(*base, ".") == 0 || strcmp(*base, "..") == 0) {
		errno = EINVAL;
		return -1;
	}
	return ml_root_folder(root, parent);
}

int ml_root_stat(struct ml_root *root, const char *path, struct stat *out)
{
	const char *base;
	int fd = parent_fd(root, path, &base);
	return fd < 0 ? -1 : fstatat(fd, base, out, AT_SYMLINK_NOFOLLOW);
}

/*
 * What *st says of the name at base, as it was looked at; then of what was opened. O_NONBLOCK: should a FIFO take the file's place after it
 * was looked at, opening must not wait for its writer.
 */
static int open_seen(int folder, const char *base, struct stat *st)
{
	if (!S_ISREG(st->st_mode)) {
		errno = S_ISLNK(st->st_mode) ? ELOOP : EINVAL;
		return -1;
	}
	int fd = openat(folder, base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd >= 0 && (fstat(fd, st) < 0 || !S_ISREG(st->st_mode))) {
		close_fd(&fd);
		errno = EINVAL;
	}
	return fd;
}

static int open_regular(int folder, const char *base, struct stat *st)
{
	return fstatat(folder, base, st, AT_SYMLINK_NOFOLLOW) < 0 ? -1 : open_seen(folder, base, st);
}

bool ml_link_apply(char *buf, size_t size, struct ml_span link)
{
	struct ml_span name;
	size_t len = strlen(buf);
	while (ml_name_next(&link, &name)) {
		if (!name.len || ml_span_is(name, "."))
			continue;
		if (ml_span_is(name, "..")) {
			if (!len)
				return false;
			while (len > 0 && buf[len - 1] != '/')
				len--;
			len -= len > 0;
			buf[len] = '\0';
			continue;
		}
		if (len + name.len + 2 > size)
			return false;
		if (len)
			buf[len++] = '/';
		memcpy(buf + len, name.at, name.len);
		len += name.len;
		buf[len] = '\0';
	}
	return len > 0;
}

/* What a cache snapshot's link means: a blob of the same model, a file of the same snapshot, or NULL. */
static const char *inside_cache(const struct ml_root *root, const char *target, bool *blob)
{
	if (strncmp(target, "blobs/", 6) == 0 && !strchr(target + 6, '/')) {
		*blob = true;
		return target + 6;
	}
	size_t len = root->inside.len;
	return strncmp(target, root->inside.at, len) == 0 && target[len] == '/' ? target + len + 1 : NULL;
}

static bool below_git(const char *path)
{
	struct ml_span rest = ml_span_of(path), name;
	while (ml_name_next(&rest, &name))
		if (ml_span_is_nocase(name, ".git"))
			return true;
	return false;
}

/* The letters of the link at path applied to its folder, in the arena; NULL with *problem. */
static const char *link_target(struct ml_root *root, const char *path, bool *blob, const char **problem)
{
	const char *base;
	char link[PATH_MAX], target[PATH_MAX];
	int fd = parent_fd(root, path, &base);
	ssize_t len = fd < 0 ? -1 : readlinkat(fd, base, link, sizeof link);
	*problem = "is a link that cannot be read";
	if (len <= 0 || (size_t)len == sizeof link)
		return NULL;
	*problem = "is a link that leads out of the scanned folder";
	struct ml_span parent = parent_of(path, &base);
	target[0] = '\0';
	if (link[0] == '/' || (root->blobs_fd >= 0 && !ml_link_apply(target, sizeof target, root->inside)))
		return NULL;
	if (parent.len && !ml_link_apply(target, sizeof target, parent))
		return NULL;
	if (!ml_link_apply(target, sizeof target, (struct ml_span){ link, (size_t)len }))
		return NULL;
	const char *found = root->blobs_fd >= 0 ? inside_cache(root, target, blob) : target;
	if (!found)
		return NULL;
	if (below_git(found)) {
		*problem = "is a link into .git";
		return NULL;
	}
	return ml_arena_dup(root->arena, ml_span_of(found));
}

/*
 * Where a link inside the tree leads: the path of a regular file of the same tree (in a cache snapshot:
 * a name in blobs/, *blob set), resolved by its letters alone, one step. NULL: policy does not follow it, *problem says why.
 */
static const char *follow(struct ml_root *root, const char *path, bool *blob, const char **problem)
{
	*blob = false;
	const char *target = link_target(root, path, blob, problem);
	if (!target)
		return NULL;
	struct stat st;
	int bad = *blob ? fstatat(root->blobs_fd, target, &st, AT_SYMLINK_NOFOLLOW) : ml_root_stat(root, target, &st);
	*problem = NULL;
	if (bad < 0)
		*problem = "is a link to nothing that could be read";
	else if (S_ISLNK(st.st_mode))
		*problem = "is a link to a link";
	else if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))
		*problem = "is a link to something that is no file";
	return !bad && S_ISREG(st.st_mode) ? target : NULL;
}

int ml_root_open_file(struct ml_root *root, const char *path, struct stat *st)
{
	const char *base;
	int fd = parent_fd(root, path, &base);
	if (fd < 0)
		return -1;
	if (fstatat(fd, base, st, AT_SYMLINK_NOFOLLOW) < 0)
		return -1;
	if (!S_ISLNK(st->st_mode))
		return open_seen(fd, base, st);
	bool blob;
	const char *problem;
	const char *target = follow(root, path, &blob, &problem);
	if (!target) {
		errno = ELOOP;
		return -1;
	}
	if (blob)
		return open_regular(root->blobs_fd, target, st);
	fd = parent_fd(root, target, &base);
	return fd < 0 ? -1 : open_regular(fd, base, st);
}

static const char *special_problem(mode_t mode)
{
	if (S_ISFIFO(mode))
		return "is a FIFO, not a file";
	if (S_ISSOCK(mode))
		return "is a socket, not a file";
	return "is a device, not a file";
}

/* The path from the root that the file is looked at through. */
static const char *file_path(const struct ml_file *file)
{
	return file->above ? file->above : file->path;
}

static void look_failed(struct ml_root *root, struct ml_file *file, int why)
{
	if (why == ENOENT || why == ENOTDIR || why == ELOOP) {
		file->state = ML_FILE_MISSING;
		return;
	}
	file->state = ML_FILE_FAILED;
	file->problem = ml_arena_printf(root->arena, "cannot be read: %s", strerror(why));
}

static bool look_link(struct ml_root *root, struct ml_file *file)
{
	bool blob;
	struct stat st;
	const char *target = follow(root, file_path(file), &blob, &file->problem);
	if (!target) {
		file->state = ML_FILE_LINK;
		return file->problem != NULL;
	}
	int bad = blob ? fstatat(root->blobs_fd, target, &st, AT_SYMLINK_NOFOLLOW) : ml_root_stat(root, target, &st);
	file->size = bad ? 0 : (uint64_t)st.st_size;
	return true;
}

bool ml_file_look(struct ml_root *root, struct ml_file *file)
{
	struct stat st;
	if (ml_root_stat(root, file_path(file), &st) < 0) {
		look_failed(root, file, errno);
		return true;
	}
	if (S_ISDIR(st.st_mode))
		return false;
	if (S_ISLNK(st.st_mode))
		return look_link(root, file);
	file->size = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
	if (!S_ISREG(st.st_mode)) {
		file->state = ML_FILE_SPECIAL;
		file->problem = special_problem(st.st_mode);
	}
	return true;
}
