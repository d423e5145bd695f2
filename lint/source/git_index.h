/*
 * git's index, read as bytes: versions 2, 3 and 4, SHA-1 and SHA-256. libgit2 is not asked: it reads the
 * repository's configuration on opening and follows its include.path wherever it leads, a FIFO included, where it
 * waits for ever; it refuses sparse and SHA-256 indexes; and it needs six times as long (it checks the checksum, as
 * git itself no longer does on reading). For lint/source alone.
 */
#pragma once

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"

struct ml_index_entry {
	const char *path; /* NUL-terminated, bytes as git holds them; may be anything, even empty */
	uint32_t size;    /* bytes, modulo 2^32, as git noted it last */
	uint32_t mode;    /* 0100644, 0100755, 0120000 link, 0160000 submodule, 040000 folder of a sparse index */
	bool sparse;      /* not checked out on purpose */
	bool later;       /* git add -N: named, but not part of the next commit */
	bool conflict;    /* a merge left several versions of it, and none is decided */
	const unsigned char *id; /* of its blob: hash_size bytes */
};

struct ml_index {
	const struct ml_index_entry *entries; /* in order of path; one for each path, whatever its merge stages */
	size_t entries_nr;
	struct ml_span trees; /* the extension TREE (ids of folders that have not changed since), or absent */
	struct ml_span link;  /* the extension link of one that is split, until it is joined with the other part, or absent */
};

/*
 * bytes: the whole file, alive as long as the index is used. hash_size: 20 or 32. Fails (unjudged) with what is
 * broken: signature, version, an entry past the end, an extension that must be known and is not.
 */
int ml_index_parse(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, size_t hash_size, struct ml_error *err);
/*
 * The same from a file; one that is not there is an index without entries. folder: of git, where the shared part of a split index lies
 * ('git update-index --split-index', core.splitIndex).
 */
int ml_index_read(struct ml_index *out, struct ml_arena *arena, const char *folder, const char *path, size_t hash_size, struct ml_error *err);
/* A split index: bytes of the file "index", shared of the part that its extension link names. */
int ml_index_parse_split(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, struct ml_span shared, size_t hash_size,
			 struct ml_error *err);
/* For git_index_split.c: entries as they stand there, each stage of a merge by itself; the extension link is let through. */
int ml_index_parse_raw(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, size_t hash_size, struct ml_error *err);
/* The first entry at or behind path. */
size_t ml_index_bound(const struct ml_index *index, const char *path);

/*
 * The extension TREE as a walk: what it says of one folder, and where its folders below begin. Node 0 is the root
 * (gitformat-index(5), "Cache tree").
 */
struct ml_index_folder {
	struct ml_span name;
	const unsigned char *id; /* of its tree object, or NULL where it has changed */
	size_t below_nr;         /* folders below, each a node, that follow */
};
/* The node at *at, which moves behind it. false: the extension is broken or ends; nothing then is known of any folder. */
bool ml_index_folder_next(struct ml_span trees, size_t *at, size_t hash_size, struct ml_index_folder *out);
