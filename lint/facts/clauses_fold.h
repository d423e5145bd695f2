/*
 * Words of a license as a plain line of text: what is left when white space,
 * Markdown signs, HTML tags, typographic quotes and full-width forms are folded
 * away, with the way back to the bytes of the file.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/span.h"

/* From at on, the folded text stands for the source from source on, byte by byte, up to the next step. */
struct ml_fold_step {
	uint32_t at, source;
};

struct ml_fold {
	struct ml_arena *arena;
	struct ml_span source;
	char *out; /* room for source.len + room bytes */
	uint32_t len;
	struct ml_fold_step *steps; /* in order of at */
	size_t steps_nr, steps_cap;
};

/* room: bytes that the caller will put in besides the folded ones. source: valid UTF-8, shorter than 4 GB. */
void ml_fold_init(struct ml_fold *fold, struct ml_arena *arena, struct ml_span source, size_t room);
/* Appends [from, to) of the source, one line of it, folded. Never makes it longer. */
void ml_fold_line(struct ml_fold *fold, size_t from, size_t to);
/* Appends one byte of the caller's own (a blank, a line end) that stands at source. */
void ml_fold_put(struct ml_fold *fold, char c, size_t source);
/* The offset in the source of an offset of the folded text. */
size_t ml_fold_source(const struct ml_fold *fold, size_t at);
