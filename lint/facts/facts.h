/*
 * What the files say, as facts. Made once from a tree and the knowledge; rules
 * read them through const pointers. Everything lives in the run's arena.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/arena.h"
#include "lint/base/error.h"
#include "lint/base/node.h"
#include "lint/knowledge/claims.h"
#include "lint/knowledge/knowledge.h"
#include "lint/source/tree.h"
#include "lint/text/markdown.h"
#include "lint/text/pattern.h"

/* The place of a value that was parsed from a file. */
static inline struct ml_where ml_where_node(const struct ml_file *file, const struct ml_node *node)
{
	return (struct ml_where){ file, node->line, node->column, node->end_line, node->end_column };
}

enum ml_matched { ML_MATCHED_NONE, ML_MATCHED_NEAR, ML_MATCHED_EXACT };
enum ml_evidence {
	ML_EVIDENCE_TEXT,     /* the text itself stands in a file */
	ML_EVIDENCE_DECLARED, /* a card's key or an own sentence names it */
	ML_EVIDENCE_BADGE,
	ML_EVIDENCE_PACKAGE,
	ML_EVIDENCE_HEADER,
	ML_EVIDENCE_INFERRED,
};

/* A term as found: where it stands, or (where.line 0) as the knowledge of a declared license says. */
struct ml_term_fact {
	enum ml_term_id id;
	const char *value;   /* or NULL */
	const char *section; /* or NULL */
	struct ml_where where;
	bool added;          /* stands in words that the known text does not have */
	bool multimodal;     /* binds only whoever has a model that reads more than text */
	bool duty;           /* a threshold above which something is to be shown, and no further license needed: no limit of use */
};

/* A stretch of words of a near match that the known text does not hold. */
struct ml_added {
	struct ml_where where;
	uint32_t words;
};

/* A place of a near match where words of the known text are missing; the index holds no words, so that nobody can say which. */
struct ml_gap {
	uint32_t after;  /* line of the last word before it; 0: the known text begins with other words */
	uint32_t before; /* line of the first word behind it; 0: the known text goes on */
};

struct ml_license_fact {
	struct ml_where where;            /* the stretch of the file that it covers; of a key or sentence its place */
	const struct ml_license *license; /* NULL: a text or name that is not known */
	const char *declared;             /* the name as written (declared, badge, package); NULL for a text */
	const struct ml_file *target;     /* the file of the tree that a key, badge or sentence points to, or NULL */
	enum ml_matched match;            /* of a text; a declared id is EXACT */
	double score;                     /* share of the known text's runs that the file holds, 0..1 */
	enum ml_evidence evidence;
	bool altered;                     /* near, with material words added or removed, and no license of its own is known for it */
	unsigned scope;                   /* set of enum ml_scope it speaks of; ML_SCOPE_ALL where nothing limits it */
	bool scope_stated;                /* by name, sentence or place, not by default */
	bool unread;                      /* a PDF, or a file that could not be read: counts as present, terms unknown */
	bool vague;                       /* a text that nobody knows and that neither grants nor limits anything ("TBD", "Free for all"): present, terms unknown */
	bool reference;                   /* the file only points elsewhere ("see LICENSE-MODEL", an address) and was resolved */
	uint32_t alternative;             /* same number != 0: branches of one "A OR B", of which one suffices */
	const struct ml_term_fact *terms; /* heaviest first (order of terms.def) */
	size_t terms_nr;
	const struct ml_added *added;
	size_t added_nr;
	uint32_t missing_words;           /* of the known text that the file lacks, in all of its gaps together */
	const struct ml_gap *gaps;        /* in order of place */
	size_t gaps_nr;
	const struct ml_license *nearest; /* of an unknown text: the likest known one, or NULL */
	double nearest_score;
};

/* A chunk of a card's Markdown that may be read, and the heading above it. */
struct ml_card_part {
	struct ml_stretch heading; /* empty where there is none */
	struct ml_stretch text;
	bool bearing;              /* what stands elsewhere may depend on it (lint/text/markdown.h) */
	bool parsed;               /* both are part of the card's document */
};

/* A model or dataset card: a README with its front matter. */
struct ml_card {
	const struct ml_file *file;
	bool front_matter;          /* there is a block between two lines of --- */
	struct ml_parsed front;     /* its parse; root NULL without one */
	uint32_t front_line, front_end_line; /* of the two --- lines */
	size_t body;                /* offset in file->text where Markdown starts */
	const struct ml_document *document; /* Markdown, or NULL where the file is no Markdown */
	struct ml_span title;       /* first heading, or absent */
	bool chosen;                /* document holds only chunks that somebody reads */
	const struct ml_card_part *origins; /* of a chosen one at the root: the chunks with words of origin, which document may lack */
	size_t origins_nr;
	unsigned lacks;             /* set of enum ml_card_says (card_words.h): what no word of its Markdown is part of, nor of its front matter for claims; 0 where nobody looked */
	bool primary;               /* the card of the repository (root README.md, else MODEL_CARD.md …) */
	const char *language;       /* "", "zh", … of a translation */
};

