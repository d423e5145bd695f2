/*
 * Claim phrases, guards and scope words: rules/knowledge/claims/LANGUAGE.yml, and their loader.
 *
 * A language has a lexicon (words and phrases, each with its classes) and rows.
 * A row is a step of the procedure that it speaks for, the stance that follows,
 * and patterns over the classes of the words around the phrase:
 *
 *     {we} {adverb}* @verb          "we proudly open-source"
 *     {this} {thing} ..4 {be} @     "this model family is open source"
 *
 *     @          the claim phrase; @verb, @participle …: in that form
 *     word       that word, folded; a|b one of them; {class} a word of the class
 *     !x         one word that is none of x
 *     ..n        up to n words of the same clause; ~n the same, without commas
 *     ? * +      once or not; up to twelve; one to twelve; *3 up to three
 *     <name>|x   what the set of that name holds ("sets:" of the file), and x
 *     ^ $        begin and end of the sentence
 *
 * A word of the lexicon may be a stem ("модел*") or, where particles stand at the end of a word, an ending ("*입니다"),
 * whose classes come to those that the word has.
 *
 * A pattern without @ is looked for anywhere in the sentence.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/knowledge.h"

enum ml_claim_kind {
	ML_CLAIM_OPEN_SOURCE,
	ML_CLAIM_FULLY_OPEN,
	ML_CLAIM_OPEN_WEIGHTS,
	ML_CLAIM_OPEN_ACCESS,
	ML_CLAIM_OSI_APPROVED,
	ML_CLAIM_PERMISSIVE,
	ML_CLAIM_COMMERCIAL_USE,
	ML_CLAIM_NR
};
enum ml_subject { ML_SUBJECT_PROJECT, ML_SUBJECT_MODEL, ML_SUBJECT_WEIGHTS, ML_SUBJECT_CODE, ML_SUBJECT_DATA, ML_SUBJECT_NR };
enum ml_stance {
	ML_STANCE_OWN,
	ML_STANCE_CONDITIONAL,
	ML_STANCE_NEGATED,
	ML_STANCE_FUTURE,
	ML_STANCE_UPSTREAM,
	ML_STANCE_OTHER,
	ML_STANCE_NR
};
/* Whether somebody says it of his own work, be it under a condition. */
static inline bool ml_stance_is_own(enum ml_stance stance)
{
	return stance == ML_STANCE_OWN || stance == ML_STANCE_CONDITIONAL;
}
/* The words for them in YAML and in the contract's JSON. */
const char *ml_claim_kind_name(enum ml_claim_kind kind);
const char *ml_subject_name(enum ml_subject subject);
const char *ml_stance_name(enum ml_stance stance);

/* Grammatical form of a phrase as written. */
enum ml_claim_form {
	ML_FORM_BASE,       /* "open source": adjective, noun or verb */
	ML_FORM_PARTICIPLE, /* "open sourced" */
	ML_FORM_GERUND,     /* "open sourcing" */
	ML_FORM_THIRD,      /* "open sources" */
	ML_FORM_VERB,       /* a verb and nothing else: "to opensource", 开源了 */
	ML_FORM_ADJECTIVE,  /* never a verb: "fully open", 开源的 */
	ML_FORM_NOUN,       /* with its head: "open language model" */
	ML_FORM_AVAILABLE,  /* says that a thing can be had: "publicly available" */
	ML_FORM_NR
};

/*
 * Groups of rows, in the order in which the procedure asks them. Some have a function of
 * their own in lint/facts/claims_steps.c that comes before their rows.
 */
