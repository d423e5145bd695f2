/* The rules of a SARIF run: those that found something, each with its page. For sarif.c alone. */
#pragma once

#include "lint/base/json.h"
#include "lint/report/story.h"

#define SARIF_RULES_MAX 256u

struct sarif_rules {
	const struct ml_rule *at[SARIF_RULES_MAX]; /* in order of code */
	size_t nr;
};

/* Collects the rules of the findings and writes "tool": {…}. */
void sarif_tool(struct ml_json_writer *w, struct sarif_rules *rules, const struct ml_ranked *ranked, size_t nr,
		const struct ml_report_options *options);
size_t sarif_rule_index(const struct sarif_rules *rules, const struct ml_rule *rule);
