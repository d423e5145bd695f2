#include <criterion/criterion.h>

#include <string.h>

#include "lint/check/baseline.h"
#include "lint/check/config.h"
#include "lint/check/policy.h"

static const struct ml_rule claim = { .code = "ML201", .name = "open-claim", .severity = ML_SEVERITY_ERROR };
static const struct ml_rule text = { .code = "ML102", .name = "text-missing", .severity = ML_SEVERITY_WARNING };
static const struct ml_rule *const rules[] = { &text, &claim };
static struct ml_arena *arena;
static struct ml_error err;

static void setup(void)
{
	arena = ml_arena_new();
	memset(&err, 0, sizeof err);
}

static void teardown(void)
{
	ml_arena_free(arena);
}
TestSuite(config, .init = setup, .fini = teardown);

static int parse(struct ml_config *out, const char *yaml)
{
	return ml_config_parse(out, arena, "x.yml", ml_span_of(yaml), (struct ml_rules){ rules, 2 }, &err);
}

Test(config, nothing_asks_for_nothing)
{
	static const char *const texts[] = { "", "\n", "# words\n", "---\n", "{}" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct ml_config config;
		cr_assert_eq(parse(&config, texts[i]), 0, "%s", err.text);
		cr_expect_eq(config.fail_on, -1);
		cr_expect_eq(config.standard, -1);
		cr_expect_eq(config.ignores_nr + config.severities_nr + config.knowledge_nr + config.select.nr, 0);
		cr_expect_null(config.policy);
	}
}

Test(config, every_key)
{
	struct ml_config config;
	cr_assert_eq(parse(&config, "severities:\n  open-claim: note\n  ml102: error\nselect: [ML2, text-missing]\n"
				    "ignore:\n  - ML201\n  - rules: [ML1, open-claim]\n    reason: why\n    until: 2026-12-31\n    paths: [/a/*.md, '!b']\n"
				    "paths: [src]\nexclude: old/\nstandard: ai-act\nfail-on: warning\nknowledge: [a.yml, b.yml]\n"
				    "policy: {terms: {deny: [noncommercial]}}\nhook: {strict: true}\n"),
		     0, "%s", err.text);
	cr_expect_eq(config.severities_nr, 2);
	cr_expect_eq(config.severities[0].rule, &claim);
	cr_expect_eq(config.severities[0].severity, ML_SEVERITY_NOTE);
	cr_expect_eq(config.severities[1].severity, ML_SEVERITY_ERROR);
	cr_expect_eq(config.select.nr, 2);
	cr_expect_eq(config.ignores_nr, 2);
	cr_expect_null(config.ignores[0].reason);
	cr_expect_eq(config.ignores[1].line, 7);
	cr_expect_str_eq(config.ignores[1].reason, "why");
	cr_expect_str_eq(config.ignores[1].until, "2026-12-31");
	cr_expect_eq(config.ignores[1].paths.nr, 2);
	cr_expect(config.ignores[1].paths.at[1].again);
	cr_expect_eq(config.exclude.at[0].folders, true);
	cr_expect_eq(config.standard, ML_STANDARD_AI_ACT);
	cr_expect_eq(config.fail_on, ML_SEVERITY_WARNING);
	cr_expect_str_eq(config.knowledge[1].path, "b.yml");
	cr_expect_eq(config.policy->terms, 1u << ML_TERM_NONCOMMERCIAL);
	cr_expect(config.strict);
}

Test(config, allowed_terms_deny_all_others)
{
	struct ml_config config;
	cr_assert_eq(parse(&config, "policy: {terms: {allow: [attribution], deny: [attribution, revocable]}}"), 0);
	cr_expect(config.policy->terms & 1u << ML_TERM_ATTRIBUTION);
	cr_expect(config.policy->terms & 1u << ML_TERM_NONCOMMERCIAL);
	cr_assert_eq(parse(&config, "policy: {terms: {allow: [attribution]}}"), 0);
	cr_expect_not(config.policy->terms & 1u << ML_TERM_ATTRIBUTION);
}

