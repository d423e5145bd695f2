/* What a repository's history says. Collected by itself, for it costs more than all else: only where somebody asks. */
#pragma once

#include "lint/facts/facts.h"
#include "lint/source/git.h"

/* Sets facts->relicensed, from the commit that the tree is of, or that its work tree stands on. Fails (unjudged) where history cannot be read. */
int ml_history_collect(struct ml_facts *facts, struct ml_git *git, struct ml_error *err);
