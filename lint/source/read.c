#include "lint/source/tree_p.h"

#include <errno.h>
#include <string.h>
#include <fcntl.h>
#include <unistd.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/text/utf8.h"

/* Of a file that is never read whole: enough for a pointer, the largest of which the LFS specification allows 1,024 bytes. */
#define POINTER_BYTES 1024
/* A NUL in the first bytes makes a file binary, as for git. */
#define BINARY_BYTES 8000

/* From offset on, until size bytes or the end; -1 with errno. */
static ssize_t read_at(int fd, char *to, size_t size, uint64_t offset)
{
	size_t nr = 0;
	while (nr < size) {
		ssize_t got = pread(fd, to + nr, size - nr, (off_t)(offset + nr));
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		nr += (size_t)got;
	}
	return (ssize_t)nr;
}

/* At most limit bytes of a file, of which st was told when it was opened, into the arena; *more: there are further ones. */
static int read_bytes(struct ml_span *out, struct ml_arena *arena, int fd, const struct stat *st, size_t limit, bool *more)
{
	uint64_t size = st->st_size > 0 ? (uint64_t)st->st_size : 0;
	*more = size > limit;
	size_t want = *more ? limit : (size_t)size;
	char *bytes = ml_arena_raw(arena, want + 1);
	ssize_t got = read_at(fd, bytes, want, 0);
	if (got < 0)
		return -1;
	bytes[got] = '\0';
	*out = (struct ml_span){ bytes, (size_t)got };
	return 0;
}

enum ml_slurp ml_slurp_at(struct ml_span *out, struct ml_arena *arena, int fd, const char *path, size_t limit)
{
	struct stat st;
	*out = (struct ml_span){ NULL, 0 };
	if (fstatat(fd, path, &st, 0) < 0)
		return errno == ENOENT || errno == ENOTDIR ? ML_SLURP_MISSING : ML_SLURP_FAILED;
	if (!S_ISREG(st.st_mode))
		return ML_SLURP_NOT_A_FILE;
	int file = openat(fd, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (file < 0)
		return ML_SLURP_FAILED;
	bool more = false;
	int bad = fstat(file, &st) < 0 || !S_ISREG(st.st_mode) || read_bytes(out, arena, file, &st, limit, &more) < 0;
	int why = errno;
	close(file);
	errno = why;
	if (bad)
		return ML_SLURP_FAILED;
	return more ? ML_SLURP_TOO_LARGE : ML_SLURP_OK;
}

static bool number_after(struct ml_span text, const char *key, uint64_t *out)
{
	size_t at = ml_span_find(text, key);
	if (at == SIZE_MAX)
		return false;
	at += strlen(key);
	uint64_t value = 0;
	size_t digits = 0;
	for (; at < text.len && ml_is_digit(text.at[at]) && digits < 19; at++, digits++)
		value = value * 10 + (uint64_t)(text.at[at] - '0');
	*out = value;
	return digits > 0;
}

/* What a text that stands in a file's place points to: a Git LFS or Xet pointer, its size in *size. */
static bool read_pointer(struct ml_span bytes, uint64_t *size)
{
	if (bytes.len > POINTER_BYTES)
		return false;
	if (ml_span_starts(bytes, "version https://git-lfs.github.com/spec/v1\n") ||
	    ml_span_starts(bytes, "version https://hawser.github.com/spec/v1\n"))
		return number_after(bytes, "\nsize ", size);
	if (ml_span_starts(bytes, "# xet version "))
		return number_after(bytes, "\nfilesize = ", size);
	return false;
}

static bool binary(struct ml_span bytes)
{
	bool wide = bytes.len >= 2 && (memcmp(bytes.at, "\xff\xfe", 2) == 0 || memcmp(bytes.at, "\xfe\xff", 2) == 0);
	size_t len = bytes.len < BINARY_BYTES ? bytes.len : BINARY_BYTES;
	return !wide && len && memchr(bytes.at, '\0', len);
}

static bool read_whole(enum ml_role role)
{
	return role != ML_ROLE_WEIGHTS && role != ML_ROLE_LICENSE_PDF && role != ML_ROLE_DATA;
}

/* Text cut at a limit may end inside a character. */
static struct ml_span whole_characters(struct ml_span text)
{
	return ml_span_sub(text, 0, ml_codepoint_whole(text.at, text.len));
}

void ml_file_take_text(struct ml_arena *arena, struct ml_file *file)
{
	uint64_t size;
	if (read_pointer(file->bytes, &size)) {
		file->state = ML_FILE_POINTER;
		file->size = size;
		return;
	}
	if (!read_whole(file->role) || binary(file->bytes))
		return;
	struct ml_span bytes = file->state == ML_FILE_TOO_LARGE ? whole_characters(file->bytes) : file->bytes;
	file->text = ml_utf8_text(arena, bytes, &file->converted);
}

static size_t limit_of(const struct ml_root *root, const struct ml_file *file, size_t limit)
{
	if (!read_whole(file->role) && (limit == 0 || limit > POINTER_BYTES))
		limit = POINTER_BYTES;
	if (limit == 0 || limit > ML_LIMIT_FILE_BYTES)
		limit = ML_LIMIT_FILE_BYTES;
	uint64_t left = ML_LIMIT_READ_BYTES - root->read_bytes;
	return left < limit ? (size_t)left : limit;
}

static void fail(struct ml_root *root, struct ml_file *file, int why)
{
	file->state = ML_FILE_FAILED;
	file->problem = ml_arena_printf(root->arena, "cannot be read: %s", strerror(why));
}

static int open_file(struct ml_root *root, const struct ml_file *file, struct stat *st)
{
	return file->above ? ml_root_open_file(root->top, file->above, st) : ml_root_open_file(root, file->path, st);
}

/* Sets FAILED or MISSING where it fails. */
static bool read_from_disk(struct ml_root *root, struct ml_file *file, size_t most, bool *more)
{
	struct stat st;
	int fd = open_file(root, file, &st);
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
		file->state = ML_FILE_MISSING;
		return false;
	}
	if (fd < 0) {
		fail(root, file, errno);
		return false;
	}
	int bad = read_bytes(&file->bytes, root->arena, fd, &st, most, more);
	int why = errno;
	close(fd);
	if (bad)
		fail(root, file, why);
	return !bad;
}

