/* mlint rules: what can be found, one line each, or every page as one reference. */
#include "cmd/listing.h"

#include <stdio.h>

#include "lint/base/json_keys.h"
#include "lint/base/limits.h"
#include "lint/check/rule.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct rules_options {
	struct common common;
	int format;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|json|markdown", "how to list; markdown: the whole reference, each page", offsetof(struct rules_options, format) },
	OPT_HELP,
};

static void json(struct ml_json_writer *w, const void *of, size_t i)
{
	const struct ml_rule *rule = ml_rules.at[i];

	(void)of;
	key_string(w, "code", rule->code);
	key_string(w, "name", rule->name);
	key_string(w, "family", rule->family);
	key_string(w, "severity", ml_severity_name(rule->severity));
	key_string(w, "summary", rule->summary);
	key_string(w, "since", rule->since);
	key_string(w, "fix", rule->fix);
	key_strings(w, "sources", rule->sources, rule->sources_nr);
}

static void add_json(struct ml_buf *out)
{
	listing_add_json(out, "rules", ml_rules.nr, json, NULL);
}

static void add_human(struct ml_buf *out)
{
	for (size_t i = 0; i < ml_rules.nr; i++) {
		const struct ml_rule *rule = ml_rules.at[i];
		ml_buf_addf(out, "%s %-8s%s\n", rule->code, ml_severity_name(rule->severity), rule->name);
		opt_usage_line(out, "", 14, rule->summary);
	}
}

/* A page with its headings one level down; what stands in fences is no heading. */
static void add_below(struct ml_buf *out, struct ml_span page)
{
	char fence[16] = "";

	while (page.len) {
		size_t end = ml_span_find(page, "\n"), marks = 0;
		struct ml_span line = ml_span_sub(page, 0, end);
		while (marks < line.len && marks + 1 < sizeof fence && line.at[marks] == '`')
			marks++;
		if (*fence && marks == line.len && ml_span_starts(line, fence))
			*fence = '\0';
		else if (!*fence && marks >= 3)
			snprintf(fence, sizeof fence, "%.*s", (int)marks, line.at);
		else if (!*fence && ml_span_starts(line, "#"))
			ml_buf_addc(out, '#');
		ml_buf_add_span(out, line);
		ml_buf_addc(out, '\n');
		page = end == SIZE_MAX ? (struct ml_span){ 0 } : ml_span_sub(page, end + 1, page.len);
	}
}

/* The anchor that GitHub gives to the heading "ML201 name". */
static void add_row(struct ml_buf *out, const struct ml_rule *rule)
{
	ml_buf_addf(out, "| [%s](#ml%s-%s) | %s | %s%s | ", rule->code, rule->code + 2, rule->name, rule->name,
		    ml_severity_name(rule->severity), rule->off ? ", off" : "");
	for (const char *at = rule->summary; *at; at++) {
		if (*at == '|')
			ml_buf_addc(out, '\\');
		ml_buf_addc(out, *at);
	}
	ml_buf_adds(out, " |\n");
}

static void add_markdown(struct ml_buf *out)
{
	struct ml_buf page;

	ml_buf_adds(out, "# Rules of mlint\n\nA rule that is off runs only where `--select` names it.\n\n"
			 "| code | name | severity | speaks where the repository |\n|---|---|---|---|\n");
	for (size_t i = 0; i < ml_rules.nr; i++)
		add_row(out, ml_rules.at[i]);
	ml_buf_init(&page, ML_LIMIT_REPORT_BYTES);
	for (size_t i = 0; i < ml_rules.nr; i++) {
		ml_buf_clear(&page);
		ml_add_rule_page(&page, ml_rules.at[i]);
		ml_buf_addc(out, '\n');
		add_below(out, ml_span_trim(ml_buf_span(&page)));
	}
	ml_buf_release(&page);
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	static void (*const formats[])(struct ml_buf *) = { add_human, add_json, add_markdown };
	struct ml_arena *arena = ml_arena_new();
	struct rules_options o = { 0 };
	struct opt_list operands = { 0 };
	struct ml_buf out;
	int status;

	if (cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		goto done;
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	formats[o.format](&out);
	status = cli_write(&out, NULL);
done:
	ml_arena_free(arena);
	return status;
}

const struct command rules_command = {
	.name = "rules",
	.arguments = "",
	.summary = "list the rules",
	.about = "Lists every rule with its code, severity, name and summary. The page of one: mlint explain CODE. All pages as one document: "
		 "mlint rules --format markdown.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.explained = true,
	.run = run,
};