enum ml_claim_step {
	ML_STEP_FIELD,    /* a key and its value: "tags: [open-source]" */
	ML_STEP_NAME,     /* the phrase is part of a name, an address, a compound that is no artifact */
	ML_STEP_QUOTED,   /* in quotes, hedged, asked */
	ML_STEP_NEGATED,
	ML_STEP_REPORTED, /* said, thought or asked for by others; conditions */
	ML_STEP_FUTURE,
	ML_STEP_PAST,
	ML_STEP_UPSTREAM,
	ML_STEP_OTHERS,   /* comparison, community, tools, tasks */
	ML_STEP_OWN,
	ML_STEP_NEWS,     /* in an item of news: below such a heading, or behind a date */
	ML_STEP_TAGLINE,  /* verbless description, believed where a document introduces itself */
	ML_STEP_MOTTO,    /* the same in a paragraph right below the title, where no known noun is asked for */
	ML_STEP_HEADING,  /* the same in a heading, of what stands below it */
	ML_STEP_LISTING,  /* of a title: what the document tells of is not its own */
	ML_STEP_CHANNEL,  /* in fields alone, where a phrase without any mark is its own: those that are of others all the same */
	ML_STEP_INTRODUCED, /* of a name in place of the phrase: sentences by which a document tells that it is one's own */
	ML_STEP_NR
};
const char *ml_claim_step_name(enum ml_claim_step step);

/* Classes that the engine itself sets or asks for. Files add others; together at most ML_CLASSES_MAX. */
#define ML_CLASSES(X) \
	X(SELF, "self")           /* a name by which the repository speaks of itself */ \
	X(BASE, "base")           /* a declared base model or dataset */ \
	X(ALIEN, "alien")         /* a name that is known to be another's */ \
	X(NAMED, "named")         /* looks like a name, of whom is not known */ \
	X(KNOWN, "known")         /* lexicon: families of models known to all */ \
	X(NUMBER, "number") X(ADDRESS, "address") X(LINKED, "linked") X(CODED, "coded") \
	X(COMMA, "comma") X(STOP, "stop") X(COLON, "colon") X(SEMICOLON, "semicolon") X(DASH, "dash") X(OPEN, "open") \
	X(CLOSE, "close") X(QUOTE, "quote") X(QUESTION, "question") X(BAR, "bar") X(SLASH, "slash") X(AND, "and") \
	X(PHRASE, "phrase")       /* another claim phrase in the sentence */ \
	X(BREAK, "break")         /* lexicon: words that begin another clause */ \
	X(CODE, "code") X(WEIGHTS, "weights") X(DATA, "data") X(MODEL, "model") X(PROJECT, "project") \
	X(CODE_WORD, "code-word") /* lexicon: "code", "scripts": of the class code, and no more than a part, as "framework" may be more */ \
	X(ALL, "all")             /* "everything" */ \
	X(NOUN_END, "noun-end")   /* lexicon: words that end the noun phrase behind an adjective */ \
	X(VARIANT, "variant")     /* lexicon: what follows a model's name: chat, base, instruct */ \
	X(GENERIC, "generic")     /* lexicon: words of titles that are no name */ \
	X(YES, "yes") X(NO, "no") X(BE, "be") \
	X(EXCEPT, "except")       /* lexicon: what follows is left out: "not", "without" */ \
	X(ORIGIN, "origin")       /* lexicon: "whose", "from": the noun phrase in front is over */ \
	X(SECTION_OTHER, "section-other") X(SECTION_FUTURE, "section-future") X(SECTION_NEWS, "section-news") X(SECTION_PAPER, "section-paper") X(SECTION_SELF, "section-self") /* lexicon: headings */ \
	X(COMPANION, "companion") /* lexicon: what follows the name of a product in that of a thing made for it: "heron-client" */ \
	X(LISTING, "listing")     /* lexicon: titles of lists, surveys and courses, which speak of others */ \
	X(TIME, "time") X(PRONOUN, "pronoun") X(FIRST, "first") X(OUR, "our") X(THIS, "this") X(BASIS, "basis") X(CONDITION, "condition") \
	X(DET, "det") \
	X(RELEASE, "release")     /* lexicon: "release", "share": verbs of the makers */ \
	X(ITS, "its")             /* lexicon: what begins a sentence on a part of what the one before told of */ \
	X(MANY, "many")           /* lexicon: pronouns of several: "they" */ \
	X(ETC, "etc")             /* lexicon: what ends a list that is not whole: 等 */ \
	X(LEAD, "lead")           /* lexicon: "note that": what a sentence begins with before its subject */ \
	X(USE, "use")             /* lexicon: "use", "rely on": whose object is another's */ \
	X(SAY, "say")             /* lexicon: "said", "writes" */ \
	X(ANNOUNCE, "announce")   /* lexicon: "welcome", "introducing" */ \
	X(AVAILABLE, "available") /* lexicon: "released", "licensed": begins sentences that leave their subject out */ \
	X(LICENSE, "license")     /* lexicon: licenses and the words for them: keys of tables */ \
	X(TOOL, "tool")           /* lexicon: what is code and a whole of its own: 框架, 工具包 */ \
	X(USED, "used")           /* lexicon: "used", "uses": of what a sentence before names with it, "this model" speaks */ \
	X(TOPIC, "topic")         /* lexicon: the particle behind a subject, in languages whose verb ends the sentence */ \
	X(POSSESSIVE, "possessive") /* "Meta's": a name that is not the own one, in the genitive */

