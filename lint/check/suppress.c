#include "lint/check/suppress.h"

#include <string.h>

#include "lint/base/limits.h"

const struct ml_suppression *ml_suppressions(const struct ml_sink *sink, size_t *nr)
{
	*nr = sink->suppressed ? sink->suppressed->nr : 0;
	return sink->suppressed ? sink->suppressed->at : NULL;
}

/* Whether only a part of what the configuration speaks of is scanned, or it is not this repository's own. */
static bool is_partial(const struct ml_check_options *options, const struct ml_tree *tree)
{
	return options->config_foreign || (options->below && *options->below) || tree->only;
}

void ml_suppressions_configured(struct ml_suppressed *out, struct ml_arena *arena, const struct ml_tree *tree, const struct ml_check_options *options)
{
	const struct ml_config *config = options->config;

	for (size_t i = 0; config && i < config->ignores_nr; i++) {
		const struct ml_config_ignore *ignore = &config->ignores[i];
		struct ml_suppression one = {
			.where = options->config_file ? ml_where_line(options->config_file, ignore->line, ignore->line) : (struct ml_where){ 0 },
			.source = ml_arena_printf(arena, "%s:%u", config->path, ignore->line),
			.rules = ignore->rules.at,
			.rules_nr = ignore->rules.nr,
			.reason = ignore->reason,
			.until = ignore->until,
			.expired = ignore->until && strcmp(ignore->until, options->today) < 0,
			.open = is_partial(options, tree),
		};
		struct ml_reach reach = { .paths = ignore->paths.nr ? &ignore->paths : NULL };
		ML_PUSH(arena, out->at, out->nr, out->cap, one);
		ML_PUSH(arena, out->reach, out->reach_nr, out->reach_cap, reach);
	}
}

static bool names(const struct ml_suppression *one, const struct ml_rule *rule)
{
	for (size_t i = 0; i < one->rules_nr; i++)
		if (ml_rule_named(rule, one->rules[i]))
			return true;
	return false;
}

/* The path as the configuration counts it. */
static struct ml_span path_of(struct ml_arena *arena, const struct ml_finding *finding, const struct ml_check_options *options)
{
	const char *path = finding->where.file->path;

	return ml_span_of(options->below && *options->below ? ml_arena_printf(arena, "%s%s", options->below, path) : path);
}

static bool reaches(struct ml_suppressed *list, const struct ml_reach *reach, const struct ml_finding *finding,
		    const struct ml_check_options *options)
{
	const struct ml_where *where = &finding->where;
	uint32_t end = where->end_line > where->line ? where->end_line : where->line;

	if (reach->file)
		return where->file == reach->file && (!reach->from || (where->line && where->line <= reach->to && end >= reach->from));
	if (!reach->paths)
		return true;
	list->tests += reach->paths->nr;
	return where->file && ml_globs_match(reach->paths->at, reach->paths->nr, path_of(finding->sink->arena, finding, options));
}

/* All that would hide it are of use; the first is told as the reason. */
static const struct ml_suppression *hide(struct ml_suppressed *list, const struct ml_finding *finding, const struct ml_check_options *options)
{
	const struct ml_suppression *first = NULL;

	for (size_t i = 0; i < list->nr && list->tests <= ML_LIMIT_SETTINGS_TESTS; i++) {
		struct ml_suppression *one = &list->at[i];
		if (one->expired || !names(one, finding->rule) || !reaches(list, &list->reach[i], finding, options))
			continue;
		one->used = true;
		first = first ? first : one;
	}
	return first;
}

int ml_suppress(struct ml_suppressed *list, struct ml_findings *found, struct ml_findings *hidden, const struct ml_check_options *options,
		struct ml_error *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->nr; i++) {
		struct ml_finding *finding = found->at[i];
		finding->hidden = list->nr ? hide(list, finding, options) : NULL;
		if (finding->hidden)
			ML_PUSH(finding->sink->arena, hidden->at, hidden->nr, hidden->cap, finding);
		else
			found->at[kept++] = finding;
	}
	found->nr = kept;
	if (list->tests > ML_LIMIT_SETTINGS_TESTS)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "the configuration has too many patterns for so many findings");
	return 0;
}
