/*
 * What mlint knows: licenses, terms, claim phrases, and the index of license
 * texts. Filled from YAML, at build time into const tables (rules/gen) and at
 * run time from a user's own files, by the same loader. All strings are owned by
 * the table or by the arena that they were loaded into. Nothing here is NULL unless said.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/packed.h"
#include "lint/base/span.h"

enum ml_term_id {
#define ML_TERM(id, name) ML_TERM_##id,
#include "lint/knowledge/terms.def"
#undef ML_TERM
	ML_TERM_NR
};
/* As YAML and the contract write it: "user-threshold". */
const char *ml_term_name(enum ml_term_id id);
/* ML_TERM_NR where there is none of that name ("_" counts as "-"). */
enum ml_term_id ml_term_of(struct ml_span name);

/* A term that a license holds, as the knowledge says. */
struct ml_license_term {
	enum ml_term_id id;
	const char *value;   /* "700000000 MAU", "EU,UK,KR", "revocable"; NULL where presence is all */
	const char *section; /* "1.b.v"; NULL where the text has no numbers */
	bool multimodal;     /* binds only whoever has a model that reads more than text */
};

enum ml_osd {
	ML_OSD_UNKNOWN = 0,
	ML_OSD_CONFORMS,
	ML_OSD_FAILS,
	ML_OSD_DISPUTED, /* display duties above a size (Kimi K2): a warning where FAILS is an error */
	ML_OSD_NA,       /* dataset or output terms that are no license of software */
};

enum ml_license_class {
	ML_CLASS_OTHER = 0,
	ML_CLASS_PERMISSIVE,
	ML_CLASS_WEAK_COPYLEFT,
	ML_CLASS_STRONG_COPYLEFT,
	ML_CLASS_NETWORK_COPYLEFT,
	ML_CLASS_PUBLIC_DOMAIN,
	ML_CLASS_SHARE_ALIKE,     /* CC BY-SA, ODbL: of contents and data */
	ML_CLASS_USE_RESTRICTED,  /* RAIL and community licenses */
	ML_CLASS_NONCOMMERCIAL,
	ML_CLASS_SOURCE_AVAILABLE,
};

/* What a copy has to carry, as the text asks. */
enum ml_text_duty {
	ML_TEXT_DUTY_NONE = 0,
	ML_TEXT_DUTY_TEXT, /* the license text or notice travels with copies (MIT, Apache-2.0 4(a), RAIL 4(b), Llama 1.b.i) */
	ML_TEXT_DUTY_URI,  /* an address is enough (CC BY 4.0 3(a)(1)(C)) */
};

/* How far a duty towards copies reaches: copies and derivatives that hold the licensed material, or every derived model. */
enum ml_duty_reach { ML_REACH_UNSTATED = 0, ML_REACH_OWN_MATERIALS, ML_REACH_DERIVATIVES };
/* Where its words have to stand. */
enum ml_duty_place { ML_PLACE_UNSTATED = 0, ML_PLACE_ANYWHERE, ML_PLACE_NOTICE_FILE, ML_PLACE_DOCS_OR_UI };
enum ml_phrase_duty {
	ML_PHRASE_REQUIRED = 0,
	ML_PHRASE_ABOVE_SCALE, /* asked for only above a size */
	ML_PHRASE_ENCOURAGED,  /* the text only asks kindly: lacking it is no fault */
};

/* For what a phrase is asked: for passing the material on in any form, or only for a model of one's own that was made with it. */
enum ml_phrase_act { ML_ACT_PASSING_ON = 0, ML_ACT_NEW_MODEL };

/* What a license asks of those who pass its material on, beyond its own text (enum ml_text_duty): words that rules look for. */
struct ml_duties {
	const char *notice;         /* line that copies carry; "[…]" in it stands for a fill-in; or NULL */
	const char *notice_when;    /* when, in our words; NULL: with every copy */
	const char *const *phrases; /* one of which is to be shown; "[…]" in it stands for a fill-in */
	size_t phrases_nr;
	enum ml_phrase_duty phrase_duty;
	enum ml_phrase_act phrase_act;
	const char *phrase_of;      /* asked for only of models whose name holds this: "Cosmos"; or NULL */
	const char *phrase_when;    /* when, in our words; or NULL */
	const char *prefix;         /* how the name of a derived model begins; or NULL */
	const char *prefix_when;
	bool prefix_outputs;        /* asked of models made with outputs, too */
	bool changes;               /* what was changed is to be told */
	bool copy;                  /* a copy of the agreement goes with it: an address is not enough */
	const char *policy;         /* address of the use policy that is part of the terms, as the text writes it; or NULL */
	const char *section;        /* where the text asks for all this, or NULL */
	enum ml_duty_reach reach;
	enum ml_duty_place place;   /* of the notice, or where there is none of the phrase */
};

