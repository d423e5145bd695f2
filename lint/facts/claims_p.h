/*
 * The claims engine inside: a sentence becomes classified words (claims_words.c,
 * by its language, claims_language.c, with its known words, claims_lexicon.c, and
 * claims_names.c), rows of the knowledge are matched around a phrase
 * (claims_match.c), a table of steps decides (claims_steps.c), and scope words
 * tell the subject (claims_scope.c). claims.c walks the document.
 */
#pragma once

#include "lint/facts/parts.h"
#include "lint/text/scan.h"
#include "lint/text/tokens.h"

#define CLAIM_WORDS_MAX 400u /* of one sentence; what is longer is a list or a dump, and only its first part is read */
#define CLAIM_NAMES_MAX 96u

struct claim_name {
	struct ml_span letters; /* folded, without spaces and underscores: "open_llama" is found in "Open LLaMA" */
	bool own;               /* else of a base model or dataset */
	bool sibling;           /* own, but known from a link into the owner's space alone: another release of the same people */
	bool maker;             /* own: what texts call the owner */
};

/* What a document is, worked out when a claim in it asks. */
struct claim_nature {
	bool known;
	bool listing; /* a list, a survey, a course by its title, or an essay: what it describes is not its own */
	bool papers;  /* a list of papers: not even "we" in their abstracts is the repository's */
};

/* What holds for one document. */
struct claim_engine {
	const struct ml_facts *facts;
	const struct ml_claims_knowledge *knowledge;
	const struct ml_card *card;
	struct ml_arena *arena;      /* of sentences: reset between blocks */
	const struct ml_scan *scan;  /* for the triggers of all languages */
	struct claim_name names[CLAIM_NAMES_MAX];
	size_t names_nr, own_nr; /* own_nr: those in front that are not taken from bases and data sets */
	uint64_t heads[4];       /* a bit for each byte that a name may begin with */
	struct ml_span plain; /* a common word by which the repository is called: a name where it has a capital; empty for others */
	bool loose;   /* no name of its own is known: a name that no one knows is taken for it */
	struct claim_nature *nature; /* of the document, one for all copies of the engine */
};

struct claim_word {
	uint32_t at, end;      /* in the block's text */
	struct ml_span fold;
	uint64_t bit;          /* ml_claim_word_bit of fold; told by claim_candidate_view, for most sentences hold no phrase */
	struct ml_classes classes;
	int8_t kind;           /* enum ml_claim_kind of a claim phrase, or -1 */
	uint8_t form;
	uint8_t depth;         /* of parentheses */
	bool sibling;          /* SELF by the name of a sibling */
	bool maker;            /* SELF by that of the maker */
	bool genitive;         /* of a name: "Meta's" */
	bool foreign;          /* the text of a link into the space of another owner */
	bool joined, spaced, capital, mixed, digits, letters, han;
};

struct claim_sentence {
	const struct ml_block *block; /* NULL for text of a channel */
	struct ml_span text;
	const struct ml_claim_language *language, *inherits;
	struct claim_word *words;
	size_t nr;
	size_t start;  /* first word behind a bullet, a date, a task box */
	bool box_open; /* begins with "[ ]" */
	const struct claim_sentence *before; /* of the same block, or NULL */
};

/* What stands on one side of a phrase, all together: a row that asks for more cannot match. */
struct claim_side {
	struct ml_classes classes;
	uint64_t words; /* a bit for each word, by its first letters */
};

/* A claim phrase in its sentence, seen without parentheses that it does not stand in. */
struct claim_candidate {
	const struct claim_engine *engine;
	const struct claim_sentence *sentence;
	size_t phrase;               /* index into view */
	const struct claim_word **view;
	size_t view_nr;
	size_t start;                /* index into view: where "^" matches */
	struct claim_side front, back;
	enum ml_claim_kind kind;
	enum ml_claim_form form;
	bool inside;                 /* view is the inside of parentheses */
	const struct ml_block *blocks, *blocks_end; /* of the document; NULL for a channel */
};

struct claim_verdict {
	bool claim;              /* false: no claim at all */
	enum ml_stance stance;
	const char *step;        /* name of the step, and of a row its pattern: "own: {we} @verb" */
	const struct claim_word *named;
};

/* claims_words.c */
void claim_engine_init(struct claim_engine *engine, struct ml_arena *arena, const struct ml_facts *facts,
		       const struct ml_card *card);
const struct claim_nature *claim_nature_of(const struct claim_engine *engine);
/* block may be NULL; text lies in block->text where it is not. */
void claim_sentence_read(struct claim_sentence *out, const struct claim_engine *engine, const struct ml_block *block,
			 struct ml_span text);
