#include "lint/source/git_index.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/bytes.h"
#include "lint/base/limits.h"
#include "lint/source/tree_p.h"

/* gitformat-index(5): header of 12 bytes, entries, extensions, a hash over all of it. */
#define HEADER 12
#define FLAG_EXTENDED 0x4000u
#define FLAG_STAGE 0x3000u
#define FLAG_SPARSE 0x4000u /* of the second flags: skip-worktree */
#define FLAG_LATER 0x2000u  /* of the second flags: intent-to-add */
#define STAT_BYTES 40       /* times, device, inode, mode, owner, group, size */
#define AT_MODE 24
#define AT_SIZE 36

struct reader {
	struct ml_arena *arena;
	struct ml_span bytes;
	size_t at, end; /* of the part before the closing hash */
	size_t hash_size;
	uint32_t version;
	struct ml_span last; /* path before, for version 4 */
};

/* Version 4: how many bytes of the path before go, as git's offset encoding. */
static bool read_strip(struct reader *r, size_t *out)
{
	size_t value = 0;
	for (int i = 0; i < 4 && r->at < r->end; i++) {
		unsigned char c = (unsigned char)r->bytes.at[r->at++];
		value = (value << 7) + (c & 127);
		if (!(c & 128)) {
			*out = value;
			return true;
		}
		value++;
	}
	return false;
}

/* The NUL-terminated name at r->at, which moves behind the NUL. */
static bool read_name(struct reader *r, struct ml_span *out)
{
	const char *from = r->bytes.at + r->at;
	const char *nul = memchr(from, '\0', r->end - r->at);
	if (!nul)
		return false;
	*out = (struct ml_span){ from, (size_t)(nul - from) };
	r->at += out->len + 1;
	return true;
}

static const char *read_packed_path(struct reader *r)
{
	size_t strip;
	struct ml_span tail;
	if (!read_strip(r, &strip) || strip > r->last.len || !read_name(r, &tail))
		return NULL;
	size_t keep = r->last.len - strip;
	char *path = ml_arena_alloc(r->arena, keep + tail.len + 1);
	if (keep)
		memcpy(path, r->last.at, keep);
	memcpy(path + keep, tail.at, tail.len);
	r->last = (struct ml_span){ path, keep + tail.len };
	return path;
}

/* Versions 2 and 3: entries are padded to eight bytes with one to eight NULs. */
static const char *read_padded_path(struct reader *r, size_t start)
{
	struct ml_span path;
	if (!read_name(r, &path))
		return NULL;
	size_t size = (r->at - 1 - start + 8) & ~(size_t)7;
	if (size > r->end - start)
		return NULL;
	r->at = start + size;
	return path.at;
}

/* Returns the entry's path and fills out, or NULL where the index ends too early or makes no sense. */
static const char *read_entry(struct reader *r, struct ml_index_entry *out)
{
	size_t start = r->at, fixed = STAT_BYTES + r->hash_size + 2;
	if (r->end - start < fixed + 2)
		return NULL;
	const char *entry = r->bytes.at + start;
	uint32_t flags = ml_be16(entry + STAT_BYTES + r->hash_size);
	bool extended = r->version >= 3 && (flags & FLAG_EXTENDED);
	out->mode = ml_be32(entry + AT_MODE);
	out->size = ml_be32(entry + AT_SIZE);
	out->id = (const unsigned char *)entry + STAT_BYTES;
	out->conflict = flags & FLAG_STAGE;
	out->sparse = extended && (ml_be16(entry + fixed) & FLAG_SPARSE);
	out->later = extended && (ml_be16(entry + fixed) & FLAG_LATER);
	r->at = start + fixed + (extended ? 2 : 0);
	out->path = r->version == 4 ? read_packed_path(r) : read_padded_path(r, start);
	return out->path;
}

/* Extensions in capitals may be skipped; others change what the entries mean. */
static int check_extensions(struct reader *r, struct ml_index *out, struct ml_error *err)
{
	while (r->at < r->end) {
		if (r->end - r->at < 8)
			return ml_error_set(err, ML_ERROR_UNJUDGED, "the index ends inside an extension");
		const char *name = r->bytes.at + r->at;
		uint32_t size = ml_be32(name + 4);
		if (size > r->end - r->at - 8)
			return ml_error_set(err, ML_ERROR_UNJUDGED, "the index ends inside an extension");
		if (memcmp(name, "link", 4) == 0)
			out->link = (struct ml_span){ name + 8, size };
		if (memcmp(name, "TREE", 4) == 0)
			out->trees = (struct ml_span){ name + 8, size };
		bool known = memcmp(name, "sdir", 4) == 0 || memcmp(name, "link", 4) == 0, optional = name[0] >= 'A' && name[0] <= 'Z';
		if (!optional && !known)
			return ml_error_set(err, ML_ERROR_UNJUDGED, "the index has an extension that mlint does not know");
		r->at += 8 + size;
	}
	return 0;
}

static int check_header(struct reader *r, uint32_t *nr, struct ml_error *err)
{
	if (r->bytes.len < HEADER + r->hash_size || memcmp(r->bytes.at, "DIRC", 4) != 0)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the index is cut off or is no index");
	r->version = ml_be32(r->bytes.at + 4);
	if (r->version < 2 || r->version > 4)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the index has version %u, which mlint does not know", r->version);
	*nr = ml_be32(r->bytes.at + 8);
	if (*nr > r->bytes.len / (STAT_BYTES + r->hash_size))
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the index is cut off: it is too short for the entries that it counts");
	r->at = HEADER;
	r->end = r->bytes.len - r->hash_size;
	return 0;
}

