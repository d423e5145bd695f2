#include "lint/check/sink.h"

#include <stdlib.h>
#include <string.h>

#include "lint/check/sink_p.h"
#include "lint/check/suppress.h"

const struct ml_rule *ml_rule_find(struct ml_rules rules, struct ml_span name)
{
	for (size_t i = 0; i < rules.nr; i++)
		if (ml_span_is_nocase(name, rules.at[i]->code) || ml_span_is_nocase(name, rules.at[i]->name))
			return rules.at[i];
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

/* What the command line selects weighs more than what the configuration does. */
static bool is_selected(const struct ml_rule *rule, const struct ml_check_options *options)
{
	const struct ml_config_words *select = options->config ? &options->config->select : NULL;

	if (options->select)
		return is_among(options->select, options->select_nr, rule);
	return select && select->nr && is_among(select->at, select->nr, rule);
}

bool ml_rule_selected(const struct ml_rule *rule, const struct ml_check_options *options)
{
	bool selects = options->select || (options->config && options->config->select.nr);

	if (is_among(options->ignore, options->ignore_nr, rule))
		return false;
	if (is_among(options->also, options->also_nr, rule))
		return true;
	return selects ? is_selected(rule, options) : !rule->off;
}

static int check_names(const char *const *names, size_t nr, struct ml_rules rules, struct ml_error *err)
{
	for (size_t i = 0; i < nr; i++) {
		size_t r = 0;
		while (r < rules.nr && !ml_rule_named(rules.at[r], names[i]))
			r++;
		if (r == rules.nr)
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

static void keep_selected(const struct ml_facts *facts, struct ml_findings *found, const struct ml_check_options *options)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->nr; i++)
		if (ml_rule_selected(found->at[i]->rule, options) && is_in_view(facts, found->at[i]))
			found->at[kept++] = found->at[i];
	found->nr = kept;
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

static unsigned claimed_subjects(const struct ml_facts *facts)
{
	unsigned claimed = 0;

	for (size_t i = 0; i < facts->claims_nr; i++)
		if (is_claim_of_offer(facts, &facts->claims[i]))
			claimed |= 1u << facts->claims[i].subject;
	return claimed;
}

/*
 * The verdict is the repository's, whatever --select shows: it is taken before anything is left out. What is said of one model
 * is not contradicted by the terms of another beside it.
 */
static void judge(struct ml_verdict *out, const struct ml_facts *facts, const struct ml_findings *found)
{
	unsigned *claimed = ml_arena_array(facts->arena, unsigned, facts->units_nr + 1);

	claimed[0] = claimed_subjects(facts);
	out->claims_open_source = claimed[0] != 0;
	for (size_t i = 0; facts->units_nr > 1 && i < facts->units_nr; i++)
		claimed[i] = claimed_subjects(facts->units[i].facts);
	for (size_t i = 0; i < found->nr; i++)
		out->contradiction |= (claimed[found->at[i]->unit] & broken_subjects(found->at[i])) != 0;
}

void ml_verdict_count(struct ml_verdict *verdict)
{
	verdict->errors_nr = verdict->warnings_nr = verdict->notes_nr = 0;
	for (size_t i = 0; i < verdict->findings_nr; i++) {
		switch (verdict->findings[i].severity) {
		case ML_SEVERITY_ERROR:
			verdict->errors_nr++;
			break;
		case ML_SEVERITY_WARNING:
			verdict->warnings_nr++;
			break;
		case ML_SEVERITY_NOTE:
			verdict->notes_nr++;
			break;
		}
	}
}

/* A severity of the configuration stands in the place of the page's: what was softened in one case stays as soft. */
static void set_severities(const struct ml_findings *found, const struct ml_config *config)
{
	for (size_t i = 0; config && config->severities_nr && i < found->nr; i++)
		for (size_t k = 0; k < config->severities_nr; k++) {
			struct ml_finding *finding = found->at[i];
			enum ml_severity asked = config->severities[k].severity;
			if (config->severities[k].rule == finding->rule && (!finding->softened || asked < finding->severity))
				finding->severity = asked;
		}
}

/* Facts made by hand have no units: they are one. */
static void run_rule(struct ml_sink *sink, const struct ml_rule *rule)
{
	const struct ml_facts *facts = sink->facts;

	sink->unit = 0;
	if (!rule->units || facts->units_nr < 2) {
		rule->check(facts, sink);
		return;
	}
	for (; sink->unit < facts->units_nr; sink->unit++)
		rule->check(facts->units[sink->unit].facts, sink);
}

static void run_rules(struct ml_sink *sink, struct ml_rules rules, const struct ml_check_options *options, bool last)
{
	for (size_t i = 0; i < rules.nr; i++) {
		const struct ml_rule *rule = rules.at[i];
		if (rule->last != last || (rule->off && !ml_rule_selected(rule, options)))
			continue;
		sink->rule = rule;
		run_rule(sink, rule);
	}
}

/* Of a suppression whose rules were not run nobody can say that it hides nothing. */
static void open_unrun(struct ml_suppressed *list, struct ml_rules rules, const struct ml_check_options *options, bool cut)
{
	for (size_t i = 0; i < list->nr; i++) {
		bool ran = !list->at[i].rules_nr;
		for (size_t k = 0; !ran && k < rules.nr; k++)
			ran = is_among(list->at[i].rules, list->at[i].rules_nr, rules.at[k]) && ml_rule_selected(rules.at[k], options);
		list->at[i].open |= !ran || cut;
	}
}

/* Those that are hidden leave sink->found. */
static int suppress(struct ml_sink *sink, struct ml_suppressed *list, struct ml_findings *hidden, struct ml_rules rules,
		    const struct ml_check_options *options, struct ml_error *err)
{
	if (options->heed)
		ml_suppressions_read(list, sink->arena, sink->facts->tree, rules);
	ml_suppressions_configured(list, sink->arena, sink->facts->tree, options);
	if (!list->nr)
		return 0;
	if (ml_suppress(list, &sink->found, hidden, options, err))
		return -1;
	open_unrun(list, rules, options, sink->cut);
	return 0;
}

/* Both kinds get their fingerprints together, so that one is the same whether it is suppressed or not. */
static void finish(struct ml_verdict *out, struct ml_arena *arena, const struct ml_findings *found, const struct ml_findings *hidden)
{
	size_t nr = found->nr + hidden->nr;
	struct ml_finding **all = ml_arena_array(arena, struct ml_finding *, nr);
	struct ml_finding *findings = ml_arena_array(arena, struct ml_finding, found->nr);
	struct ml_finding *suppressed = ml_arena_array(arena, struct ml_finding, hidden->nr);

	if (found->nr)
		memcpy(all, found->at, found->nr * sizeof *all);
	if (hidden->nr)
		memcpy(all + found->nr, hidden->at, hidden->nr * sizeof *all);
	if (nr)
		qsort(all, nr, sizeof *all, ml_findings_cmp);
	ml_findings_fingerprint(arena, all, nr);
	for (size_t i = 0; i < nr; i++) {
		if (all[i]->hidden)
			suppressed[out->suppressed_nr++] = *all[i];
		else
			findings[out->findings_nr++] = *all[i];
	}
	out->findings = findings;
	out->suppressed = suppressed;
	ml_verdict_count(out);
}

int ml_check_run(struct ml_verdict *out, const struct ml_facts *facts, struct ml_rules rules, const struct ml_check_options *options,
		 struct ml_error *err)
{
	struct ml_sink *sink = ml_arena_alloc(facts->arena, sizeof *sink);
	struct ml_suppressed list = { 0 };
	struct ml_findings hidden = { 0 };

	if (check_names(options->select, options->select_nr, rules, err) || check_names(options->ignore, options->ignore_nr, rules, err))
		return -1;
	sink->facts = facts;
	sink->arena = facts->arena;
	sink->policy = options->config ? options->config->policy : NULL;
	run_rules(sink, rules, options, false);
	*out = (struct ml_verdict){ 0 };
	judge(out, facts, &sink->found);
	keep_selected(facts, &sink->found, options);
	if (suppress(sink, &list, &hidden, rules, options, err))
		return -1;
	sink->suppressed = &list;
	run_rules(sink, rules, options, true);
	keep_selected(facts, &sink->found, options);
	set_severities(&sink->found, options->config);
	set_severities(&hidden, options->config);
	out->cut = sink->cut;
	out->suppressions_cut = list.full;
	ml_findings_merge(&sink->found);
	ml_findings_merge(&hidden);
	finish(out, facts->arena, &sink->found, &hidden);
	return 0;
}
