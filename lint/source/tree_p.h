/*
 * What the sources of a tree share: the folder that is scanned, held open, and
 * the ways to look into it that cannot leave it. For lint/source alone.
 *
 * Every path is walked name by name with O_NOFOLLOW from the held folder, so
 * that neither ".." nor a link, swapped in at any time, leads out of it. Only
 * regular files are opened; FIFOs, devices and sockets never are.
 */
#pragma once

#include <limits.h>
#include <sys/stat.h>

#include "lint/source/git_place.h"
#include "lint/source/role_p.h"
#include "lint/source/tree.h"

struct ml_root {
	int fd;                 /* the scanned folder */
	int folder_fd;          /* the last folder that was walked to, or -1 */
	char folder[PATH_MAX];  /* its path; "" for fd itself */
	int blobs_fd;           /* of a cache snapshot: the blobs of its model, else -1 */
	struct ml_span inside;  /* of a cache snapshot: the root's path from the model's folder ("snapshots/REV"), else absent */
	struct ml_git *git;     /* of a commit or the index, borrowed: files are blobs of it, and fd is -1; else NULL */
	const unsigned char *peeked;   /* id of the blob whose bytes are kept for ml_tree_peek, or NULL */
	struct ml_span peeked_bytes;
	uint64_t read_bytes;    /* so far, against ML_LIMIT_READ_BYTES */
	struct ml_root *top;    /* of the whole repository, where files above the scanned folder were listed; else NULL */
	struct ml_arena *arena;
};

/* 0, or -1 with errno. NULL-safe release. */
int ml_root_open(struct ml_root *root, struct ml_arena *arena, const char *path);
void ml_root_release(struct ml_root *root);

/* A descriptor of the folder of that path ("" is the root itself), owned by root until the next call; -1 with errno. */
int ml_root_folder(struct ml_root *root, struct ml_span path);
/* lstat below the root: no link is followed on the way. 0, or -1 with errno. */
int ml_root_stat(struct ml_root *root, const char *path, struct stat *out);
/* Opens a regular file for reading: a descriptor of the caller's, and what it is, or -1 with errno (ELOOP a link, EINVAL no regular file). */
int ml_root_open_file(struct ml_root *root, const char *path, struct stat *st);

/* Applies a link's words to the path in buf, as letters only. false: it leads above the start, or is too long. */
bool ml_link_apply(char *buf, size_t size, struct ml_span link);

/* Looks at the file on disk and sets size, state and problem (LINK, SPECIAL, MISSING, FAILED; else UNREAD). false: there is nothing to list (a folder). */
bool ml_file_look(struct ml_root *root, struct ml_file *file);
/* Sets the text of a file whose bytes are there, or the size that they point to as a pointer. */
void ml_file_take_text(struct ml_arena *arena, struct ml_file *file);

/* A file's bytes under a limit, from a path outside of any tree (index, HEAD, config): regular files only. */
enum ml_slurp { ML_SLURP_OK, ML_SLURP_MISSING, ML_SLURP_NOT_A_FILE, ML_SLURP_TOO_LARGE, ML_SLURP_FAILED };
enum ml_slurp ml_slurp_at(struct ml_span *out, struct ml_arena *arena, int fd, const char *path, size_t limit);

/* A tree under construction. */
struct ml_listing {
	struct ml_arena *arena;
	struct ml_file *files;
	size_t files_nr, files_cap;
	struct ml_problem *problems;
	size_t problems_nr, problems_cap;
	bool full; /* ML_LIMIT_FILES was reached */
	struct ml_role_memo memo; /* of the last file */
};
/* Adds an empty entry for path (kept by reference) with its role; NULL where the listing is full, which is told once. */
struct ml_file *ml_listing_add(struct ml_listing *list, const char *path);
/* The same where the role is known. */
struct ml_file *ml_listing_put(struct ml_listing *list, const char *path, enum ml_role role, bool outside);
/* Room for so many more, where the number is known: an array that grows is copied, and its pages are touched, twice. */
void ml_listing_reserve(struct ml_listing *list, size_t nr);
/* path may be NULL; both are kept by reference. */
void ml_listing_problem(struct ml_listing *list, const char *path, const char *text);
/* Orders the files by path bytes and drops repeated paths. */
void ml_listing_sort(struct ml_listing *list);

/*
 * tree_above.c: license files above the scanned folder. A folder without a license file of its own is under that of the nearest folder
 * above which has one, up to the root of the repository. prefix: the scanned folder from that root, "/" at its end, or empty.
 */
/* Adds the file of that path from the root of the repository (kept by reference) as "../NAME" where it is a license file above; else NULL. */
struct ml_file *ml_above_add(struct ml_listing *list, struct ml_span prefix, const char *whole);
/* Of those that were added keeps the nearest folder's, and none where the scanned folder has its own. Before the listing is sorted. */
void ml_above_settle(struct ml_listing *list);
/* Adds them from the disk. Nothing is looked at where the scanned folder has its own. */
void ml_above_find(struct ml_listing *list, struct ml_root *root, const struct ml_git_place *place);

/* tree.c: whether a file of that name is a card, a license, a package or the like: no mere page and no code. */
bool ml_bears_on(const char *name);
/* tree_folder.c: walks the folder. */
void ml_list_folder(struct ml_listing *list, struct ml_root *root);
/* Its own files that tell what the folder is (ml_bears_on), and none of the folders below it. */
void ml_list_beside(struct ml_listing *list, struct ml_root *root);

/* tree_cache.c: whether path (absolute) lies in a snapshot of a Hugging Face cache, and what that says. */
struct ml_cache {
	struct ml_span model; /* path of "models--org--name" */
	struct ml_span inside; /* the rest: "snapshots/REV" and what is below it */
	const char *owner, *name; /* "org", "org/name" (a name without owner: NULL, "name") */
	const char *revision;
};
/* What it borrows, it borrows from path; the names live in arena. */
bool ml_cache_find(struct ml_cache *out, struct ml_arena *arena, const char *path);

/* Whether a path that git names is one that a work tree can hold: no empty name, "..", ".git", nor one longer than the system takes. */
bool ml_path_safe(struct ml_span path);

/* tree_worktree.c: fills list, tree->remote and tree->revision. *tracked_nr: entries of the index below the prefix. -1 with *err: the index cannot be read. */
int ml_list_worktree(struct ml_listing *list, struct ml_root *root, const struct ml_git_place *work, struct ml_tree *tree,
		     size_t *tracked_nr, struct ml_error *err);

/* tree_revision.c: fills list (ordered) and tree->kind, files, revision. Fails as ml_tree_open does. */
int ml_list_commit(struct ml_listing *list, struct ml_git *git, const char *revision, bool known, struct ml_tree *tree, struct ml_error *err);
int ml_list_index(struct ml_listing *list, struct ml_git *git, struct ml_tree *tree, struct ml_error *err);
/* The size of a file's blob, or FAILED and why. */
void ml_blob_look(struct ml_arena *arena, struct ml_git *git, struct ml_file *file);
/* The bytes of a file's blob, at most limit; *more: there are further ones. -1 with *err. */
int ml_blob_read(struct ml_span *out, struct ml_arena *arena, struct ml_git *git, const struct ml_file *file, size_t limit,
		 bool *more, struct ml_error *err);