struct ml_claim_fact {
	struct ml_where where;   /* of the phrase */
	enum ml_claim_kind kind;
	enum ml_subject subject;
	enum ml_stance stance;
	const char *text;        /* the phrase as written */
	const char *sentence;    /* that holds it, white space folded */
	const char *step;        /* which step decided, and where its row stands: "own: en.yml:812" (mlint claims -v) */
	const char *named;       /* of upstream and other: whom it speaks of, where known; or NULL */
};

/* A sentence that states terms: "weights are released under CC BY-NC 4.0", "for research only". */
struct ml_statement {
	struct ml_where where;
	const char *sentence;
	unsigned scope;                   /* set of enum ml_scope; 0 where it says none */
	enum ml_stance stance;
	const struct ml_license *license; /* NULL for bare terms or an unknown name */
	const char *declared;             /* the name as written, or NULL */
	const struct ml_term_fact *terms; /* terms stated in words */
	size_t terms_nr;
	const char *target;               /* path of a file of the tree that it points to (MODEL_LICENSE), or NULL */
	const char *lead;                 /* words in front of the list that it is an item of, with which its sentence begins: "You may not"; or NULL */
	bool elsewhere;                   /* says only that the terms stand elsewhere: "see the model cards for each license" */
	bool of_one;                      /* of the one model that its row of a table names */
	bool narrows;                     /* offers an open license to some uses alone: "Apache-2.0 for research, and a paid license for all else" */
	bool section;                     /* stands in a license section or as a license key, not in running text */
	bool learned;                     /* of the data that the own model was trained on, or the own data set was taken from; the stance is OTHER */
	uint32_t alternative;             /* same number != 0: branches of one "A or B" */
	const char *const *items;         /* "the following are MIT licensed:": the texts of the list behind it, at most ML_LIMIT_LISTED */
	size_t items_nr;
};

/* What names a base model. Only the card declares one; of config.json and model_index.json the evidence is weak: they are copied along. */
enum ml_base_from {
	ML_BASE_CARD,
	ML_BASE_ADAPTER,   /* adapter_config.json */
	ML_BASE_CONFIG,    /* config.json, model_index.json */
	ML_BASE_MERGE,     /* mergekit's configuration */
	ML_BASE_MODELFILE, /* Ollama's */
	ML_BASE_QUANTIZER, /* quantize_config.json */
	ML_BASE_HEADER,    /* of GGUF and safetensors */
	ML_BASE_SENTENCE,  /* an own sentence or table of a card */
};
struct ml_base_model {
	const char *id;       /* as written: a Hub id, or a name */
	const char *relation; /* as declared, or NULL */
	struct ml_where where;
	enum ml_base_from from;
	/* From here on as lineage.c finds it. */
	const char *how;      /* finetune, quantized, adapter, merge: as declared, else as the files show; NULL: nothing tells */
	const struct ml_model *model;         /* what is known of it, or NULL */
	const struct ml_license *license;     /* its terms; NULL: not known */
	const struct ml_license_fact *text;   /* its license where that stands in this very tree, or NULL */
	const char *upstream; /* the file of a folder of the user's that told its license, or NULL */
	const char *hint;     /* why it is named, but not plainly as what the model was made from, in a few words; or NULL */
	bool sure;            /* was read, and is named plainly: may carry an error */
	bool own;             /* of the same maker, who may license it anew */
};

enum ml_data_use {
	ML_DATA_TRAINING,   /* the card's "datasets", sentences about training */
	ML_DATA_EVALUATION, /* benchmarks and test sets */
	ML_DATA_SOURCE,     /* of a data set's own card: what it was made from */
};
struct ml_dataset_ref {
	const char *id;       /* as written */
	struct ml_where where;
	enum ml_data_use use;
	bool stated;          /* in a sentence, not by a key */
	const struct ml_dataset *dataset; /* what is known of it, or NULL */
	const struct ml_license *license; /* its terms; NULL: not known, or several */
};