static int parse(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, size_t hash_size, bool raw, struct ml_error *err)
{
	struct reader r = { .arena = arena, .bytes = bytes, .hash_size = hash_size };
	uint32_t nr;
	if (check_header(&r, &nr, err) < 0)
		return -1;
	struct ml_index_entry *entries = ml_arena_array(arena, struct ml_index_entry, nr);
	size_t kept = 0;
	for (uint32_t i = 0; i < nr; i++) {
		if (!read_entry(&r, &entries[kept]))
			return ml_error_set(err, ML_ERROR_UNJUDGED, "the index is broken at entry %u of %u", i + 1, nr);
		int order = kept && !raw ? strcmp(entries[kept - 1].path, entries[kept].path) : -1;
		if (order > 0)
			return ml_error_set(err, ML_ERROR_UNJUDGED, "the index is broken at entry %u of %u: not in order", i + 1, nr);
		kept += order != 0; /* the stages of a conflict are one file on disk */
	}
	*out = (struct ml_index){ .entries = entries, .entries_nr = kept };
	return check_extensions(&r, out, err);
}

int ml_index_parse_raw(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, size_t hash_size, struct ml_error *err)
{
	return parse(out, arena, bytes, hash_size, true, err);
}

int ml_index_parse(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, size_t hash_size, struct ml_error *err)
{
	return parse(out, arena, bytes, hash_size, false, err);
}

static int fail_slurp(enum ml_slurp slurped, const char *what, struct ml_error *err)
{
	switch (slurped) {
	case ML_SLURP_OK:
		return 0;
	case ML_SLURP_MISSING:
		return ml_error_set(err, ML_ERROR_UNJUDGED, "%s is not there", what);
	case ML_SLURP_NOT_A_FILE:
		return ml_error_set(err, ML_ERROR_UNJUDGED, "%s is no file", what);
	case ML_SLURP_TOO_LARGE:
		return ml_error_set(err, ML_ERROR_UNJUDGED, "%s is larger than mlint reads", what);
	case ML_SLURP_FAILED:
		break;
	}
	return ml_error_set(err, ML_ERROR_UNJUDGED, "%s cannot be read: %s", what, strerror(errno));
}

/* Whether a split index needs its other part: the hash that names it is not zero. */
static bool has_shared(const struct ml_index *index, size_t hash_size)
{
	for (size_t i = 0; i < hash_size && i < index->link.len; i++)
		if (index->link.at[i])
			return true;
	return false;
}

static int read_split(struct ml_index *out, struct ml_arena *arena, const char *folder, struct ml_span bytes, size_t hash_size,
		      struct ml_error *err)
{
	struct ml_buf path;
	struct ml_span shared;
	if (out->link.len < hash_size)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the index is split and does not say where its other part is");
	ml_buf_init(&path, strlen(folder) + 128);
	ml_buf_addf(&path, "%s/sharedindex.", folder);
	for (size_t i = 0; i < hash_size; i++)
		ml_buf_addf(&path, "%02x", (unsigned char)out->link.at[i]);
	int status = fail_slurp(ml_slurp_at(&shared, arena, AT_FDCWD, path.at, ML_LIMIT_INDEX_BYTES), "the shared part of the index", err);
	ml_buf_release(&path);
	return status ? status : ml_index_parse_split(out, arena, bytes, shared, hash_size, err);
}

int ml_index_read(struct ml_index *out, struct ml_arena *arena, const char *folder, const char *path, size_t hash_size, struct ml_error *err)
{
	struct ml_span bytes;
	*out = (struct ml_index){ 0 };
	enum ml_slurp slurped = ml_slurp_at(&bytes, arena, AT_FDCWD, path, ML_LIMIT_INDEX_BYTES);
	if (slurped == ML_SLURP_MISSING)
		return 0; /* nothing was ever added */
	if (fail_slurp(slurped, "the index", err) || ml_index_parse(out, arena, bytes, hash_size, err))
		return -1;
	return has_shared(out, hash_size) ? read_split(out, arena, folder, bytes, hash_size, err) : 0;
}

size_t ml_index_bound(const struct ml_index *index, const char *path)
{
	size_t low = 0, high = index->entries_nr;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(index->entries[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A number in decimal, "-1" allowed, ended by stop. */
static bool read_count(struct ml_span text, size_t *at, char stop, long *out)
{
	bool minus = *at < text.len && text.at[*at] == '-';
	long value = 0;
	size_t from = *at += minus;
	while (*at < text.len && *at - from < 10 && ml_is_digit(text.at[*at]))
		value = value * 10 + (text.at[(*at)++] - '0');
	*out = minus ? -value : value;
	return *at > from && *at < text.len && text.at[(*at)++] == stop;
}

bool ml_index_folder_next(struct ml_span trees, size_t *at, size_t hash_size, struct ml_index_folder *out)
{
	const char *nul = *at < trees.len ? memchr(trees.at + *at, '\0', trees.len - *at) : NULL;
	long entries, below;
	if (!nul)
		return false;
	out->name = ml_span_sub(trees, *at, (size_t)(nul - trees.at));
	*at += out->name.len + 1;
	if (!read_count(trees, at, ' ', &entries) || !read_count(trees, at, '\n', &below) || below < 0)
		return false;
	out->below_nr = (size_t)below;
	out->id = NULL;
	if (entries < 0)
		return true;
	if (trees.len - *at < hash_size)
		return false;
	out->id = (const unsigned char *)trees.at + *at;
	*at += hash_size;
	return true;
}
