/*
 * Whether the repository offers a model, and what shows it. A repository offers weights when it ships them, when
 * its cards link its own, or when they describe its own model. A library, an app or a list of other people's models
 * links and describes models too: its links count only where they are the maker's own and the repository's subject.
 */
#pragma once

#include "lint/facts/facts.h"

#define ML_SMALL_WEIGHTS (1u << 20) /* bytes: below it a file is a sample or a toy, unless it lies at the root */

/* Sets facts->offer and facts->offered from artifacts, cards and the tree. */
void ml_offer_collect(struct ml_facts *facts);

/* A model's address at a hub: "https://huggingface.co/acme/heron-7b/tree/main". name is absent for the page of an owner. */
struct ml_hub_model {
	struct ml_span owner, name;
};
/* Borrows from url. False where it is no address of a model or its owner at a hub that is known. */
bool ml_hub_model_of(struct ml_hub_model *out, const struct ml_knowledge *knowledge, struct ml_span url);

/* Whether a weight file is offered: none of tests, and below the root at least so many bytes, or a pointer. */
bool ml_is_shipped(const struct ml_knowledge *knowledge, const struct ml_artifact *artifact, uint64_t least);
/* Whether a card is of a model, by its name or its front matter. */
bool ml_is_model_card(const struct ml_knowledge *knowledge, const struct ml_card *card);

/* offer_words.c: whether the card's own words tell of a model of its own, and where; of a tool only the plainest words count. */
bool ml_tells_of_model(struct ml_where *out, const struct ml_facts *facts, const struct ml_card *card, bool tool);
/* Whether the title and the paragraphs before the first section call the repository a library, an app, a list … card may be NULL. */
bool ml_calls_itself_tool(const struct ml_facts *facts, const struct ml_card *card);
