/* A repository of two files in memory, with facts to report on. For the tests of lint/check and lint/report. */
#pragma once

#include <string.h>

#include "lint/check/sink.h"
#include "lint/text/utf8.h"
#include "rules/registry.h"

struct toy {
	struct ml_arena *arena;
	struct ml_file files[2];
	struct ml_lines lines[2];
	struct ml_tree tree;
	struct ml_term_info terms[ML_TERM_NR];
	struct ml_knowledge knowledge;
	struct ml_license license;
	struct ml_term_fact facts_terms[3];
	struct ml_license_fact license_fact;
	struct ml_claim_fact claim;
	struct ml_facts facts;
};

static const char toy_card[] = "---\nlicense: toy-1.0\n---\n# Heron\n\nHeron is an open-source chat model.\n";
static const char toy_text[] =
	"Toy License\n\n1. Use\nNo more than 700 million users.\n2. Outputs\nNo training of others.\n";

static inline void toy_set_text(struct toy *toy, size_t i, const char *path, const char *text)
{
	struct ml_span span = { text, strlen(text) };

	ml_lines_init(&toy->lines[i], toy->arena, span);
	toy->files[i] = (struct ml_file){
		.path = path,
		.size = span.len,
		.state = ML_FILE_READ,
		.bytes = span,
		.text = span,
		.lines = &toy->lines[i],
	};
}

static inline struct ml_where toy_where(const struct toy *toy, size_t file, uint32_t line, uint32_t column,
					uint32_t end_column)
{
	return (struct ml_where){ &toy->files[file], line, column, line, end_column };
}

/* The card calls the model open source; the license limits users and bans training on outputs. */
static inline void toy_init(struct toy *toy)
{
	memset(toy, 0, sizeof *toy);
	toy->arena = ml_arena_new();
	toy_set_text(toy, 0, "README.md", toy_card);
	toy_set_text(toy, 1, "LICENSE", toy_text);
	toy->tree = (struct ml_tree){
		.kind = ML_SOURCE_FOLDER,
		.given = "lab/heron",
		.root = "/lab/heron",
		.name = "heron",
		.files = toy->files,
		.files_nr = 2,
	};
	for (int i = 0; i < ML_TERM_NR; i++)
		toy->terms[i] =
			(struct ml_term_info){ .id = (enum ml_term_id)i, .title = ml_term_name((enum ml_term_id)i) };
	toy->terms[ML_TERM_USER_THRESHOLD].title = "user threshold";
	toy->terms[ML_TERM_USER_THRESHOLD].osd_failed = 1u << 5;
	toy->terms[ML_TERM_USER_THRESHOLD].contradicts = true;
	toy->terms[ML_TERM_OUTPUT_TRAINING_BAN].title = "output ban";
	toy->terms[ML_TERM_OUTPUT_TRAINING_BAN].summary = "Outputs may not train other models.";
	toy->terms[ML_TERM_OUTPUT_TRAINING_BAN].osd_failed = 1u << 6;
	toy->terms[ML_TERM_OUTPUT_TRAINING_BAN].contradicts = true;
	toy->knowledge = (struct ml_knowledge){ .terms = toy->terms, .lists = ml_builtin_knowledge.lists, .lists_pack = ml_builtin_knowledge.lists_pack };
	toy->license = (struct ml_license){
		.id = "toy-1.0",
		.name = "Toy License",
		.osd = ML_OSD_FAILS,
		.osd_failed = 1u << 5 | 1u << 6,
	};
	toy->facts_terms[0] = (struct ml_term_fact){
		.id = ML_TERM_USER_THRESHOLD,
		.value = "700000000 MAU",
		.section = "1",
		.where = toy_where(toy, 1, 4, 1, 32),
	};
	toy->facts_terms[1] = (struct ml_term_fact){
		.id = ML_TERM_OUTPUT_TRAINING_BAN,
		.section = "2",
		.where = toy_where(toy, 1, 6, 1, 23),
	};
	toy->facts_terms[2] = (struct ml_term_fact){ .id = ML_TERM_ATTRIBUTION };
	toy->license_fact = (struct ml_license_fact){
		.where = toy_where(toy, 1, 1, 1, 1),
		.license = &toy->license,
		.match = ML_MATCHED_EXACT,
		.score = 1,
		.scope = ML_SCOPE_ALL,
		.terms = toy->facts_terms,
		.terms_nr = 3,
	};
	toy->claim = (struct ml_claim_fact){
		.where = toy_where(toy, 0, 6, 13, 24),
		.kind = ML_CLAIM_OPEN_SOURCE,
		.subject = ML_SUBJECT_MODEL,
		.stance = ML_STANCE_OWN,
		.text = "open-source",
	};
	toy->facts = (struct ml_facts){
		.arena = toy->arena,
		.tree = &toy->tree,
		.knowledge = &toy->knowledge,
		.licenses = &toy->license_fact,
		.licenses_nr = 1,
		.claims = &toy->claim,
		.claims_nr = 1,
		.offer = ML_OFFER_DESCRIBED,
		.class = ML_CLASSED_RESTRICTED_WEIGHTS,
	};
}

static inline void toy_release(struct toy *toy)
{
	ml_arena_free(toy->arena);
}