struct ml_known_text; /* lint/knowledge/known_text.h */

struct ml_license {
	const char *id;        /* contract.md "License ids": hub id, else SPDX id in lower case, else our own */
	const char *spdx;      /* SPDX id in its own case, or NULL */
	const char *hub;       /* Hub identifier, or NULL */
	const char *name;      /* full name as its publisher writes it */
	const char *version;   /* or NULL */
	const char *publisher; /* or NULL */
	uint16_t year;         /* first published, 0 unknown */
	enum ml_license_class class;
	enum ml_text_duty text_duty;
	bool osi_approved, fsf_libre, deprecated;
	bool family;           /* names a family and decides nothing: cc, bsd, gpl, lgpl, gfdl, openrail (ML107) */
	bool placeholder;      /* "other", "unknown": says that there are terms, or nothing */
	bool policy;           /* a use policy: grants nothing, and is part of the license that refers to it */
	bool own_terms;        /* lets a derivative as a whole have terms of its own, as long as the conditions of this one are met */
	enum ml_osd osd;
	uint16_t osd_failed;   /* bit n: point n fails */
	const char *why;       /* what fails, where no term of it says that, or NULL: "section 13 reaches ..." */
	const struct ml_license_term *terms;
	size_t terms_nr;
	const char *const *aliases; /* other names, as cards, badges and prose write them */
	size_t aliases_nr;
	const char *const *urls;    /* addresses of the text, without scheme, "www." and trailing slash, lower case */
	size_t urls_nr;
	const char *const *accepts; /* ids of other licenses under which its share-alike lets derivatives go */
	size_t accepts_nr;
	const char *replaced_by;    /* id of the current form of a deprecated id, or NULL */
	const char *source;         /* where the facts were read, with the date */
	const struct ml_duties *duties;          /* NULL: none known beyond text_duty */
	const struct ml_known_text *text;        /* of a user's own license: what the run index is to hold of its text; else NULL */
};

/* A term's page: rules/knowledge/terms.yml. Indexed by ml_term_id. */
struct ml_term_info {
	enum ml_term_id id;
	const char *title;    /* "user threshold": for people */
	const char *summary;  /* one sentence: what the license says that has it */
	const char *why;      /* why it matters, with the yardstick */
	uint16_t osd_failed;  /* points of the OSD that it fails; 0 for duties */
	bool contradicts;     /* an open-source claim is contradicted by it */
	bool below_license;   /* what says it in a license's text says it below "License" in a README too */
	const char *source;
	uint8_t freedoms;     /* set of enum ml_freedom that it limits */
	const char *ai_act;   /* what the term means for the AI Act's open-source exception, or NULL where nothing is said of it */
};

/* The four freedoms of free software and of the Open Source AI Definition. */
enum ml_freedom {
	ML_FREEDOM_USE = 1,    /* for any purpose, without asking */
	ML_FREEDOM_STUDY = 2,
	ML_FREEDOM_MODIFY = 4, /* for any purpose */
	ML_FREEDOM_SHARE = 8,  /* with or without changes, for any purpose */
};

/* In which texts a clause is looked for: a set. */
enum ml_clause_where {
	ML_CLAUSE_LICENSE = 1, /* licenses, agreements, policies */
	ML_CLAUSE_PROSE = 2,   /* single sentences of a README */
	ML_CLAUSE_BELOW = 4,   /* no clause's own: of those of licenses the ones that hold below "License" in a README too (below_license) */
};

