/*
 * A tree: the files of one state of a repository, with sizes, roles and, on
 * demand, their bytes. It comes from a work tree (the entries of the index, read
 * from disk, plus untracked files where a role name can stand), a plain folder,
 * a Hugging Face cache snapshot, the index, a commit, or a record. Nothing of the repository is executed or obeyed.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/span.h"
#include "lint/source/role.h"

enum ml_source_kind { ML_SOURCE_WORKTREE, ML_SOURCE_INDEX, ML_SOURCE_COMMIT, ML_SOURCE_FOLDER, ML_SOURCE_RECORD };

enum ml_file_state {
	ML_FILE_UNREAD = 0,  /* not asked for yet, or a role that is never read whole */
	ML_FILE_READ,
	ML_FILE_POINTER,     /* a Git LFS or Xet pointer stands in its place; size is the real one */
	ML_FILE_LINK,        /* a link that policy does not follow */
	ML_FILE_TOO_LARGE,   /* above ML_LIMIT_FILE_BYTES: text holds the first part, unread counts it */
	ML_FILE_MISSING,     /* tracked, but not in the work tree */
	ML_FILE_FAILED,      /* could not be read: exit status 3 */
	ML_FILE_SPECIAL,     /* FIFO, device, socket: never opened */
};

struct ml_file {
	const char *path;      /* from the root, "/" between names; bytes as git holds them, NUL-terminated */
	uint64_t size;         /* bytes; of a pointer the size it names */
	enum ml_role role;
	enum ml_file_state state;
	bool tracked;
	bool outside;          /* in vendored, fixture or third-party folders: not the repository's own (guard g3) */
	bool linked;           /* in a commit or the index: a link, size and bytes are those of the file that it leads to */
	bool converted;        /* text is not a stretch of bytes: offsets do not match */
	struct ml_span bytes;  /* as read, after ml_tree_read */
	struct ml_span text;   /* as UTF-8 without BOM, after ml_tree_read; absent for binary */
	const char *above;     /* of a license file above the scanned folder (path begins with "../"): its path from the root of the repository; else NULL */
	const unsigned char *blob; /* in a commit or the index: the 20 bytes of its id; else NULL */
	const char *problem;   /* of FAILED, LINK, SPECIAL, TOO_LARGE: a short sentence, or NULL */
	const struct ml_lines *lines; /* of text, made at the first ml_where_of */
};

struct ml_tree {
	enum ml_source_kind kind;
	const char *given;     /* the PATH as it was given; NULL for a record */
	const char *id;        /* of a record: what it is called; else NULL */
	const char *root;      /* absolute path of the scanned root; NULL for a record */
	const char *within;    /* in a work tree, tracked or not, or what git holds of one: where the root stands in it, "models/heron/" or ""; NULL elsewhere */
	const char *only;      /* where PATH is a file: its path; findings are told of it alone. NULL else */
	bool alone;            /* nothing but that file was listed */
	bool cached;           /* a snapshot of a Hugging Face cache: somebody else's */
	const char *name;      /* last folder name of the root, or the repository name of a cache snapshot ("org/name") */
	const char *owner;     /* who made it, as a record or a cache says; of a folder told by facts, from the one above; or NULL */
	const char *folder;    /* the folder above the root, which may be named for an organization (org/name layout); NULL for hidden ones */
	const char *remote;    /* URL of remote "origin" or the only one, from the config as data; or NULL */
	const char *revision;  /* hex id of HEAD, or NULL */
	struct ml_file *files; /* in order of path bytes */
	size_t files_nr;
	const struct ml_problem *problems; /* what could not be listed: unreadable folders, limits */
	size_t problems_nr;
	void *handle;          /* of the source that made it */
};

struct ml_problem {
	const char *path;      /* or NULL */
	const char *text;      /* one sentence, lower case, no full stop */
};

struct ml_git;

struct ml_tree_options {
	bool no_git;          /* treat as a plain folder */
	struct ml_git *git;   /* with revision or staged: the repository that path lies in (ml_git_open); it must outlive the tree */
	const char *revision; /* the tree of that commit */
	bool known;           /* with revision: folders that the index says to be the same are listed from it; for a repository of the user's own */
	bool staged;          /* the tree that the next commit would have: the index */
	bool beside;          /* path is a file, of whose repository only the names matter: files beside it that tell what the folder is, and the remote */
};