/* One description of a data set in Croissant's JSON-LD (croissant.c). */
struct ml_croissant {
	const struct ml_file *file;
	struct ml_where license;      /* of its key; file NULL where there is none */
	size_t from, to;              /* its licenses among facts->licenses */
	struct ml_where metadata;     /* of "sdLicense", which is of this description alone; file NULL likewise */
	const char *metadata_license; /* as written, or NULL */
	struct ml_where usage;        /* of what limits the use in "usageInfo" */
	enum ml_term_id limit;        /* NONCOMMERCIAL or RESEARCH_ONLY; ML_TERM_NR for none */
};

struct ml_artifact {
	const struct ml_file *file;
	const char *format; /* safetensors, gguf, pytorch, onnx, … */
	bool pointer;
	/* What its own header says (GGUF, safetensors, ONNX), as written, in UTF-8; NULL where it says nothing. */
	const char *license, *license_name, *license_link, *name, *description;
	const char *kind;         /* of GGUF: "model", "adapter", or what goes with a model ("mmproj"); of safetensors what made it ("networks.lora") */
	const char *architecture; /* of GGUF: "llama" */
	const char *const *bases; /* ids ("org/name") of the models that it was made from, else their names */
	size_t bases_nr;
	const char *const *tags;
	size_t tags_nr;
	bool piece;         /* goes with a model under a name of its own: a projector, a matrix of importance, a vocabulary */
	bool goes_on;       /* a further part of the file before it: only the first part's header tells of the model */
	bool cut;           /* metadata behind the first megabyte was not read */
	const char *unread; /* why the header could not be read ("is a pointer"), or NULL */
};

/* One license that governs a scope, with the reason. */
struct ml_governing {
	const struct ml_license_fact *fact;
	const char *id;     /* as the contract writes it: "mit", "mit-modified", "custom" */
	const char *reason; /* one sentence: which file, key or sentence decided */
};
struct ml_govern {
	const struct ml_governing *of;
	size_t of_nr;   /* 0: no license was found for the scope */
	bool any;       /* one branch suffices (A OR B), else each governs its part */
	bool unread;    /* something that may govern it could not be read */
};

enum ml_class {
	ML_CLASSED_UNKNOWN,
	ML_CLASSED_CODE_ONLY,
	ML_CLASSED_RESTRICTED_WEIGHTS,
	ML_CLASSED_CONTAMINATED_WEIGHTS,
	ML_CLASSED_UNLICENSED_WEIGHTS,
	ML_CLASSED_OPEN_MODEL,
	ML_CLASSED_OPEN_WEIGHTS,
};
const char *ml_class_name(enum ml_class class);
struct ml_facts;
/* What a class is called by people: "open weights"; for data and bases the words stay plain and blame nobody. */
const char *ml_class_title(const struct ml_facts *facts);

/* What comes of a base's terms, compared with the own ones one by one (inherit.c). */
enum ml_inherit_kind {
	ML_INHERIT_LOOSENED,       /* restrictions of the base that the own terms lack */
	ML_INHERIT_GENERATION,     /* the own license is that of another generation of the same maker */
	ML_INHERIT_CLAIMED,        /* called open source, while the base's restrictions stay with it */
	ML_INHERIT_SHARE_ALIKE,    /* share-alike that the own terms do not carry on */
	ML_INHERIT_PASS_THROUGH,   /* use restrictions that have to be passed on, and are nowhere */
	ML_INHERIT_NO_DERIVATIVES, /* the base may not be shared changed */
	ML_INHERIT_IRRECONCILABLE, /* of a merge: the terms of base and other cannot all be met */
};
struct ml_inherited {
	enum ml_inherit_kind kind;
	const struct ml_base_model *base;
	const struct ml_base_model *other;   /* of IRRECONCILABLE, or NULL */
	const struct ml_governing *own;      /* the own terms that it was compared with; NULL: there are none, or they do not matter */
	const struct ml_claim_fact *claim;   /* an own claim of open source, or NULL */
	enum ml_term_id terms[5];            /* of the base, that are lost or stand against the claim; heaviest first */
	size_t terms_nr;
	bool sure;                           /* the base's terms were read, and it is named plainly */
	const char *doubt;                   /* why this is no more than a warning, in a few words; or NULL */
};

/* Outputs of a model that bans training others on them, said to be trained on. */
struct ml_output_use {
	struct ml_where where;
	const char *id;                      /* of the model, or of the data set that was made with it */
	const struct ml_license *license;    /* the model's */
	const struct ml_dataset *dataset;    /* or NULL: a sentence says it */
};

