/*
 * What readers of cards keep from one card to the next: the engine that judges
 * sentences, origins. (What depends on knowledge alone is kept longer: kept.h.) Made at first use; facts->shared is NULL where facts
 * are put together by hand, and then everything is made anew each time.
 */
#pragma once

#include <stddef.h>

#include "lint/facts/facts.h"
#include "lint/text/scan.h"

/* An engine for claims and the facts that it was made from: it is made anew where they have grown. */
struct ml_shared_engine {
	struct claim_engine *engine; /* claims_p.h; NULL before the first */
	const struct ml_card *card;
	size_t identity_nr, bases_nr, datasets_nr;
};

/* Sentences of claims_p.h, one an asker; see claim_sentence_again. */
#define ML_SHARED_SENTENCES 3
struct claim_kept;

struct ml_shared {
	struct ml_arena *arena;   /* of the facts */
	struct ml_arena *scratch; /* for one sentence */
	struct ml_shared_engine engines[2]; /* of a card, and of none */
	struct ml_arena *sentence_arenas[ML_SHARED_SENTENCES]; /* NULL before the first */
	struct claim_kept *sentences[ML_SHARED_SENTENCES];     /* NULL likewise, and when an engine was made anew */
	const struct ml_document **origins; /* of each card; see ml_lineage_document */
};

/* Lives in arena; ml_shared_release is called before that ends. */
struct ml_shared *ml_shared_new(struct ml_arena *arena);
void ml_shared_release(struct ml_shared *shared); /* its scratch; the rest goes with the arena */

/* An arena for one sentence, to be handed back: never two at a time. */
struct ml_arena *ml_shared_scratch(const struct ml_facts *facts);
void ml_shared_scratch_done(const struct ml_facts *facts, struct ml_arena *scratch);

/* A scan for words that live as long as the program or its knowledge, as for ml_scan_new: the one that is made, or (NULL) made once in a run. */
const struct ml_scan *ml_shared_scan(const struct ml_facts *facts, const struct ml_scan *made, const char *const *words, size_t words_nr);
