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
};

struct ml_index {
	const struct ml_index_entry *entries; /* in order of path; one for each path, whatever its merge stages */
	size_t entries_nr;
};

/*
 * bytes: the whole file, alive as long as the index is used. hash_size: 20 or 32. Fails (unjudged) with what is
 * broken: signature, version, an entry past the end, an extension that must be known and is not.
 */
int ml_index_parse(struct ml_index *out, struct ml_arena *arena, struct ml_span bytes, size_t hash_size, struct ml_error *err);