/* What the license of a base asks of those who pass it on, and is not found here (duties.c). */
enum ml_duty_kind {
	ML_DUTY_NOTICE,  /* its line */
	ML_DUTY_PHRASE,  /* words to be shown */
	ML_DUTY_PREFIX,  /* how the name of a model made with it begins */
	ML_DUTY_COPY,    /* a copy of its text */
	ML_DUTY_CHANGES, /* a word on what was changed */
	ML_DUTY_POLICY,  /* its use policy, or the address of that */
};
struct ml_duty {
	enum ml_duty_kind kind;
	const struct ml_license *license;    /* that asks */
	const struct ml_base_model *base;    /* under it; NULL where only its outputs were used */
	const struct ml_output_use *output;  /* of PREFIX, where base is NULL */
	const char *wanted;                  /* line, phrases ("A" or "B"), beginning, address; NULL for COPY and CHANGES */
	struct ml_where found;               /* where it stands in other words, or at another place; file NULL: nowhere */
	bool near;                           /* found in other words */
	const char *seen;                    /* of PREFIX: the name that does not begin so */
	const char *doubt;                   /* why this is no more than a warning, in a few words; or NULL */
	const char *slight;                  /* why it is no more than a note; or NULL */
};

/* A mark of a file: "SPDX-License-Identifier: MIT". */
struct ml_spdx_id {
	const char *text;                 /* as written */
	const struct ml_license *license; /* NULL: not known, or a LicenseRef */
};
struct ml_spdx_mark {
	struct ml_where where;            /* of the expression; the file's text may be absent */
	const char *text;                 /* the expression */
	bool valid;                       /* it is one */
	struct ml_spdx_id *ids;           /* that it names */
	size_t ids_nr;
};

/* A commit that put another license into a license file. */
struct ml_relicensed {
	const char *path, *commit;              /* commit: full id */
	const struct ml_license_fact *was, *is; /* was->license is known; their places are of no file of the tree */
	bool told;                              /* a card or a change log names the earlier one */
	bool cut;                               /* the history is not whole */
};

/* How the repository offers weights, if it does; and whether it is a model at all. */
enum ml_offer { ML_OFFER_NONE, ML_OFFER_DESCRIBED, ML_OFFER_LINKED, ML_OFFER_SHIPPED };

/* One model of a tree that holds several: a folder with weights, or a model card, and terms or a configuration of its own, or files of a folder (units.h). */
struct ml_model_unit {
	const char *path;             /* of the folder, without "/" at its end, or of the first file; "": the repository as a whole, the first of all units */
	const struct ml_facts *facts; /* of it alone: what rules with "runs: units" are handed */
};

/* What a model reads, as far as names, tasks and configurations show it (modality.c). */
enum ml_modality { ML_MODALITY_UNKNOWN, ML_MODALITY_TEXT, ML_MODALITY_MULTIMODAL };

struct ml_facts {
	struct ml_arena *arena;
	struct ml_tree *tree;           /* of a unit: the files of its folder */
	const char *folder;             /* of a unit: its folder with "/" at its end, "" where its files lie at the root; NULL elsewhere */
	const char *first_file;         /* of a unit that is files of a folder: the path of the first; NULL elsewhere */
	const struct ml_facts *whole;   /* of a unit: the facts of the repository; NULL: these are they */
	const struct ml_model_unit *units;    /* in order of path; of a unit none */
	size_t units_nr;
	const struct ml_level *levels;  /* folders that bear on units (units.h) */
	size_t levels_nr;
	const struct ml_knowledge *knowledge;
	struct ml_patterns *patterns;

	const struct ml_card *cards; /* primary first */
	size_t cards_nr;
	const struct ml_card *card;  /* the primary one, or NULL */

	const struct ml_license_fact *licenses; /* texts in order of path, then declared ones */
	size_t licenses_nr;
	const struct ml_claim_fact *claims;     /* in order of file and place */
	size_t claims_nr;
	const struct ml_statement *statements;
	size_t statements_nr;
	const struct ml_base_model *bases;
	size_t bases_nr;
	const struct ml_dataset_ref *datasets;
	size_t datasets_nr;
	const struct ml_output_use *outputs;
	size_t outputs_nr;
	const struct ml_croissant *croissants;  /* in order of path */
	size_t croissants_nr;
	const struct ml_artifact *artifacts;
	size_t artifacts_nr;
	const char *const *identity; /* names by which the repository speaks of itself, lower case */
	size_t identity_nr;

