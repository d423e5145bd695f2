/* Claim phrases, guards and scope words: rules/knowledge/claims/LANGUAGE.yml, and their loader. */
#pragma once

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
const char *ml_claim_kind_name(enum ml_claim_kind kind);
const char *ml_subject_name(enum ml_subject subject);
const char *ml_stance_name(enum ml_stance stance);