static bool read_from_git(struct ml_root *root, struct ml_file *file, size_t most, bool *more)
{
	struct ml_error err = { 0 };
	if (file->linked && file->role == ML_ROLE_NONE) {
		file->state = ML_FILE_LINK;
		file->problem = "is a link, and has no role of its own";
		return false;
	}
	/* Of a blob nothing can be had but the whole: weights are told by their size, pointers are small. */
	if (!read_whole(file->role) && file->size > POINTER_BYTES)
		return true;
	if (!ml_blob_read(&file->bytes, root->arena, root->git, file, most, more, &err))
		return true;
	file->state = ML_FILE_FAILED;
	file->problem = ml_arena_printf(root->arena, "cannot be read: %s", err.text);
	return false;
}

void ml_tree_read(struct ml_tree *tree, struct ml_file *file, size_t limit)
{
	struct ml_root *root = tree->handle;
	if (file->state != ML_FILE_UNREAD || !root)
		return;
	bool more = false;
	size_t most = limit_of(root, file, limit);
	if (!(root->git ? read_from_git(root, file, most, &more) : read_from_disk(root, file, most, &more)))
		return;
	root->read_bytes += file->bytes.len;
	file->state = ML_FILE_READ;
	/* A part that the caller or the role asked for is no fault of the file. */
	if (more && read_whole(file->role) && (limit == 0 || most < limit)) {
		file->state = ML_FILE_TOO_LARGE;
		file->problem = most < ML_LIMIT_FILE_BYTES ? "is not read whole: the limit of text read in one run is reached"
							   : "is not read whole: it is larger than 4 MiB";
	}
	ml_file_take_text(root->arena, file);
}

void ml_tree_put(struct ml_tree *tree, const char *path, struct ml_span bytes)
{
	struct ml_root *root = tree->handle;
	struct ml_file *file = ml_tree_find(tree, path);

	if (!file) {
		struct ml_listing list = { root->arena, .files = tree->files, .files_nr = tree->files_nr, .files_cap = tree->files_nr };
		if (!ml_listing_add(&list, path))
			return;
		ml_listing_sort(&list);
		tree->files = list.files;
		tree->files_nr = list.files_nr;
		file = ml_tree_find(tree, path);
	}
	file->bytes = bytes;
	file->size = bytes.len;
	file->state = ML_FILE_READ;
	file->problem = NULL;
	file->text = (struct ml_span){ 0 };
	file->converted = false;
	file->lines = NULL;
	ml_file_take_text(root->arena, file);
}

/* git hands out whole blobs alone: the one that was asked for last is kept. */
static bool peek_at_blob(struct ml_span *out, struct ml_root *root, const struct ml_file *file, uint64_t from, size_t size)
{
	bool more;
	if (root->peeked != file->blob) {
		root->peeked = NULL;
		if (!file->blob || file->size > ML_LIMIT_PEEK_BYTES ||
		    ml_blob_read(&root->peeked_bytes, root->arena, root->git, file, ML_LIMIT_PEEK_BYTES, &more, NULL) < 0)
			return false;
		root->peeked = file->blob;
	}
	*out = ml_span_sub(root->peeked_bytes, (size_t)from, (size_t)from + size);
	return true;
}

bool ml_tree_size(struct ml_tree *tree, struct ml_file *file)
{
	struct ml_root *root = tree->handle;

	if (file->size || file->state != ML_FILE_UNREAD || !root)
		return file->state <= ML_FILE_READ;
	if (root->git && (file->linked || !file->blob))
		return false;
	if (root->git)
		ml_blob_look(root->arena, root->git, file);
	else if (!ml_file_look(root, file))
		return false;
	return file->state == ML_FILE_UNREAD;
}

bool ml_tree_peek(struct ml_span *out, struct ml_arena *arena, struct ml_tree *tree, const struct ml_file *file, uint64_t from,
		  size_t size)
{
	struct ml_root *root = tree->handle;
	*out = (struct ml_span){ "", 0 };
	if (from >= file->size)
		return true;
	if (size > file->size - from)
		size = (size_t)(file->size - from);
	/* What was read whole, as every small file is, is not read again. */
	if (file->state == ML_FILE_READ && file->bytes.len >= file->size) {
		*out = ml_span_sub(file->bytes, (size_t)from, (size_t)from + size);
		return true;
	}
	if (root && root->git && file->state <= ML_FILE_READ)
		return peek_at_blob(out, root, file, from, size);
	struct stat st;
	int fd = root && file->state <= ML_FILE_READ ? open_file(root, file, &st) : -1;
	if (fd < 0)
		return false;
	char *bytes = ml_arena_raw(arena, size);
	ssize_t got = read_at(fd, bytes, size, from);
	close(fd);
	if (got >= 0)
		*out = (struct ml_span){ bytes, (size_t)got };
	return got >= 0;
}