	struct ml_govern code, weights, data;
	struct ml_govern models;                /* of a repository whose weights all lie in units: the weights' terms of these together; else empty */
	const struct ml_inherited *inherited;   /* in order of base */
	size_t inherited_nr;
	const struct ml_duty *duties;           /* unmet ones, in order of base and kind */
	size_t duties_nr;
	const struct ml_spdx_mark *spdx; /* of a sample of the source files, of sidecars and REUSE.toml (spdx.c) */
	size_t spdx_nr;
	const struct ml_relicensed *relicensed; /* only where somebody asked for history (history.h) */
	size_t relicensed_nr;
	enum ml_offer offer;
	enum ml_modality modality;
	const char *modality_reason; /* what shows it, or NULL */
	bool spared;                 /* terms that bind multimodal models alone were left out for it */
	struct ml_where offered;     /* what shows the offer; file NULL for none */
	enum ml_class class;         /* the strictest of the units' */
	const char *class_reason;
	bool class_by_base;          /* of contaminated weights: the terms of the base limit them, not those of data */
	bool card_unread;            /* a card, translation or package file is here that could not be read: a license that it may name is not absent */
	size_t unread_nr;            /* files with a role that could not be judged; a limit of facts that was reached counts as one */
	bool cut;                    /* such a limit was reached */

	struct ml_shared *shared; /* what the collectors keep between cards (shared.h), or NULL */
	/* Room in the arrays above, for the collectors alone. */
	size_t licenses_cap, claims_cap, statements_cap, bases_cap, datasets_cap, outputs_cap;
};

/* Whether what declares a license goes with the weights: their own header, or the Modelfile that they are loaded by. */
static inline bool ml_is_of_weights(const struct ml_license_fact *fact)
{
	return fact->where.file && (fact->where.file->role == ML_ROLE_WEIGHTS || fact->where.file->role == ML_ROLE_CONFIG);
}

/* The facts of the repository that these are of. */
static inline const struct ml_facts *ml_whole(const struct ml_facts *facts)
{
	return facts->whole ? facts->whole : facts;
}
/* A file's path as counted from the folder of a unit, or from the root. */
const char *ml_inner_path(const struct ml_facts *facts, const struct ml_file *file);
/* Whether a file lies in that very folder, or at the root. */
bool ml_at_root(const struct ml_facts *facts, const struct ml_file *file);

/*
 * Collects all facts of a tree. What the repository does wrong becomes a fact; returns -1 only where mlint could not work.
 * arena owns the result; scratch is reset between files.
 */
int ml_facts_collect(struct ml_facts **out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_tree *tree,
		     const struct ml_knowledge *knowledge, struct ml_patterns *patterns, struct ml_error *err);

/* Whether a license, with these terms, fails the OSD for whom it governs: the terms that break it, heaviest first, at most max of them. */
size_t ml_license_failing(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge,
			  const struct ml_term_fact **out, size_t max);
/* Whether the term is among its terms. */
bool ml_fact_has(const struct ml_license_fact *fact, enum ml_term_id term);
/* ML_OSD_* of a license fact, altered texts and unknown ones included (by their terms). */
enum ml_osd ml_license_osd(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge);
/* The entry that decides what may be done with a scope: the gravest by the OSD, or where one branch suffices the mildest. NULL where nothing governs. */
const struct ml_governing *ml_govern_deciding(const struct ml_facts *facts, const struct ml_govern *govern);
/* The limit that the terms of a data set put on use, as far as they were read: NONCOMMERCIAL, RESEARCH_ONLY or NO_DERIVATIVES; ML_TERM_NR for none. */
enum ml_term_id ml_dataset_limit(const struct ml_dataset_ref *ref);
/* lineage.c: the same of what a sentence states, in words or by the license that it names. */
enum ml_term_id ml_statement_limit(const struct ml_statement *statement);
/* govern_words.c: whether the words of a sentence that limits bind; one that does not offers other terms, or asks for something. */
bool ml_statement_binds(const struct ml_facts *facts, const struct ml_statement *statement);
/*
 * target.c: the file of the tree that a link of a file leads to: a relative path, or an address of a page of this very
 * repository at its host. NULL where it leads elsewhere or to nothing.
 */
const struct ml_file *ml_target_of(const struct ml_facts *facts, const struct ml_file *from, struct ml_span link);
/* Whether a card (NULL is none) is of a data set, by the keys of its front matter, or by its title where it has some. */
bool ml_is_dataset_card(const struct ml_knowledge *knowledge, const struct ml_card *card);
/* The same, and nothing in it is a model's: what lies beside such a card is data, whatever reads it. */
bool ml_is_dataset_card_alone(const struct ml_knowledge *knowledge, const struct ml_card *card);
/* Whether data that a model was trained on is named, in a key or a sentence. */
bool ml_names_training_data(const struct ml_facts *facts);
