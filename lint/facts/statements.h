/*
 * How a sentence states terms: the anchors in it (names of licenses, links to
 * license files, bare terms), and whether it speaks of the repository's own work.
 * Between statements.c, statements_sentence.c, statements_anchor.c and
 * statements_own.c only.
 */
#pragma once

#include "lint/facts/clauses.h"
#include "lint/facts/parts.h"

/* A place in a sentence that names or points to a license. */
struct ml_anchor {
	size_t from, to;                  /* offsets in the sentence */
	const struct ml_license *license; /* or NULL: a name that is not known, or a link to a file alone */
	struct ml_span name;              /* as written, or absent */
	const struct ml_file *target;     /* license file of the tree, or NULL */
	bool linked;                      /* stands in a link */
};

#define ML_ANCHORS_MAX 16
#define ML_LICENSE_NAME_BYTES 120u /* a license's name that stands alone */

/* The anchors of a sentence of block (sentence.at points into block->text), in order, at most ML_ANCHORS_MAX; one where a name is linked. section: it is told to be about licenses. */
size_t ml_anchors_of(struct ml_anchor *out, const struct ml_facts *facts, const struct ml_file *from, const struct ml_block *block,
		     struct ml_span sentence, bool section);

/* The statements of one card as they are made. */
struct ml_stating {
	const struct ml_facts *facts;
	const struct ml_card *card;
	struct ml_arena *arena;
	struct ml_statement *out;
	size_t nr, cap;
	uint32_t alternatives; /* choices between licenses so far */
	size_t block_from;     /* the first statement of the block that is read */
};
/* Reads one sentence of block, and makes of it what it states. section: it stands where licenses are told. */
void ml_state_sentence(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool section);
void ml_state(struct ml_stating *to, const struct ml_statement *statement);
/* Where a stretch of the text of block stands in the file. */
struct ml_where ml_state_place(const struct ml_stating *to, const struct ml_block *block, struct ml_span stretch);
/* The words that lead in to the list of an item where those forbid, "You may not"; absent for other blocks. */
struct ml_span ml_banning_lead(const struct ml_stating *to, const struct ml_block *item);
/* A sentence of the item behind them, "You may not redistribute the weights", in the arena; the sentence where lead is absent. */
struct ml_span ml_with_lead(const struct ml_stating *to, struct ml_span lead, struct ml_span sentence);
/*
 * The restrictions among the terms that a sentence of block states; duties such as attribution say nothing about what is allowed. as_text: it
 * speaks as a license does, below "License" and without the name of one. *out: in the arena.
 */
size_t ml_state_limits(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, bool as_text, const struct ml_term_fact **out);
/*
 * "MIT, for research purposes only": a sentence of block that takes away what the license that it names grants states that limit too. Where one of its
 * licenses may itself have the limit, or is not known, the words only repeat it. first: of the statements that its anchors made. Returns whether one was
 * stated.
 */
bool ml_state_taken(struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchors, size_t nr,
		    size_t first);
/* A whole sentence, or what follows its offset from ("License:"), that is a name and nothing else, "MIT": 1 and *out, or 0. */
size_t ml_bare_name(struct ml_anchor *out, const struct ml_stating *to, struct ml_span sentence, size_t from);

enum ml_heading_kind {
	ML_HEADING_PLAIN,
	ML_HEADING_LICENSE, /* a heading such as "License", "协议" */
	ML_HEADING_OTHERS,  /* thanks, related work, citations, dependencies */
};
/* Of the heading that a block stands below; PLAIN where there is none. */
enum ml_heading_kind ml_heading_kind_of(const struct ml_knowledge *knowledge, const struct ml_block *block);
/* The parts (set of enum ml_scope) that a license section's heading names: "Model Parameters License"; 0 for none. */
unsigned ml_heading_scope(const struct ml_knowledge *knowledge, struct ml_span heading);

