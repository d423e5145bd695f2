/* Findings, and the run that makes them: every rule over the facts, severity policy, merging, order. */
#pragma once

#include "lint/check/config.h"
#include "lint/check/rule.h"

struct ml_proof {
	struct ml_where where;
	const char *message;
};

struct ml_finding {
	const struct ml_rule *rule;
	enum ml_severity severity;
	enum ml_certainty certainty;
	struct ml_where where;
	const char *message;
	const struct ml_proof *proofs;
	size_t proofs_nr, proofs_cap;
	enum ml_term_id terms[5];
	size_t terms_nr;
	const char *help;     /* or NULL */
	const char *softened; /* why the severity is lower than the page's, or NULL */
	const char *cause;    /* or NULL */
	const struct ml_edit *fix; /* what --fix may do (fix.h), or NULL */
	size_t fix_nr, fix_cap;
	bool offered;	      /* the fix is made with --unsafe-fixes alone */
	bool unfixable;	      /* an edit of it could not be made */
	size_t unit;	      /* in whose facts it was found: index in facts->units */
	uint32_t order;	      /* in which it was found: the last tie-breaker */
	char fingerprint[17]; /* 16 hex digits: rule, path, the claim's words; stable under moved lines */
	const struct ml_suppression *hidden; /* what suppresses it, or NULL */
	struct ml_sink *sink;
};

struct ml_check_options {
	const char *const *select; /* codes, names or prefixes ("ML2"); NULL: all */
	size_t select_nr;
	const char *const *ignore;
	size_t ignore_nr;
	const char *const *also; /* codes of rules that run beside the chosen ones: of a yardstick */
	size_t also_nr;
	bool heed;                      /* what the scanned files say to mlint */
	const struct ml_config *config; /* or NULL. What stands above weighs more */
	const struct ml_file *config_file; /* where it stands in the scanned tree; NULL elsewhere */
	const char *below;              /* where the scanned root stands below the folder of the configuration: "heron/"; NULL: it is that folder */
	bool config_foreign;            /* it is not the repository's own: it may speak of what is not here */
	const char *today;              /* "2026-11-22", for ends of suppressions; with config never NULL */
};

struct ml_verdict {
	const struct ml_finding *findings; /* in order of path, line, column, code */
	size_t findings_nr;
	size_t errors_nr, warnings_nr, notes_nr;
	const struct ml_finding *suppressed; /* in the same order; none of them is counted above */
	size_t suppressed_nr;
	bool claims_open_source; /* contract.md */
	bool contradiction;
	bool cut; /* ML_LIMIT_FINDINGS was reached */
	bool suppressions_cut; /* ML_LIMIT_SUPPRESSIONS was */
};

/*
 * Runs the rules. Fails (usage) on a code of select or ignore that no rule has, (unjudged) where the patterns of the configuration are too many for
 * the findings.
 */
int ml_check_run(struct ml_verdict *out, const struct ml_facts *facts, struct ml_rules rules, const struct ml_check_options *options,
		 struct ml_error *err);
/* Whether what is the rule's code, its name, or the beginning of its code ("ML2"); case folded. */
bool ml_rule_named(const struct ml_rule *rule, const char *what);
/* Whether its findings are reported. */
bool ml_rule_selected(const struct ml_rule *rule, const struct ml_check_options *options);
/* How many findings have a fix: a safe one, or with offered one that needs a decision. */
size_t ml_fixable(const struct ml_verdict *verdict, bool offered);
/* Counts the findings of the verdict by severity. */
void ml_verdict_count(struct ml_verdict *verdict);
/* The rule of that code or name (case folded), or NULL. */
const struct ml_rule *ml_rule_find(struct ml_rules rules, struct ml_span name);