enum ml_class_id {
#define X(id, name) ML_CLASS_ID_##id,
	ML_CLASSES(X)
#undef X
	ML_CLASS_ID_NR
};

#define ML_CLASSES_MAX 128
struct ml_classes {
	uint64_t bits[ML_CLASSES_MAX / 64];
};
static inline bool ml_classes_has(const struct ml_classes *classes, unsigned id)
{
	return classes->bits[id / 64] >> (id % 64) & 1;
}
static inline void ml_classes_add(struct ml_classes *classes, unsigned id)
{
	classes->bits[id / 64] |= (uint64_t)1 << (id % 64);
}
static inline void ml_classes_drop(struct ml_classes *classes, unsigned id)
{
	classes->bits[id / 64] &= ~((uint64_t)1 << (id % 64));
}
static inline void ml_classes_join(struct ml_classes *classes, const struct ml_classes *other)
{
	for (size_t i = 0; i < ML_CLASSES_MAX / 64; i++)
		classes->bits[i] |= other->bits[i];
}
static inline bool ml_classes_meet(const struct ml_classes *a, const struct ml_classes *b)
{
	return (a->bits[0] & b->bits[0]) || (a->bits[1] & b->bits[1]);
}

/*
 * The tables of all languages hold no pointers: their texts stand in one piece (letters, each with a NUL behind it),
 * and offsets into that, into slots and words say where. So nothing of them has to be relocated when the program
 * starts, which would copy each of their pages (102 page faults of 393 in a small scan, when it was done).
 */

/* A word or phrase of a lexicon. */
struct ml_lexeme {
	uint32_t text;    /* as ml_tokens_fold gives it: offset into letters */
	uint16_t len;
	uint16_t up;      /* so many places before it stands the longest with which it begins, of two bytes at least; 0: there is none */
	bool stem;        /* further letters may follow: "модел*" */
	int8_t kind;      /* enum ml_claim_kind of a claim phrase, or -1 */
	uint8_t form;     /* enum ml_claim_form of a claim phrase */
	uint16_t class_set; /* its classes: an index into class_sets */
};

/* What words may end with: as the text of a lexeme. */
struct ml_lexeme_ending {
	uint32_t text;
	uint16_t len;
	struct ml_classes classes;
};

enum ml_slot_kind { ML_SLOT_WORDS, ML_SLOT_GAP, ML_SLOT_NARROW, ML_SLOT_START, ML_SLOT_END };

/* One item of a pattern. */
struct ml_slot {
	uint64_t bits;      /* ml_claim_word_bit of each word */
	uint16_t words;     /* folded: the first of them, an index into words */
	uint16_t class_set; /* an index into class_sets */
	uint8_t words_nr;
	uint8_t min, max;
	uint8_t kind : 7;   /* enum ml_slot_kind */
	bool not : 1;
};

#define ML_CLAIM_BIT_LETTERS 6u

/* One bit for a word: what has none of a slot's bits has none of its words. at: len bytes, or fewer up to a NUL. */
static inline uint64_t ml_claim_word_bit(const char *at, size_t len)
{
	unsigned sum = 0;

	for (size_t i = 0; i < len && i < ML_CLAIM_BIT_LETTERS && at[i]; i++)
		sum = sum * 7 + (unsigned char)at[i];
	return (uint64_t)1 << sum % 64;
}