/* One way in which a text says a term. */
struct ml_clause {
	enum ml_term_id term;
	const char *language;        /* "en", "zh" */
	/*
	 * Lower case literals (lint/text/scan.h), each at the start of a word; "|" at their end asks for the end of a word too.
	 * One of triggers must occur in the sentence; where the other lists are not empty, one of before must stand at most near
	 * bytes before it or in the words that lead in to a list item, one of after as near behind it, one of also anywhere.
	 */
	const char *const *triggers;
	size_t triggers_nr;
	const char *const *before;
	size_t before_nr;
	const char *const *after;
	size_t after_nr;
	const char *const *also;
	size_t also_nr;
	unsigned near;               /* bytes */
	unsigned where;              /* set of enum ml_clause_where */
	bool grants;                 /* says the contrary: it is no fact, and takes back those clauses of its term that yield */
	bool yields;                 /* holds only where the text grants nothing else ("for any non-commercial purpose" in a grant) */
	const char *pattern;         /* PCRE2, options of lint/text/pattern.h; NULL: the words alone decide */
	const char *const *unless;   /* patterns of near misses: one that matches in the same sentence takes the term back */
	size_t unless_nr;
	const char *value;           /* how the value is made: "threshold", "regions", "phrase", "text:…"; NULL for none (lint/facts/clauses_value.c) */
};

/* Licenses as the build packs them (lint/base/packed.h). Of terms and duties their field holds 1 + the index of the first here. */
struct ml_license_pack {
	const struct ml_packed *rows;
	const struct ml_license_term *terms;
	const struct ml_duties *duties;
};

struct ml_word_index;       /* lint/knowledge/clause_words.h */
struct ml_claims_knowledge; /* lint/knowledge/claims.h */
struct ml_run_index;        /* lint/knowledge/runs.h */
struct ml_names;            /* lint/knowledge/licenses.h: look-up of names, aliases and addresses */
struct ml_models;           /* lint/knowledge/models.h */
struct ml_datasets;         /* lint/knowledge/datasets.h */
struct ml_openness;         /* lint/knowledge/openness.h */
struct ml_layout;           /* lint/knowledge/layout.h */
struct ml_list;             /* lint/knowledge/lists.h */
struct ml_list_pack;        /* lint/knowledge/lists.h */
struct ml_phrases;          /* lint/knowledge/phrases.h */

struct ml_knowledge {
	const struct ml_license *licenses; /* in order of id; read with ml_license_at */
	size_t licenses_nr;
	const struct ml_license_pack *licenses_pack; /* NULL: they are whole */
	const struct ml_term_info *terms;  /* ML_TERM_NR */
	const struct ml_clause *clauses; /* read with ml_clause_at */
	size_t clauses_nr;
	const struct ml_packed *clauses_pack; /* NULL: they are whole; else they have no words: those stand in the two that follow */
	const struct ml_word_index *license_words, *prose_words; /* of the clauses of either kind of text; NULL: made when they are needed */
	const struct ml_claims_knowledge *claims;
	const struct ml_run_index *runs;
	const struct ml_names *names;
	const struct ml_models *models;     /* NULL: none are known */
	const struct ml_datasets *datasets; /* NULL likewise */
	const char *const *upstreams;       /* folders that the user named: a base model that lies in one is read there (lint/facts/upstream.c) */
	size_t upstreams_nr;
	const struct ml_openness *openness; /* NULL: no yardstick but the Open Source Definition is known */
	const struct ml_layout *layout;     /* NULL: no folder is known to be part of a model */
	const struct ml_list *lists;        /* by enum ml_list_id, read with ml_list_of; NULL: every list is empty */
	const struct ml_list_pack *lists_pack; /* NULL: they are whole */
	const struct ml_phrases *card_phrases; /* NULL: made of claims, lists and openness when they are needed */
	const struct ml_patterns_made *patterns; /* for ml_patterns_use; NULL: each is compiled */
};

/* A license, a clause by its number. Of a packed one the row itself has numbers and flags, but no texts. */
const struct ml_license *ml_license_at(const struct ml_knowledge *knowledge, size_t i);
const struct ml_clause *ml_clause_at(const struct ml_knowledge *knowledge, size_t i);
/* The id alone, for look-ups that pass many. */
static inline const char *ml_license_id_at(const struct ml_knowledge *knowledge, size_t i)
{
	return ml_packed_text(knowledge->licenses_pack ? knowledge->licenses_pack->rows : NULL, knowledge->licenses[i].id);
}
