/* A license text as an entry of the YAML that --knowledge reads: for identify --as-knowledge. */
#pragma once

#include "lint/base/buf.h"
#include "lint/facts/facts.h"

/* Adds what stands once in front of all entries. */
void license_entries_begin(struct ml_buf *out);
/*
 * Adds the entry of one text, a tree of one file: an id and a name made of its title, its file's name or its folder's, the terms that licenses (what the text was
 * identified as) show, with their lines as comments, and what recognizes it again. A text that is known already, or shorter than a
 * run, gives comments only. arena: scratch.
 */
void license_entry(struct ml_buf *out, struct ml_arena *arena, const struct ml_knowledge *knowledge, const struct ml_tree *tree,
		   const struct ml_license_fact *licenses, size_t nr);