Test(config, what_is_wrong_is_told_with_its_line)
{
#define KEYS "; known here: severities, select, ignore, paths, exclude, standard, fail-on, knowledge, policy and hook"
	static const char *const rows[][2] = {
		{ "fail-on: error\nfailon: x", "x.yml:2: unknown key 'failon'; did you mean 'fail-on'?" },
		{ "severity: {}", "x.yml:1: unknown key 'severity'; did you mean 'severities'?" },
		{ "zebra: 1", "x.yml:1: unknown key 'zebra'" KEYS },
		{ "fail-on: [a]", "x.yml:1: 'fail-on' takes one of note|warning|error, not a list" },
		{ "fail-on:", "x.yml:1: 'fail-on' takes one of note|warning|error, not nothing" },
		{ "select: []", "x.yml:1: 'select' names no rule: then none would run" },
		{ "select: [[ML2]]", "x.yml:1: here stands a list, not a word" },
		{ "select: M", "x.yml:1: no rule has the code or name 'M'" },
		{ "severities: {ML2: error}", "x.yml:1: no rule has the code or name 'ML2'" },
		{ "ignore: ML201", "x.yml:1: 'ignore' takes a list: of rules, or of maps with rules, reason, until and paths" },
		{ "ignore:\n- {rules: ML201, until: tomorrow}", "x.yml:2: 'until' takes a day (2026-12-31), not 'tomorrow'" },
		{ "ignore:\n- {rules: ML201, reason: ''}", "x.yml:2: a reason in words is empty, or holds a zero byte" },
		{ "ignore:\n- [ML201]", "x.yml:2: here stands a list, not a map" },
		{ "hook: {strict: 'true'}", "x.yml:1: 'strict' takes true or false, without quotes" },
		{ "hook: yes", "x.yml:1: 'hook' takes a map, not a word" },
		{ "policy: {terms: {dney: []}}", "x.yml:1: unknown key 'dney'; did you mean 'deny'?" },
		{ "policy: {terms: {deny: [zebra]}}", "x.yml:1: there is no term 'zebra'" },
		{ "exclude: ['#']", "x.yml:1: 'exclude' holds no pattern" },
		{ "? [a, b]\n: c", "x.yml:1: unknown key '?'" KEYS },
		{ "a", "x.yml:1: no map of keys (fail-on: warning)" },
		{ "paths: x\npaths: y", "x.yml:2: repeated key 'paths'; it stands on line 1 too" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_config config;
		memset(&err, 0, sizeof err);
		cr_assert_eq(parse(&config, rows[i][0]), -1, "%s", rows[i][0]);
		cr_expect_str_eq(err.text, rows[i][1]);
		cr_expect_eq(err.kind, ML_ERROR_USAGE);
	}
}

/* Cut off anywhere it is either fine or told, and nothing is read beyond. */
Test(config, cut_off_anywhere)
{
	static const char whole[] = "severities: {ML201: note}\nignore:\n  - rules: [ML201]\n    reason: \"why\"\n    until: 2026-12-31\n"
				    "policy: {licenses: {allow: [mit]}, terms: {deny: noncommercial}}\nhook: {strict: true}\n";
	for (size_t len = 0; len <= sizeof whole - 1; len++) {
		struct ml_config config;
		char *bytes = ml_arena_dup(arena, (struct ml_span){ whole, len });
		memset(&err, 0, sizeof err);
		if (ml_config_parse(&config, arena, "x.yml", (struct ml_span){ bytes, len }, (struct ml_rules){ rules, 2 }, &err))
			cr_expect_eq(err.kind, ML_ERROR_USAGE);
	}
}

Test(config, days_of_the_calendar)
{
	static const char *const good[] = { "2026-01-01", "2024-02-29", "2000-02-29", "9999-12-31" };
	static const char *const bad[] = { "", "2026-1-1", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "2026/01/01", "20260101xx" };
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		cr_expect(ml_is_day(ml_span_of(good[i])), "%s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		cr_expect_not(ml_is_day(ml_span_of(bad[i])), "%s", bad[i]);
}

Test(config, globs_match_as_gitignore_does)
{
	static const struct {
		const char *lines[3], *path;
		bool match;
	} rows[] = {
		{ { "docs" }, "docs/a/b.md", true },		     { { "docs" }, "x/docs/b.md", true },
		{ { "/docs" }, "x/docs/b.md", false },		     { { "docs/" }, "docs", false },
		{ { "*.md" }, "a/b/c.md", true },		     { { "a/*.md" }, "a/b/c.md", false },
		{ { "a/**/c.md" }, "a/b/c.md", true },		     { { "*.md", "!README.md" }, "README.md", false },
		{ { "*.md", "!README.md" }, "x.md", true },	     { { "docs", "!docs/a.md" }, "docs/a.md", true },
		{ { "docs/*", "!docs/a.md" }, "docs/a.md", false }, { { "*" }, "", false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_glob globs[3];
		size_t nr = 0;
		for (size_t k = 0; k < 3 && rows[i].lines[k]; k++)
			nr += ml_glob_read(&globs[nr], ml_span_of(rows[i].lines[k]));
		cr_expect_eq(ml_globs_match(globs, nr, ml_span_of(rows[i].path)), rows[i].match, "%s against %s", rows[i].lines[0], rows[i].path);
	}
}

Test(config, a_baseline_cut_off_anywhere_is_told)
{
	static const char whole[] = "{\"format\": 1, \"findings\": [\n  {\"file\":\"README.md\",\"code\":\"ML201\",\"fingerprint\":\"0123456789abcdef\"}\n]}";
	struct ml_baseline baseline;
	cr_assert_eq(ml_baseline_read(&baseline, arena, "b.json", ml_span_of(whole), &err), 0, "%s", err.text);
	cr_expect_eq(baseline.entries_nr, 1);
	cr_expect_str_eq(baseline.entries[0].code, "ML201");
	for (size_t len = 0; len < sizeof whole - 1; len++) {
		memset(&err, 0, sizeof err);
		cr_assert_eq(ml_baseline_read(&baseline, arena, "b.json", (struct ml_span){ ml_arena_dup(arena, (struct ml_span){ whole, len }), len }, &err), -1);
		cr_expect_eq(strncmp(err.text, "b.json:", 7), 0, "%s", err.text);
	}
}
