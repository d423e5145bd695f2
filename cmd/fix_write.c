#include "cmd/fix_write.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/cli.h"

/* One name in every folder: who finds it knows whose it is. A run writes one file at a time. */
#define TEMPORARY ".mlint-fix.tmp"

/* Where a patch goes. */
struct place {
	int folder;       /* descriptor, or -1 */
	const char *name; /* in it */
	int fd;           /* of the file as it stands, or -1 */
	struct stat st;   /* the same */
};

static int fail(struct ml_error *err, const struct ml_patch *patch, const char *why)
{
	return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot fix '%s': %s", patch->path, why);
}

/* The folder that holds path, walked to name by name; no link is followed. *name: what is left. -1 with errno. */
static int open_folder(const char *root, const char *path, const char **name)
{
	int fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	char part[NAME_MAX + 1];

	for (const char *slash; fd >= 0 && (slash = strchr(path, '/')); path = slash + 1) {
		size_t len = (size_t)(slash - path);
		if (len > NAME_MAX) {
			close(fd);
			errno = ENAMETOOLONG;
			return -1;
		}
		memcpy(part, path, len);
		part[len] = 0;
		int next = openat(fd, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		int why = errno;
		close(fd);
		errno = why;
		fd = next;
	}
	*name = path;
	return fd;
}

static void place_close(struct place *place)
{
	if (place->fd >= 0)
		close(place->fd);
	if (place->folder >= 0)
		close(place->folder);
	place->fd = place->folder = -1;
}

/* Whether the file holds exactly those bytes. */
static bool holds(int fd, struct ml_span bytes)
{
	char part[65536];
	ssize_t got;
	size_t at = 0;

	while ((got = read(fd, part, sizeof part)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || (size_t)got > bytes.len - at || memcmp(part, bytes.at + at, (size_t)got) != 0)
			return false;
		at += (size_t)got;
	}
	return at == bytes.len;
}

/* Opens the file that is there and holds it against what was read. */
static int look(struct place *place, const struct ml_patch *patch, struct ml_error *err)
{
	if (fstatat(place->folder, place->name, &place->st, AT_SYMLINK_NOFOLLOW))
		return patch->added && errno == ENOENT ? 0 : fail(err, patch, strerror(errno));
	if (patch->added)
		return fail(err, patch, "there is a file of that name");
	if (S_ISLNK(place->st.st_mode))
		return fail(err, patch, "it is a link, and links are not followed");
	if (!S_ISREG(place->st.st_mode))
		return fail(err, patch, "it is no regular file");
	place->fd = openat(place->folder, place->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (place->fd < 0 || fstat(place->fd, &place->st))
		return fail(err, patch, strerror(errno));
	if (!S_ISREG(place->st.st_mode) || !holds(place->fd, patch->before))
		return fail(err, patch, "it is not what was read: it changed in between, or differs from what is staged");
	return 0;
}

static int place_open(struct place *place, const char *root, const struct ml_patch *patch, struct ml_error *err)
{
	*place = (struct place){ .fd = -1 };
	place->folder = open_folder(root, patch->path, &place->name);
	if (place->folder < 0 && (errno == ELOOP || errno == ENOTDIR))
		return fail(err, patch, "a link stands in its path, and links are not followed");
	return place->folder < 0 ? fail(err, patch, strerror(errno)) : look(place, patch, err);
}

int fix_check(const char *root, const struct ml_patch *patch, struct ml_error *err)
{
	struct place place;
	int status = place_open(&place, root, patch, err);

	place_close(&place);
	return status;
}

/* Removes what a killed run left; the lock of one that runs forbids it. false: it is in use. */
static bool sweep(int folder)
{
	int fd = openat(folder, TEMPORARY, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	bool gone = true;

	if (fd < 0)
		return errno == ENOENT || (errno == EACCES && !unlinkat(folder, TEMPORARY, 0));
	if (flock(fd, LOCK_EX | LOCK_NB))
		gone = false;
	else
		gone = !unlinkat(folder, TEMPORARY, 0);
	close(fd);
	return gone;
}

void fix_sweep(const char *root, const char *folder)
{
	char path[PATH_MAX];
	const char *name;

	if ((size_t)snprintf(path, sizeof path, "%s%s.", folder, *folder ? "/" : "") >= sizeof path)
		return;
	int fd = open_folder(root, path, &name);
	if (fd < 0)
		return;
	sweep(fd);
	close(fd);
}

/* The temporary file, locked; -1 with errno. */
static int create(int folder)
{
	if (!sweep(folder)) {
		errno = EBUSY;
		return -1;
	}
	int fd = openat(folder, TEMPORARY, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0)
		flock(fd, LOCK_EX | LOCK_NB);
	return fd;
}

/* Bytes, owner and mode, on the disk. The owner before the mode, which a change of owner may cut. -1 with errno. */
static int fill(int fd, const struct ml_patch *patch, const struct stat *st)
{
	if (cli_write_all(fd, patch->after))
		return -1;
	if (!patch->added && (st->st_uid != geteuid() || st->st_gid != getegid()) && fchown(fd, st->st_uid, st->st_gid) && errno != EPERM)
		return -1;
	if (fchmod(fd, patch->added ? cli_mode_of_new_files() : st->st_mode & 07777))
		return -1;
	return fsync(fd);
}

/* Whether the file is still the one that was looked at, untouched. */
static bool is_untouched(const struct place *place)
{
	struct stat now;

	return !fstatat(place->folder, place->name, &now, AT_SYMLINK_NOFOLLOW) && now.st_dev == place->st.st_dev && now.st_ino == place->st.st_ino &&
	       now.st_size == place->st.st_size && now.st_mtim.tv_sec == place->st.st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == place->st.st_mtim.tv_nsec && now.st_ctim.tv_sec == place->st.st_ctim.tv_sec &&
	       now.st_ctim.tv_nsec == place->st.st_ctim.tv_nsec;
}

/* A new file takes no other's place; where the file system cannot promise that, a look before has to do. */
static int put_new(const struct place *place)
{
	if (!renameat2(place->folder, TEMPORARY, place->folder, place->name, RENAME_NOREPLACE))
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (!faccessat(place->folder, place->name, F_OK, AT_SYMLINK_NOFOLLOW)) {
		errno = EEXIST;
		return -1;
	}
	return renameat(place->folder, TEMPORARY, place->folder, place->name);
}

static int put(const struct place *place, const struct ml_patch *patch, struct ml_error *err)
{
	if (!patch->added && !is_untouched(place))
		return fail(err, patch, "it is not what was read: it changed in between");
	if (patch->added ? put_new(place) : renameat(place->folder, TEMPORARY, place->folder, place->name))
		return fail(err, patch, strerror(errno));
	return 0;
}

int fix_write(const char *root, const struct ml_patch *patch, struct ml_error *err)
{
	struct place place;
	int fd = -1, status = place_open(&place, root, patch, err);

	if (status)
		goto done;
	status = -1;
	fd = create(place.folder);
	if (fd < 0) {
		fail(err, patch, errno == EBUSY ? "another run is fixing files of this folder" : strerror(errno));
		goto done;
	}
	status = fill(fd, patch, &place.st) ? fail(err, patch, strerror(errno)) : put(&place, patch, err);
	if (status)
		unlinkat(place.folder, TEMPORARY, 0);
	else
		fsync(place.folder); /* the bytes are safe; of the name nothing more can be asked */
done:
	if (fd >= 0)
		close(fd);
	place_close(&place);
	return status;
}