/* Whether a Latin word that looks like another's name stands there. */
bool ml_names_foreign(const struct ml_facts *facts, struct ml_span lead);
/* Whether the words in front of a license name say that the repository's own work is meant. */
enum ml_owner {
	ML_OWNER_NONE,    /* nothing says whose */
	ML_OWNER_OWN,     /* "this", "our", a name of its own, a bare "the code" */
	ML_OWNER_FOREIGN, /* another's name, "based on", "originally", "third-party" */
	ML_OWNER_BASE,    /* own work, but the terms are said to come from what it is based on */
};
bool ml_derives(const struct ml_knowledge *knowledge, struct ml_span lead); /* "based on", "derived from", 基于 */
enum ml_owner ml_owner_of(const struct ml_facts *facts, struct ml_span sentence);
/* What stands in the block around a sentence that lies in its text, with it: at most 2,000 bytes on each side. */
struct ml_span ml_words_around(const struct ml_block *block, struct ml_span sentence);
/* The sentence of the block in front of one that lies in its text; absent for the first. */
struct ml_span ml_sentence_before(const struct ml_block *block, struct ml_span sentence);
/* What the words in front of a license speak of: they themselves, or, where they begin with "It", the subject of the sentence before. */
struct ml_span ml_subject_meant(const struct ml_facts *facts, const struct ml_block *block, struct ml_span lead);

/* Whether words connect a subject with a license: "released under", "采用…协议"; "License: MIT" counts. */
bool ml_grants(const struct ml_facts *facts, struct ml_span sentence);
/* Whether the sentence is a row such as "Model License: MIT"; *value is the offset behind the colon. */
bool ml_has_license_key(const struct ml_facts *facts, struct ml_span sentence, size_t *value);
/* Whether the sentence tells users which terms to keep: "should be used under", "must comply with", "请遵守". */
bool ml_directs(const struct ml_facts *facts, struct ml_span sentence);
/*
 * Whether words say that what they speak of is not the own work: given out by others, or only used here ("the weights that are distributed by
 * Wren Lab", "that this code loads"), theirs or a former one ("most models", "the original weights"), or of another size.
 */
bool ml_is_of_others(const struct ml_facts *facts, struct ml_span lead);
/* Whether a text names sizes of models ("the 70B model"), and not that of the repository's name, "heron-7b"; false where that has none. */
bool ml_names_other_size(const struct ml_facts *facts, struct ml_span text);
/*
 * Whether a sentence without a license name limits something beside the work: the demo, the service, pictures on the page, outputs,
 * a paper; or tells of former times and of others ("previously", "unlike").
 */
bool ml_limits_beside(const struct ml_facts *facts, struct ml_span sentence);
/* Whether a sentence of block without a license name limits what is not here: what was left out of the data, what was tested on, what the sentence before tells of. */
bool ml_limits_absent(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence);
/* Whether words say that something was left out: "we did not use Wren Songs, because …". */
bool ml_tells_of_unused(const struct ml_facts *facts, struct ml_span words);
/*
 * Whether the terms at [from, end) of a sentence are those of data: of what the own model was trained on, or the own data set was taken
 * from; or of others' data. from == end: the sentence names no license, but says what may not be done.
 */
enum ml_learned {
	ML_LEARNED_NOT,    /* nothing says so */
	ML_LEARNED_OTHERS, /* of data, but not of what the own work comes from */
	ML_LEARNED_OWN,
};
enum ml_learned ml_learned_under(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, size_t from, size_t end);
/* Whether one of the anchors is the license of such data of the own work. */
bool ml_names_learned(const struct ml_stating *to, const struct ml_block *block, struct ml_span sentence, const struct ml_anchor *anchors, size_t nr);
/* Whether a text takes the weights out of a license: "it does not cover the model weights". */
bool ml_leaves_weights_out(const struct ml_facts *facts, struct ml_span text);
/*
 * Whether a sentence of a hub's card, which describes one model, is said of another: it begins with a link to that one's page, or stands
 * below an item that does. block: of card->document.
 */
bool ml_tells_of_other_model(const struct ml_facts *facts, const struct ml_card *card, const struct ml_block *block, struct ml_span sentence);
/* Whether the license that the sentence names at an offset is that of an own model in a list: "- [org/heron-7b](…) (CC BY-NC 4.0)". */
bool ml_lists_own_model(const struct ml_facts *facts, const struct ml_block *block, struct ml_span sentence, size_t at);
/* Whether the sentence says only that terms stand elsewhere. */
bool ml_points_elsewhere(const struct ml_facts *facts, struct ml_span sentence);
