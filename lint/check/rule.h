/*
 * What a rule sees: facts in, findings out. The only header that rules include.
 * A check opens nothing, owns nothing and cannot fail.
 */
#pragma once

#include "lint/check/fix.h"
#include "lint/check/yardstick.h"
#include "lint/facts/facts.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

enum ml_severity { ML_SEVERITY_NOTE, ML_SEVERITY_WARNING, ML_SEVERITY_ERROR };
const char *ml_severity_name(enum ml_severity severity);

enum ml_certainty { ML_CERTAINTY_EXACT, ML_CERTAINTY_NEAR, ML_CERTAINTY_DECLARED, ML_CERTAINTY_INFERRED };
const char *ml_certainty_name(enum ml_certainty certainty);

struct ml_sink; /* takes findings: lint/check/sink.h */
struct ml_finding;

struct ml_rule {
	const char *code;    /* "ML201" */
	const char *name;    /* "open-source-claim-restricted" */
	const char *family;  /* "claims": the folder */
	const char *summary; /* one line */
	enum ml_severity severity;
	const char *since;   /* version that brought it */
	const char *fix;     /* what --fix may do, in one line; "none" */
	bool off;            /* runs only where --select names it: its yardstick is one of choice */
	bool units;          /* runs over the facts of each unit, by itself */
	bool last;           /* runs behind all others, over what was done with their findings */
	const char *page;    /* the page's Markdown, without front matter */
	const char *const *sources;
	size_t sources_nr;
	void (*check)(const struct ml_facts *facts, struct ml_sink *sink);
};

/* Rules that somebody hands to lint/, which knows none by itself; borrowed, as what they point to. */
struct ml_rules {
	const struct ml_rule *const *at; /* in order of code */
	size_t nr;
};

/*
 * Reports a finding of the running rule at a place; message is one plain sentence without full stop.
 * Never NULL; a sink that is full (ML_LIMIT_FINDINGS) hands out one that it drops.
 */
