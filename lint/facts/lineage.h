/*
 * What a model was made from and trained on. Card keys are collected by
 * declared.c, headers of weights by their readers; here come configurations and
 * sentences, and then what the knowledge says of every one of them.
 */
#pragma once

#include "lint/facts/facts.h"
#include "lint/text/pattern.h"

/* lineage_files.c: adapter_config.json, config.json, mergekit's YAML, Modelfile … *left: bytes that may still be read. */
void ml_lineage_files(struct ml_facts *facts, struct ml_arena *scratch, size_t *left);
/* lineage_cards.c: of a card what may tell of origins: chunks with words of origin that name somebody else's model or data set. */
const struct ml_document *ml_lineage_document(const struct ml_facts *facts, const struct ml_card *card);
/* lineage_words.c: sentences and tables of cards that name what the own model was made from. */
void ml_lineage_words(struct ml_facts *facts);
/* lineage_data.c: sentences that name training data. */
void ml_lineage_data(struct ml_facts *facts);
/* lineage_data.c: whether a block stands below a heading such as "Training data". */
bool ml_is_training_section(const struct ml_facts *facts, const struct ml_block *block);
/* lineage.c: looks all of them up. After the three above. */
void ml_lineage_resolve(struct ml_facts *facts);
/* inherit.c: compares the own terms with those of the bases. After govern.c. */
void ml_inherit_collect(struct ml_facts *facts);

/* The name of a model without its owner: what stands behind the last "/" or ":" of an id, an address or a path. */
struct ml_span ml_id_name(struct ml_span id);
/* A byte of a name or an id as hubs have them: "acme/heron-7b_v1.5". */
static inline bool ml_is_id_byte(char c)
{
	return ml_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '/';
}
/* Whether a name may begin at an offset: a letter or digit that no other byte of a name stands before. */
static inline bool ml_id_begins(struct ml_span text, size_t at)
{
	return ml_is_alnum(text.at[at]) && (!at || !ml_is_id_byte(text.at[at - 1]));
}
/* Whether a text is a Hub id "owner/name", and no path of somebody's disk. */
bool ml_is_hub_id(const struct ml_knowledge *knowledge, struct ml_span id);
/* The first data set or service that goes by a name in [*at, to) of a text, or NULL; *at gets where it stands, *len its bytes. */
const struct ml_dataset *ml_dataset_named(const struct ml_knowledge *knowledge, struct ml_span text, size_t *at, size_t to, size_t *len);
/* The id in the address of a data set's page on the Hub, "owner/name" or an old bare name; absent for other addresses. */
struct ml_span ml_hub_dataset_of(struct ml_span url);
/* Whether an id names this very repository. */
bool ml_is_own_id(const struct ml_facts *facts, struct ml_span id);
/* Whether the owner of an id is the maker of this repository. */
bool ml_is_own_maker(const struct ml_facts *facts, struct ml_span id);
/* lineage_words.c: whether the words in front of a cue of a sentence, and the guards, say that the own model is spoken of. */
bool ml_lineage_own(const struct ml_facts *facts, const struct ml_block *block, struct ml_span sentence, const struct ml_match *cue);