/*
 * Opens path: below a repository its work tree (a path inside limits the scan to
 * that folder; paths then still count from the scanned folder, and where it has no license file of its own those of the nearest
 * folder above are listed as "../LICENSE"), else the plain folder. A path that is a file is opened as the folder that holds it where
 * its name has a role that others bear on (README.md, LICENSE), else with that file alone. Fails (usage) where path does not
 * exist, (unjudged) where the index or the folder cannot be read.
 * Everything lives in arena but for handles, which ml_tree_close gives up.
 */
int ml_tree_open(struct ml_tree **out, struct ml_arena *arena, const char *path, const struct ml_tree_options *options,
		 struct ml_error *err);
/*
 * The tree of one line of "mlint batch" (JSON, the contract's "Record"): {"id": "org/name", "files": {PATH: TEXT}, "sizes": {PATH: BYTES}}.
 * A path with a size alone is a file that nobody can read: of weights that says enough, of a license or card it is told as unread.
 * Fails (unjudged) where line is no such record; *id is set as soon as it is known, else NULL. Everything lives in arena.
 */
int ml_tree_of_record(struct ml_tree **out, const char **id, struct ml_arena *arena, struct ml_span line, struct ml_error *err);
/*
 * Whether two trees hold the same files with a role (but code, of which any is like any other) and the same bytes in them, told by
 * ids: then a verdict on one holds for the other. false where one of them is not of git's objects.
 */
bool ml_tree_same(const struct ml_tree *a, const struct ml_tree *b);
void ml_tree_close(struct ml_tree *tree); /* NULL is fine */
/*
 * Reads a file's bytes, at most limit (0: ML_LIMIT_FILE_BYTES), and sets state, bytes and text. What goes wrong is a
 * state of the file with its problem, never an error: the caller reports it. Reading twice costs nothing.
 */
void ml_tree_read(struct ml_tree *tree, struct ml_file *file, size_t limit);
/*
 * Looks a file's size up where nobody has: listing a tree does so for those with a role alone, in git's objects not for code. false: it is
 * no file that could be read.
 */
bool ml_tree_size(struct ml_tree *tree, struct ml_file *file);
/*
 * Reads at most size bytes from an offset of a file, for headers of weights: what stands behind is not touched, and the file's state
 * and bytes stay as they are. The bytes live in arena; behind the end there are none. false: the file could not be read.
 */
bool ml_tree_peek(struct ml_span *out, struct ml_arena *arena, struct ml_tree *tree, const struct ml_file *file, uint64_t from,
		  size_t size);
/*
 * Lets a file hold these bytes (kept by reference), as if they had been read from it; a path that the tree lacks is added. Only before
 * anything points into the tree's files.
 */
void ml_tree_put(struct ml_tree *tree, const char *path, struct ml_span bytes);
/*
 * Reads a file of the repository around the tree: path counts from the top of the repository, whatever folder of it is scanned, and of a plain
 * folder from its root. From where the tree comes: from disk, from the index, from the commit; under the same rules (no way out of
 * the repository, no FIFO is opened). At most limit bytes. NULL: there is no such file. Its state says what came of it; ML_FILE_READ: it was read.
 */
const struct ml_file *ml_tree_around(struct ml_tree *tree, struct ml_arena *arena, const char *path, size_t limit);
/* Where path leads from a folder of the repository ("" for its top), by its letters alone; NULL: out of the repository. */
const char *ml_tree_place(struct ml_arena *arena, const char *folder, const char *path);
/* The file of that path, or NULL. */
struct ml_file *ml_tree_find(const struct ml_tree *tree, const char *path);

/* A place. line 0: the whole file; file NULL: the whole repository. Columns count bytes of UTF-8, end_column is one past. */
struct ml_where {
	const struct ml_file *file;
	uint32_t line, column, end_line, end_column;
};
/* The place of [from, to) of file->text. Makes file->lines at first use, in arena. */
struct ml_where ml_where_of(struct ml_arena *arena, const struct ml_file *file, size_t from, size_t to);
struct ml_where ml_where_line(const struct ml_file *file, uint32_t line, uint32_t end_line);