/* Who asks again and again for one sentence: what each read last is kept. */
enum claim_asker { CLAIM_ASKER_SCOPE, CLAIM_ASKER_GUARD, CLAIM_ASKER_HEADING, CLAIM_ASKER_NR };
/* The same, good until the same asker reads another. */
struct claim_sentence *claim_sentence_again(const struct claim_engine *engine, enum claim_asker asker, const struct ml_block *block,
					    struct ml_span text);
/* Whether a trigger occurs in the text: only then it is worth reading. */
bool claim_triggered(const struct claim_engine *engine, struct ml_span text);
static inline bool claim_word_is(const struct claim_word *word, unsigned class_id)
{
	return ml_classes_has(&word->classes, class_id);
}
static inline bool claim_is_at(const struct claim_candidate *c, size_t i, unsigned class_id)
{
	return i < c->view_nr && claim_word_is(c->view[i], class_id);
}
/* Whether the word names somebody, and not the repository. */
static inline bool claim_is_foreign(const struct claim_word *word)
{
	if (claim_word_is(word, ML_CLASS_ID_SELF))
		return false;
	return claim_word_is(word, ML_CLASS_ID_ALIEN) || claim_word_is(word, ML_CLASS_ID_BASE) ||
	       claim_word_is(word, ML_CLASS_ID_NAMED);
}
/* What the words of a cell are, all together; nothing of NULL. */
struct claim_cell {
	struct ml_classes classes;
	bool foreign; /* it names another */
	bool claim;   /* it holds a phrase */
};
struct claim_cell claim_cell_of(const struct claim_engine *engine, const struct ml_block *block);
/* Whether the sentence begins with a pronoun, behind "and" too. */
bool claim_of_pronoun(const struct claim_sentence *sentence);
/* The class of the part, if it begins with "this model", "this dataset" or "this tool", the two words in either order; or -1. */
int claim_begins_with_this(const struct claim_sentence *sentence);
/* Whether its subject is a part without a name: "The model is …", "Weights are …". */
bool claim_is_definite(const struct claim_sentence *sentence);
/* Whether it begins with the phrase, or with "released" and the like: "Open source.", "Licensed under …". */
bool claim_lacks_subject(const struct claim_sentence *sentence);

/* claims_language.c */
/* The language of a sentence: by its script, then by the words that tell one language of a script from the others. Never NULL. */
const struct ml_claim_language *claim_language_of(const struct ml_claims_knowledge *knowledge, const struct ml_tokens *tokens);
/* The language with that id; NULL where id is, or where none has it. */
const struct ml_claim_language *claim_language_named(const struct ml_claims_knowledge *knowledge, const char *id);

/* claims_lexicon.c */
/* The longest lexeme at the begin of rest (a folded text), or NULL; *len gets the bytes it takes. */
const struct ml_lexeme *claim_lexeme(const struct ml_claim_language *language, struct ml_span rest, size_t *len);

/* claims_names.c */
void claim_names_init(struct claim_engine *engine);
/* Takes those of bases and data sets anew, of which there are more now. */
void claim_names_others(struct claim_engine *engine);
/* How much of a folded word stands in front of its "'s": all of it where it has none. */
size_t claim_genitive_stem(struct ml_span fold);
/* The longest name at the begin of rest (folded), or NULL; *len gets the bytes that it takes. */
const struct claim_name *claim_name_at(const struct claim_engine *engine, struct ml_span rest, size_t *len);
/* Sets SELF, BASE, ALIEN and NAMED and puts the parts of names together. */
void claim_names_mark(struct claim_sentence *sentence, const struct claim_engine *engine);

/* claims_introduced.c */
/* Takes those names of the sentence for own ones that the document introduces so elsewhere; whether there was one.
 * *asked: how many names were looked for in this document. */
bool claim_names_introduced(const struct claim_engine *engine, const struct ml_document *document, struct claim_sentence *sentence, unsigned *asked);

/* claims_match.c */
/* Sees the sentence from the word: view, start. inside: only what stands in the same parentheses. */
void claim_candidate_view(struct claim_candidate *out, const struct claim_engine *engine, const struct claim_sentence *sentence,
			  size_t word, bool inside);
/* The first row of a step that matches, or NULL. */
const struct ml_claim_row *claim_row_find(const struct claim_candidate *candidate, enum ml_claim_step step);

/* claims_steps.c */
struct claim_verdict claim_decide(const struct claim_candidate *candidate, bool guards_only);
/* The same for a field that describes the repository: own, as step says, unless something tells otherwise. */
struct claim_verdict claim_decide_field(const struct claim_candidate *candidate, const char *step);

/* claims_scope.c */
enum ml_subject claim_subject(const struct claim_candidate *candidate);

/* claims_channels.c */
struct claim_list {
	struct ml_claim_fact *at;
	size_t nr, cap;
};
/* Front matter, badges and tables: what needs no grammar. arena: of the facts. */
void claim_channels(struct claim_list *out, const struct claim_engine *engine, const struct ml_document *document,
		    struct ml_arena *arena);
