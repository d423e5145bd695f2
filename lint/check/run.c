#include "lint/check/sink.h"

#include <stdlib.h>
#include <string.h>

#include "lint/check/sink_p.h"

const struct ml_rule *ml_rule_find(const struct ml_rule *const *rules, size_t rules_nr, struct ml_span name)
{
	for (size_t i = 0; i < rules_nr; i++)
		if (ml_span_is_nocase(name, rules[i]->code) || ml_span_is_nocase(name, rules[i]->name))
			return rules[i];
	return NULL;
}

bool ml_rule_named(const struct ml_rule *rule, const char *what)
{
	struct ml_span code = ml_span_of(rule->code), name = ml_span_of(what);

	return (name.len >= 2 && ml_span_starts_nocase(code, what)) || ml_span_is_nocase(name, rule->name);
}

static bool is_among(const char *const *names, size_t nr, const struct ml_rule *rule)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_rule_named(rule, names[i]))
			return true;
	return false;
}

bool ml_rule_selected(const struct ml_rule *rule, const struct ml_check_options *options)
{
	if (is_among(options->ignore, options->ignore_nr, rule))
		return false;
	if (is_among(options->also, options->also_nr, rule))
		return true;
	return options->select ? is_among(options->select, options->select_nr, rule) : !rule->off;
}

static int check_names(const char *const *names, size_t nr, const struct ml_rule *const *rules, size_t rules_nr,
		       struct ml_error *err)
{
	for (size_t i = 0; i < nr; i++) {
		size_t r = 0;
		while (r < rules_nr && !ml_rule_named(rules[r], names[i]))
			r++;
		if (r == rules_nr)
			return ml_error_set(err, ML_ERROR_USAGE, "no rule has the code or name '%s'", names[i]);
	}
	return 0;
}

/* What stands above the scanned folder, or beside the one file that was asked for, is judged along but not told. */
static bool is_in_view(const struct ml_facts *facts, const struct ml_finding *finding)
{
	const struct ml_file *file = finding->where.file;
	const char *only = facts->tree->only;

	if (file && file->above)
		return false;
	return !only || facts->tree->alone || (file && !strcmp(file->path, only));
}

static size_t keep_selected(const struct ml_facts *facts, struct ml_finding **found, size_t nr, const struct ml_check_options *options)
{
	size_t kept = 0;

	for (size_t i = 0; i < nr; i++)
		if (ml_rule_selected(found[i]->rule, options) && is_in_view(facts, found[i]))
			found[kept++] = found[i];
	return kept;
}

/* An own claim about what the repository offers; its code counts where code is all that it offers. */
static bool is_claim_of_offer(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	if (!ml_claim_is_open(claim) || (claim->where.file && claim->where.file->outside))
		return false;
	return claim->subject != ML_SUBJECT_CODE || facts->offer == ML_OFFER_NONE;
}

#define SUBJECT(name) (1u << ML_SUBJECT_##name)
#define ARTIFACT (SUBJECT(PROJECT) | SUBJECT(MODEL) | SUBJECT(WEIGHTS))
#define ANY (ARTIFACT | SUBJECT(CODE) | SUBJECT(DATA))

/* Which findings show that a claim of open source is not so (the contract's list), and of what they speak. */
static const struct {
	const char *code;
	enum ml_severity from;
	unsigned subjects;
} breaking[] = {
	{ "ML201", ML_SEVERITY_ERROR, ANY },	  { "ML202", ML_SEVERITY_ERROR, ANY },
	{ "ML203", ML_SEVERITY_ERROR, ANY },	  { "ML205", ML_SEVERITY_ERROR, ANY },
	{ "ML207", ML_SEVERITY_ERROR, ANY },	  { "ML209", ML_SEVERITY_ERROR, ANY },
	{ "ML403", ML_SEVERITY_ERROR, ARTIFACT }, { "ML404", ML_SEVERITY_ERROR, ARTIFACT },
	{ "ML405", ML_SEVERITY_ERROR, ARTIFACT }, { "ML406", ML_SEVERITY_ERROR, ARTIFACT },
	{ "ML407", ML_SEVERITY_ERROR, ARTIFACT }, { "ML501", ML_SEVERITY_WARNING, ARTIFACT },
};

static unsigned broken_subjects(const struct ml_finding *finding)
{
	for (size_t i = 0; i < sizeof breaking / sizeof *breaking; i++)
		if (!strcmp(breaking[i].code, finding->rule->code))
			return finding->severity >= breaking[i].from ? breaking[i].subjects : 0;
	return 0;
}

/* The verdict is the repository's, whatever --select shows: it is taken before anything is left out. */
static void judge(struct ml_verdict *out, const struct ml_facts *facts, struct ml_finding *const *found, size_t nr)
{
	unsigned claimed = 0, broken = 0;

	for (size_t i = 0; i < facts->claims_nr; i++)
		if (is_claim_of_offer(facts, &facts->claims[i]))
			claimed |= 1u << facts->claims[i].subject;
	for (size_t i = 0; i < nr; i++)
		broken |= broken_subjects(found[i]);
	out->claims_open_source = claimed != 0;
	out->contradiction = (claimed & broken) != 0;
}

static void count(struct ml_verdict *out)
{
	for (size_t i = 0; i < out->findings_nr; i++) {
		switch (out->findings[i].severity) {
		case ML_SEVERITY_ERROR:
			out->errors_nr++;
			break;
		case ML_SEVERITY_WARNING:
			out->warnings_nr++;
			break;
		case ML_SEVERITY_NOTE:
			out->notes_nr++;
			break;
		}
	}
}

int ml_check_run(struct ml_verdict *out, const struct ml_facts *facts, const struct ml_rule *const *rules,
		 size_t rules_nr, const struct ml_check_options *options, struct ml_error *err)
{
	struct ml_sink *sink = ml_arena_alloc(facts->arena, sizeof *sink);

	if (check_names(options->select, options->select_nr, rules, rules_nr, err) ||
	    check_names(options->ignore, options->ignore_nr, rules, rules_nr, err))
		return -1;
	sink->facts = facts;
	sink->arena = facts->arena;
	for (size_t i = 0; i < rules_nr; i++) {
		if (rules[i]->off && !is_among(options->select, options->select_nr, rules[i]) &&
		    !is_among(options->also, options->also_nr, rules[i]))
			continue;
		sink->rule = rules[i];
		rules[i]->check(facts, sink);
	}
	*out = (struct ml_verdict){ .cut = sink->cut };
	judge(out, facts, sink->found, sink->found_nr);
	size_t nr = keep_selected(facts, sink->found, sink->found_nr, options);
	if (nr)
		nr = ml_findings_merge(sink->found, nr);
	if (nr)
		qsort(sink->found, nr, sizeof *sink->found, ml_findings_cmp);
	ml_findings_fingerprint(facts->arena, sink->found, nr);
	struct ml_finding *findings = ml_arena_array(facts->arena, struct ml_finding, nr);
	for (size_t i = 0; i < nr; i++)
		findings[i] = *sink->found[i];
	out->findings = findings;
	out->findings_nr = nr;
	count(out);
	return 0;
}