struct ml_claim_row {
	uint8_t step;    /* enum ml_claim_step */
	uint8_t stance;  /* enum ml_stance; of ML_STEP_NAME: no claim at all */
	uint16_t kinds;  /* bit n: asked for claims of kind n */
	uint16_t forms;  /* bit n: asked for phrases of form n */
	bool anywhere;   /* the pattern has no @: after holds it whole */
	uint16_t before; /* slots, nearest to the phrase first: the first of them, an index into slots */
	uint16_t after;
	uint8_t before_nr, after_nr;
	uint16_t line;   /* of its file: where the pattern is written */
};

#define ML_CLAIM_HEADS 257 /* one for each byte that a text can begin with, and the end */

/* The lexemes that begin with the same two bytes; the second is 0 for those of one byte. */
struct ml_lexeme_pair {
	uint8_t first, second;
	uint16_t from, to; /* indexes of lexemes; to: 0 in a free slot */
};
#define ML_PHRASE_STARTS 256

/* The slot that the search for a pair of bytes begins at; the next ones follow it, up to a free one. mask: slots - 1. */
static inline size_t ml_lexeme_pair_slot(unsigned first, unsigned second, size_t mask)
{
	return (first * 37 + second * 5) & mask;
}

struct ml_claim_language {
	const char *id;       /* "en" */
	const char *inherits; /* language whose words hold too, asked after its own; or NULL */
	bool borrows;         /* only its words: the rows of another order of words would mislead */
	const char *script;   /* "latin", "han", "kana", "hangul", "cyrillic", "arabic" */
	const char *letters; /* of all languages */
	const struct ml_classes *class_sets; /* of all languages */
	const struct ml_lexeme *lexemes; /* in order of text */
	size_t lexemes_nr;
	const struct ml_lexeme_pair *pairs; /* hashed */
	size_t pairs_mask; /* a power of two, minus one; at least half of the slots are free */
	/* By ml_lexeme_pair_slot of the first two bytes: whether a claim phrase begins so. */
	uint64_t phrase_starts[ML_PHRASE_STARTS / 64];
	const struct ml_lexeme_ending *endings;
	size_t endings_nr;
	size_t marks_nr; /* words that tell it from other languages of its script */
	const struct ml_claim_row *rows; /* in order of step */
	size_t rows_nr;
	uint16_t steps[ML_STEP_NR + 1];  /* rows of step s: [steps[s], steps[s + 1]) */
};

static inline const struct ml_classes *ml_lexeme_classes(const struct ml_claim_language *language, const struct ml_lexeme *lexeme)
{
	return &language->class_sets[lexeme->class_set];
}

#define ML_CLAIM_LANGUAGES_MAX 32 /* bits of a mark */

/* A word that tells languages from others of their script. */
struct ml_claim_mark {
	const char *text;   /* folded */
	uint32_t languages; /* bit n: of languages[n] */
};

struct ml_claims_knowledge {
	const struct ml_claim_language *languages; /* as given; the first is the one where no mark tells */
	size_t languages_nr;
	const char *letters;
	size_t letters_nr;     /* bytes */
	const struct ml_classes *class_sets; /* of lexemes and slots: each once, for few have classes that no other has */
	size_t class_sets_nr;
	const uint32_t *words; /* of slots: offsets into letters */
	size_t words_nr;
	const struct ml_slot *slots; /* of rows */
	size_t slots_nr;
	const struct ml_claim_mark *marks; /* of all languages, in order of text */
	const uint16_t *mark_heads; /* marks that begin with byte b: [mark_heads[b], mark_heads[b + 1]) */
	const char *const *triggers; /* of all languages: for lint/text/scan.h */
	size_t triggers_nr;
	const struct ml_scan *scan;  /* for them; NULL: made where it is needed */
	const char *const *classes;  /* names by id */
	size_t classes_nr;
};

/* One parsed file. */
struct ml_claims_file {
	const char *path;
	const struct ml_node *root;
};
/*
 * Loads all files at once, as classes are shared. Fails with file and line on unknown keys, steps, stances,
 * classes that no lexicon holds, patterns that do not parse, a missing source. Everything lives in arena.
 */
int ml_claims_load(struct ml_claims_knowledge *out, struct ml_arena *arena, const struct ml_claims_file *files, size_t files_nr,
		   struct ml_error *err);
