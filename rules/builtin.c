#include "rules/registry.h"

#include "lint/knowledge/claims.h"
#include "lint/knowledge/clause_words.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/layout.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/models.h"
#include "lint/knowledge/openness.h"
#include "lint/knowledge/runs.h"
#include "lint/knowledge/terms.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/phrases.h"

/* Made by rules/gen from the YAML and the pages; each defines what its name says. */
#include "gen/claims.inc"
#include "gen/datasets.inc"
#include "gen/layout.inc"
#include "gen/licenses.inc"
#include "gen/models.inc"
#include "gen/openness.inc"
#include "gen/rules.inc"
#include "gen/terms.inc"
#include "gen/lists.inc"
#include "gen/phrases.inc"
#include "gen/patterns.inc"

/* rules/license-runs.S holds the bytes of rules/knowledge/license-runs.idx, and where they are. */
extern const struct ml_run_index ml_license_runs_index;

const struct ml_knowledge ml_builtin_knowledge = {
	.licenses = gen_licenses,
	.licenses_nr = gen_licenses_nr,
	.licenses_pack = &gen_license_pack,
	.terms = gen_terms,
	.clauses = gen_clauses,
	.clauses_nr = sizeof gen_clauses / sizeof *gen_clauses,
	.clauses_pack = &gen_clause_packed,
	.license_words = &gen_license_words,
	.prose_words = &gen_prose_words,
	.claims = &gen_claims,
	.runs = &ml_license_runs_index,
	.names = &gen_names,
	.models = &gen_models,
	.datasets = &gen_datasets,
	.openness = &gen_openness,
	.layout = &gen_layout,
	.lists = gen_lists,
	.lists_pack = &gen_list_pack,
	.card_phrases = &gen_phrases,
	.patterns = &gen_patterns,
};