struct ml_finding *ml_found(struct ml_sink *sink, struct ml_where where, enum ml_certainty certainty, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* A line of proof: the clause, or the card that says else. */
void ml_found_proof(struct ml_finding *finding, struct ml_where where, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* The proof lines and terms of a license's failing terms, five at most, heaviest first: "user threshold: … (Llama 2 Community License, section 2) - OSD 5". */
void ml_found_terms(struct ml_finding *finding, const struct ml_license_fact *license);
/* The same for some terms alone (among: set of 1 << enum ml_term_id). */
void ml_found_terms_among(struct ml_finding *finding, const struct ml_license_fact *license, uint32_t among);
/*
 * The same for all that governs a part (scope: set of enum ml_scope), the license that decides first: what other licenses
 * and own sentences take away beside it ("for commercial use, please fill in the form") belongs to the same contradiction.
 */
void ml_found_governing(struct ml_finding *finding, const struct ml_govern *govern, unsigned scope, const struct ml_license_fact *license);
void ml_found_term(struct ml_finding *finding, enum ml_term_id term);
/* The way out, one sentence. */
void ml_found_help(struct ml_finding *finding, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Softer than the page's severity in this case, with the reason that --verbose shows. Never harder. */
void ml_found_soften(struct ml_finding *finding, enum ml_severity severity, const char *reason);
/* What makes findings of the same cause one (guard g4): findings with the same cause are merged, the most specific rule wins. */
void ml_found_cause(struct ml_finding *finding, const char *cause);
/* A cause of one folder alone, where a tree holds several models; of the repository as a whole it is the words as they are. */
const char *ml_cause_here(const struct ml_facts *facts, const char *cause);

/* The name of a license for a sentence that brings the article: some publishers count theirs to it ("The Unlicense"). Borrowed. */
const char *ml_license_noun(const struct ml_license *license);
/* How a license is called in a message, without an article: its name, "modified MIT License", "'declared-name' license", "custom license"; owned by the facts' arena. */
const char *ml_license_title(const struct ml_facts *facts, const struct ml_license_fact *license);
/* The same behind "under", for words that a maintainer may take over: "the Llama 2 …", "a modified MIT License", "the license 'X'", "our own terms". */
const char *ml_license_under(const struct ml_facts *facts, const struct ml_license_fact *license);
/* How sure a finding is that rests on what a license holds: by its text, or by name alone. */
enum ml_certainty ml_license_certainty(const struct ml_license_fact *license);
/* Whether the license is no license but a sentence of the repository that limits use. */
bool ml_license_is_sentence(const struct ml_license_fact *license);

/*
 * Openness, as the 2xx rules and the verdict read it (openness.c).
 */

/* Whether a claim says open source of what the repository offers: own or conditional; open-source, fully-open or osi-approved. */
bool ml_claim_is_open(const struct ml_claim_fact *claim);
/* Whether the repository says it of its own: stance own or conditional. */
bool ml_claim_is_own(const struct ml_claim_fact *claim);
/* Whether it stands in an entry of a table of contents, "- [Open source plan](#plan)": what it names is said better below. */
bool ml_claim_is_of_contents(const struct ml_claim_fact *claim);
/* Whether a claim about code may be held against the license here: not where weights are offered without any code beside them. */
bool ml_claim_is_of_files(const struct ml_facts *facts, const struct ml_claim_fact *claim);
/*
 * Whether the claim speaks of a part that a list puts under an open license, by name: "the following are MIT licensed: - W2v-BERT",
 * and of none that a list puts under another (said.c). Such a claim is true whatever the rest is under.
 */
bool ml_claim_is_of_open_part(const struct ml_facts *facts, const struct ml_claim_fact *claim);
/* Whether the claim speaks of a tool that comes with the work, not of the work: "Our client libraries are open source". */
bool ml_claim_is_of_component(const struct ml_facts *facts, const struct ml_claim_fact *claim);
/*
 * Whether the claim is a heading below which a sentence says what the code by itself is under: "## Open source license", "The code is
 * under MIT, the weights are for research". Such a heading says of what, in the lines below it (said.c).
 */
bool ml_claim_is_told_below(const struct ml_facts *facts, const struct ml_claim_fact *claim);
/*
 * Whether what decides may be held against the claim: what only a document of former times says ("README_20240605.md",
 * "README-legacy.md") holds for what such documents claim (said.c).
 */
bool ml_claim_is_of_time(const struct ml_facts *facts, const struct ml_claim_fact *claim, const struct ml_license_fact *license);
/* What governs the thing that the claim speaks of: weights for model and weights, and for the project where it offers weights; those of one model of several that it names. */
const struct ml_govern *ml_claim_govern(const struct ml_facts *facts, const struct ml_claim_fact *claim);
/* Whether a claim may be meant of some of the models that a tree holds: it names none, and one of them at least has open terms. */
bool ml_claim_is_of_several(const struct ml_facts *facts, const struct ml_claim_fact *claim);
/* The verdict on everything that governs a scope: FAILS where a part fails (with any: where every branch does), DISPUTED likewise. */
enum ml_osd ml_govern_osd(const struct ml_facts *facts, const struct ml_govern *govern);
/* The license behind that verdict, or NULL: the first that fails, else the first that is disputed. */
const struct ml_license_fact *ml_govern_breaking(const struct ml_facts *facts, const struct ml_govern *govern);
/* What the failing terms do, in words after "its license": "limits who may use it". */
const char *ml_license_limit(const struct ml_facts *facts, const struct ml_license_fact *license);
/* "the model", "the weights", "the code", "the data", "the project". */
const char *ml_subject_title(enum ml_subject subject);
/* Whether two licenses are the same terms under forms of one id: gpl-3.0, gpl-3.0-only, gpl-3.0-or-later. Either may be NULL (never the same). */
bool ml_license_same(const struct ml_license *a, const struct ml_license *b);
/* The place of a governing license for a message: "LICENSE", "README.md line 3". Owned by the facts' arena. */
const char *ml_license_place(const struct ml_facts *facts, const struct ml_license_fact *license);

/*
 * What the text says around a claim (said.c).
 */

/* Whether an own statement within a few lines of the claim states one of these terms (a set, bit n: term n), or near it points to a license. */
bool ml_told_beside(const struct ml_facts *facts, const struct ml_claim_fact *claim, uint32_t terms, bool pointing);
/* The same anywhere in the claim's file, terms alone. */
bool ml_told_in_file(const struct ml_facts *facts, const struct ml_claim_fact *claim, uint32_t terms);
/*
 * Whether the repository's own words leave room for that license as the card's: no own sentence of the card names another one, and
 * nothing is claimed that its terms deny. Else writing it there would only move the contradiction.
 */
bool ml_words_allow(const struct ml_facts *facts, const struct ml_license_fact *license);
/* The terms that a license holds, as a set. */
uint32_t ml_license_terms(const struct ml_license_fact *license);
/* The one license that a sentence names; NULL for none, or for several. */
const struct ml_license *ml_license_said(const struct ml_facts *facts, const char *sentence);
/* The license of the work of others that a claim calls open source, told by that work's name; NULL where it is not known. *name: as written. */
const struct ml_license *ml_upstream_license(const struct ml_facts *facts, const struct ml_claim_fact *claim, const char **name);

/*
 * Lineage, as the 4xx and 5xx rules tell it (lineage.c).
 */

/*
 * Reports what comes of a base's terms: at the base, or for a claim at its words; with the base's terms as proof, softened to a warning
 * where there is doubt. format: as of ml_found. All of one base's findings are one.
 */
struct ml_finding *ml_found_inherited(struct ml_sink *sink, const struct ml_facts *facts, const struct ml_inherited *inherited, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* What the own terms are called that a base's were compared with: "mit", or "terms of its own" where they have no name. inherited->own is set. */
const char *ml_own_terms(const struct ml_inherited *inherited);
/* Adds the terms that say where a limit comes from: a base whose license it is, or data that it speaks of. */
void ml_found_origin(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_license_fact *license, enum ml_subject subject);
/* What names a base: "the card", "adapter_config.json", "a sentence". */
const char *ml_base_source(const struct ml_base_model *base);
/* Whether the repository is a data set, by the keys of its card. */
bool ml_is_data_repository(const struct ml_facts *facts);
/* Whether a place lies in the front matter of the repository's card. */
bool ml_in_front_matter(const struct ml_facts *facts, const struct ml_where *where);
/* Whether a license (NULL: no) is declared there, by a key of the card. */
bool ml_license_is_key(const struct ml_facts *facts, const struct ml_license_fact *license);
/* What that key speaks of, as enum ml_scope: the weights where there are any, the data in a data set's card, else the code. */
unsigned ml_scope_of_key(const struct ml_facts *facts);
/* Whether two bases are one: the same model, copies of it, or one made from the other. */
bool ml_bases_agree(const struct ml_facts *facts, const struct ml_base_model *a, const struct ml_base_model *b);
/* Whether the weights' own terms put a limit on commercial use. */
bool ml_weights_are_limited(const struct ml_facts *facts);

/*
 * What licenses ask of copies, as the 7xx rules tell it (duties.c).
 */

/* Reports a duty that is not met, at what names the base, with where the license asks for it; softened where there is doubt. format: as of ml_found. */
struct ml_finding *ml_found_duty(struct ml_sink *sink, const struct ml_facts *facts, const struct ml_duty *duty, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/*
 * The policy of the configuration (policy.c).
 */

struct ml_policy;

/* Something under terms: what governs a scope of the repository, a base model, training data. */
struct ml_policy_case {
	struct ml_where where;
	const char *what;                   /* "the weights", "the base model 'org/name'" */
	const char *id;                     /* of its license, as the contract writes it */
	const struct ml_license *license;   /* NULL: not known */
	const struct ml_license_fact *fact; /* of what governs; NULL: known by name alone */
	bool altered;                       /* the text is not word for word the license's */
	unsigned group;                     /* != 0: branches of one choice, of which one suffices */
};

/* Whether the policy denies the license; *why: "the policy denies it", "the policy does not allow it". */
bool ml_policy_denies_license(const struct ml_policy *policy, const struct ml_policy_case *one, const char **why);
/* Of the terms of the case those that the policy denies, as a set. */
uint32_t ml_policy_denied_terms(const struct ml_policy *policy, const struct ml_policy_case *one);
/* Hands to tell each case that denies speaks against. Nothing happens where no policy is configured. */
void ml_policy_apply(const struct ml_facts *facts, struct ml_sink *sink,
		     bool (*denies)(const struct ml_policy *policy, const struct ml_policy_case *one),
		     void (*tell)(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_policy *policy,
				  const struct ml_policy_case *one));
/* How the license of a case is called in a message. */
const char *ml_policy_title(const struct ml_facts *facts, const struct ml_policy_case *one);
/* Adds the terms of the set to the finding, with the lines where they stand. */
void ml_found_denied(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_policy_case *one, uint32_t terms);

/*
 * Suppressions, as the rules that run last read them (suppress.c).
 */

/* Words that hide findings: in a scanned file, in the configuration; or a baseline. */
struct ml_suppression {
	struct ml_where where;     /* of the words; file NULL where they stand in no scanned file */
	const char *source;        /* "README.md:3", ".mlint.yml:7": where they stand, for people */
	const char *const *rules;  /* codes or names, as written; none: all */
	size_t rules_nr;
	const char *reason;        /* or NULL */
	const char *until;         /* the last day that they count, or NULL */
	const char *unknown;       /* of the rules the first that there is not, or another word than "ignore"; or NULL */
	const char *near;          /* what may have been meant by it, or NULL */
	bool in_source;            /* they stand in the file whose findings they hide */
	bool expired;              /* that day is past: they hide nothing */
	bool used;                 /* they hid something */
	bool open;                 /* nobody can tell whether they hide something: their rules did not run, or only a part was scanned */
};
/* Those of the run, in order of file and line; complete once the rules that are not last have run. */
const struct ml_suppression *ml_suppressions(const struct ml_sink *sink, size_t *nr);
