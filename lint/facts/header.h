/* Headers of weight files, private to lint/facts: header.c and a reader for each format. */
#pragma once

#include <stddef.h>

#include "lint/base/limits.h"
#include "lint/facts/parts.h"

/* A header being read. */
struct header {
	struct ml_facts *facts;
	struct ml_arena *scratch;   /* of bytes: given up after the file */
	struct ml_artifact *out;    /* values live in the facts' arena */
	struct ml_span bytes;       /* the first ones of the file */
	size_t *left;               /* bytes that this run may still read of headers */
	const char *bases[ML_LIMIT_HEADER_VALUES], *tags[ML_LIMIT_HEADER_VALUES];
	size_t bases_nr, tags_nr;
	bool more;                  /* header_more was asked already */
};

/* header_*.c: read what the bytes say. What is wrong becomes out->unread. */
void header_gguf(struct header *header);
void header_safetensors(struct header *header);
void header_onnx(struct header *header);

/*
 * header.c, for them.
 */

/* Whether bytes could be made longer, up to ML_LIMIT_HEADER_BYTES or the file's end. Spans into the old ones stay valid. */
bool header_more(struct header *header);
/* Bytes of another place; false where they cannot be had, unread then says why. */
bool header_window(struct ml_span *out, struct header *header, uint64_t from, size_t size);
/* Says why the header could not be read. false, so that a failure is one line. */
bool header_unread(struct header *header, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A text of the header as UTF-8 in the facts' arena; NULL where it is empty or longer than ML_LIMIT_HEADER_TEXT_BYTES. */
const char *header_text(struct header *header, struct ml_span text);
/* A base model: the id in an address of a hub, else the words as written. Each once, and never the repository itself. */
void header_base(struct header *header, struct ml_span name);
/* The same of the name of a file that it was made from, where that is known as a model's; and of an address, where it is a model's page. */
void header_base_file(struct header *header, struct ml_span name);
void header_base_page(struct header *header, struct ml_span url);
void header_tag(struct header *header, struct ml_span tag);
/* The parts between commas, trimmed. */
void header_list(struct header *header, struct ml_span list, void (*add)(struct header *, struct ml_span));

/* The values that stand under one key, by its name in each format. */
struct header_key {
	const char *key;
	size_t value; /* offset of a const char * in struct ml_artifact */
};
#define HEADER_KEY(name, member) { name, offsetof(struct ml_artifact, member) }
/* Takes the value of a key that one of nr rows names. The first of several counts. */
bool header_take(struct header *header, const struct header_key *rows, size_t nr, struct ml_span key, struct ml_span value);
