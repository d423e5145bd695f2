/* A repository from the inside. For lint/source alone. */
#pragma once

#include "lint/source/git.h"
#include "lint/source/git_config.h"
#include "lint/source/git_index.h"
#include "lint/source/git_known.h"
#include "lint/source/git_place.h"
#include "lint/source/git_store.h"

/* What the path of a file says, seen from the scanned folder. */
struct ml_path_fact {
	bool known;         /* it was asked */
	bool safe;          /* as ml_path_safe */
	bool below;         /* it lies in that folder */
	bool outside;
	unsigned char role; /* enum ml_role, of one that lies there */
};

struct ml_git {
	struct ml_arena *arena;
	struct ml_git_place place;
	struct ml_git_config config;
	struct ml_index *index; /* as it was read first, or NULL */
	struct ml_known *known;
	struct ml_path_fact *facts; /* of the index's entries, as they are asked for; or NULL */
	struct ml_store *store; /* opened when it is needed: see ml_git_objects */
};

/* The store; NULL with *err where mlint cannot read this kind of repository. */
struct ml_store *ml_git_objects(struct ml_git *git, struct ml_error *err);
int ml_git_find_commit(struct ml_id *out, struct ml_git *git, const char *revision, struct ml_error *err);
/* The tree of a commit. */
int ml_git_root_of(struct ml_id *out, struct ml_git *git, const struct ml_id *commit, struct ml_error *err);
/* Read once; NULL with *err. */
const struct ml_index *ml_git_index(struct ml_git *git, struct ml_error *err);
/* What it knows of trees; the index was read before. */
const struct ml_known *ml_git_known(struct ml_git *git);
